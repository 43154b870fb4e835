package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.RandomStreams;

/**
 * Latin hypercube samples (McKay, Beckman and Conover 1979): of n points, each n-th of each factor's range holds exactly one, at a
 * random place within it; the factors' orders are independent.
 */
public final class LatinHypercube {

    private LatinHypercube() {}

    /** @return by point, then factor, from 0 to 1, 1 excluded */
    public static double[][] points(int points, int factors, long seed) {
        Check.that(points >= 1, "points (%s) must be 1 or more", points);
        Check.that(factors >= 1, "factors (%s) must be 1 or more", factors);
        RandomStreams random = new RandomStreams(seed, 0);
        double[][] sample = new double[points][factors];
        for (int factor = 0; factor < factors; factor++) {
            random.at(0, factor, 0);
            int[] strata = RandomOrder.permutation(points, random);
            for (int point = 0; point < points; point++) {
                sample[point][factor] = Math.min((strata[point] + random.uniform()) / points, Math.nextDown(1.0));
            }
        }
        return sample;
    }
}
