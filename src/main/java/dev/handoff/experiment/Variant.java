package dev.handoff.experiment;

import dev.handoff.model.Scenario;

/** A named scenario that the user asks about. */
public record Variant(String name, Scenario scenario) {}
