package dev.handoff.scenario;

import dev.handoff.kernel.Distribution;
import dev.handoff.kernel.Distribution.Beta;
import dev.handoff.kernel.Distribution.Exponential;
import dev.handoff.kernel.Distribution.Fixed;
import dev.handoff.kernel.Distribution.Gamma;
import dev.handoff.kernel.Distribution.Lognormal;
import dev.handoff.kernel.Distribution.Triangular;
import dev.handoff.kernel.Distribution.Uniform;
import dev.handoff.scenario.Unit.Ratio;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A probability law as scenario files write it: a map with one key, the law's name. */
final class LawReader {

    /** Each law with the sets of keys that describe it, a question mark behind keys that may be missing. */
    static final Map<String, List<String>> LAWS = laws();

    /** Keys whose values carry the unit of the parameter; the others are plain numbers. */
    static final Set<String> QUANTITIES = Set.of("value", "from", "mode", "to", "mean", "median");

    private final Parameter parameter;
    private final String law;
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    private LawReader(Parameter parameter, String law) {
        this.parameter = parameter;
        this.law = law;
    }

    private static Map<String, List<String>> laws() {
        Map<String, List<String>> laws = new LinkedHashMap<>();
        laws.put("fixed", List.of("value"));
        laws.put("uniform", List.of("from, to"));
        laws.put("triangular", List.of("from, mode, to"));
        laws.put("exponential", List.of("mean"));
        laws.put(
                "lognormal",
                List.of(
                        "mean, cv, from?, to?",
                        "mean, sigma, from?, to?",
                        "median, cv, from?, to?",
                        "median, sigma, from?, to?"));
        laws.put("beta", List.of("alpha, beta", "mean, n"));
        laws.put("gamma", List.of("mean, shape", "mean, cv"));
        return laws;
    }

    /** @throws IllegalArgumentException with a message that continues the parameter's name */
    static Value read(Parameter parameter, Tree tree) {
        if (!(tree instanceof Tree.Mapping mapping) || mapping.entries().size() != 1) {
            throw new IllegalArgumentException("must be a quantity or one law, such as {exponential: {mean: ...}}");
        }
        Tree.Entry entry = mapping.entries().get(0);
        if (!LAWS.containsKey(entry.key())) {
            String maybe = Nearest.to(entry.key(), LAWS.keySet())
                    .map(name -> "; maybe " + name)
                    .orElse("");
            String known = String.join(", ", LAWS.keySet());
            throw new IllegalArgumentException(
                    "has the unknown law " + Problems.shown(entry.key()) + "; known here: " + known + maybe);
        }
        return new LawReader(parameter, entry.key()).read(tree.place(), entry.value());
    }

    private Value read(Place place, Tree body) {
        if (law.equals("fixed") && body instanceof Tree.Scalar) {
            readKey("value", body);
        } else if (body instanceof Tree.Mapping mapping && !law.equals("fixed")) {
            mapping.entries().forEach(entry -> readKey(entry.key(), entry.value()));
        }
        refuseOtherKeys();
        Distribution distribution = build();
        require(
                Double.isFinite(distribution.mean()) && Double.isFinite(distribution.variance()),
                "has impossible parameters");
        parameter.allowed().ifPresent(range -> refuseStrayDraws(distribution, range));
        String text = law.equals("fixed") ? texts.get("value") : canonical();
        return new Value(place, text, distribution, text);
    }

    private void refuseStrayDraws(Distribution distribution, Range range) {
        boolean fits = inModel(range.lowest()) <= distribution.lowest()
                && range.highest().map(this::inModel).orElse(Double.POSITIVE_INFINITY) >= distribution.highest();
        require(fits, "can give values outside " + range + "; cut a lognormal with from and to, or take another law");
    }

    private double inModel(BigDecimal documented) {
        return parameter.unit().inModel(new Ratio(documented, BigDecimal.ONE));
    }

    private void readKey(String key, Tree tree) {
        if (!(tree instanceof Tree.Scalar scalar)) {
            throw new Refusal(tree.place(), "." + law + "." + Problems.shown(key) + " must be one value");
        }
        try {
            boolean quantity = QUANTITIES.contains(key);
            Ratio number = quantity
                    ? ValueReader.checked(parameter, scalar.text())
                    : Quantity.parse(scalar.text(), Unit.NUMBER);
            numbers.put(key, quantity ? parameter.unit().inModel(number) : number.nearest());
            texts.put(key, quantity ? ValueReader.canonical(number, parameter.unit()) : number.decimal());
        } catch (IllegalArgumentException refused) {
            String name = "." + law + "." + Problems.shown(key);
            throw new Refusal(tree.place(), name + " (" + Problems.shown(scalar.text()) + ") " + refused.getMessage());
        }
    }

    private void refuseOtherKeys() {
        boolean known = LAWS.get(law).stream().anyMatch(this::isDescribedBy);
        require(known, "needs " + LAWS.get(law).stream().map(LawReader::braced).collect(Collectors.joining(" or ")));
    }

    private static String braced(String keys) {
        return keys.equals("value") ? "one value" : "{" + keys + "}";
    }

    private boolean isDescribedBy(String keys) {
        Set<String> known = Set.of(keys.replace("?", "").split(", "));
        for (String key : keys.split(", ")) {
            if (!key.endsWith("?") && !numbers.containsKey(key)) {
                return false;
            }
        }
        return known.containsAll(numbers.keySet());
    }

    private Distribution build() {
        return switch (law) {
            case "fixed" -> new Fixed(numbers.get("value"));
            case "uniform" -> uniform();
            case "triangular" -> triangular();
            case "exponential" -> new Exponential(positive("mean"));
            case "lognormal" -> lognormal();
            case "beta" -> beta();
            case "gamma" -> gamma();
            default -> throw new AssertionError(law);
        };
    }

    private Distribution uniform() {
        require(numbers.get("from") < numbers.get("to"), "must have from below to");
        return new Uniform(numbers.get("from"), numbers.get("to"));
    }

    private Distribution triangular() {
        double from = numbers.get("from");
        double mode = numbers.get("mode");
        double to = numbers.get("to");
        require(from <= mode && mode <= to && from < to, "must have from, mode and to in rising order");
        return new Triangular(from, mode, to);
    }

    private Distribution lognormal() {
        String location = numbers.containsKey("mean") ? "mean" : "median";
        double sigma = numbers.containsKey("cv")
                ? StrictMath.sqrt(StrictMath.log1p(notNegative("cv") * notNegative("cv")))
                : notNegative("sigma");
        Lognormal whole = location.equals("mean")
                ? Lognormal.ofMeanAndSigma(positive(location), sigma)
                : Lognormal.ofMedian(positive(location), sigma);
        if (!numbers.containsKey("from") && !numbers.containsKey("to")) {
            return whole;
        }
        double from = numbers.getOrDefault("from", 0.0);
        double to = numbers.getOrDefault("to", Double.POSITIVE_INFINITY);
        require(from < to, "must have from below to");
        require(sigma > 0, "must have a spread above 0 where it is cut");
        return whole.cut(from, to);
    }

    private Distribution beta() {
        boolean fits = !parameter.unit().hasSymbol()
                && parameter.allowed().orElseThrow().highest().isPresent()
                && parameter.allowed().orElseThrow().highest().get().doubleValue() <= 1;
        require(fits, "reaches from 0 to 1 only");
        if (numbers.containsKey("alpha")) {
            return new Beta(positive("alpha"), positive("beta"));
        }
        double mean = positive("mean");
        require(mean < 1, "must have a mean below 1");
        return new Beta(mean * positive("n"), (1 - mean) * positive("n"));
    }

    private Distribution gamma() {
        double shape = numbers.containsKey("shape") ? positive("shape") : 1 / (positive("cv") * positive("cv"));
        return new Gamma(positive("mean"), shape);
    }

    private double positive(String key) {
        require(numbers.get(key) > 0, "must have " + key + " above 0");
        return numbers.get(key);
    }

    private double notNegative(String key) {
        require(numbers.get(key) >= 0, "must have " + key + " of 0 or more");
        return numbers.get(key);
    }

    private void require(boolean condition, String remedy) {
        if (!condition) {
            throw new IllegalArgumentException("." + law + " " + remedy);
        }
    }

    private String canonical() {
        return texts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", ", "{" + law + ": {", "}}"));
    }
}
