package dev.handoff.statistics;

/**
 * What is known of one target.
 *
 * @param n replications that had a value
 * @param interval with the confidence that, shared equally, holds for all targets together
 * @param replicationsNeeded estimate of how many replications would meet the target; at most those there are if it is met, NaN where what
 *     was seen does not tell
 */
public record PrecisionReached(
        PrecisionTarget target, int n, ConfidenceInterval interval, boolean isMet, double replicationsNeeded) {}
