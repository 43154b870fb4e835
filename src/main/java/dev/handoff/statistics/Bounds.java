package dev.handoff.statistics;

import java.util.Arrays;

/** The limits of a box, both included, and how one of them moves. */
record Bounds(double[] low, double[] high) {
    static Bounds none(int dimensions) {
        double[] low = new double[dimensions];
        double[] high = new double[dimensions];
        Arrays.fill(low, Double.NEGATIVE_INFINITY);
        Arrays.fill(high, Double.POSITIVE_INFINITY);
        return new Bounds(low, high);
    }

    static boolean contains(double[] low, double[] high, double[] point) {
        for (int dimension = 0; dimension < low.length; dimension++) {
            if (point[dimension] < low[dimension] || point[dimension] > high[dimension]) {
                return false;
            }
        }
        return true;
    }

    boolean contains(double[] point) {
        return contains(low, high, point);
    }

    boolean isRestricted(int dimension, boolean above) {
        return Double.isFinite(above ? high[dimension] : low[dimension]);
    }

    boolean isRestricted(int dimension) {
        return isRestricted(dimension, false) || isRestricted(dimension, true);
    }

    Bounds with(int dimension, boolean above, double limit) {
        double[] changed = (above ? high : low).clone();
        changed[dimension] = limit;
        return above ? new Bounds(low, changed) : new Bounds(changed, high);
    }

    Bounds without(int dimension) {
        return with(dimension, false, Double.NEGATIVE_INFINITY).with(dimension, true, Double.POSITIVE_INFINITY);
    }
}
