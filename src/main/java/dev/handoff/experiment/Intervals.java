package dev.handoff.experiment;

import org.apache.commons.math3.distribution.TDistribution;

/** Confidence intervals of 95 %: Student's for means, Wilson's for proportions. */
final class Intervals {
    private static final double UPPER_TAIL = (1 + Estimate.CONFIDENCE) / 2;

    /** Quantile of the normal distribution at {@link #UPPER_TAIL}. */
    private static final double NORMAL = 1.959963984540054;

    private Intervals() {}

    /** Mean in the order given; NaN of nothing. */
    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double mean(float[] values, int n) {
        double sum = 0;
        for (int place = 0; place < n; place++) {
            sum += values[place];
        }
        return sum / n;
    }

    /** Half the width of Student's interval; NaN for fewer than two values. */
    static double halfWidth(double[] values, double mean) {
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return halfWidth(squares, values.length, student(values.length));
    }

    static double halfWidth(float[] values, int n, double mean, double student) {
        double squares = 0;
        for (int place = 0; place < n; place++) {
            squares += (values[place] - mean) * (values[place] - mean);
        }
        return halfWidth(squares, n, student);
    }

    private static double halfWidth(double squares, int n, double student) {
        return n < 2 ? Double.NaN : student * Math.sqrt(squares / (n - 1) / n);
    }

    /** Quantile of Student's distribution for the mean of n values; NaN for fewer than two. */
    static double student(int n) {
        return n < 2 ? Double.NaN : new TDistribution(n - 1).inverseCumulativeProbability(UPPER_TAIL);
    }

    /**
     * A limit of Wilson's score interval (1927).
     *
     * @param side -1 for the lower limit, 1 for the upper one
     */
    static double wilson(double proportion, int n, int side) {
        if (n == 0) {
            return Double.NaN;
        }
        if (proportion == (side < 0 ? 0 : 1)) {
            return proportion;
        }
        double shrink = NORMAL * NORMAL / n;
        double spread = NORMAL * Math.sqrt((proportion * (1 - proportion) + shrink / 4) / n);
        return (proportion + shrink / 2 + side * spread) / (1 + shrink);
    }
}
