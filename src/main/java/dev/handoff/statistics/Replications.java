package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What replications that all points have in common add to the uncertainty of a statistic: points drawn again meet the same replications, so
 * that a bootstrap over points does not see it. Found by leaving out one group of replications after the other (jackknife, Tukey 1958).
 */
final class Replications {
    /** Fewest that tell anything about their own influence. */
    static final int FEWEST = 5;

    private static final int MOST_GROUPS = 20;

    private Replications() {}

    /**
     * Checks the shape of outcomes.
     *
     * @param values by point, then replication; one replication if outcomes are without noise
     * @return the number of replications
     */
    static int count(double[][] values, int points) {
        Check.that(values.length == points, "outcomes of %s points, the design has %s", values.length, points);
        int replications = values[0].length;
        Check.that(
                replications == 1 || replications >= FEWEST,
                "%s replications of each point; 1 says that there is no noise, else %s are needed",
                replications,
                FEWEST);
        for (double[] point : values) {
            Check.that(
                    point.length == replications,
                    "points have %s and %s replications, all must have as many",
                    replications,
                    point.length);
            for (double value : point) {
                Check.that(Double.isFinite(value), "an outcome is %s", value);
            }
        }
        return replications;
    }

    /**
     * Intervals widened by the replications' part: each half becomes the root of the sum of its square and that of the part.
     *
     * @param intervals by statistic
     * @param statistics from the numbers of the replications that are kept
     */
    static ConfidenceInterval[] widened(
            ConfidenceInterval[] intervals, int replications, double confidence, Function<int[], double[]> statistics) {
        if (replications == 1) {
            return intervals;
        }
        int groups = Math.min(replications, MOST_GROUPS);
        double[][] without = new double[groups][];
        for (int group = 0; group < groups; group++) {
            int left = group;
            without[group] = statistics.apply(kept(replications, replication -> replication % groups != left));
        }
        double student = Moments.student(groups - 1, confidence);
        ConfidenceInterval[] widened = new ConfidenceInterval[intervals.length];
        for (int statistic = 0; statistic < widened.length; statistic++) {
            double part = student * standardError(without, statistic);
            widened[statistic] = widened(intervals[statistic], part);
        }
        return widened;
    }

    private static int[] kept(int replications, IntPredicate isKept) {
        return IntStream.range(0, replications).filter(isKept).toArray();
    }

    private static double standardError(double[][] without, int statistic) {
        double mean = 0;
        for (double[] group : without) {
            mean += group[statistic] / without.length;
        }
        double squares = 0;
        for (double[] group : without) {
            squares += (group[statistic] - mean) * (group[statistic] - mean);
        }
        return Math.sqrt(squares * (without.length - 1) / without.length);
    }

    private static ConfidenceInterval widened(ConfidenceInterval interval, double part) {
        double center = interval.estimate();
        double below = Math.max(0, center - interval.low());
        double above = Math.max(0, interval.high() - center);
        return new ConfidenceInterval(
                center,
                center - Math.sqrt(below * below + part * part),
                center + Math.sqrt(above * above + part * part));
    }
}
