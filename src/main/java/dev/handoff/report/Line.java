package dev.handoff.report;

import dev.handoff.experiment.Curve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.function.IntToDoubleFunction;

/**
 * A curve as it is drawn: the mean with its band, and maybe the fan.
 *
 * @param fan null where no fan is drawn
 */
record Line(String label, Curve curve, int smoothing, Color color, Color band, BasicStroke stroke, Color fan) {

    /** False for a share of nobody. */
    boolean hasValues() {
        return !Double.isNaN(curve.mean(curve.weeks() - 1));
    }

    double[] mean() {
        return smoothed(curve::mean);
    }

    double[] low() {
        return smoothed(curve::low);
    }

    double[] high() {
        return smoothed(curve::high);
    }

    double[] quantile(int quantile) {
        return smoothed(week -> curve.quantile(quantile, week));
    }

    /* The interval of a mean of weeks is at most as wide as the mean of the intervals. */
    private double[] smoothed(IntToDoubleFunction weekly) {
        double[] values = new double[curve.weeks()];
        for (int week = 0; week < values.length; week++) {
            int first = Math.max(Math.min(1, week), week - smoothing + 1);
            double sum = 0;
            for (int past = first; past <= week; past++) {
                sum += weekly.applyAsDouble(past);
            }
            values[week] = sum / (week - first + 1);
        }
        return values;
    }
}
