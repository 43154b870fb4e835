package dev.handoff.statistics;

import dev.handoff.kernel.Check;

/**
 * How intervals are found by drawing the data again.
 *
 * @param resamples how often, 100 or more; usually 1,000
 * @param confidence above 0, below 1; usually 0.95
 * @param seed of the draws
 */
public record Resampling(int resamples, double confidence, long seed) {

    public Resampling {
        Check.that(resamples >= 100, "resamples (%s) must be 100 or more", resamples);
        Check.that(0 < confidence && confidence < 1, "confidence (%s) must be above 0 and below 1", confidence);
    }

    /** 1,000 resamples, 95 %. */
    public static Resampling usual(long seed) {
        return new Resampling(1000, 0.95, seed);
    }
}
