package dev.handoff.experiment;

import dev.handoff.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * A point of one of the three curves as a number of its own: the mean over four weeks, as capacity freed is drawn.
 *
 * @param firstWeek 1 or more
 * @param lastWeek not before the first
 */
public record CurvePoint(Metric metric, int firstWeek, int lastWeek) {
    /** The three curves. */
    public static final List<Metric> CURVES =
            List.of(Metric.CAPACITY_FREED, Metric.BURNOUT_RISK, Metric.CUSTOMER_CHURN);

    private static final int WEEKS = 4;

    /** Points of a whole curve; the last one is over the weeks that are left. */
    public static List<CurvePoint> of(Metric metric, int horizonWeeks) {
        List<CurvePoint> points = new ArrayList<>();
        for (int first = 1; first <= horizonWeeks; first += WEEKS) {
            points.add(new CurvePoint(metric, first, Math.min(horizonWeeks, first + WEEKS - 1)));
        }
        return List.copyOf(points);
    }

    static List<CurvePoint> all(int horizonWeeks) {
        return CURVES.stream()
                .flatMap(metric -> of(metric, horizonWeeks).stream())
                .toList();
    }

    public Measure measure() {
        return new Measure(
                metric.id() + "_in_" + firstWeek + "_" + lastWeek,
                metric.unit(),
                metric.meaning() + ", mean of weeks " + firstWeek + " to " + lastWeek);
    }
}
