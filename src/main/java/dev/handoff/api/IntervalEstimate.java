package dev.handoff.api;

import dev.handoff.experiment.Estimate;
import dev.handoff.experiment.Measure;
import dev.handoff.report.Units;

/**
 * A mean over replications, or a mean of paired differences, with its 95 % confidence interval.
 *
 * @param unit as in files; a share is from 0 to 1
 * @param isDifference whether it is a difference, so that per cent are points
 * @param replications how many had a value; the mean is NaN for 0, the limits also for 1
 */
public record IntervalEstimate(
        String metric, String unit, boolean isDifference, int replications, double mean, double low, double high) {

    static IntervalEstimate of(Measure measure, Estimate estimate) {
        return of(measure, false, estimate);
    }

    static IntervalEstimate ofDifference(Measure measure, Estimate estimate) {
        return of(measure, true, estimate);
    }

    private static IntervalEstimate of(Measure measure, boolean isDifference, Estimate estimate) {
        return new IntervalEstimate(
                measure.id(),
                measure.unit(),
                isDifference,
                estimate.n(),
                estimate.mean(),
                estimate.low(),
                estimate.high());
    }

    /** Whether the interval holds the value. */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }

    /** As people read it: {@code 29.9 % (28.6 to 31.2)}, a difference of shares as {@code -5.0 points (-6.1 to -3.9)}. */
    @Override
    public String toString() {
        return isDifference ? Units.differenceText(unit, mean, low, high) : Units.text(unit, mean, low, high);
    }
}
