package dev.handoff.plan;

/**
 * Something to do beside the stages.
 *
 * @param week of the first time
 * @param everyWeeks whole weeks until it comes again; 0 if it does not
 * @param times how often it comes up to the horizon, 1 or more
 */
public record Item(double week, int everyWeeks, int times, String title, String details) {}
