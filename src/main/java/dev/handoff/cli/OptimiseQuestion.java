package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.scenario.OptimiseBlock;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variation;
import dev.handoff.study.Axis;
import dev.handoff.study.Decisions;
import dev.handoff.study.Estimand;
import dev.handoff.study.Expectation;
import dev.handoff.study.Objective;
import dev.handoff.study.Optimisation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what is to be optimised, from a file and from options, with the places of mistakes. */
final class OptimiseQuestion {
    private final Variation scenario;
    private final Problems problems;
    private final Map<String, Axis> decisions = new LinkedHashMap<>(); // by path
    private final List<Objective> objectives = new ArrayList<>();
    private final List<Expectation> constraints = new ArrayList<>();
    private List<Measure> known = List.of();

    private OptimiseQuestion(Variation scenario, Problems problems) {
        this.scenario = scenario;
        this.problems = problems;
    }

    /**
     * What options say beside the file, or instead of it.
     *
     * @param decisions each in the place of the file's own for that setting
     * @param objectives in the place of the file's own, if there are any
     * @param constraints beside those of the file
     */
    record Options(List<String> decisions, List<String> objectives, List<String> constraints) {}

    /** @throws ScenarioException with every mistake */
    static Optimisation.Question of(ScenarioFile file, Variation scenario, Options options) {
        Problems problems = new Problems();
        OptimiseQuestion question = new OptimiseQuestion(scenario, problems);
        file.optimised().ifPresent(block -> question.decisions(block.decisions()));
        options.decisions().forEach(text -> question.decision("--vary ", "--vary", text));
        question.known = question.measures();
        if (options.objectives().isEmpty()) {
            file.optimised().ifPresent(block -> question.objectives(block.objectives()));
        }
        options.objectives().forEach(text -> question.objective("--metric ", text));
        file.optimised().ifPresent(block -> question.constraints(block.constraints()));
        options.constraints().forEach(text -> question.constraint("--constraint ", text));
        problems.refuse();
        return new Optimisation.Question(
                new Decisions(List.copyOf(question.decisions.values())), question.objectives, question.constraints);
    }

    /** Refuses what cannot be understood in any variant. */
    static void check(ScenarioFile read, Path file, List<String> overrides) {
        if (read.optimised().isPresent()) {
            ScenarioReader.variations(file, overrides)
                    .forEach(variation -> of(read, variation, new Options(List.of(), List.of(), List.of())));
        }
    }

    private void decisions(List<OptimiseBlock.Decision> all) {
        for (OptimiseBlock.Decision each : all) {
            String place = each.place().toString();
            decision(place + " optimise.decisions ", place, each.path() + "=" + each.values());
        }
    }

    private void decision(String start, String origin, String text) {
        try {
            Axis axis = Axis.parse(text);
            new Decisions(List.of(axis)); // refuses what is none
            axis.levels().forEach(level -> scenario.check(origin, Map.of(axis.path(), level), problems));
            scenario.value(axis.path(), origin);
            decisions.put(axis.path(), axis);
        } catch (Axis.Refused refused) {
            problems.add(start + refused.getMessage());
        } catch (ScenarioException refused) {
            refused.messages().forEach(problems::add);
        }
    }

    /** What the scenario has, or one in which a single decision was taken. */
    private List<Measure> measures() {
        Map<String, Measure> all = new LinkedHashMap<>();
        addMeasures(Map.of(), all);
        for (Axis axis : decisions.values()) {
            axis.levels().forEach(level -> addMeasures(Map.of(axis.path(), level), all));
        }
        return List.copyOf(all.values());
    }

    private void addMeasures(Map<String, String> settings, Map<String, Measure> all) {
        try {
            SingleReplication.measures(scenario.with("", "", settings).scenario())
                    .forEach(measure -> all.putIfAbsent(measure.id(), measure));
        } catch (ScenarioException togetherWithOthersOnly) {
            return; // another decision may make a scenario of it
        }
    }

    private void objectives(List<ScenarioFile.Expected> lines) {
        lines.forEach(line -> objective(line.place() + " optimise.objectives ", line.text()));
    }

    private void objective(String start, String text) {
        parsed(start, text, each -> Objective.parse(each, known)).ifPresent(objective -> {
            if (objectives.stream().anyMatch(each -> each.estimand().equals(objective.estimand()))) {
                problems.add(start + "(" + text + ") is an objective already");
            }
            objectives.add(objective);
        });
    }

    private void constraints(List<ScenarioFile.Expected> lines) {
        lines.forEach(line -> constraint(line.place() + " optimise.constraints ", line.text()));
    }

    private void constraint(String start, String text) {
        parsed(start, text, each -> Expectation.parse(each, known)).ifPresent(constraints::add);
    }

    private <T> Optional<T> parsed(String start, String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (Estimand.Refused | Expectation.Refused refused) {
            problems.add(start + refused.getMessage());
            return Optional.empty();
        }
    }
}
