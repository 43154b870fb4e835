package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Erf;

/** Two-sided intervals of a chosen confidence for means, quantiles and probabilities, from independent replications. */
public final class ConfidenceIntervals {
    private static final int RARE_IN_FEW = 2;
    private static final int RARE_IN_MANY = 3;
    private static final int MANY = 50;

    private ConfidenceIntervals() {}

    /**
     * Student's interval for the mean: exact for normal values, asymptotic for others.
     *
     * @param confidence between 0 and 1
     * @return all NaN for no values, infinitely wide for one
     */
    public static ConfidenceInterval ofMean(double[] values, double confidence) {
        Check.that(confidence > 0 && confidence < 1, "confidence (%s) must be between 0 and 1", confidence);
        int n = values.length;
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        if (n < 2) {
            return new ConfidenceInterval(mean, mean - Double.POSITIVE_INFINITY, mean + Double.POSITIVE_INFINITY);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double half = student(n - 1, (1 + confidence) / 2) * Math.sqrt(squares / (n - 1) / n);
        return new ConfidenceInterval(mean, mean - half, mean + half);
    }

    /**
     * The interval between two order statistics for a quantile of any distribution (Conover 1999, section 3.2): each limit is on the
     * wrong side with at most half of what the confidence leaves, by the binomial distribution of the number of values below the
     * quantile. Conservative, as ranks are whole.
     *
     * @param sorted ascending
     * @param probability of the quantile, between 0 and 1
     * @return the estimate is the sample quantile of type 7; a limit is infinite where no value is far enough out
     */
    public static ConfidenceInterval ofQuantile(double[] sorted, double probability, double confidence) {
        int n = sorted.length;
        if (n == 0) {
            return new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN);
        }
        int low = lowerRank(n, probability, (1 - confidence) / 2);
        int high = n + 1 - lowerRank(n, 1 - probability, (1 - confidence) / 2);
        double place = (n - 1) * probability;
        int below = (int) place;
        double above = sorted[Math.min(n - 1, below + 1)];
        double estimate = sorted[below] + (place == below ? 0 : (place - below) * (above - sorted[below]));
        return new ConfidenceInterval(
                estimate,
                low == 0 ? Double.NEGATIVE_INFINITY : sorted[low - 1],
                high == n + 1 ? Double.POSITIVE_INFINITY : sorted[high - 1]);
    }

    /** The highest rank, from 1, whose order statistic exceeds the quantile with at most the given probability; 0 if there is none. */
    static int lowerRank(int n, double probability, double tail) {
        BinomialDistribution below = new BinomialDistribution(null, n, probability);
        if (below.cumulativeProbability(0) > tail) {
            return 0;
        }
        int low = 1;
        int high = n + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (below.cumulativeProbability(middle - 1) <= tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Wilson's score interval (1927) for a probability, with the limits of Poisson's distribution where what is counted was seen, or
     * was missed, only once to three times (Brown, Cai and DasGupta 2001, section 4.1.1): the plain one excludes small
     * probabilities too often.
     *
     * @param ones how many of n replications had it
     * @return all NaN for n = 0
     */
    public static ConfidenceInterval ofProbability(int ones, int n, double confidence) {
        Check.that(ones >= 0 && ones <= n, "ones (%s) must be from 0 to n (%s)", ones, n);
        if (n == 0) {
            return new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN);
        }
        double share = ones / (double) n;
        return new ConfidenceInterval(share, lowest(ones, n, confidence), 1 - lowest(n - ones, n, confidence));
    }

    /**
     * The exact interval of Clopper and Pearson (1934) for a probability: each limit is on the wrong side with at most half of what the
     * confidence leaves, whatever the probability. Conservative.
     *
     * @param ones how many of n replications had it
     * @return all NaN for n = 0
     */
    public static ConfidenceInterval ofProbabilityExactly(int ones, int n, double confidence) {
        Check.that(ones >= 0 && ones <= n, "ones (%s) must be from 0 to n (%s)", ones, n);
        double tail = (1 - confidence) / 2;
        return new ConfidenceInterval(
                ones / (double) n, lowestExactly(ones, n, tail), 1 - lowestExactly(n - ones, n, tail));
    }

    private static double lowestExactly(int ones, int n, double tail) {
        if (n == 0) {
            return Double.NaN;
        }
        return ones == 0 ? 0 : new BetaDistribution(null, ones, n - ones + 1.0).inverseCumulativeProbability(tail);
    }

    private static double lowest(int ones, int n, double confidence) {
        if (ones == 0) {
            return 0;
        }
        if (ones <= (n > MANY ? RARE_IN_MANY : RARE_IN_FEW)) {
            return poissonLimit(ones, 1 - confidence) / n;
        }
        double z = normal((1 + confidence) / 2);
        double share = ones / (double) n;
        double shrink = z * z / n;
        return (share + shrink / 2 - z * Math.sqrt((share * (1 - share) + shrink / 4) / n)) / (1 + shrink);
    }

    /** The mean of a Poisson variate that reaches the count with the given probability. */
    private static double poissonLimit(int count, double tail) {
        double low = 0;
        double high = count;
        while (high - low > 1e-12) {
            double middle = (low + high) / 2;
            double term = StrictMath.exp(-middle);
            double below = 0;
            for (int value = 0; value < count; value++) {
                below += term;
                term *= middle / (value + 1);
            }
            if (1 - below < tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Quantile of Student's distribution. */
    static double student(int degreesOfFreedom, double probability) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability(probability);
    }

    /** Quantile of the standard normal distribution. */
    static double normal(double probability) {
        return -Math.sqrt(2) * Erf.erfcInv(2 * probability);
    }
}
