package dev.handoff.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
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
