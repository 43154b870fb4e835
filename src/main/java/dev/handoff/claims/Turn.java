package dev.handoff.claims;

import dev.handoff.kernel.RandomStreams;
import java.util.Arrays;

/**
 * Where an effect changes its sign, linear between the positions at which it was measured, with the interval of 95 % that 1,000 resamples of the
 * replications give (percentiles; Efron 1979). A resample without a change counts as changing beyond the end at which the effect is
 * nearer to 0.
 *
 * @param at NaN if the effect has the same sign everywhere
 * @param low minus infinity if the change may lie below the range
 * @param high infinity if it may lie above
 */
public record Turn(double at, double low, double high) {
    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;
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
        double[] means = means(effects, known, known);
        double at = crossing(positions, means);
        RandomStreams random = new RandomStreams(SEED, 0);
        double[] resampled = new double[RESAMPLES];
        int[] drawn = new int[known.length];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            random.at(0, resample, 0);
            for (int place = 0; place < drawn.length; place++) {
                drawn[place] = known[(int) (random.uniform() * known.length)];
            }
            double[] again = means(effects, drawn, known);
            resampled[resample] = orBeyond(crossing(positions, again), again);
        }
        Arrays.sort(resampled);
        return new Turn(at, resampled[(int) (TAIL * RESAMPLES)], resampled[RESAMPLES - 1 - (int) (TAIL * RESAMPLES)]);
    }

    private static int[] known(double[][] effects) {
        return java.util.stream.IntStream.range(0, effects[0].length)
                .filter(replication ->
                        Arrays.stream(effects).noneMatch(ofPosition -> Double.isNaN(ofPosition[replication])))
                .toArray();
    }

    private static double[] means(double[][] effects, int[] replications, int[] known) {
        double[] means = new double[effects.length];
        for (int position = 0; position < means.length; position++) {
            for (int replication : replications) {
                means[position] += effects[position][replication] / known.length;
            }
        }
        return means;
    }

    /** The first change of sign; NaN if there is none. */
    private static double crossing(double[] positions, double[] means) {
        for (int next = 1; next < means.length; next++) {
            double before = means[next - 1];
            double after = means[next];
            if (before != 0 && before * after <= 0) {
                double share = before / (before - after);
                return positions[next - 1] + share * (positions[next] - positions[next - 1]);
            }
        }
        return Double.NaN;
    }

    private static double orBeyond(double crossing, double[] means) {
        if (!Double.isNaN(crossing)) {
            return crossing;
        }
        boolean above = Math.abs(means[means.length - 1]) < Math.abs(means[0]);
        return above ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
