package dev.handoff.kernel;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;

/**
 * A random quantity as a scenario names it: a law with its moments and a sampler. All are of non-negative quantities and
 * carry the unit of the parameter that they stand for.
 */
public sealed interface Distribution {

    /** The expected value. */
    double mean();

    /** The median where the law names it, else the mean. */
    default double middle() {
        return mean();
    }

    /** The variance, in the square of the unit; for a cut law the variance of the uncut one. */
    double variance();

    /** No draw is below; a law without a positive lower limit gives 0. */
    default double lowest() {
        return 0;
    }

    /** No draw is above; infinity for a law without an upper limit. */
    default double highest() {
        return Double.POSITIVE_INFINITY;
    }

    /** The same law for the quantity times a positive factor; used to convert units. */
    Distribution scaled(double factor);

    /** Draws from the place where the given source stands; sources are set to a place by {@link RandomStreams}. */
    ContinuousSampler sampler(RandomStreams random);

    /** Always the same value. */
    record Fixed(double value) implements Distribution {
        @Override
        public double mean() {
            return value;
        }

        @Override
        public double variance() {
            return 0;
        }

        @Override
        public double lowest() {
            return value;
        }

        @Override
        public double highest() {
            return value;
        }

        @Override
        public Distribution scaled(double factor) {
            return new Fixed(value * factor);
        }

        @Override
        public ContinuousSampler sampler(RandomStreams random) {
            return () -> value;
        }
    }

    /** Every value from {@code from} to {@code to} equally likely. */
    record Uniform(double from, double to) implements Distribution {
        public Uniform {
            Check.that(from < to, "from (%s) must be less than to (%s)", from, to);
        }

        @Override
        public double mean() {
            return (from + to) / 2;
        }

        @Override
        public double variance() {
            return (to - from) * (to - from) / 12;
        }

        @Override
        public double lowest() {
            return from;
        }

        @Override
        public double highest() {
            return to;
        }

        @Override
        public Distribution scaled(double factor) {
            return new Uniform(from * factor, to * factor);
        }

        @Override
        public ContinuousSampler sampler(RandomStreams random) {
            return () -> from + (to - from) * random.uniform();
        }
    }

    /** A straight rise from {@code from} to {@code mode} and a straight fall to {@code to}. */
    record Triangular(double from, double mode, double to) implements Distribution {
        public Triangular {
            Check.that(
                    from <= mode && mode <= to && from < to, "from (%s), mode (%s), to (%s) must rise", from, mode, to);
        }

        @Override
        public double mean() {
            return (from + mode + to) / 3;
        }

        @Override
        public double variance() {
            return (from * from + mode * mode + to * to - from * mode - from * to - mode * to) / 18;
        }

        @Override
        public double lowest() {
            return from;
        }

        @Override
        public double highest() {
            return to;
        }

        @Override
        public Distribution scaled(double factor) {
            return new Triangular(from * factor, mode * factor, to * factor);
        }

        @Override
        public ContinuousSampler sampler(RandomStreams random) {
            return () -> quantile(random.uniform());
        }

        private double quantile(double probability) {
            double rising = (mode - from) / (to - from);
            return probability < rising
                    ? from + Math.sqrt(probability * (to - from) * (mode - from))
                    : to - Math.sqrt((1 - probability) * (to - from) * (to - mode));
        }
    }

    /** Memoryless. */
    record Exponential(double mean) implements Distribution {
        @Override
        public double variance() {
            return mean * mean;
        }

        @Override
        public Distribution scaled(double factor) {
            return new Exponential(mean * factor);
        }

        @Override
        public ContinuousSampler sampler(RandomStreams random) {
            return () -> mean * random.exponential();
        }
    }

    /**
     * Its logarithm is normal with median {@code median} and standard deviation {@code sigma}; conditioned on the interval
     * from {@code from} to {@code to} where these are not 0 and infinity, and then drawn by inversion of one uniform.
     */
    record Lognormal(double median, double sigma, double from, double to) implements Distribution {
        private static final NormalDistribution NORMAL =
                new NormalDistribution(null, 0, 1, NormalDistribution.DEFAULT_INVERSE_ABSOLUTE_ACCURACY);

        public Lognormal {
            Check.that(from < to, "from (%s) must be less than to (%s)", from, to);
        }

        public static Lognormal ofMedian(double median, double sigma) {
            return new Lognormal(median, sigma, 0, Double.POSITIVE_INFINITY);
        }

        /** @param cv coefficient of variation, 0 or more */
        public static Lognormal ofMean(double mean, double cv) {
            return ofMeanAndSigma(mean, StrictMath.sqrt(StrictMath.log1p(cv * cv)));
        }

        public static Lognormal ofMeanAndSigma(double mean, double sigma) {
            return ofMedian(mean * StrictMath.exp(-sigma * sigma / 2), sigma);
        }

        public Lognormal cut(double from, double to) {
            return new Lognormal(median, sigma, from, to);
        }

        @Override
        public double middle() {
            return Math.max(from, Math.min(to, median));
        }

        private boolean isCut() {
            return from > 0 || to < Double.POSITIVE_INFINITY;
        }

        @Override
        public double mean() {
            double mean = median * StrictMath.exp(sigma * sigma / 2);
            if (!isCut() || sigma == 0) {
                return mean;
            }
            double shifted =
                    NORMAL.cumulativeProbability(score(to) - sigma) - NORMAL.cumulativeProbability(score(from) - sigma);
            return mean
                    * shifted
                    / (NORMAL.cumulativeProbability(score(to)) - NORMAL.cumulativeProbability(score(from)));
        }

        @Override
        public double variance() {
            double square = sigma * sigma;
            return median * median * StrictMath.exp(square) * StrictMath.expm1(square);
        }

        @Override
        public double lowest() {
            return from;
        }

        @Override
        public double highest() {
            return to;
        }

        @Override
        public Distribution scaled(double factor) {
            return new Lognormal(median * factor, sigma, from * factor, to * factor);
        }

        @Override
        public ContinuousSampler sampler(RandomStreams random) {
            if (!isCut()) {
                double location = StrictMath.log(median);
                return () -> Fast.exp(location + sigma * random.gaussian());
            }
            double lowest = NORMAL.cumulativeProbability(score(from));
            double width = NORMAL.cumulativeProbability(score(to)) - lowest;
            return () -> median
                    * StrictMath.exp(sigma * NORMAL.inverseCumulativeProbability(lowest + width * random.uniform()));
        }

        private double score(double value) {
            return StrictMath.log(value / median) / sigma;
        }
    }

    /** On the interval from 0 to 1. */
    record Beta(double alpha, double beta) implements Distribution {
        @Override
        public double mean() {
            return alpha / (alpha + beta);
        }

        @Override
        public double variance() {
            double sum = alpha + beta;
            return alpha * beta / (sum * sum * (sum + 1));
        }

        @Override
        public double highest() {
            return 1;
        }

        @Override
        public Distribution scaled(double factor) {
            Check.that(factor == 1, "a beta distribution has no unit to convert");
            return this;
        }

        @Override
        public ContinuousSampler sampler(RandomStreams random) {
            return ChengBetaSampler.of(random, alpha, beta);
        }
    }

    /** The sum of {@code shape} exponential phases, where that is a whole number. */
    record Gamma(double mean, double shape) implements Distribution {
        @Override
        public double variance() {
            return mean * mean / shape;
        }

        @Override
        public Distribution scaled(double factor) {
            return new Gamma(mean * factor, shape);
        }

        @Override
        public ContinuousSampler sampler(RandomStreams random) {
            return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, mean / shape);
        }
    }
}
