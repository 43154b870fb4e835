package dev.handoff.experiment;

import java.util.Arrays;

/**
 * A mean over replications with its 95 % interval and quantiles.
 *
 * @param n how many replications had a value; the mean and the rest are NaN for 0, the interval also for 1
 * @param quantiles of the replications, at {@link #QUANTILES}
 */
public record Estimate(int n, double mean, double low, double high, double[] quantiles) {
    public static final double CONFIDENCE = 0.95;

    private static final double[] PROBABILITIES = {0.1, 0.25, 0.5, 0.75, 0.9};

    /** Names of the quantiles, as in files. */
    public static final java.util.List<String> QUANTILES = java.util.List.of("p10", "p25", "p50", "p75", "p90");

    public double median() {
        return quantiles[2];
    }

    public boolean coversZero() {
        return !(low > 0 || high < 0);
    }

    /**
     * Estimates from the values of replications in their order; NaN is left out.
     *
     * @param proportion whether the values are 0 or 1, so that the interval is Wilson's
     */
    public static Estimate of(double[] values, boolean proportion) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Intervals.mean(known);
        double half = Intervals.halfWidth(known, mean);
        double low = proportion ? Intervals.wilson(mean, known.length, -1) : mean - half;
        double high = proportion ? Intervals.wilson(mean, known.length, 1) : mean + half;
        Arrays.sort(known);
        double[] quantiles = new double[PROBABILITIES.length];
        for (int quantile = 0; quantile < quantiles.length; quantile++) {
            quantiles[quantile] = Quantiles.ofSorted(known, known.length, PROBABILITIES[quantile]);
        }
        return new Estimate(known.length, mean, low, high, quantiles);
    }

    static double probability(int quantile) {
        return PROBABILITIES[quantile];
    }
}
