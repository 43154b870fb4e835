package dev.handoff.experiment;

import dev.handoff.metric.Metric;
import java.util.List;
import java.util.Map;

/**
 * The estimates of one arm.
 *
 * @param measures what each replication was summed up as
 * @param values by the measure's id
 * @param differences to the twin, paired, by the measure's id; empty if it has none
 */
public record ArmResult(
        Arm arm,
        List<Curve> curves,
        List<Measure> measures,
        Map<String, Estimate> values,
        Map<String, Estimate> differences,
        List<ContactResult> contacts) {

    public Curve curve(Metric metric) {
        return curves.get(Measure.SAMPLED.indexOf(metric));
    }

    /** Null if there is no such value, for example over a year where the horizon is shorter. */
    public Estimate value(Measure measure) {
        return values.get(measure.id());
    }

    /** Null if there is no twin or no such value. */
    public Estimate difference(Measure measure) {
        return differences.get(measure.id());
    }

    /** Payback week of the mean curve; NaN if it never pays back. */
    public double meanPaybackWeek() {
        return Payback.week(curve(Metric.CAPACITY_FREED_CUMULATIVE).means());
    }

    /** Share of replications that never pay back; NaN where nobody is handed over. */
    public double neverPaysBackShare(int replications) {
        int paid = value(Measure.PAYBACK_WEEK).n();
        return arm.hasTwin() && replications > 0 ? 1 - (double) paid / replications : Double.NaN;
    }
}
