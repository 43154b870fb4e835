package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.PrecisionGoal;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.report.PrecisionScreen;
import dev.handoff.report.Terminal;
import dev.handoff.scenario.Variant;
import dev.handoff.statistics.PrecisionReached;
import dev.handoff.study.Estimand;
import dev.handoff.study.Precision;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that says how exactly something shall be known, instead of how many replications there shall be. */
final class PrecisionOption {
    static final String NAME = "--precision";

    private static final double CONFIDENCE = 0.95;
    private static final double CLEARLY_BEYOND = 1.5; // budgets

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = NAME,
            paramLabel = "TARGET",
            description = "Run until this is known so exactly: \"customer_churn 0.01\", \"p95 response_time"
                    + " 5 %%\", ...; may be given again.")
    private List<String> texts = new ArrayList<>();

    private final List<PrecisionScreen.Wanted> wanted = new ArrayList<>();
    private PrecisionGoal goal;
    private boolean announced;

    boolean isWanted() {
        return !texts.isEmpty();
    }

    /**
     * What the user asks for of every scenario.
     *
     * @param scenarios with different names, which are told if there are several
     * @param budget most replications
     * @param quiet whether nothing is to be said before the end
     * @throws ParameterException if it cannot be understood
     */
    PrecisionGoal goal(List<Variant> scenarios, int budget, boolean quiet) {
        List<PrecisionGoal.Part> parts = new ArrayList<>();
        for (int number = 0; number < scenarios.size(); number++) {
            Variant scenario = scenarios.get(number);
            for (String text : texts) {
                Precision precision = precision(text, SingleReplication.measures(scenario.scenario()));
                wanted.add(new PrecisionScreen.Wanted(scenarios.size() == 1 ? "" : scenario.name() + ": ", precision));
                Measure measure = precision.estimand().measure();
                parts.add(new PrecisionGoal.Part(number, measure, precision.target(), precision::contribution));
            }
        }
        announced = quiet;
        long begun = System.nanoTime();
        goal = new PrecisionGoal(CONFIDENCE, budget, parts, at -> announce(budget, System.nanoTime() - begun));
        return goal;
    }

    private Precision precision(String text, List<Measure> known) {
        try {
            return Precision.parse(text, known);
        } catch (Estimand.Refused refused) {
            throw new ParameterException(spec.commandLine(), NAME + " " + refused.getMessage());
        }
    }

    /** Once, after the first look: what is clearly beyond the budget, and what it would take. */
    private void announce(int budget, long nanos) {
        if (announced) {
            return;
        }
        announced = true;
        List<PrecisionReached> reached = goal.reached();
        for (int place = 0; place < reached.size(); place++) {
            double needed = reached.get(place).replicationsNeeded();
            if (needed > CLEARLY_BEYOND * budget) {
                spec.commandLine()
                        .getErr()
                        .println(wanted.get(place).label() + " would take about " + PrecisionScreen.roughly(needed)
                                + " replications, " + PrecisionScreen.time(nanos / 1e9 * needed / goal.replications())
                                + "; it goes on to " + PrecisionScreen.roughly(budget) + " (-n)");
            }
        }
        spec.commandLine().getErr().flush();
    }

    List<PrecisionScreen.Wanted> wanted() {
        return List.copyOf(wanted);
    }

    /** What has to be looked at, each once. */
    List<Measure> measures() {
        return wanted.stream()
                .map(each -> each.precision().estimand().measure())
                .distinct()
                .toList();
    }

    /** What was reached, for the screen. */
    String text(Terminal terminal) {
        return PrecisionScreen.text(wanted, goal, terminal);
    }

    boolean isReached() {
        return goal.isReached();
    }
}
