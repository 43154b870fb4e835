package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.PrecisionGoal;
import dev.handoff.experiment.Replicated;
import dev.handoff.report.PreciseResult;
import dev.handoff.report.StudyResult;
import dev.handoff.scenario.Variant;
import dev.handoff.study.Simulations;
import dev.handoff.study.Stopped;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** How many replications a scenario gets in a study: as many as are typed, or as are needed to know something exactly enough. */
final class StudyPrecision {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private PrecisionOption option;

    private List<Variant> scenarios = List.of();
    private PrecisionGoal goal; // null without --precision

    /** Most replications: what was typed, and with {@code --precision} alone as many as a run would do. */
    int budget(int replications) {
        boolean typed = spec.commandLine().getParseResult().hasMatchedOption("-n");
        return option.isWanted() && !typed ? RunCommand.PRECISION_BUDGET : replications;
    }

    /**
     * Makes sense of what is typed.
     *
     * @param of the scenarios in which everything shall be known so exactly, with different names
     * @throws picocli.CommandLine.ParameterException if it cannot be understood
     */
    void understand(List<Variant> of, int budget) {
        if (option.isWanted()) {
            scenarios = List.copyOf(of);
            goal = option.goal(scenarios, budget, false);
        }
    }

    /** The measures of a study and those that are needed here, each once. */
    List<Measure> with(List<Measure> measures) {
        return Stream.concat(measures.stream(), option.measures().stream())
                .distinct()
                .toList();
    }

    /**
     * Simulates the scenarios until enough is known.
     *
     * @return how many replications that takes; what was typed if nothing has to be known so exactly. If it is stopped, those looked at
     * @throws Stopped if it was asked to stop before there was anything to look at
     */
    int replications(Simulations simulations, int typed) {
        if (goal == null) {
            return typed;
        }
        goal.pursue(new InStudy(simulations, scenarios));
        if (goal.replications() == 0) {
            throw new Stopped();
        }
        return goal.replications();
    }

    /** What the study found, with how exactly it is known. */
    StudyResult result(StudyResult found) {
        return goal == null ? found : new PreciseResult(found, option.wanted(), goal, Main.UNDECIDED);
    }

    private record InStudy(Simulations simulations, List<Variant> scenarios) implements Replicated {
        @Override
        public boolean replicate(int end) {
            try {
                simulations.require(scenarios, end);
                return true;
            } catch (Stopped stopped) {
                return false;
            }
        }

        @Override
        public double[] values(int scenario, Measure measure, int from, int to) {
            return Arrays.copyOfRange(simulations.present(scenarios.get(scenario), measure, to), from, to);
        }
    }
}
