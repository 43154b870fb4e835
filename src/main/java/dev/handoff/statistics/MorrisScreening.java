package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.ArrayList;
import java.util.List;

/**
 * Screening by elementary effects (Morris 1991, Campolongo, Cariboni and Saltelli 2007): how much the outcome changes, for each unit of
 * a factor, that is, over its whole range, when this factor alone makes a step. All numbers are in the outcome's unit.
 *
 * @param factors in the order of the design
 */
public record MorrisScreening(List<Factor> factors) {

    /**
     * @param mean of the effects, mu: the direction
     * @param absoluteMean of the effects without their sign, mu*: the importance; its interval comes from trajectories drawn
     *     again and, where replications are common to the points, these left out in turn
     * @param deviation of the effects, sigma: how much the effect depends on the other factors, or on the factor's own value
     * @param noiseVariance mean variance of one effect that comes from replications alone; 0 if outcomes are without noise
     * @param noiseShare of the mean square of the effects: near 0 the effects are known, at 1 they are nothing but noise
     * @param absoluteMeanOfNoise what mu* would be without any effect
     */
    public record Factor(
            double mean,
            ConfidenceInterval absoluteMean,
            double deviation,
            double noiseVariance,
            double noiseShare,
            double absoluteMeanOfNoise) {

        /** Sigma less what noise adds to it; 0 where noise explains all of it. */
        public double deviationWithoutNoise() {
            return Math.sqrt(Math.max(0, deviation * deviation - noiseVariance));
        }
    }

    /**
     * From outcomes of single replications, the n-th of every point in the same random world.
     *
     * @param values by point of the design, then replication: 1 if outcomes are without noise, else 5 or more
     */
    public static MorrisScreening of(MorrisDesign design, double[][] values, Resampling resampling) {
        int replications = Replications.count(values, design.points().length);
        double[][][] effects = effects(design, values);
        List<Factor> factors = new ArrayList<>();
        for (double[][] effect : effects) {
            double[] means = new double[effect.length];
            double[] variances = new double[effect.length];
            for (int trajectory = 0; trajectory < effect.length; trajectory++) {
                means[trajectory] = Moments.mean(effect[trajectory]);
                variances[trajectory] = replications == 1 ? 0 : Moments.variance(effect[trajectory]) / replications;
            }
            ConfidenceInterval[] interval = Replications.widened(
                    drawnAgain(means, resampling),
                    replications,
                    resampling.confidence(),
                    kept -> absoluteMean(effect, kept));
            factors.add(factor(means, variances, interval[0]));
        }
        return new MorrisScreening(List.copyOf(factors));
    }

    /**
     * From means whose replications are independent between points.
     *
     * @param means by point of the design
     * @param standardErrors of the means
     */
    public static MorrisScreening ofMeans(
            MorrisDesign design, double[] means, double[] standardErrors, Resampling resampling) {
        int points = design.points().length;
        Check.that(
                means.length == points && standardErrors.length == points,
                "%s means and %s standard errors, the design has %s points",
                means.length,
                standardErrors.length,
                points);
        double[][] values = new double[points][];
        for (int point = 0; point < points; point++) {
            values[point] = new double[] {means[point]};
        }
        double[][][] effects = effects(design, values);
        double[][] variances = variances(design, standardErrors);
        List<Factor> factors = new ArrayList<>();
        for (int factor = 0; factor < effects.length; factor++) {
            double[] single = new double[design.trajectories()];
            for (int trajectory = 0; trajectory < single.length; trajectory++) {
                single[trajectory] = effects[factor][trajectory][0];
            }
            factors.add(factor(single, variances[factor], drawnAgain(single, resampling)[0]));
        }
        return new MorrisScreening(List.copyOf(factors));
    }

    /** By factor, then trajectory, then replication. */
    private static double[][][] effects(MorrisDesign design, double[][] values) {
        int steps = design.factors();
        double[][][] effects = new double[steps][design.trajectories()][values[0].length];
        for (int trajectory = 0; trajectory < design.trajectories(); trajectory++) {
            for (int step = 0; step < steps; step++) {
                int factor = design.changed()[trajectory][step];
                int before = trajectory * (steps + 1) + step;
                double change = design.points()[before + 1][factor] - design.points()[before][factor];
                for (int replication = 0; replication < values[0].length; replication++) {
                    double difference = values[before + 1][replication] - values[before][replication];
                    effects[factor][trajectory][replication] = Math.signum(change) * difference / design.step();
                }
            }
        }
        return effects;
    }

    /** Of the effects, by factor, then trajectory. */
    private static double[][] variances(MorrisDesign design, double[] standardErrors) {
        int steps = design.factors();
        double[][] variances = new double[steps][design.trajectories()];
        for (int trajectory = 0; trajectory < design.trajectories(); trajectory++) {
            for (int step = 0; step < steps; step++) {
                double before = standardErrors[trajectory * (steps + 1) + step] / design.step();
                double after = standardErrors[trajectory * (steps + 1) + step + 1] / design.step();
                variances[design.changed()[trajectory][step]][trajectory] = before * before + after * after;
            }
        }
        return variances;
    }

    private static ConfidenceInterval[] drawnAgain(double[] effects, Resampling resampling) {
        return Bootstrap.intervals(effects.length, resampling, drawn -> {
            double sum = 0;
            for (int trajectory : drawn) {
                sum += Math.abs(effects[trajectory]);
            }
            return new double[] {sum / drawn.length};
        });
    }

    private static double[] absoluteMean(double[][] effect, int[] kept) {
        double sum = 0;
        for (double[] trajectory : effect) {
            double mean = 0;
            for (int replication : kept) {
                mean += trajectory[replication] / kept.length;
            }
            sum += Math.abs(mean);
        }
        return new double[] {sum / effect.length};
    }

    private static Factor factor(double[] effects, double[] variances, ConfidenceInterval absoluteMean) {
        double square = 0;
        double ofNoise = 0;
        for (int trajectory = 0; trajectory < effects.length; trajectory++) {
            square += effects[trajectory] * effects[trajectory] / effects.length;
            ofNoise += Math.sqrt(2 / Math.PI * variances[trajectory]) / effects.length;
        }
        double noise = Moments.mean(variances);
        return new Factor(
                Moments.mean(effects),
                new ConfidenceInterval(absoluteMean.estimate(), Math.max(0, absoluteMean.low()), absoluteMean.high()),
                Math.sqrt(Moments.variance(effects)),
                noise,
                square == 0 ? 0 : Math.min(1, noise / square),
                ofNoise);
    }
}
