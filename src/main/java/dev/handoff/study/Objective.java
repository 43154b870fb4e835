package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.statistics.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is to be as small or as large as possible.
 *
 * @param estimand a mean or a probability
 * @param difference smallest one that matters, in the estimand's unit, above 0
 */
public record Objective(Estimand estimand, Direction direction, double difference) {
    private static final Pattern FORM = Pattern.compile("(?:(min|max)imi[sz]e +)?(.*)", Pattern.DOTALL);
    private static final double POINT = 0.01;

    /**
     * Reads {@code customer_churn}, {@code maximise capacity_freed} or {@code maximise probability of customer_churn <= 20 %}.
     *
     * @param known measures that there are
     * @throws Estimand.Refused with one line that tells what is allowed
     */
    public static Objective parse(String text, List<Measure> known) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalStateException(text);
        }
        Estimand estimand = Estimand.parse(form.group(2), known);
        if (estimand.kind() == Estimand.Kind.QUANTILE) {
            throw new Estimand.Refused("(" + text + ") must be a mean or a probability; quantiles can be constraints");
        }
        double difference = estimand.kind() == Estimand.Kind.PROBABILITY
                ? POINT
                : Preference.difference(estimand.measure()).orElse(POINT);
        return new Objective(estimand, direction(form.group(1), estimand, text), difference);
    }

    private static Direction direction(String said, Estimand estimand, String text) {
        if (said != null) {
            return said.equals("min") ? Direction.SMALLEST : Direction.LARGEST;
        }
        if (estimand.kind() == Estimand.Kind.PROBABILITY) {
            return Direction.LARGEST;
        }
        return Preference.direction(estimand.measure())
                .orElseThrow(() -> new Estimand.Refused(
                        "(" + text + ") is not better for being more or less; say minimise or maximise before it"));
    }

    /** The same with another smallest difference that matters. */
    public Objective withDifference(double other) {
        return new Objective(estimand, direction, other);
    }

    /** "maximise capacity_freed". */
    public String text() {
        String metric =
                estimand.kind() == Estimand.Kind.MEAN ? estimand.measure().id() : estimand.text();
        return (direction == Direction.SMALLEST ? "minimise " : "maximise ") + metric;
    }

    /** What each replication adds to the mean: its value, or whether it keeps the limit; NaN where there is no value. */
    double[] outcomes(double[] values) {
        if (estimand.kind() == Estimand.Kind.MEAN) {
            return values;
        }
        return Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? value : estimand.relation().holds(value, estimand.limit()) ? 1 : 0)
                .toArray();
    }

    /** Less is better. */
    double cost(double mean) {
        return direction == Direction.SMALLEST ? mean : -mean;
    }
}
