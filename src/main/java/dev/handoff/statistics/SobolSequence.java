package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.RandomStreams;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * Sobol's low-discrepancy sequence with the direction numbers of Joe and Kuo (2008), moved by a random digital shift: every binary
 * digit of a factor is flipped or not, alike in all points. Each point alone is then uniform, so that means are unbiased, and
 * 2^m points from the first one on keep their balance: each 2^m-th of each factor's range holds exactly one.
 */
public final class SobolSequence {
    /** Most factors: the table of direction numbers ends here. */
    public static final int MOST_FACTORS = 1000;

    private static final int DIGITS = 52; // of the generator

    private SobolSequence() {}

    /**
     * @param points a power of two keeps the balance
     * @param factors at most {@link #MOST_FACTORS}
     * @return by point, then factor, from 0 to 1, 1 excluded; fewer points with the same seed are the first ones of more
     */
    public static double[][] points(int points, int factors, long seed) {
        Check.that(points >= 1, "points (%s) must be 1 or more", points);
        Check.that(1 <= factors && factors <= MOST_FACTORS, "factors (%s) must be from 1 to %s", factors, MOST_FACTORS);
        RandomStreams random = new RandomStreams(seed, 0);
        long[] shifts = new long[factors];
        for (int factor = 0; factor < factors; factor++) {
            shifts[factor] = random.at(0, factor, 0).nextLong() >>> Long.SIZE - DIGITS;
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(factors);
        double[][] sample = new double[points][];
        for (int point = 0; point < points; point++) {
            sample[point] = shifted(sequence.nextVector(), shifts);
        }
        return sample;
    }

    private static double[] shifted(double[] point, long[] shifts) {
        for (int factor = 0; factor < point.length; factor++) {
            long digits = (long) (point[factor] * 0x1.0p52);
            point[factor] = (digits ^ shifts[factor]) * 0x1.0p-52;
        }
        return point;
    }
}
