package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Candidates as scenarios that are simulated. */
public final class CandidateWorlds implements Optimisation.Worlds {
    private final Decisions decisions;
    private final Variation scenario;
    private final Simulations simulations;
    private final Map<List<String>, Bound> bound = new HashMap<>();

    /** @param variant null where there is a refusal */
    private record Bound(Variant variant, String refusal) {}

    /** @param scenario in which the decisions are taken */
    public CandidateWorlds(Decisions decisions, Variation scenario, Simulations simulations) {
        this.decisions = decisions;
        this.scenario = scenario;
        this.simulations = simulations;
    }

    private Bound bound(List<String> values) {
        return bound.computeIfAbsent(values, this::bind);
    }

    private Bound bind(List<String> values) {
        try {
            Variant variant = variant(decisions, scenario, values);
            List<Measure> known = SingleReplication.measures(variant.scenario());
            List<String> missing = simulations.measures().stream()
                    .filter(measure -> !known.contains(measure))
                    .map(Measure::id)
                    .toList();
            return new Bound(variant, missing.isEmpty() ? "" : "has no " + String.join(", ", missing));
        } catch (ScenarioException refused) {
            return new Bound(null, String.join("; ", refused.messages()));
        }
    }

    /**
     * A candidate as a scenario.
     *
     * @throws ScenarioException if the values do not go together
     */
    public static Variant variant(Decisions decisions, Variation scenario, List<String> values) {
        Map<String, String> settings = new TreeMap<>();
        StringBuilder name = new StringBuilder();
        for (int setting = 0; setting < values.size(); setting++) {
            String path = decisions.axes().get(setting).path();
            settings.put(path, values.get(setting));
            name.append(name.isEmpty() ? "" : ", ").append(path).append('=').append(values.get(setting));
        }
        return scenario.with(values.isEmpty() ? scenario.name() : name.toString(), "optimise", settings);
    }

    @Override
    public String refusal(List<String> values) {
        return bound(values).refusal();
    }

    @Override
    public void require(List<List<String>> candidates, int replications) {
        simulations.require(
                candidates.stream().map(values -> bound(values).variant()).toList(), replications);
    }

    @Override
    public double[] values(List<String> candidate, Measure measure, int replications) {
        return simulations.present(bound(candidate).variant(), measure, replications);
    }
}
