package dev.handoff.report;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import java.util.ArrayList;
import java.util.List;

/**
 * A number that belongs on one page.
 *
 * @param label for people
 * @param asPercent whether it is a share that people read in per cent
 */
public record Headline(String label, Measure measure, boolean asPercent) {

    /** All headlines that exist for an arm, in reading order. */
    public static List<Headline> of(ArmResult result) {
        int horizon = result.arm().horizon();
        List<Headline> all = new ArrayList<>();
        all.add(hours("Capacity freed, mean week", Measure.of(Metric.CAPACITY_FREED)));
        all.add(hours("  weeks 27 to 52", Measure.secondHalfYear()));
        all.add(hours("  last 13 weeks", Measure.lastQuarter(horizon)));
        all.add(share("Burnout risk by week 52", Measure.afterYear(Metric.BURNOUT_RISK)));
        all.add(share("Burnout risk by week " + horizon, Measure.of(Metric.BURNOUT_RISK)));
        all.add(share("Customers lost by week 52", Measure.afterYear(Metric.CUSTOMER_CHURN)));
        all.add(share("Customers lost by week " + horizon, Measure.of(Metric.CUSTOMER_CHURN)));
        all.add(hours("Executive's hours, mean week", Measure.of(Metric.EXECUTIVE_HOURS)));
        all.removeIf(headline -> result.value(headline.measure()) == null || headline.repeats(horizon));
        return all;
    }

    /** The label by itself, where it does not stand below the one that it continues. */
    public String title() {
        return label.startsWith(" ") ? "Capacity freed, " + label.strip() : label;
    }

    private static Headline hours(String label, Measure measure) {
        return new Headline(label, measure, false);
    }

    private static Headline share(String label, Measure measure) {
        return new Headline(label, measure, true);
    }

    /** Whether the final value says the same. */
    private boolean repeats(int horizon) {
        return horizon == 52 && measure.id().endsWith("_52") && asPercent;
    }
}
