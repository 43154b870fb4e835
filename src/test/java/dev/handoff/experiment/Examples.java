package dev.handoff.experiment;

import dev.handoff.model.Scenario;
import dev.handoff.scenario.ScenarioReader;
import java.util.List;

/** Small scenarios, read as a user would write them. */
public final class Examples {

    private Examples() {}

    /** Sixteen weeks of six contacts who are handed over in stages. */
    public static Scenario staged(String... settings) {
        String text = "format: 1\nhorizon: 16 weeks\ncontacts: {count: 6}\nhandoff: {mode: staged, pace: 1 week}\n";
        return ScenarioReader.parse("example.yaml", text, List.of(settings))
                .variants()
                .get(0)
                .scenario();
    }

    /** A single variant. */
    public static Experiment experiment(Scenario scenario, int replications, int threads) {
        return new Experiment(List.of(new Variant("base", scenario)), 1, 0, replications, threads);
    }
}
