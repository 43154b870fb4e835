package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.kernel.Check;
import dev.handoff.statistics.Direction;
import dev.handoff.statistics.LeaderBelief;
import dev.handoff.statistics.SelectionOfTheBest;
import dev.handoff.statistics.SelectionRule;
import dev.handoff.statistics.SelectionState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Simulates alternatives on the same random worlds until the best of them is selected, each only as far as it is needed for that. */
public final class Selection {
    /** Least probability that no other alternative is better than the selected one by the difference or more. */
    public static final double CONFIDENCE = 0.95;

    private final Question question;
    private final SelectionRule rule;
    private final int[] taken; // replications by alternative
    private SelectionOfTheBest last; // null before the first look

    /**
     * What is asked.
     *
     * @param difference the smallest that is worth detecting, in the unit of the measure, above 0
     * @param budget most replications of an alternative
     */
    public record Question(Measure measure, Direction direction, double difference, int budget) {}

    /** Where the outcomes of replications come from. */
    public interface Source {
        /**
         * Simulates what is missing.
         *
         * @param replications by alternative
         * @throws Stopped if it was asked to stop
         */
        void require(int[] replications);

        /** @return by replication; NaN where there is no value */
        double[] values(int alternative, Measure measure, int replications);
    }

    /** Is told of each look. */
    @FunctionalInterface
    public interface OnLook {
        /** @param belief worked out when asked for */
        void accept(int leader, Supplier<LeaderBelief> belief);
    }

    /** @param alternatives how many, two or more */
    public Selection(Question question, int alternatives) {
        Check.that(alternatives >= 2, "alternatives (%s) must be two or more", alternatives);
        this.question = question;
        rule = SelectionRule.of(question.direction(), question.difference(), CONFIDENCE, question.budget());
        taken = new int[alternatives];
    }

    /**
     * Looks until the selection is done or the budget is spent.
     *
     * @param onLook is told the leader, -1 if there is none yet, and what is believed of it
     * @throws Stopped if it was asked to stop; what was found until then stays
     */
    public void run(Source source, OnLook onLook) {
        int[] wanted = new int[taken.length];
        Arrays.fill(wanted, rule.first());
        while (isMore(wanted)) {
            source.require(wanted);
            for (int alternative = 0; alternative < taken.length; alternative++) {
                taken[alternative] = Math.max(taken[alternative], wanted[alternative]);
            }
            last = new SelectionOfTheBest(rule, values(source, question.measure()));
            onLook.accept(last.state().leader(), last::belief);
            wanted = last.state().wanted();
        }
    }

    /**
     * Takes at least so many replications of every alternative, for estimates that shall be more exact; what was decided stays.
     *
     * @throws Stopped if it was asked to stop
     */
    public void extend(Source source, int replications) {
        int[] wanted = taken.clone();
        Arrays.setAll(wanted, alternative -> Math.max(taken[alternative], replications));
        source.require(wanted);
        System.arraycopy(wanted, 0, taken, 0, taken.length);
    }

    private boolean isMore(int[] wanted) {
        for (int alternative = 0; alternative < taken.length; alternative++) {
            if (wanted[alternative] > taken[alternative]) {
                return true;
            }
        }
        return false;
    }

    private double[][] values(Source source, Measure measure) {
        double[][] values = new double[taken.length][];
        Arrays.setAll(values, alternative -> source.values(alternative, measure, taken[alternative]));
        return values;
    }

    /**
     * What was found until the last look; empty before the first one.
     *
     * @param others measures that are told beside the one that decides
     */
    public Optional<Selected> selected(Source source, List<Measure> others) {
        if (last == null) {
            return Optional.empty();
        }
        List<Selected.Sample> samples = new ArrayList<>();
        samples.add(new Selected.Sample(question.measure(), values(source, question.measure())));
        others.forEach(measure -> samples.add(new Selected.Sample(measure, values(source, measure))));
        SelectionState state = last.state();
        return Optional.of(new Selected(question, samples, state, last.belief()));
    }
}
