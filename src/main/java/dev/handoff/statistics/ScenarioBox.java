package dev.handoff.statistics;

import java.util.stream.IntStream;

/**
 * A range for each of some dimensions, and how well it holds the points of interest.
 *
 * @param low by dimension; -infinite where nothing is restricted below
 * @param high by dimension; infinite where nothing is restricted above
 * @param points in the box
 * @param ofInterest how many of them are of interest
 * @param coverage share of all points of interest that lie in the box
 * @param density share of the points in the box that are of interest
 * @param mass share of all points that lie in the box
 * @param quasiP by dimension: probability that as many of as many points were of interest by chance, were the density that of the same box
 *     without this dimension's restriction (one-sided, binomial; Bryant and Lempert 2010); 1 where there is none. "Quasi", because the
 *     restriction was chosen on the same points: small values are less surprising than they look.
 */
public record ScenarioBox(
        double[] low,
        double[] high,
        int points,
        int ofInterest,
        double coverage,
        double density,
        double mass,
        double[] quasiP) {

    public boolean restricts(int dimension) {
        return low[dimension] > Double.NEGATIVE_INFINITY || high[dimension] < Double.POSITIVE_INFINITY;
    }

    public int[] restrictedDimensions() {
        return IntStream.range(0, low.length).filter(this::restricts).toArray();
    }

    public boolean contains(double[] point) {
        return Bounds.contains(low, high, point);
    }
}
