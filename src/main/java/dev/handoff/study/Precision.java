package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.statistics.PrecisionTarget;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How exactly an estimate shall be known.
 *
 * @param text as the user typed it
 * @param halfWidth half the width of its interval: in the unit of the estimate, or, if relative, as a share of its size; above 0
 */
public record Precision(String text, Estimand estimand, double halfWidth, boolean relative) {
    private static final Pattern FORM =
            Pattern.compile("(.+)\\s([0-9.]+(?:[eE][+-]?[0-9]{1,3})?)\\s*([^0-9]*)", Pattern.DOTALL);
    private static final List<String> POINTS = List.of("point", "points");
    private static final double PERCENT = 100;

    /**
     * Reads an estimand and half a width: {@code customer_churn 0.01}, {@code customer_churn 1 point}, {@code p95 executive_hours 1 h/week},
     * {@code probability of customer_churn <= 20 % 0.02}; with {@code %} it is relative to the estimate.
     *
     * @param known measures that there are
     * @throws Estimand.Refused with one line that tells what is allowed
     */
    public static Precision parse(String text, List<Measure> known) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new Estimand.Refused("(" + text + ") must be an estimate and half the width of its interval, such as"
                    + " customer_churn 0.01, customer_churn 5 % or p95 executive_hours 1 h/week");
        }
        Estimand estimand = Estimand.parse(form.group(1), known);
        String unit = form.group(3).strip();
        boolean relative = unit.equals("%");
        boolean points = POINTS.contains(unit) && Metric.isShare(estimand.unit());
        if (!relative && !points && !unit.isEmpty() && !unit.equals(estimand.unit())) {
            throw new Estimand.Refused(
                    "(" + text + ") must have its half-width in " + estimand.unit() + ", or in % of the estimate");
        }
        double number = number(form.group(2), text);
        return new Precision(text.strip(), estimand, relative || points ? number / PERCENT : number, relative);
    }

    private static double number(String digits, String text) {
        try {
            double number = Double.parseDouble(digits);
            if (number > 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (NumberFormatException several) {
            throw new Estimand.Refused("(" + text + ") must end with a number, perhaps with a unit");
        }
        throw new Estimand.Refused("(" + text + ") must have a half-width above 0");
    }

    /** The same for the statistics. */
    public PrecisionTarget target() {
        return switch (estimand.kind()) {
            case MEAN -> PrecisionTarget.ofMean(halfWidth, relative);
            case QUANTILE -> PrecisionTarget.ofQuantile(estimand.probability(), halfWidth, relative);
            case PROBABILITY -> PrecisionTarget.ofProbability(halfWidth, relative);
        };
    }

    /** What a replication with the given value of the measure contributes; NaN stays. */
    public double contribution(double value) {
        if (estimand.kind() != Estimand.Kind.PROBABILITY || Double.isNaN(value)) {
            return value;
        }
        return estimand.relation().holds(value, estimand.limit()) ? 1 : 0;
    }
}
