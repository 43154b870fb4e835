package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.RandomStreams;

/**
 * Points for {@link SobolIndices} (Saltelli et al. 2010): base points A and B, and for each factor A with this factor's value from B. The
 * factors + 2 points of a base follow each other: A, B, then A with the first factor from B, and so on.
 *
 * @param points by point, then factor, from 0 to 1, 1 excluded
 * @param bases how many pairs of A and B there are
 */
public record RadialDesign(double[][] points, int bases) {
    /** Most factors: A and B are the two halves of one point of a Sobol sequence. */
    public static final int MOST_FACTORS = SobolSequence.MOST_FACTORS / 2;

    /**
     * Base points from a Sobol sequence, which give more precise indices than independent ones. Fewer bases with the same seed are the
     * first ones of more.
     *
     * @param bases 2 or more; a power of two keeps the balance of the sequence
     * @param factors at most {@link #MOST_FACTORS}
     */
    public static RadialDesign sobol(int bases, int factors, long seed) {
        Check.that(1 <= factors && factors <= MOST_FACTORS, "factors (%s) must be from 1 to %s", factors, MOST_FACTORS);
        return of(SobolSequence.points(bases, 2 * factors, seed), factors);
    }

    /** Independent base points, for which the intervals of the indices are exact in large samples. */
    public static RadialDesign independent(int bases, int factors, long seed) {
        Check.that(factors >= 1, "factors (%s) must be 1 or more", factors);
        RandomStreams random = new RandomStreams(seed, 0);
        double[][] pairs = new double[bases][2 * factors];
        for (int base = 0; base < bases; base++) {
            random.at(0, base, 0);
            for (int place = 0; place < 2 * factors; place++) {
                pairs[base][place] = random.uniform();
            }
        }
        return of(pairs, factors);
    }

    public int factors() {
        return points[0].length;
    }

    private static RadialDesign of(double[][] pairs, int factors) {
        Check.that(pairs.length >= 2, "bases (%s) must be 2 or more", pairs.length);
        double[][] points = new double[pairs.length * (factors + 2)][factors];
        int point = 0;
        for (double[] pair : pairs) {
            System.arraycopy(pair, 0, points[point++], 0, factors);
            System.arraycopy(pair, factors, points[point++], 0, factors);
            for (int factor = 0; factor < factors; factor++) {
                System.arraycopy(pair, 0, points[point], 0, factors);
                points[point++][factor] = pair[factors + factor];
            }
        }
        return new RadialDesign(points, pairs.length);
    }
}
