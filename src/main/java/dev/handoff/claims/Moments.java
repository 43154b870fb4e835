package dev.handoff.claims;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.distribution.TDistribution;

/** Mean and standard error of a number over replications. */
record Moments(int n, double mean, double standardError) {
    private static final double UPPER = 0.975;

    /* Values this close together, relative to their size, are equal: sums of decimals are not exact. */
    private static final double NOISE = 1e-12;

    static Moments of(int[] replications, IntToDoubleFunction value) {
        int n = replications.length;
        if (n < 2) {
            return new Moments(n, Double.NaN, Double.NaN);
        }
        double sum = 0;
        for (int replication : replications) {
            sum += value.applyAsDouble(replication);
        }
        double mean = sum / n;
        double squares = 0;
        for (int replication : replications) {
            double deviation = value.applyAsDouble(replication) - mean;
            squares += deviation * deviation;
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        return new Moments(n, mean, error <= NOISE * Math.abs(mean) ? 0 : error);
    }

    double student() {
        return n < 2 ? Double.NaN : new TDistribution(n - 1).inverseCumulativeProbability(UPPER);
    }

    /**
     * The distance of the mean from a bound in standard errors, as a standard normal variate (Wallace 1959); infinite where there is no
     * error.
     */
    double normal(double distance) {
        if (standardError == 0 || Double.isNaN(distance)) {
            return distance > 0 ? Double.POSITIVE_INFINITY : distance < 0 ? Double.NEGATIVE_INFINITY : 0;
        }
        double t = distance / standardError;
        double freedom = n - 1;
        double size = (8 * freedom + 1) / (8 * freedom + 3) * Math.sqrt(freedom * StrictMath.log1p(t * t / freedom));
        return Math.signum(t) * size;
    }
}
