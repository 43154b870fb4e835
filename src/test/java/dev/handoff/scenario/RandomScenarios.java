package dev.handoff.scenario;

import dev.handoff.model.Scenario;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Valid scenarios drawn at random from the plausible ranges of the catalogue, through the real reader. Where the catalogue
 * names a highest value, laws stay below it.
 */
public final class RandomScenarios {

    private static final int MOST_GROUPS = 3;
    private static final int DIGITS = 6;

    private final RandomGenerator random;
    private final boolean small;

    private RandomScenarios(RandomGenerator random, boolean small) {
        this.random = random;
        this.small = small;
    }

    /** Any plausible scenario. */
    public static Scenario next(RandomGenerator random) {
        return variant(random).scenario();
    }

    /** One that a test can simulate quickly: at most 30 weeks and few people. */
    public static Scenario nextSmall(RandomGenerator random) {
        return ScenarioReader.parse("small.yaml", smallYaml(random), List.of())
                .variants()
                .get(0)
                .scenario();
    }

    /** The file of one that a test can simulate quickly. */
    public static String smallYaml(RandomGenerator random) {
        return new RandomScenarios(random, true).yaml();
    }

    public static Variant variant(RandomGenerator random) {
        return ScenarioReader.parse("random.yaml", yaml(random), List.of())
                .variants()
                .get(0);
    }

    /** A scenario file that names every setting. */
    public static String yaml(RandomGenerator random) {
        return new RandomScenarios(random, false).yaml();
    }

    private String yaml() {
        StringBuilder text = new StringBuilder("format: 1\n");
        for (Parameter parameter : Catalogue.standard().parameters()) {
            if (parameter.section().isEmpty()) {
                text.append(parameter.key())
                        .append(": ")
                        .append(value(parameter))
                        .append('\n');
            }
        }
        for (String section : Catalogue.standard().sections().keySet()) {
            if (Catalogue.GROUPS.contains(section)) {
                groups(text, section);
            } else if (!section.contains(".")) {
                text.append(section).append(": ").append(body(section)).append('\n');
            }
        }
        changes(text);
        return text.toString();
    }

    private void groups(StringBuilder text, String section) {
        text.append(section).append(":\n");
        int groups = 1 + random.nextInt(MOST_GROUPS);
        for (int group = 0; group < groups; group++) {
            text.append("  - ").append(body(section)).append('\n');
        }
    }

    /** A flow map with every setting of a section and of the sections in it. */
    private String body(String section) {
        StringBuilder body = new StringBuilder("{");
        for (Parameter parameter : Catalogue.standard().parameters()) {
            if (parameter.section().equals(section)) {
                body.append(body.length() > 1 ? ", " : "")
                        .append(parameter.key())
                        .append(": ");
                body.append(value(parameter));
            }
        }
        for (String inner : Catalogue.standard().sections().keySet()) {
            if (inner.startsWith(section + ".")) {
                body.append(body.length() > 1 ? ", " : "");
                body.append(inner.substring(section.length() + 1)).append(": ").append(body(inner));
            }
        }
        return body.append('}').toString();
    }

    private void changes(StringBuilder text) {
        int changes = random.nextInt(MOST_GROUPS);
        text.append("changes:").append(changes == 0 ? " []\n" : "\n");
        for (int change = 0; change < changes; change++) {
            text.append("  - {at: ").append(random.nextInt(27)).append(" weeks, set: {");
            Parameter parameter = changeable();
            text.append(parameter.path()).append(": ").append(value(parameter)).append("}}\n");
        }
    }

    private Parameter changeable() {
        List<Parameter> changeable = Catalogue.standard().parameters().stream()
                .filter(Parameter::changesInTime)
                .filter(parameter -> !Catalogue.GROUPS.contains(parameter.section()))
                .toList();
        return changeable.get(random.nextInt(changeable.size()));
    }

    private String value(Parameter parameter) {
        return switch (parameter.unit()) {
            case FLAG -> String.valueOf(random.nextBoolean());
            case CHOICE ->
                parameter.choices().get(random.nextInt(parameter.choices().size()));
            case TEXT -> random.nextBoolean() ? "\"\"" : "\"N\u00e4me, \\\"" + random.nextInt(1000) + "\\\"\"";
            case COUNT -> String.valueOf(count(parameter));
            default -> parameter.isDistribution() ? law(parameter) : quantity(parameter, number(parameter));
        };
    }

    private long count(Parameter parameter) {
        long highest = high(parameter).longValue();
        if (small && Set.of("contacts", "delegates", "executive").contains(parameter.section())) {
            highest = Math.min(highest, parameter.section().equals("contacts") ? 12 : 2);
        }
        long lowest = Math.min(low(parameter).longValue(), highest);
        return lowest + random.nextLong(highest - lowest + 1);
    }

    private BigDecimal number(Parameter parameter) {
        if (parameter.section().isEmpty()) {
            long lowest = low(parameter).longValue();
            long highest = small
                    ? Math.min(30, high(parameter).longValue())
                    : high(parameter).longValue();
            return BigDecimal.valueOf(lowest + random.nextLong(highest - lowest + 1));
        }
        BigDecimal width = high(parameter).subtract(low(parameter));
        return low(parameter)
                .add(width.multiply(BigDecimal.valueOf(random.nextDouble())))
                .round(new MathContext(DIGITS, RoundingMode.FLOOR))
                .max(low(parameter));
    }

    private static BigDecimal low(Parameter parameter) {
        return parameter.plausible().orElseThrow().lowest();
    }

    private static BigDecimal high(Parameter parameter) {
        return parameter.plausible().orElseThrow().highest().orElseThrow();
    }

    private String quantity(Parameter parameter, BigDecimal number) {
        List<String> symbols = List.of("", " " + parameter.unit().canonical());
        return number.toPlainString() + symbols.get(random.nextInt(symbols.size()));
    }

    private String law(Parameter parameter) {
        BigDecimal one = number(parameter);
        BigDecimal other = number(parameter);
        BigDecimal low = one.min(other);
        BigDecimal high = one.max(other);
        if (low.signum() <= 0 || low.compareTo(high) == 0) {
            return quantity(parameter, high);
        }
        String middle = quantity(parameter, one);
        String from = quantity(parameter, low);
        String to = quantity(parameter, high);
        double spread = 0.1 + random.nextInt(90) / 100.0;
        List<Integer> laws = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        Range allowed = parameter.allowed().orElseThrow();
        if (allowed.highest().isEmpty() && allowed.lowest().signum() == 0) {
            laws.addAll(List.of(5, 6, 7));
        } else if (high.compareTo(BigDecimal.ONE) < 0
                && parameter.unit().canonical().isEmpty()) {
            laws.add(8);
        }
        return switch (laws.get(random.nextInt(laws.size()))) {
            case 0 -> middle;
            case 1 -> "{fixed: " + middle + "}";
            case 2 -> "{uniform: {from: " + from + ", to: " + to + "}}";
            case 3 -> "{triangular: {from: " + from + ", mode: " + middle + ", to: " + to + "}}";
            case 6 -> "{exponential: {mean: " + middle + "}}";
            case 5 -> "{lognormal: {mean: " + middle + ", cv: " + spread + "}}";
            case 4 ->
                "{lognormal: {median: " + middle + ", sigma: " + spread + ", from: " + from + ", to: " + to + "}}";
            case 7 -> "{gamma: {mean: " + middle + ", shape: " + spread + "}}";
            default -> "{beta: {mean: " + middle + ", n: " + (2 + random.nextInt(20)) + "}}";
        };
    }
}
