package dev.handoff.page;

import dev.handoff.metric.Metric;
import java.util.Locale;

/** Numbers of files as people read them: hours with one decimal, shares in per cent, their differences in points. */
final class Shown {
    private static final int DIGITS = 3;

    private Shown() {}

    /** The mean of an estimate with its interval, in hours or per cent: {@code 12.8 (12.6 to 13.0)}; empty if it has none. */
    static String headline(Node estimate) {
        return estimate(estimate, 1);
    }

    /** The same of any metric, with digits that tell something. */
    static String estimate(Node estimate) {
        return estimate(
                estimate.text("unit"), estimate.number("mean"), estimate.number("ci_low"), estimate.number("ci_high"));
    }

    /** An estimate with its interval by its three numbers, of a metric with the given unit; empty if it has none. */
    static String estimate(String unit, double mean, double low, double high) {
        double scale = Metric.isShare(unit) ? 100 : 1;
        double width = high - low;
        double size = Math.abs(mean);
        return estimate(scale, mean, low, high, decimals(scale, Double.isNaN(width) ? size : Math.max(size, width)));
    }

    private static double scale(Node estimate) {
        return Metric.isShare(estimate.text("unit")) ? 100 : 1;
    }

    private static String estimate(Node estimate, int decimals) {
        return estimate(
                scale(estimate),
                estimate.number("mean"),
                estimate.number("ci_low"),
                estimate.number("ci_high"),
                decimals);
    }

    private static String estimate(double scale, double mean, double low, double high, int decimals) {
        if (Double.isNaN(mean)) {
            return "";
        }
        String text = fixed(scale * mean, decimals);
        return Double.isNaN(low)
                ? text
                : text + " (" + fixed(scale * low, decimals) + " to " + fixed(scale * high, decimals) + ")";
    }

    /** The mean alone. */
    static String mean(Node estimate) {
        return fixed(scale(estimate) * estimate.number("mean"), 1);
    }

    /** The interval alone: {@code 12.6 to 13.0}. */
    static String interval(Node estimate) {
        String all = headline(estimate);
        int bracket = all.indexOf(" (");
        return bracket < 0 ? "" : all.substring(bracket + 2, all.length() - 1);
    }

    /** Behind a value: {@code %}, {@code h/week}. */
    static String unit(String unit) {
        return Metric.isShare(unit) ? "%" : unit;
    }

    /** Behind a difference, whose per cent are points. */
    static String differenceUnit(String unit) {
        return Metric.isShare(unit) ? "points" : unit;
    }

    /* Per cent and what is of the size of hours a week with one decimal; small sizes with three digits, large ones with none. */
    private static int decimals(double scale, double size) {
        if (scale != 1 || size >= 1 && size < 1000 || size == 0) {
            return 1;
        }
        return size >= 1000 ? 0 : (int) Math.min(9, DIGITS - 1 - Math.floor(StrictMath.log10(size)));
    }

    static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        String plain = text.matches("-0(\\.0*)?") ? text.substring(1) : text;
        return plain.replace('-', '\u2212');
    }
}
