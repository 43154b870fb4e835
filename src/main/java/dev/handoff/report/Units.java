package dev.handoff.report;

import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.statistics.ConfidenceInterval;
import java.util.Locale;

/** Values of metrics and settings as people read them: shares in per cent, digits that tell something. */
public final class Units {
    private Units() {}

    static boolean isPercent(String unit) {
        return Metric.isShare(unit);
    }

    static double scale(String unit) {
        return isPercent(unit) ? 100 : 1;
    }

    /** Behind a value: {@code %}, {@code h/week}. */
    static String symbol(String unit) {
        return isPercent(unit) ? "%" : unit;
    }

    /** Behind a difference, whose per cent are points. */
    static String differenceSymbol(String unit) {
        return isPercent(unit) ? "points" : unit;
    }

    /** {@code 12.3 % (10.1 to 14.5)}. */
    static String interval(ConfidenceInterval interval, double scale, String symbol) {
        int decimals = decimals(scale * (interval.high() - interval.low()), scale * interval.estimate());
        return shown(scale * interval.estimate(), decimals) + (symbol.isEmpty() ? "" : " " + symbol) + " ("
                + shown(scale * interval.low(), decimals) + " to " + shown(scale * interval.high(), decimals) + ")";
    }

    /** {@code 12.3 % (10.1 to 14.5)}; the value alone where there is no interval. */
    public static String text(String unit, double mean, double low, double high) {
        return withSymbol(symbol(unit), unit, mean, low, high);
    }

    /** {@code -2.3 points (-3.1 to -1.5)}; the difference alone where there is no interval. */
    public static String differenceText(String unit, double mean, double low, double high) {
        return withSymbol(differenceSymbol(unit), unit, mean, low, high);
    }

    private static String withSymbol(String symbol, String unit, double mean, double low, double high) {
        if (Double.isNaN(low)) {
            double scaled = scale(unit) * mean;
            return shown(scaled, decimals(0, scaled)) + " " + symbol;
        }
        return interval(new ConfidenceInterval(mean, low, high), scale(unit), symbol);
    }

    /** As many as show two digits of the width; of a value with next to no width three digits. */
    private static int decimals(double width, double value) {
        double size = width > Math.abs(value) / 1000 && Double.isFinite(width) ? width : Math.abs(value) / 10;
        return size > 0 ? (int) Math.max(0, Math.min(9, 1 - Math.floor(StrictMath.log10(size)))) : 0;
    }

    /** A value alone with about three digits. */
    static String value(double value, Measure measure) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        double scaled = scale(measure.unit()) * value;
        return shown(scaled, decimals(0, scaled)) + " " + symbol(measure.unit());
    }

    static String shown(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "any" : "-any";
        }
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
