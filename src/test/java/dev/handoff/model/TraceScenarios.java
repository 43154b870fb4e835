package dev.handoff.model;

import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Scenarios;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/** Small scenarios drawn from the plausible ranges of what the independent implementation knows, where much happens in few weeks. */
final class TraceScenarios {
    private static final Set<String> VARIED = Set.of(
            "drops",
            "follow-up",
            "follow-up.touches",
            "morale",
            "turnover",
            "intervention",
            "appeal",
            "abandonment",
            "escalation",
            "errors",
            "satisfaction",
            "belief",
            "announcement",
            "reactance",
            "expectation");

    private TraceScenarios() {}

    static Scenario next(SplittableRandom random) {
        Scenarios scenario = Scenarios.base()
                .with("warmup", "1 week")
                .with("contacts.vendor-share", 0)
                .with("contacts.partner-share", 0);
        for (Parameter parameter : Catalogue.standard().parameters()) {
            if (VARIED.contains(parameter.section()) && !parameter.isDistribution()) {
                scenario = scenario.with(parameter.path(), value(parameter, random));
            }
        }
        return scenario.with("drops.active", random.nextInt(5) > 0)
                .with("follow-up.touches.active", random.nextInt(5) > 0)
                .with("morale.active", random.nextInt(5) > 0)
                .with("turnover.active", random.nextInt(5) > 0)
                .with("turnover.quit-hazard", random.nextInt(100, 1500) + " %/year")
                .with("turnover.vacancy", "{uniform: {from: 0.1 weeks, to: 3 weeks}}")
                .with("turnover.dismissal-errors", random.nextInt(4))
                .with(
                        "delegates.vacant-for",
                        random.nextBoolean() ? "0 weeks" : random.nextInt(1, 30) / 10.0 + " weeks")
                .with("abandonment.patience", "{exponential: {mean: 0.5 weeks}}")
                .with("requests.urgent-preempts", random.nextBoolean())
                .with("executive.count", random.nextInt(1, 3))
                .with("executive.maximum-hours", random.nextInt(12, 50) + " h/week")
                .with("executive.duty-hours", "8 h/week")
                .with("promotion.added-hours", "5 h/week")
                .with("contacts.count", random.nextInt(2, 9))
                .with("contacts.rate", "2 /week")
                .with("delegates.count", random.nextInt(1, 4))
                .with("delegates.net-hours", random.nextInt(4, 15) + " h/week")
                .with("handoff.mode", List.of("staged", "adaptive", "abrupt").get(random.nextInt(3)))
                .with("handoff.pace", random.nextInt(3, 15) / 10.1 + " weeks")
                .with("handoff.batch-size", random.nextInt(3))
                .with("handoff.batch-interval", "0.73 weeks")
                .with("habit.initial", random.nextInt(2, 9) / 10.0)
                .with("changes", "[" + change(random, 3.3) + ", " + change(random, 6.7) + "]")
                .build();
    }

    private static String change(SplittableRandom random, double week) {
        List<Parameter> changeable = Catalogue.standard().parameters().stream()
                .filter(parameter -> VARIED.contains(parameter.section()))
                .filter(parameter -> parameter.changesInTime() && !parameter.isDistribution())
                .toList();
        Parameter parameter = changeable.get(random.nextInt(changeable.size()));
        return String.format(
                Locale.ROOT, "{at: %s weeks, set: {%s: %s}}", week, parameter.path(), value(parameter, random));
    }

    private static String value(Parameter parameter, SplittableRandom random) {
        return switch (parameter.unit()) {
            case FLAG -> String.valueOf(random.nextInt(4) > 0);
            case COUNT -> String.valueOf(random.nextInt(1, 10));
            case CHOICE ->
                parameter.choices().get(random.nextInt(parameter.choices().size()));
            default -> number(parameter, random);
        };
    }

    private static String number(Parameter parameter, SplittableRandom random) {
        BigDecimal low = parameter.plausible().orElseThrow().lowest();
        BigDecimal high = parameter.plausible().orElseThrow().highest().orElseThrow();
        BigDecimal number = low.add(high.subtract(low).multiply(BigDecimal.valueOf(random.nextInt(1000) / 1000.0)));
        return number.toPlainString() + " " + parameter.unit().canonical();
    }
}
