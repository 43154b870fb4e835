package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class ConfidenceIntervalsTest {

    /** By hand: t(0.975, 4) = 2.776445 times the root of 2.5 / 5. */
    @Test
    void studentsIntervalOfOneToFiveIsThatOfTheTable() {
        ConfidenceInterval interval = ConfidenceIntervals.ofMean(new double[] {1, 2, 3, 4, 5}, 0.95);
        assertThat(interval.estimate()).isEqualTo(3);
        assertThat(interval.halfWidth()).isCloseTo(2.776445 * Math.sqrt(0.5), within(1e-6));
        assertThat(interval.low()).isCloseTo(3 - 2.776445 * Math.sqrt(0.5), within(1e-6));
    }

    /** Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20. */
    @Test
    void wilsonsIntervalIsNewcombes() {
        assertInterval(ConfidenceIntervals.ofProbability(81, 263, 0.95), 0.2553, 0.3662, 5e-5);
        assertInterval(ConfidenceIntervals.ofProbability(15, 148, 0.95), 0.0624, 0.1605, 5e-5);
        assertInterval(ConfidenceIntervals.ofProbability(0, 20, 0.95), 0, 0.1611, 5e-5);
    }

    /** By hand: one is reached with probability 0.05 by a Poisson variate of mean -ln 0.95 = 0.0512933. */
    @Test
    void theLowerLimitOfOneIsPoissons() {
        assertThat(ConfidenceIntervals.ofProbability(1, 100, 0.95).low()).isCloseTo(0.000512933, within(1e-9));
        assertThat(ConfidenceIntervals.ofProbability(99, 100, 0.95).high()).isCloseTo(1 - 0.000512933, within(1e-9));
    }

    /** Exact: the binomial probabilities of all outcomes whose interval covers are added, on a grid of true probabilities. */
    @Test
    void probabilitiesAreCoveredFromSixtyReplicationsOn() {
        for (int n : new int[] {60, 100, 400}) {
            double least = 1;
            double sum = 0;
            for (int step = 1; step < 500; step++) {
                double coverage = coverageOfProbability(n, step / 1000.0);
                least = Math.min(least, coverage);
                sum += coverage;
            }
            assertThat(least).isGreaterThan(0.915); // at single values, as for every interval of whole counts
            assertThat(sum / 499).isBetween(0.94, 0.96);
        }
    }

    private static double coverageOfProbability(int n, double probability) {
        BinomialDistribution ones = new BinomialDistribution(null, n, probability);
        return IntStream.rangeClosed(0, n)
                .filter(count ->
                        ConfidenceIntervals.ofProbability(count, n, 0.95).covers(probability))
                .mapToDouble(ones::probability)
                .sum();
    }

    /** Conover 1999, table of the binomial: for the median of 20, ranks 6 and 15 have a confidence of 0.9586. */
    @Test
    void theMedianOfTwentyLiesBetweenRanksSixAndFifteen() {
        double[] sorted = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
        ConfidenceInterval interval = ConfidenceIntervals.ofQuantile(sorted, 0.5, 0.95);
        assertThat(interval).isEqualTo(new ConfidenceInterval(10.5, 6, 15));
    }

    /** By hand: all of n values are below the 95 % quantile with probability 0.95^n, which falls below 0.025 at n = 72. */
    @Test
    void aHighQuantileHasNoUpperLimitUntilThereAreEnoughValues() {
        double[] sorted = IntStream.rangeClosed(1, 72).asDoubleStream().toArray();
        assertThat(ConfidenceIntervals.ofQuantile(sorted, 0.95, 0.95).high()).isEqualTo(72);
        double[] fewer = Arrays.copyOf(sorted, 71);
        assertThat(ConfidenceIntervals.ofQuantile(fewer, 0.95, 0.95).high()).isInfinite();
        assertThat(ConfidenceIntervals.ofQuantile(fewer, 0.95, 0.95).halfWidth())
                .isInfinite();
    }

    /** Exact, for any continuous distribution: the chance that the number of values below the quantile is between the ranks. */
    @Test
    void quantilesAreCoveredAtLeastAsOftenAsStated() {
        for (double probability : new double[] {0.1, 0.5, 0.8, 0.95}) {
            for (int n : new int[] {80, 200, 1000}) {
                BinomialDistribution below = new BinomialDistribution(null, n, probability);
                int low = ConfidenceIntervals.lowerRank(n, probability, 0.025);
                int high = n + 1 - ConfidenceIntervals.lowerRank(n, 1 - probability, 0.025);
                double coverage = below.cumulativeProbability(high - 1) - below.cumulativeProbability(low - 1);
                assertThat(coverage).isBetween(0.95, 0.98);
            }
        }
    }

    @Test
    void littleKnowledgeMakesNoNarrowInterval() {
        assertThat(ConfidenceIntervals.ofMean(new double[] {7}, 0.95).halfWidth())
                .isInfinite();
        assertThat(ConfidenceIntervals.ofMean(new double[0], 0.95).estimate()).isNaN();
        assertThat(ConfidenceIntervals.ofQuantile(new double[0], 0.5, 0.95).estimate())
                .isNaN();
        assertThat(ConfidenceIntervals.ofProbability(0, 0, 0.95).halfWidth()).isNaN();
    }

    private static void assertInterval(ConfidenceInterval interval, double low, double high, double tolerance) {
        assertThat(interval.low()).isCloseTo(low, within(tolerance));
        assertThat(interval.high()).isCloseTo(high, within(tolerance));
    }
}
