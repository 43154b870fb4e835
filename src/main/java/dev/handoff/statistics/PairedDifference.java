package dev.handoff.statistics;

/**
 * How two alternatives differ in the same replications.
 *
 * @param n replications
 * @param difference mean of the first less mean of the second
 * @param varianceRatio the variance that the difference would have with independent random numbers over the one it has: how many times fewer
 *     replications give the same interval; NaN where neither varies, infinite where the differences alone do not
 */
public record PairedDifference(int first, int second, int n, ConfidenceInterval difference, double varianceRatio) {}
