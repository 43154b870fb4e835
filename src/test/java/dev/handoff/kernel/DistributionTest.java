package dev.handoff.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {

    private static final int DRAWS = 100_000;

    static Stream<Distribution> laws() {
        return Stream.of(
                new Distribution.Fixed(3),
                new Distribution.Uniform(1, 4),
                new Distribution.Triangular(1, 2, 6),
                new Distribution.Exponential(2.5),
                Distribution.Lognormal.ofMean(0.7, 0.8),
                Distribution.Lognormal.ofMedian(20, 0.8),
                Distribution.Lognormal.ofMeanAndSigma(0.06, 0.5),
                new Distribution.Beta(2, 4),
                new Distribution.Beta(3.5, 6.5),
                new Distribution.Gamma(6, 4));
    }

    /** Mean and variance within 5 standard errors: 20 comparisons, false alarm about 0.001 %. */
    @ParameterizedTest
    @MethodSource("laws")
    void momentsOfDrawsAreThoseStated(Distribution law) {
        SummaryStatistics drawn = draws(law);
        assertThat(drawn.getMean()).isCloseTo(law.mean(), within(5 * Math.sqrt(law.variance() / DRAWS) + 1e-12));
        assertThat(drawn.getMin()).isGreaterThanOrEqualTo(law.lowest());
        assertThat(drawn.getMax()).isLessThanOrEqualTo(law.highest());
        double fourth = 60 * law.variance() * law.variance();
        assertThat(drawn.getVariance()).isCloseTo(law.variance(), within(5 * Math.sqrt(fourth / DRAWS) + 1e-12));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aScaledLawGivesScaledDraws(Distribution law) {
        double factor = law instanceof Distribution.Beta ? 1 : 8;
        RandomStreams random = new RandomStreams(5, 0);
        ContinuousSampler sampler = law.sampler(random);
        ContinuousSampler scaled = law.scaled(factor).sampler(random);
        for (int place = 0; place < 100; place++) {
            random.at(0, 0, place);
            double plain = sampler.sample();
            random.at(0, 0, place);
            assertThat(scaled.sample()).isCloseTo(plain * factor, within(1e-12 * plain * factor));
        }
    }

    @Test
    void lognormalMeansAndSpreadsAreExchangeable() {
        Distribution.Lognormal byMean = Distribution.Lognormal.ofMean(0.7, 0.8);
        assertThat(byMean.mean()).isCloseTo(0.7, within(1e-15));
        assertThat(Math.sqrt(byMean.variance()) / byMean.mean()).isCloseTo(0.8, within(1e-14));
        assertThat(byMean.sigma()).isCloseTo(Math.sqrt(Math.log(1.64)), within(1e-15));
    }

    /** The mean of a cut law against its draws: 5 standard errors, false alarm below 0.0001 %. */
    @Test
    void aCutLawStaysWithinItsLimits() {
        Distribution.Lognormal law = Distribution.Lognormal.ofMedian(66, 0.62).cut(18, 254);
        SummaryStatistics drawn = draws(law);
        assertThat(drawn.getMin()).isGreaterThanOrEqualTo(18);
        assertThat(drawn.getMax()).isLessThanOrEqualTo(254);
        double error = drawn.getStandardDeviation() / Math.sqrt(DRAWS);
        assertThat(drawn.getMean()).isCloseTo(law.mean(), within(5 * error));
        assertThat(drawn.getMax()).isGreaterThan(250);
        assertThat(drawn.getMin()).isLessThan(18.5);
    }

    /** Median of the cut law: the inverse of the normal law by hand, z of (F(a) + F(b))/2. */
    @Test
    void aCutLawIsDrawnByInversion() {
        Distribution.Lognormal law = Distribution.Lognormal.ofMedian(1, 1).cut(Math.exp(-1), Math.exp(1));
        SummaryStatistics below = new SummaryStatistics();
        RandomStreams random = new RandomStreams(11, 0);
        ContinuousSampler sampler = law.sampler(random);
        for (int place = 0; place < 1000; place++) {
            double uniform = random.at(0, 0, place).uniform();
            random.at(0, 0, place);
            double value = sampler.sample();
            assertThat(value < 1).isEqualTo(uniform < 0.5);
            below.addValue(value);
        }
        assertThat(below.getMax()).isLessThan(Math.E);
    }

    /** Triangular from 2 over 3 to 7: (2 + 3 + 7)/3 and (4 + 9 + 49 - 6 - 14 - 21)/18. */
    @Test
    void momentsAreThoseOfTheTextbook() {
        assertMoments(new Distribution.Fixed(3), 3, 0);
        assertMoments(new Distribution.Uniform(2, 8), 5, 3);
        assertMoments(new Distribution.Triangular(2, 3, 7), 4, 7 / 6.0);
        assertMoments(new Distribution.Exponential(2.5), 2.5, 6.25);
        assertMoments(new Distribution.Gamma(6, 4), 6, 9);
        assertMoments(new Distribution.Beta(2, 4), 1 / 3.0, 2 / 63.0);
        double sigma = 0.5;
        assertMoments(
                Distribution.Lognormal.ofMedian(3, sigma),
                3 * Math.exp(0.125),
                9 * Math.exp(0.25) * (Math.exp(0.25) - 1));
    }

    private static void assertMoments(Distribution law, double mean, double variance) {
        assertThat(law.mean()).isCloseTo(mean, within(1e-14 * mean));
        assertThat(law.variance()).isCloseTo(variance, within(1e-14 * variance));
    }

    @Test
    void limitsAreThoseOfTheLawAndAreScaledWithIt() {
        assertLimits(new Distribution.Fixed(3), 3, 3);
        assertLimits(new Distribution.Uniform(2, 8), 2, 8);
        assertLimits(new Distribution.Triangular(2, 3, 7), 2, 7);
        assertLimits(new Distribution.Exponential(2.5), 0, Double.POSITIVE_INFINITY);
        assertLimits(Distribution.Lognormal.ofMedian(3, 1).cut(2, 5), 2, 5);
        assertThat(new Distribution.Beta(2, 4).lowest()).isZero();
        assertThat(new Distribution.Beta(2, 4).highest()).isEqualTo(1);
        assertThat(new Distribution.Beta(2, 4).scaled(1)).isEqualTo(new Distribution.Beta(2, 4));
        assertThatThrownBy(() -> new Distribution.Beta(2, 4).scaled(2)).hasMessageContaining("no unit to convert");
    }

    private static void assertLimits(Distribution law, double lowest, double highest) {
        assertThat(law.lowest()).isEqualTo(lowest);
        assertThat(law.highest()).isEqualTo(highest);
        assertThat(law.scaled(8).lowest()).isEqualTo(8 * lowest);
        assertThat(law.scaled(8).highest()).isEqualTo(8 * highest);
    }

    /** With P the normal law: e^(1/2) (P(b - 1) - P(a - 1))/(P(b) - P(a)) for a cut from e^a to e^b of median 1 and sigma 1. */
    @Test
    void theMeanOfACutLawIsThatOfTheClosedForm() {
        Distribution.Lognormal law = Distribution.Lognormal.ofMedian(1, 1);
        double root = Math.exp(0.5);
        assertThat(law.cut(Math.exp(-1), Math.exp(1)).mean())
                .isCloseTo(root * (0.5 - 0.022750131948179) / 0.682689492137086, within(1e-12));
        assertThat(law.cut(1, Double.POSITIVE_INFINITY).mean())
                .isCloseTo(root * 0.841344746068543 / 0.5, within(1e-12));
        assertThat(law.cut(0, 1).mean()).isCloseTo(root * 0.158655253931457 / 0.5, within(1e-12));
        assertThat(Distribution.Lognormal.ofMedian(3, 0).cut(2, 5).mean()).isEqualTo(3);
        assertThat(Distribution.Lognormal.ofMedian(3, 0).cut(3, 5).mean()).isEqualTo(3);
    }

    /** What is drawn is where the law has just as much below it as the uniform variate of the place says. */
    @Test
    void drawsInvertTheLaw() {
        Distribution.Triangular rising = new Distribution.Triangular(2, 7, 7);
        Distribution.Triangular peaked = new Distribution.Triangular(2, 3, 7);
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        Distribution.Lognormal low = Distribution.Lognormal.ofMedian(20, 0.8).cut(0, 30);
        Distribution.Lognormal high = Distribution.Lognormal.ofMedian(20, 0.8).cut(10, Double.POSITIVE_INFINITY);
        for (int place = 0; place < 200; place++) {
            assertInverted(new Distribution.Uniform(2, 8), place, value -> (value - 2) / 6);
            assertInverted(rising, place, value -> (value - 2) * (value - 2) / 25);
            assertInverted(
                    peaked,
                    place,
                    value -> value < 3 ? (value - 2) * (value - 2) / 5 : 1 - (7 - value) * (7 - value) / 20);
            assertInverted(
                    low,
                    place,
                    value -> normal.cumulativeProbability(Math.log(value / 20) / 0.8)
                            / normal.cumulativeProbability(Math.log(1.5) / 0.8));
            double below = normal.cumulativeProbability(Math.log(0.5) / 0.8);
            assertInverted(
                    high,
                    place,
                    value -> (normal.cumulativeProbability(Math.log(value / 20) / 0.8) - below) / (1 - below));
        }
    }

    private static void assertInverted(Distribution law, int place, DoubleUnaryOperator below) {
        RandomStreams random = new RandomStreams(3, 0);
        double uniform = random.at(0, 0, place).uniform();
        random.at(0, 0, place);
        assertThat(below.applyAsDouble(law.sampler(random).sample())).isCloseTo(uniform, within(1e-8));
    }

    @Test
    void theLogarithmOfALognormalDrawIsANormalOneAndAnExponentialOneScales() {
        RandomStreams random = new RandomStreams(3, 0);
        for (int place = 0; place < 100; place++) {
            double gaussian = random.at(0, 0, place).gaussian();
            random.at(0, 0, place);
            double drawn =
                    Distribution.Lognormal.ofMedian(20, 0.8).sampler(random).sample();
            assertThat(Math.log(drawn)).isCloseTo(Math.log(20) + 0.8 * gaussian, within(1e-12));
            double exponential = random.at(0, 0, place).exponential();
            random.at(0, 0, place);
            assertThat(new Distribution.Exponential(2.5).sampler(random).sample())
                    .isEqualTo(2.5 * exponential);
        }
    }

    @Test
    void equalLimitsAreRefusedWhereTheLawNeedsRoomAndAPeakMayLieAtALimit() {
        assertThatThrownBy(() -> new Distribution.Uniform(2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Triangular(2, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Distribution.Triangular(3, 2, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Distribution.Lognormal.ofMedian(1, 1).cut(2, 2))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new Distribution.Triangular(1, 1, 4).mean()).isEqualTo(2);
        assertThat(new Distribution.Triangular(1, 4, 4).mean()).isEqualTo(3);
    }

    @Test
    void crossedLimitsAreRefused() {
        assertThatThrownBy(() -> new Distribution.Uniform(2, 1)).hasMessageContaining("must be less than");
        assertThatThrownBy(() -> new Distribution.Triangular(1, 5, 3)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> Distribution.Lognormal.ofMedian(1, 1).cut(2, 1))
                .hasMessageContaining("must be less");
    }

    private static SummaryStatistics draws(Distribution law) {
        RandomStreams random = new RandomStreams(42, 0);
        ContinuousSampler sampler = law.sampler(random);
        SummaryStatistics statistics = new SummaryStatistics();
        for (int place = 0; place < DRAWS; place++) {
            random.at(1, 2, place);
            statistics.addValue(sampler.sample());
        }
        return statistics;
    }
}
