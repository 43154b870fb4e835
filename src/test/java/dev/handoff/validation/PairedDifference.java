package dev.handoff.validation;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;

/** The mean of differences taken replication by replication, with the same seeds on both sides. */
record PairedDifference(double mean, double standardError, int replications) {

    /** @throws IllegalArgumentException if a replication has no value on one side */
    static PairedDifference between(double[] from, double[] to) {
        double[] differences = IntStream.range(0, from.length)
                .mapToDouble(replication -> to[replication] - from[replication])
                .toArray();
        if (!DoubleStream.of(differences).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a replication has no value");
        }
        double mean = DoubleStream.of(differences).sum() / differences.length;
        double squares = DoubleStream.of(differences)
                .map(difference -> (difference - mean) * (difference - mean))
                .sum();
        double variance = squares / (differences.length - 1);
        return new PairedDifference(mean, Math.sqrt(variance / differences.length), differences.length);
    }

    /** Half of the 95 % interval. */
    double halfWidth() {
        return new TDistribution(replications - 1).inverseCumulativeProbability(0.975) * standardError;
    }

    double low() {
        return mean - halfWidth();
    }

    double high() {
        return mean + halfWidth();
    }

    /** Whether it is known to be different from 0 and its mean is a change that would be noticed. */
    boolean isNoticed(double limit) {
        return Math.abs(mean) >= limit && Math.abs(mean) > halfWidth();
    }

    /** Whether it is known to be smaller than what would be noticed. */
    boolean isSmall(double limit) {
        return Math.abs(mean) + halfWidth() < limit;
    }
}
