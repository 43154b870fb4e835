package dev.handoff.report;

import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.statistics.ConfidenceInterval;

/**
 * How amounts of a measure are written for people, with as many decimals as the smallest difference that matters asks for.
 *
 * @param asPercent whether it is a share, whose means are in per cent and whose differences are in points
 */
record Amount(Measure measure, boolean asPercent, int decimals) {
    private static final int PERCENT = 100;

    /** @param difference that matters, in the unit of the measure, above 0 */
    static Amount of(Measure measure, double difference) {
        boolean asPercent = Metric.isShare(measure.unit());
        double shown = asPercent ? PERCENT * difference : difference;
        int decimals = Math.max(0, 1 - (int) Math.floor(StrictMath.log10(shown) + 1e-9));
        return new Amount(measure, asPercent, Math.min(9, decimals));
    }

    String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return Units.shown(asPercent ? PERCENT * value : value, decimals);
    }

    /** As number, without what is always zero: for limits that somebody gave. */
    String limit(double value) {
        String text = number(value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** "6.1 (5.0 to 7.2)". */
    String withInterval(ConfidenceInterval interval) {
        String limits = Double.isNaN(interval.low()) ? "" : " (" + limits(interval) + ")";
        return number(interval.estimate()) + limits;
    }

    String limits(ConfidenceInterval interval) {
        return number(interval.low()) + " to " + number(interval.high());
    }

    String unit() {
        return asPercent ? "%" : measure.unit();
    }

    String unitOfDifferences() {
        return asPercent ? "points" : measure.unit();
    }
}
