package dev.handoff.report;

/** Ends of a vertical axis: round numbers just outside the values. */
final class ValueScale {
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final int MOST_STEPS = 10;

    private ValueScale() {}

    static double low(double low, double high) {
        double step = step(low, high);
        return step * Math.floor(low / step + 1e-9);
    }

    static double high(double low, double high) {
        double step = step(low, high);
        return Math.max(low(low, high) + step, step * Math.ceil(high / step - 1e-9));
    }

    private static double step(double low, double high) {
        return step(low, high, MOST_STEPS);
    }

    /** The smallest of 1, 2, 5 times a power of ten of which no more than so many fit between the ends. */
    static double step(double low, double high, int most) {
        double least = high > low ? (high - low) / most : 1;
        double power = Math.rint(Math.floor(Math.log10(least)));
        for (double step : STEPS) {
            double candidate = step * Math.pow(10, power);
            if (candidate >= least) {
                return candidate;
            }
        }
        return Math.pow(10, power + 1);
    }
}
