package dev.handoff.statistics;

/** Count, mean and variance of the differences of two alternatives in the same replications, taken one by one. */
final class PairedMoments {
    private int n;
    private double mean;
    private double squares;
    private int first; // differences at the end of the first stage; 0 before
    private double firstVariance;
    private boolean signsOnly = true; // every difference was -1, 0 or 1

    void add(double difference) {
        n++;
        double deviation = difference - mean;
        mean += deviation / n;
        squares += deviation * (difference - mean);
        signsOnly &= difference == 0 || Math.abs(difference) == 1;
    }

    void endFirstStage() {
        first = n;
        firstVariance = variance();
    }

    boolean isPastFirstStage() {
        return first > 0;
    }

    int n() {
        return n;
    }

    double mean() {
        return mean;
    }

    double sum() {
        return n * mean;
    }

    /**
     * Sample variance. Differences of ones and zeros get one more of 1 and one more of -1 (after Agresti and Min 2005), so that what was
     * never seen to differ is not taken for certain. NaN for fewer than two.
     */
    double variance() {
        if (n < 2) {
            return Double.NaN;
        }
        if (signsOnly) {
            double sum = sum();
            double ofSquares = squares + sum * mean;
            return (ofSquares + 2 - sum * sum / (n + 2)) / (n + 1);
        }
        return squares / (n - 1);
    }

    /**
     * The variance that bounds are made of: that of the first stage, as the guarantee asks, or the present one if it is larger, as the
     * first stage may have missed what is rare. Of ones and zeros the present one.
     */
    double boundingVariance() {
        return signsOnly ? variance() : Math.max(firstVariance, variance());
    }

    /** The variance of what the true difference may be, seen from this many differences (Student's). */
    double posteriorVariance() {
        return variance() * (n - 1) / Math.max(1, n - 3);
    }

    int degreesOfFreedom() {
        return first - 1;
    }
}
