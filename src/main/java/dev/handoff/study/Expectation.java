package dev.handoff.study;

import dev.handoff.experiment.Measure;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is expected of a scenario: that an estimand lies on one side of a limit.
 *
 * @param text as the user wrote it
 * @param limit in the estimand's unit
 * @param confidence with which it is decided, above 0.5 and below 1
 */
public record Expectation(String text, Estimand estimand, Estimand.Relation relation, double limit, double confidence) {
    private static final double USUAL_CONFIDENCE = 0.95;
    private static final double PERCENT = 100;
    private static final double LEAST_CONFIDENCE = 50;
    private static final double MOST_CONFIDENCE = 99.999;
    private static final Measure SHARE = new Measure("probability", "probability", "");
    private static final Pattern CONFIDENCE =
            Pattern.compile("(.*?) +with +([0-9]{1,2}(?:\\.[0-9]{1,6})?) *% *confidence");
    private static final Pattern PROBABILITY = Pattern.compile("(probability .*?[<>]=.*?)([<>]=)(.*)");
    private static final Pattern OTHER = Pattern.compile("([^<>=]*)([<>]=)([^<>=]*)");

    /** A mistake in what the user typed. */
    public static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Reads {@code p95 executive_hours <= 50 h/week with 95 % confidence}, {@code mean customer_churn <= 20 %} or
     * {@code probability of customer_churn <= 20 % >= 90 %}.
     *
     * @param known measures that there are
     * @throws Refused with one line that tells what is allowed
     */
    public static Expectation parse(String text, List<Measure> known) {
        Matcher confident = CONFIDENCE.matcher(text);
        String said = confident.matches() ? confident.group(1) : text;
        double confidence = confident.matches() ? confidence(confident.group(2)) : USUAL_CONFIDENCE;
        boolean probable = said.startsWith("probability ");
        Matcher parts = (probable ? PROBABILITY : OTHER).matcher(said);
        if (!parts.matches()) {
            String form = probable
                    ? "must have the form: probability of metric <= value >= 90 %"
                    : "must have the form: estimate <= value, or >=, and perhaps: with 95 % confidence";
            throw new Refused("(" + text + ") " + form);
        }
        try {
            Estimand estimand = Estimand.parse(parts.group(1), known);
            double limit = Estimand.amount(parts.group(3), probable ? SHARE : estimand.measure());
            if (probable && !(limit >= 0 && limit <= 1)) {
                throw new Refused("(" + parts.group(3).strip() + ") must be a probability from 0 to 100 %");
            }
            return new Expectation(text, estimand, Estimand.Relation.of(parts.group(2)), limit, confidence);
        } catch (Estimand.Refused refused) {
            throw new Refused(refused.getMessage());
        }
    }

    private static double confidence(String text) {
        double percent = Double.parseDouble(text);
        if (!(percent > LEAST_CONFIDENCE && percent <= MOST_CONFIDENCE)) {
            throw new Refused("(" + text + " %) must be a confidence above 50 % and at most 99.999 %");
        }
        return percent / PERCENT;
    }
}
