package dev.handoff.claims;

import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds scenarios whose runs do not differ. Most pairs differ in the first replication; others are followed until they do. */
final class SameWorlds {
    /** What is as rare as misuse, once in 2,500 hours, is met in some of them. */
    private static final int REPLICATIONS = 100;

    private final Map<Scenario, List<List<Double>>> ends = new HashMap<>(); // by replication, then metric

    /** Whether each of the first is the same as the one in its place among the second. */
    boolean areSame(List<Scenario> first, List<Scenario> second) {
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            for (int arm = 0; arm < first.size(); arm++) {
                if (!end(first.get(arm), replication).equals(end(second.get(arm), replication))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Double> end(Scenario scenario, int replication) {
        List<List<Double>> known = ends.computeIfAbsent(scenario, none -> new ArrayList<>());
        while (known.size() <= replication) {
            World world = new World(scenario, 1, known.size());
            world.advanceTo(scenario.horizonWeeks());
            List<Double> metrics = new ArrayList<>();
            for (Metric metric : Metric.values()) {
                metrics.add(metric.of(world));
            }
            known.add(metrics);
        }
        return known.get(replication);
    }
}
