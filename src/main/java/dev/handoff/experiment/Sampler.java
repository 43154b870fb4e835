package dev.handoff.experiment;

import dev.handoff.metric.Metric;
import dev.handoff.model.World;
import java.util.Arrays;
import java.util.List;

/** The numbers of one replication of one arm, taken week by week; used again for the next replication. */
final class Sampler {
    private static final Metric[] SAMPLED = Measure.SAMPLED.toArray(Metric[]::new);
    private static final Metric[] METRICS = Metric.values();

    private final Layout layout;
    private final int horizon;
    private final double[] curves; // by measure, then week
    private final double[] values; // by value measure
    private final double[] leftAt; // by contact, week
    private final double[] acceptedAt; // by contact, week
    private final double[] total; // by sampled metric, at the end of the last week
    private final double[] perTotal;
    private final double[] firstTotal; // at week 0
    private final double[] firstPerTotal;

    Sampler(Layout layout) {
        this.layout = layout;
        horizon = layout.weeks() - 1;
        curves = new double[layout.curves().size() * layout.weeks()];
        values = new double[layout.values().size()];
        leftAt = new double[layout.contacts()];
        acceptedAt = new double[layout.contacts()];
        total = new double[SAMPLED.length];
        perTotal = new double[SAMPLED.length];
        firstTotal = new double[SAMPLED.length];
        firstPerTotal = new double[SAMPLED.length];
    }

    Layout layout() {
        return layout;
    }

    double curve(int measure, int week) {
        return curves[layout.column(measure, week)];
    }

    double value(int measure) {
        return values[measure];
    }

    double leftAt(int contact) {
        return leftAt[contact];
    }

    double acceptedAt(int contact) {
        return acceptedAt[contact];
    }

    /** Takes everything that the world yields at the end of a week; weeks must come in order from 0 on. */
    void sample(World world, int week) {
        for (int metric = 0; metric < SAMPLED.length; metric++) {
            curves[layout.column(metric, week)] = switch (SAMPLED[metric].kind()) {
                case FLOW -> flow(metric, world, week);
                case RATIO -> ratio(metric, world, week);
                default -> SAMPLED[metric].of(world);
            };
        }
    }

    private double flow(int metric, World world, int week) {
        double now = SAMPLED[metric].of(world);
        double before = total[metric];
        total[metric] = now;
        if (week == 0) {
            firstTotal[metric] = now;
            return 0;
        }
        return now - before;
    }

    private double ratio(int metric, World world, int week) {
        double perBefore = perTotal[metric];
        perTotal[metric] = SAMPLED[metric].perValue(world);
        double increase = flow(metric, world, week);
        if (week == 0) {
            firstPerTotal[metric] = perTotal[metric];
            return Double.NaN;
        }
        return quotient(increase, perTotal[metric] - perBefore);
    }

    private static double quotient(double dividend, double divisor) {
        return divisor == 0 ? Double.NaN : dividend / divisor;
    }

    /** Sums up the replication when its last week has been sampled. */
    void finish(World world) {
        Arrays.fill(values, Double.NaN);
        int sampled = 0;
        for (Metric metric : METRICS) {
            values[metric.ordinal()] = metric.hasCurve() ? summary(metric, sampled++) : metric.of(world);
        }
        put(Measure.PAYBACK_WEEK, paybackWeek());
        for (Metric metric : List.of(Metric.BURNOUT_RISK, Metric.CUSTOMER_CHURN)) {
            put(Measure.afterYear(metric), horizon >= 52 ? curve(curveOf(metric), 52) : Double.NaN);
        }
        put(Measure.secondHalfYear(), freedBetween(27, 52));
        put(Measure.lastQuarter(horizon), freedBetween(horizon - 12, horizon));
        for (int contact = 0; contact < leftAt.length; contact++) {
            leftAt[contact] = world.measures().leftAt(contact);
            acceptedAt[contact] = world.measures().acceptedAt(contact);
        }
    }

    private double summary(Metric metric, int sampled) {
        return switch (metric.kind()) {
            case FLOW -> (total[sampled] - firstTotal[sampled]) / horizon;
            case RATIO -> quotient(total[sampled] - firstTotal[sampled], perTotal[sampled] - firstPerTotal[sampled]);
            case MEAN_LEVEL -> mean(sampled, 1, horizon);
            case FINAL_LEVEL -> curve(sampled, horizon);
            case FINAL_ONLY -> throw new AssertionError(metric);
        };
    }

    private double mean(int measure, int firstWeek, int lastWeek) {
        double sum = 0;
        for (int week = firstWeek; week <= lastWeek; week++) {
            sum += curve(measure, week);
        }
        return sum / (lastWeek - firstWeek + 1);
    }

    private double freedBetween(int firstWeek, int lastWeek) {
        return firstWeek < 1 || lastWeek > horizon
                ? Double.NaN
                : mean(curveOf(Metric.CAPACITY_FREED), firstWeek, lastWeek);
    }

    private double paybackWeek() {
        int cumulative = curveOf(Metric.CAPACITY_FREED_CUMULATIVE) * layout.weeks();
        return Payback.week(curves, cumulative, layout.weeks());
    }

    /** Mean of the metric's curve over weeks from 1 on. */
    double mean(Metric metric, int firstWeek, int lastWeek) {
        return mean(curveOf(metric), firstWeek, lastWeek);
    }

    /** Fills in what is measured against the twin's replication with the same seed. */
    void compareWith(Sampler twin) {
        againstTwin(Measure.NET_HOURS, Metric.PORTFOLIO_HOURS, twin);
        againstTwin(Measure.LOST_CONTACT_HOURS, Metric.BASELINE_HOURS, twin);
    }

    private void againstTwin(Measure measure, Metric metric, Sampler twin) {
        int own = curveOf(metric);
        int target = layout.curves().indexOf(measure);
        for (int week = 0; week <= horizon; week++) {
            curves[layout.column(target, week)] = twin.curve(own, week) - curve(own, week);
        }
        put(measure, twin.values[metric.ordinal()] - values[metric.ordinal()]);
    }

    private static int curveOf(Metric metric) {
        return Measure.SAMPLED.indexOf(metric);
    }

    private void put(Measure measure, double value) {
        int index = layout.values().indexOf(measure);
        if (index >= 0) {
            values[index] = value;
        }
    }
}
