package dev.handoff.experiment;

import dev.handoff.metric.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A number that an experiment estimates: of each week, or of a whole replication.
 *
 * @param id as in files
 * @param meaning one phrase for people, without a full stop
 */
public record Measure(String id, String unit, String meaning) {

    /** Metrics with a curve, in their order. */
    static final List<Metric> SAMPLED =
            Arrays.stream(Metric.values()).filter(Metric::hasCurve).toList();

    /** Hours that the old contacts cost the executive less than in the same replication without delegation. */
    public static final Measure NET_HOURS = new Measure(
            "net_hours_vs_twin", "h/week", "hours for the old contacts spared against the twin without delegation");

    /** The part of the net hours that comes from other contacts having left, not from delegation. */
    public static final Measure LOST_CONTACT_HOURS = new Measure(
            "hours_of_lost_contacts",
            "h/week",
            "baseline hours that fell away against the twin because more contacts left; negative if fewer left");

    public static final Measure PAYBACK_WEEK = new Measure(
            "payback_week", "weeks", "first week from which the cumulative capacity freed stays at 0 or above");

    /** What has a value in each week of every arm; the last two only where there is a twin. */
    public static final List<Measure> CURVES = curves();

    private static final int YEAR = 52;
    private static final int QUARTER = 13;

    public static Measure of(Metric metric) {
        return new Measure(metric.id(), metric.unit(), metric.meaning());
    }

    /** The metric at the end of a week, as a number of its own. */
    static Measure at(Metric metric, int week) {
        return new Measure(metric.id() + "_" + week, metric.unit(), metric.meaning() + ", by week " + week);
    }

    static Measure freedBetween(int firstWeek, int lastWeek) {
        return new Measure(
                "capacity_freed_" + firstWeek + "_" + lastWeek,
                Metric.CAPACITY_FREED.unit(),
                "mean capacity freed in weeks " + firstWeek + " to " + lastWeek);
    }

    /** What each replication is summed up as, given the horizon and whether there is a twin. */
    static List<Measure> values(int horizon, boolean hasTwin) {
        List<Measure> values = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            values.add(of(metric));
        }
        values.add(PAYBACK_WEEK);
        if (horizon >= YEAR) {
            values.add(at(Metric.BURNOUT_RISK, YEAR));
            values.add(at(Metric.CUSTOMER_CHURN, YEAR));
            values.add(secondHalfYear());
        }
        if (horizon >= QUARTER) {
            values.add(lastQuarter(horizon));
        }
        if (hasTwin) {
            values.add(NET_HOURS);
            values.add(LOST_CONTACT_HOURS);
        }
        return List.copyOf(values);
    }

    /** Capacity freed in weeks 27 to 52; known where the horizon is a year or more. */
    public static Measure secondHalfYear() {
        return freedBetween(YEAR / 2 + 1, YEAR);
    }

    /** Capacity freed in the last 13 weeks; known where the horizon is as long. */
    public static Measure lastQuarter(int horizon) {
        return freedBetween(horizon - QUARTER + 1, horizon);
    }

    /** The metric by week 52; known for burnout risk and customer churn where the horizon is a year or more. */
    public static Measure afterYear(Metric metric) {
        return at(metric, YEAR);
    }

    private static List<Measure> curves() {
        List<Measure> curves = new ArrayList<>();
        for (Metric metric : SAMPLED) {
            curves.add(of(metric));
        }
        curves.add(NET_HOURS);
        curves.add(LOST_CONTACT_HOURS);
        return List.copyOf(curves);
    }
}
