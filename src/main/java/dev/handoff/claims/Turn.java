package dev.handoff.claims;

import dev.handoff.statistics.Bootstrap;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.Resampling;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where an effect changes its sign, linear between the positions at which it was measured, with the interval of 95 % that resamples of the
 * replications give ({@link Bootstrap}). A resample without a change counts as changing beyond the end at which the effect is
 * nearer to 0.
 *
 * @param at in the unit of the setting; NaN if the effect has the same sign everywhere
 * @param low minus infinity if the change may lie below the range
 * @param high infinity if it may lie above
 */
public record Turn(double at, double low, double high) {
    private static final long SEED = 1;

    /** Whether the effect changes its sign within the range. */
    public boolean isThere() {
        return !Double.isNaN(at);
    }

    /**
     * @param positions rising
     * @param effects by position, then replication; those without a value at some position are left out
     */
    static Turn of(double[] positions, double[][] effects) {
        int[] known = known(effects);
        ConfidenceInterval turn = Bootstrap.intervals(known.length, Resampling.usual(SEED), drawn ->
                new double[] {crossingOrBeyond(positions, means(effects, known, drawn))})[0];
        boolean isThere = Double.isFinite(orInfinite(positions, turn.estimate()));
        return new Turn(
                isThere ? turn.estimate() : Double.NaN,
                orInfinite(positions, turn.low()),
                orInfinite(positions, turn.high()));
    }

    private static int[] known(double[][] effects) {
        return IntStream.range(0, effects[0].length)
                .filter(replication ->
                        Arrays.stream(effects).noneMatch(ofPosition -> Double.isNaN(ofPosition[replication])))
                .toArray();
    }

    private static double[] means(double[][] effects, int[] known, int[] drawn) {
        double[] means = new double[effects.length];
        for (int position = 0; position < means.length; position++) {
            for (int place : drawn) {
                means[position] += effects[position][known[place]] / drawn.length;
            }
        }
        return means;
    }

    /** The first change of sign; without one a place beyond the end at which the effect is nearer to 0, by as much as the range is wide. */
    private static double crossingOrBeyond(double[] positions, double[] means) {
        int last = means.length - 1;
        for (int next = 1; next <= last; next++) {
            double before = means[next - 1];
            double after = means[next];
            if (before != 0 && before * after <= 0) {
                double share = before / (before - after);
                return positions[next - 1] + share * (positions[next] - positions[next - 1]);
            }
        }
        double width = positions[last] - positions[0];
        return Math.abs(means[last]) < Math.abs(means[0]) ? positions[last] + width : positions[0] - width;
    }

    private static double orInfinite(double[] positions, double place) {
        if (place < positions[0]) {
            return Double.NEGATIVE_INFINITY;
        }
        return place > positions[positions.length - 1] ? Double.POSITIVE_INFINITY : place;
    }
}
