package dev.handoff.experiment;

/**
 * A replication that could not be finished and is left out of every result.
 *
 * @param week simulated week in which it failed; NaN if its world could not be built
 * @param event what was happening, in words
 */
public record Failure(long seed, int replication, String variant, double week, String event, String message) {}
