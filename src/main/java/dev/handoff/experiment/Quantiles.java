package dev.handoff.experiment;

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

    static double ofSorted(float[] sorted, int n, double probability) {
        if (n == 0) {
            return Double.NaN;
        }
        double place = (n - 1) * probability;
        int below = (int) place;
        return between(sorted[below], sorted[Math.min(n - 1, below + 1)], place - below);
    }

    /* Infinite values stand for "never": between two of them there is no difference to take a share of. */
    private static double between(double low, double high, double share) {
        return share == 0 || low == high ? low : low + share * (high - low);
    }
}
