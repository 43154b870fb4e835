package dev.handoff.experiment;

import dev.handoff.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/** Estimates every week of every curve of one arm from its spool, some columns at a time. */
final class CurveEstimator {
    /** Numbers that one thread holds at a time. */
    private static final int BUDGET = 2_000_000;

    private static final int BURNOUT_RISK = Measure.SAMPLED.indexOf(Metric.BURNOUT_RISK);
    private static final int BURNOUT_PREVALENCE = Measure.SAMPLED.indexOf(Metric.BURNOUT_PREVALENCE);
    private static final int CARRIED_RISK = Measure.SAMPLED.indexOf(Metric.BURNOUT_CARRIED_RISK);

    private final Spool spool;
    private final Layout layout;
    private final int[] rows;
    private final boolean binaryBurnout;
    private final List<Curve> curves = new ArrayList<>();

    private CurveEstimator(Spool spool, int[] rows, boolean binaryBurnout) {
        this.spool = spool;
        this.rows = rows;
        this.binaryBurnout = binaryBurnout;
        layout = spool.layout();
        for (Measure measure : layout.curves()) {
            curves.add(new Curve(measure, layout.weeks()));
        }
    }

    /** @param rows rows of the spool that count, ascending */
    static List<Curve> curves(Spool spool, int[] rows, boolean binaryBurnout, int threads) {
        CurveEstimator estimator = new CurveEstimator(spool, rows, binaryBurnout);
        int columns = estimator.curves.size() * estimator.layout.weeks();
        int perChunk = Math.max(1, Math.min(columns, BUDGET / Math.max(1, rows.length)));
        int chunks = (columns + perChunk - 1) / perChunk;
        Workers.forEach(threads, Math.max(chunks, Math.min(columns, threads)), estimator::chunk);
        return List.copyOf(estimator.curves);
    }

    private void chunk(int chunk, int chunks) {
        long columns = (long) curves.size() * layout.weeks();
        int first = (int) (columns * chunk / chunks);
        int end = (int) (columns * (chunk + 1) / chunks);
        float[][] read = spool.floats(rows, first, end - first);
        Quantiles.Selection selection = new Quantiles.Selection();
        for (int column = first; column < end; column++) {
            estimate(column / layout.weeks(), column % layout.weeks(), read[column - first], selection);
        }
    }

    private void estimate(int measure, int week, float[] values, Quantiles.Selection selection) {
        int n = withoutNaN(values);
        double mean = Intervals.mean(values, n);
        if (isProportion(measure)) {
            curves.get(measure).putMean(week, n, mean, Intervals.wilson(mean, n, -1), Intervals.wilson(mean, n, 1));
        } else {
            double half = Intervals.halfWidth(values, n, mean, Student.of(n));
            curves.get(measure).putMean(week, n, mean, mean - half, mean + half);
        }
        quantiles(measure, week, values, n, selection);
    }

    private boolean isProportion(int measure) {
        return binaryBurnout && (measure == BURNOUT_RISK || measure == BURNOUT_PREVALENCE);
    }

    /* The fan of the burnout risk is that of the risk carried: the onsets themselves are only 0 or 1. */
    private void quantiles(int measure, int week, float[] values, int n, Quantiles.Selection selection) {
        if (measure == BURNOUT_RISK) {
            return;
        }
        boolean constant = n > 0 && isConstant(values, n);
        if (!constant) {
            selection.of(values, n);
        }
        for (int quantile = 0; quantile < Estimate.QUANTILES.size(); quantile++) {
            double value = constant ? values[0] : selection.quantile(Estimate.probability(quantile));
            curves.get(measure).putQuantile(quantile, week, value);
            if (measure == CARRIED_RISK) {
                curves.get(BURNOUT_RISK).putQuantile(quantile, week, value);
            }
        }
    }

    private static boolean isConstant(float[] values, int n) {
        for (int value = 1; value < n; value++) {
            if (values[value] != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** Moves the values that are numbers to the front, in their order, and counts them. */
    private static int withoutNaN(float[] values) {
        int n = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                values[n++] = value;
            }
        }
        return n;
    }

    /** The quantile of Student's distribution, remembered by thread for the n that was asked last. */
    private static final class Student {
        private static final ThreadLocal<Student> LAST = ThreadLocal.withInitial(Student::new);

        private int n = 2;
        private double quantile = Intervals.student(2);

        static double of(int n) {
            Student last = LAST.get();
            if (last.n != n) {
                last.n = n;
                last.quantile = Intervals.student(n);
            }
            return last.quantile;
        }
    }
}
