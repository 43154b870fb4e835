package dev.handoff.model.people;

/** The {@code promotion} section of a scenario: the duties that it adds from week 0 on. */
public record Promotion(double addedHoursPerWeek) {}
