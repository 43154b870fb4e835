package dev.handoff.claims;

import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.scenario.ScenarioReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Claims over made-up outcomes, for tests of statistics. */
final class Studies {
    private static final Scenario ANY = ScenarioReader.parse("any.yaml", "format: 1\n", List.of())
            .variants()
            .get(0)
            .scenario();

    private Studies() {}

    static Design design(List<String> contexts, List<String> across, List<String> levels) {
        int arms = contexts.size() * across.size() * levels.size();
        return new Design(contexts, across, levels, Collections.nCopies(arms, ANY));
    }

    static Part part(Shape shape, double smallest, double value, List<String> across, List<String> levels) {
        Window window = new Window(Metric.SATISFACTION, 1, 1);
        return new Part("", design(List.of(""), across, levels), new Measured(window, null), shape, smallest, value);
    }

    static Part part(Shape shape, double smallest, String... levels) {
        return part(shape, smallest, Double.NaN, List.of(""), List.of(levels));
    }

    static Claim claim(Part... parts) {
        return new Claim(1, "made up", "something", Claim.Kind.SIMULATED, "", List.of(parts), List.of());
    }

    /**
     * Normal outcomes with these means, a deviation that all arms share, as with common chance events, and one of their own.
     *
     * @param own standard deviation of each arm by itself
     */
    static Trial.Source normal(long seed, double own, double... means) {
        double[][] values = new double[means.length][];
        return (part, context, replications) -> {
            if (values[0] == null || values[0].length < replications) {
                Random random = new Random(seed);
                for (int arm = 0; arm < means.length; arm++) {
                    values[arm] = new double[replications];
                }
                for (int replication = 0; replication < replications; replication++) {
                    double shared = random.nextGaussian();
                    for (int arm = 0; arm < means.length; arm++) {
                        values[arm][replication] = means[arm] + shared + own * random.nextGaussian();
                    }
                }
            }
            return values;
        };
    }

    /** The same outcomes with the arms of each replication in an order of chance: whatever differs, no arm is special. */
    static Trial.Source shuffled(long seed, Trial.Source source) {
        return (part, context, replications) -> {
            double[][] outcomes = source.outcomes(part, context, replications);
            double[][] mixed = new double[outcomes.length][replications];
            Random random = new Random(seed);
            List<Integer> order = new ArrayList<>();
            for (int arm = 0; arm < outcomes.length; arm++) {
                order.add(arm);
            }
            for (int replication = 0; replication < replications; replication++) {
                Collections.shuffle(order, random);
                for (int arm = 0; arm < outcomes.length; arm++) {
                    mixed[arm][replication] = outcomes[order.get(arm)][replication];
                }
            }
            return mixed;
        };
    }
}
