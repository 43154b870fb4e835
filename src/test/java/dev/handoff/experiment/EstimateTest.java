package dev.handoff.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void studentsIntervalIsThatOfTheTables() {
        assertThat(Intervals.student(2)).isCloseTo(12.7062, within(1e-4));
        assertThat(Intervals.student(10)).isCloseTo(2.2622, within(1e-4));
        assertThat(Intervals.student(121)).isCloseTo(1.9799, within(1e-4));

        Estimate estimate = Estimate.of(new double[] {1, 2, 3, 4, 5}, false);
        double half = 2.776445 * Math.sqrt(2.5 / 5);
        assertThat(estimate.mean()).isEqualTo(3);
        assertThat(estimate.low()).isCloseTo(3 - half, within(1e-6));
        assertThat(estimate.high()).isCloseTo(3 + half, within(1e-6));
    }

    /** Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29. */
    @Test
    void wilsonsIntervalIsNewcombes() {
        assertWilson(81, 263, 0.2553, 0.3662);
        assertWilson(15, 148, 0.0624, 0.1605);
        assertWilson(0, 20, 0.0000, 0.1611);
        assertWilson(1, 29, 0.0061, 0.1718);
    }

    private static void assertWilson(int ones, int n, double low, double high) {
        double[] values = new double[n];
        for (int place = 0; place < ones; place++) {
            values[place] = 1;
        }
        Estimate estimate = Estimate.of(values, true);
        assertThat(estimate.low()).isCloseTo(low, within(5e-5));
        assertThat(estimate.high()).isCloseTo(high, within(5e-5));
    }

    /** The default of R: quantile(c(1, 2, 4, 8, 16, 32), c(.1, .25, .5, .75, .9)). */
    @Test
    void quantilesAreOfTypeSeven() {
        assertThat(Estimate.of(new double[] {32, 1, 16, 2, 8, 4}, false).quantiles())
                .containsExactly(new double[] {1.5, 2.5, 6, 14, 24}, within(1e-12));
    }

    @Test
    void unknownValuesAreLeftOutAndCounted() {
        Estimate estimate = Estimate.of(new double[] {Double.NaN, 1, 3, Double.NaN}, false);
        assertThat(estimate.n()).isEqualTo(2);
        assertThat(estimate.mean()).isEqualTo(2);
    }

    @Test
    void nothingKnownMeansNothingSaid() {
        Estimate none = Estimate.of(new double[] {Double.NaN}, true);
        assertThat(none.n()).isZero();
        assertThat(none.mean()).isNaN();
        assertThat(none.low()).isNaN();
        assertThat(none.median()).isNaN();
        assertThat(Estimate.of(new double[] {7}, false).high()).isNaN();
    }

    /**
     * The number of intervals that cover is binomial with 4,000 and .95, standard error .0034; four of them are .014, which a
     * right program misses once in 16,000 seeds.
     */
    @Test
    void intervalsOfNormalMeansCoverAsOftenAsTheySay() {
        Random random = new Random(20261123);
        int covering = 0;
        for (int sample = 0; sample < 4000; sample++) {
            double[] values =
                    random.doubles(12).map(each -> 5 + random.nextGaussian()).toArray();
            Estimate estimate = Estimate.of(values, false);
            covering += estimate.low() <= 5 && 5 <= estimate.high() ? 1 : 0;
        }
        assertThat(covering / 4000.0).isCloseTo(0.95, within(0.014));
    }
}
