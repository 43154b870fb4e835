package dev.handoff.report;

import dev.handoff.scenario.ShortestDecimal;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as files show them: up to six significant digits, a point, nothing for what is unknown; the same everywhere. */
public final class Numbers {
    private static final int DIGITS = 6;
    private static final double SMALLEST = 1e-9; // size that is written without an exponent
    private static final double LARGEST = 1e15;
    private static final double[] POWERS = powers();

    private Numbers() {}

    /** Empty for NaN and for infinity. */
    public static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size < SMALLEST || size >= LARGEST) {
            return scientific(value);
        }
        int exponent = exponent(size);
        int decimals = DIGITS - 1 - exponent;
        long digits = Math.round(decimals >= 0 ? size * POWERS[decimals] : size / POWERS[-decimals]);
        return plain(value < 0, digits, decimals);
    }

    /** As many digits as tell the value from all others, the same on every JDK; empty for NaN and for infinity. */
    public static String exact(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "";
        }
        return plain(ShortestDecimal.of(value));
    }

    private static String plain(BigDecimal value) {
        double size = Math.abs(value.doubleValue());
        BigDecimal stripped = value.stripTrailingZeros();
        return size < SMALLEST || size >= LARGEST ? stripped.toString() : stripped.toPlainString();
    }

    private static String scientific(double value) {
        return new BigDecimal(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toString();
    }

    /** Power of ten of the first digit, for sizes from 1e-9 to below 1e15. */
    private static int exponent(double size) {
        int exponent = 0;
        if (size >= 1) {
            while (size >= POWERS[exponent + 1]) {
                exponent++;
            }
        } else {
            while (size * POWERS[-exponent] < 1) {
                exponent--;
            }
        }
        return exponent;
    }

    private static String plain(boolean negative, long digits, int decimals) {
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
        if (digits == 0) {
            return "0";
        }
        StringBuilder text = new StringBuilder(24).append(negative ? "-" : "");
        if (decimals <= 0) {
            return text.append(digits * (long) POWERS[-decimals]).toString();
        }
        long scale = (long) POWERS[decimals];
        text.append(digits / scale).append('.');
        String fraction = Long.toString(digits % scale);
        return text.append("0".repeat(decimals - fraction.length()))
                .append(fraction)
                .toString();
    }

    private static double[] powers() {
        double[] powers = new double[19];
        powers[0] = 1;
        for (int power = 1; power < powers.length; power++) {
            powers[power] = powers[power - 1] * 10;
        }
        return powers;
    }
}
