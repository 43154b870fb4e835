package dev.handoff.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Values on a line of a picture.
 *
 * @param low value at the start
 * @param high value at the end
 * @param start pixel of the lowest value
 * @param end pixel of the highest value
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
record ValueAxis(double low, double high, double start, double end, double step) {

    /** An axis with room for all values, which are finite. */
    static ValueAxis of(double[] values, double start, double end, int ticks) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double margin = high > low ? 0.04 * (high - low) : Math.max(1e-9, 0.1 * Math.abs(high) + 1e-3);
        double step = ValueScale.step(low - margin, high + margin, ticks);
        return new ValueAxis(low - margin, high + margin, start, end, step);
    }

    /** The pixel of a value. */
    double at(double value) {
        return start + (end - start) * (value - low) / (high - low);
    }

    double[] ticks() {
        return DoubleStream.iterate(Math.ceil(low / step), tick -> tick * step <= high, tick -> tick + 1)
                .map(tick -> tick * step)
                .toArray();
    }

    /** A tick with as many decimals as it needs. */
    String text(double tick) {
        int decimals = Math.max(0, (int) -Math.floor(StrictMath.log10(step) + 1e-9));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", tick);
        return text.matches("-0(\\.0*)?") ? text.substring(1) : text;
    }
}
