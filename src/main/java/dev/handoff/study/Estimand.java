package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.scenario.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a study wants to know of a measure over replications: its mean, a quantile, or the probability that it keeps a limit.
 *
 * @param probability of the quantile; NaN unless it is one
 * @param limit in the measure's unit; NaN unless it is the probability of keeping it
 */
public record Estimand(Kind kind, Measure measure, double probability, Relation relation, double limit) {
    private static final String NAME = "[a-z][a-z0-9_]*";
    private static final Pattern MEAN = Pattern.compile("(?:mean +)?(" + NAME + ")");
    private static final Pattern QUANTILE = Pattern.compile("(?:p([0-9]{1,2}(?:\\.[0-9]+)?)|median) +(" + NAME + ")");
    private static final Pattern PROBABILITY =
            Pattern.compile("probability +(?:of +)?(" + NAME + ") *(<=|>=) *(.+)", Pattern.DOTALL);
    private static final Pattern OF_HUNDRED = Pattern.compile("(.*?)(?:%|points?)", Pattern.DOTALL);
    private static final double PERCENT = 100;

    /** How the values of replications are summed up. */
    public enum Kind {
        MEAN,
        QUANTILE,
        PROBABILITY
    }

    /** On which side of its limit a value should lie. */
    public enum Relation {
        AT_MOST("<="),
        AT_LEAST(">=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        /** As in files. */
        public String sign() {
            return sign;
        }

        /** Whether the value keeps the limit. */
        public boolean holds(double value, double limit) {
            return this == AT_MOST ? value <= limit : value >= limit;
        }

        static Relation of(String sign) {
            return sign.equals("<=") ? AT_MOST : AT_LEAST;
        }
    }

    /** A mistake in what the user typed. */
    public static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    public static Estimand mean(Measure measure) {
        return new Estimand(Kind.MEAN, measure, Double.NaN, Relation.AT_MOST, Double.NaN);
    }

    /**
     * Reads {@code customer_churn}, {@code mean customer_churn}, {@code p95 executive_hours}, {@code median response_time}, or
     * {@code probability of customer_churn <= 20 %}.
     *
     * @param known measures that there are
     * @throws Refused with one line that tells what is allowed
     */
    public static Estimand parse(String text, List<Measure> known) {
        String stripped = text.strip();
        Matcher probability = PROBABILITY.matcher(stripped);
        if (probability.matches()) {
            Measure measure = measure(probability.group(1), known);
            double limit = amount(probability.group(3), measure);
            return new Estimand(Kind.PROBABILITY, measure, Double.NaN, Relation.of(probability.group(2)), limit);
        }
        Matcher quantile = QUANTILE.matcher(stripped);
        if (quantile.matches()) {
            double share = quantile.group(1) == null ? 0.5 : Double.parseDouble(quantile.group(1)) / PERCENT;
            if (!(share > 0 && share < 1)) {
                throw new Refused("(" + stripped + ") must name a quantile above p0 and below p100");
            }
            return new Estimand(Kind.QUANTILE, measure(quantile.group(2), known), share, Relation.AT_MOST, Double.NaN);
        }
        Matcher mean = MEAN.matcher(stripped);
        if (mean.matches()) {
            return mean(measure(mean.group(1), known));
        }
        throw new Refused("(" + stripped + ") must be a metric, or mean, median or p95 and a metric, or probability of"
                + " a metric <= or >= a value");
    }

    /** @throws Refused if there is no such measure */
    public static Measure measure(String id, List<Measure> known) {
        return known.stream()
                .filter(measure -> measure.id().equals(id))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = known.stream().map(Measure::id).toList();
                    return new Refused("(" + id + ") is no metric"
                            + Nearest.to(id, names)
                                    .map(name -> "; maybe " + name)
                                    .orElse("; docs/outputs.md lists all"));
                });
    }

    /**
     * A number, perhaps with the unit of the measure, or in per cent or points where that is a share.
     *
     * @throws Refused if it is none
     */
    public static double amount(String text, Measure measure) {
        String stripped = text.strip();
        String unit = measure.unit();
        Matcher percent = OF_HUNDRED.matcher(stripped);
        if (Metric.isShare(unit) && percent.matches()) {
            return number(percent.group(1), text, measure) / PERCENT;
        }
        String plain = stripped.endsWith(unit) ? stripped.substring(0, stripped.length() - unit.length()) : stripped;
        return number(plain, text, measure);
    }

    private static double number(String text, String shown, Measure measure) {
        String plain = text.strip();
        if (!plain.matches("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?")) {
            throw new Refused("(" + shown.strip() + ") must be a number, perhaps in "
                    + (Metric.isShare(measure.unit()) ? "%" : measure.unit()));
        }
        return Double.parseDouble(plain);
    }

    /** As the user may type it. */
    public String text() {
        return switch (kind) {
            case MEAN -> "mean " + measure.id();
            case QUANTILE -> "p" + trimmed(probability * PERCENT) + " " + measure.id();
            case PROBABILITY -> "probability of " + measure.id() + " " + relation.sign() + " " + trimmed(limit);
        };
    }

    /** Unit of the estimate. */
    public String unit() {
        return kind == Kind.PROBABILITY ? "probability" : measure.unit();
    }

    private static String trimmed(double number) {
        String text = String.format(Locale.ROOT, "%.6f", number);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
