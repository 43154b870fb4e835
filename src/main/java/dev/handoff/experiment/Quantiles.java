package dev.handoff.experiment;

import java.util.Arrays;
import org.apache.commons.math3.util.KthSelector;

/** Sample quantiles of type 7 (Hyndman and Fan 1996): linear between order statistics, the ends included. */
public final class Quantiles {

    private Quantiles() {}

    /**
     * @param sorted ascending in its first n places
     * @param probability from 0 to 1
     * @return NaN if n is 0
     */
    public static double ofSorted(double[] sorted, int n, double probability) {
        if (n == 0) {
            return Double.NaN;
        }
        double place = (n - 1) * probability;
        int below = (int) place;
        return between(sorted[below], sorted[Math.min(n - 1, below + 1)], place - below);
    }

    /** Quantiles of changing values without sorting them whole: each looks only at the part that holds it. */
    static final class Selection {
        private static final int REMEMBERED = 1023;

        private final KthSelector selector = new KthSelector();
        private final int[] pivots = new int[REMEMBERED];
        private double[] values = new double[0];

        /** Takes over the first n values. */
        void of(float[] from, int n) {
            if (values.length != n) {
                values = new double[n];
            }
            for (int value = 0; value < n; value++) {
                values[value] = from[value];
            }
            Arrays.fill(pivots, -1);
        }

        /** @return NaN without values */
        double quantile(double probability) {
            int n = values.length;
            if (n == 0) {
                return Double.NaN;
            }
            double place = (n - 1) * probability;
            int below = (int) place;
            double low = selector.select(values, pivots, below);
            double high = selector.select(values, pivots, Math.min(n - 1, below + 1));
            return between(low, high, place - below);
        }
    }

    /* Infinite values stand for "never": between two of them there is no difference to take a share of. */
    private static double between(double low, double high, double share) {
        return share == 0 || low == high ? low : low + share * (high - low);
    }
}
