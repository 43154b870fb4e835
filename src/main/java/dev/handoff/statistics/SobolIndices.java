package dev.handoff.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Variance-based sensitivity (Sobol 1993): how much of the variance that uncertain factors cause comes from each factor, replication noise
 * set apart. First-order indices by the estimator (b), total ones by (f), that is Jansen's (1999), of Saltelli et al. (2010), table 2, on
 * means of replications; what finite replications add to a product of two means is taken off by multiplying only outcomes of
 * different replications.
 *
 * @param factors in the order of the design
 */
public record SobolIndices(List<Factor> factors, VarianceParts variance) {

    /**
     * Shares may lie a little outside 0 to 1, as estimates do.
     *
     * @param firstOrder share of the variance that would go, on average, if the factor were known; what it does on its own
     * @param total share that would stay, on average, if everything else were known; what it has a part in
     */
    public record Factor(ConfidenceInterval firstOrder, ConfidenceInterval total) {}

    /**
     * The variance of one outcome of a random point in a random world, in the square of its unit, as in a crossed analysis of variance with
     * random effects: outcome = mean + parameters + worlds + interaction.
     *
     * @param parameters variance of the expected outcome from point to point; the indices are shares of it
     * @param worlds variance that all points have in common in the same replication; pairing takes it off
     * @param interaction variance that remains between replications of a point, less that of the worlds
     */
    public record VarianceParts(double parameters, double worlds, double interaction) {

        public double replicationNoise() {
            return worlds + interaction;
        }

        /** Of the whole variance of a single outcome, from 0 to 1; 0 where nothing varies. */
        public double noiseShare() {
            double whole = Math.max(0, parameters) + replicationNoise();
            return whole == 0 ? 0 : replicationNoise() / whole;
        }
    }

    /**
     * Intervals come from base points drawn again, widened by what the replications that are common to all points add. They are
     * approximate for independent base points and too wide for those of a Sobol sequence, whose balance a resample loses.
     *
     * @param values by point of the design, then replication, the n-th of every point in the same random world; 1 replication if outcomes
     *     are without noise, else 5 or more
     */
    public static SobolIndices of(RadialDesign design, double[][] values, Resampling resampling) {
        int replications = Replications.count(values, design.points().length);
        int[] all = IntStream.range(0, replications).toArray();
        int[] bases = IntStream.range(0, design.bases()).toArray();
        BasePoints points = BasePoints.of(design, values, all);
        ConfidenceInterval[] intervals = Replications.widened(
                Bootstrap.intervals(design.bases(), resampling, points::indices),
                replications,
                resampling.confidence(),
                kept -> BasePoints.of(design, values, kept).indices(bases));
        List<Factor> factors = new ArrayList<>();
        for (int factor = 0; factor < design.factors(); factor++) {
            factors.add(new Factor(intervals[2 * factor], intervals[2 * factor + 1]));
        }
        return new SobolIndices(List.copyOf(factors), points.parts(bases));
    }
}
