package dev.handoff.report;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Curve;
import java.util.List;

/** Small curves drawn in characters, one line for each arm, all on one scale. */
final class Sparks {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final String ASCII = "_.-=+*#@";
    private static final int LONGEST_LABEL = 28;
    private static final int NUMBERS = 24;

    private final String levels;
    private final int columns;

    Sparks(Terminal terminal) {
        levels = terminal.unicode() ? BLOCKS : ASCII;
        columns = Math.max(10, Math.min(52, terminal.columns() - LONGEST_LABEL - NUMBERS));
    }

    String of(Picture picture, Subject subject, List<ArmResult> results) {
        double low = 0;
        double high = 0;
        for (ArmResult result : results) {
            Curve curve = result.curve(picture.metric());
            for (int week = 0; week < curve.weeks(); week++) {
                low = Math.min(low, curve.mean(week));
                high = Math.max(high, curve.mean(week));
            }
        }
        StringBuilder text = new StringBuilder();
        for (ArmResult result : results) {
            Curve curve = result.curve(picture.metric());
            String label = subject.label(result);
            text.append("  ").append(shortened(label)).append(' ');
            text.append(spark(curve, low, high));
            double last = (picture.isShare() ? 100 : 1) * curve.mean(curve.weeks() - 1);
            text.append(" week ").append(curve.weeks() - 1).append(": ");
            text.append(Double.isNaN(last) ? "-" : Words.decimal(last)).append('\n');
        }
        return text.toString();
    }

    private static String shortened(String label) {
        return label.length() > LONGEST_LABEL
                ? label.substring(0, LONGEST_LABEL - 2) + ".."
                : label + " ".repeat(LONGEST_LABEL - label.length());
    }

    /** Each character is the mean of its weeks; week 0, where everything begins at 0, is left out. */
    String spark(Curve curve, double low, double high) {
        int weeks = curve.weeks() - 1;
        int width = Math.min(columns, weeks);
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < width; column++) {
            int first = 1 + column * weeks / width;
            int end = 1 + (column + 1) * weeks / width;
            double sum = 0;
            for (int week = first; week < end; week++) {
                sum += curve.mean(week);
            }
            text.append(level(sum / (end - first), low, high));
        }
        return text.toString();
    }

    private char level(double value, double low, double high) {
        if (Double.isNaN(value)) {
            return ' ';
        }
        double share = high > low ? (value - low) / (high - low) : 0;
        return levels.charAt((int) Math.min(levels.length() - 1, Math.floor(share * levels.length())));
    }
}
