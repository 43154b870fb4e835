package dev.handoff.statistics;

import org.apache.commons.math3.distribution.TDistribution;

/** Mean, variance and Student's interval of values, summed in the order given. */
final class Moments {

    private Moments() {}

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of a population that the values are drawn from; NaN for fewer than two. */
    static double variance(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : squares / (values.length - 1);
    }

    static double standardError(double[] values) {
        return Math.sqrt(variance(values) / values.length);
    }

    /** Student's interval of the mean of two values or more. */
    static Interval interval(double[] values, double confidence) {
        double halfWidth = student(values.length - 1, confidence) * standardError(values);
        return new Interval(mean(values) - halfWidth, mean(values) + halfWidth);
    }

    /** Half the width of a two-sided interval in standard errors. */
    static double student(double degreesOfFreedom, double confidence) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + confidence) / 2);
    }
}
