package dev.handoff.claims;

import dev.handoff.metric.Metric;

/**
 * A metric over some weeks of one replication: the flow of a mean week, the mean state at the ends of the weeks, or a ratio over all of
 * them.
 *
 * @param metric null for the payback week
 * @param first first week, from 1; without meaning for what is known only at the end
 * @param last last week; the horizon for what is known only at the end
 */
public record Window(Metric metric, int first, int last) {
    /** First week from which the capacity freed since the promotion stays at 0 or above; the horizon if there is none. */
    public static final String PAYBACK_WEEK = "payback_week";

    public String id() {
        return metric == null ? PAYBACK_WEEK : metric.id();
    }

    public String unit() {
        return metric == null ? "weeks" : metric.unit();
    }

    /** Whether it has one value for the whole time instead of one for each week. */
    public boolean isOfTheWhole() {
        return metric == null || !metric.hasCurve();
    }

    /** As people read it: {@code customer_churn at week 52}. */
    public String text() {
        if (isOfTheWhole()) {
            return id();
        }
        return id() + (first == last ? " at week " + last : " in weeks " + first + " to " + last);
    }
}
