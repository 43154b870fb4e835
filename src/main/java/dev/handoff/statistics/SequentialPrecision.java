package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes replications in their order until they are enough by a {@link PrecisionRule}. When it stops depends on the values alone, not on how
 * many are there at a time; those that come after the end are left out. An unknown value, NaN, is left out of its own target only.
 */
public final class SequentialPrecision {
    /** Equal values have no width; only of this many can less than one in a hundred differ, with a confidence of 95 %. */
    private static final int TELLING = 300;

    private final PrecisionRule rule;
    private final List<PrecisionTarget> targets;
    private final double[][] values; // by target, then place among the known ones
    private final int[] known; // by target
    private int replications;
    private int nextLook;
    private int metSince; // the look since which all targets are met; 0 if they are not
    private boolean enough;

    /** @param targets one or more */
    public SequentialPrecision(PrecisionRule rule, List<PrecisionTarget> targets) {
        Check.that(!targets.isEmpty(), "targets (%s) must not be empty", targets);
        this.rule = rule;
        this.targets = List.copyOf(targets);
        values = new double[targets.size()][rule.first()];
        known = new int[targets.size()];
        nextLook = rule.lookAfter(0);
    }

    /**
     * Takes the next replication.
     *
     * @param byTarget its values, 0 or 1 for probabilities
     */
    public void add(double... byTarget) {
        Check.that(byTarget.length == targets.size(), "values (%s) must be one for each target", byTarget.length);
        if (isFinished()) {
            return;
        }
        for (int target = 0; target < byTarget.length; target++) {
            if (!Double.isNaN(byTarget[target])) {
                keep(target, byTarget[target]);
            }
        }
        replications++;
        if (replications == nextLook) {
            look();
        }
    }

    private void keep(int target, double value) {
        if (known[target] == values[target].length) {
            values[target] = Arrays.copyOf(values[target], 2 * known[target]);
        }
        values[target][known[target]++] = value;
    }

    private void look() {
        boolean met = true;
        for (int target = 0; target < known.length && met; target++) {
            met = isMet(target, interval(target));
        }
        metSince = !met ? 0 : metSince == 0 ? replications : metSince;
        enough = met && replications - metSince >= rule.lookAhead(metSince);
        nextLook = rule.lookAfter(replications);
    }

    /** How many replications there are, without those that came after the end. */
    public int replications() {
        return replications;
    }

    /** How many replications there must be before anything can change. */
    public int nextLook() {
        return isFinished() ? replications : nextLook;
    }

    /** Whether the precision is reached or the budget spent. */
    public boolean isFinished() {
        return enough || replications == rule.budget();
    }

    /** Whether the precision is reached, look-ahead included. */
    public boolean isReached() {
        return enough;
    }

    /** By target, from all replications so far. */
    public List<PrecisionReached> reached() {
        List<PrecisionReached> reached = new ArrayList<>();
        for (int target = 0; target < known.length; target++) {
            ConfidenceInterval interval = interval(target);
            PrecisionTarget wanted = targets.get(target);
            double needed = known[target] * growth(target, interval) * replications / known[target];
            reached.add(
                    new PrecisionReached(wanted, known[target], interval, isMet(target, interval), Math.ceil(needed)));
        }
        return reached;
    }

    private boolean isMet(int target, ConfidenceInterval interval) {
        return (interval.halfWidth() > 0 || known[target] >= TELLING)
                && targets.get(target).isMet(interval);
    }

    /* Each interval takes an equal part of the error (Bonferroni). */
    private double confidence() {
        return 1 - (1 - rule.confidence()) / targets.size();
    }

    private ConfidenceInterval interval(int target) {
        double[] sample = Arrays.copyOf(values[target], known[target]);
        return switch (targets.get(target).kind()) {
            case MEAN -> ConfidenceIntervals.ofMean(sample, confidence());
            case QUANTILE -> {
                Arrays.sort(sample);
                yield ConfidenceIntervals.ofQuantile(sample, targets.get(target).probability(), confidence());
            }
            case PROBABILITY ->
                ConfidenceIntervals.ofProbability(
                        (int) Math.round(Arrays.stream(sample).sum()), sample.length, confidence());
        };
    }

    /** By how much the number of replications must be multiplied: half-widths shrink with the root of their number. */
    private double growth(int target, ConfidenceInterval interval) {
        double excess = interval.halfWidth() / targets.get(target).allowed(interval.estimate());
        return Double.isInfinite(excess) ? Double.NaN : excess * excess;
    }
}
