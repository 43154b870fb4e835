package dev.handoff.experiment;

import dev.handoff.kernel.Check;
import dev.handoff.statistics.PrecisionReached;
import dev.handoff.statistics.PrecisionRule;
import dev.handoff.statistics.PrecisionTarget;
import dev.handoff.statistics.SequentialPrecision;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;

/**
 * How exactly estimates of some scenarios shall be known. Replications are taken in their order and looked at in fixed steps, so that it
 * depends on their values alone how many are enough. For one experiment or study.
 */
public final class PrecisionGoal {
    private final List<Part> parts;
    private final SequentialPrecision sequence;
    private final Consumer<PrecisionGoal> onLook;

    /**
     * One estimate.
     *
     * @param scenario its number among those that are simulated
     * @param measure which the scenario has
     * @param contribution of a replication with a value of the measure; of a probability 0 or 1
     */
    public record Part(int scenario, Measure measure, PrecisionTarget target, DoubleUnaryOperator contribution) {}

    /**
     * @param confidence with which the intervals of all parts hold together, between 0 and 1
     * @param budget most replications, 2 or more
     * @param onLook called after each look
     */
    public PrecisionGoal(double confidence, int budget, List<Part> parts, Consumer<PrecisionGoal> onLook) {
        Check.that(budget >= 2, "budget (%s) must be 2 or more", budget);
        this.parts = List.copyOf(parts);
        this.onLook = onLook;
        sequence = new SequentialPrecision(
                PrecisionRule.of(confidence, budget),
                parts.stream().map(Part::target).toList());
    }

    /**
     * Has as many replications done as are needed.
     *
     * @return whether that came to its end; false if it was stopped
     */
    public boolean pursue(Replicated scenarios) {
        while (!sequence.isFinished() && scenarios.replicate(sequence.nextLook())) {
            take(scenarios, sequence.replications(), sequence.nextLook());
            onLook.accept(this);
        }
        return sequence.isFinished();
    }

    private void take(Replicated scenarios, int from, int to) {
        double[][] values = new double[parts.size()][];
        for (int part = 0; part < values.length; part++) {
            values[part] =
                    scenarios.values(parts.get(part).scenario(), parts.get(part).measure(), from, to);
        }
        for (int row = 0; row < to - from; row++) {
            double[] byPart = new double[values.length];
            for (int part = 0; part < values.length; part++) {
                byPart[part] = parts.get(part).contribution().applyAsDouble(values[part][row]);
            }
            sequence.add(byPart);
        }
    }

    /** How many replications have been looked at. */
    public int replications() {
        return sequence.replications();
    }

    /** Whether all is known exactly enough. */
    public boolean isReached() {
        return sequence.isReached();
    }

    /** By part, at the last look. */
    public List<PrecisionReached> reached() {
        return sequence.reached();
    }
}
