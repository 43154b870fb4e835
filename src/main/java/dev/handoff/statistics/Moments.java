package dev.handoff.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/** Mean and variance of values, summed in the order given, and Student's quantile. */
final class Moments {

    private Moments() {}

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of a population that the values are drawn from; NaN for fewer than two, exactly 0 for equal ones. */
    static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        boolean isVarying = false;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
            isVarying |= value != values[0];
        }
        if (values.length < 2) {
            return Double.NaN;
        }
        return isVarying ? squares / (values.length - 1) : 0;
    }

    static double standardError(double[] values) {
        return Math.sqrt(variance(values) / values.length);
    }

    /** Half the width of a two-sided interval in standard errors. */
    static double student(double degreesOfFreedom, double confidence) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + confidence) / 2);
    }
}
