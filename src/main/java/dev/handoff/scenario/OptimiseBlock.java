package dev.handoff.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a file says is to be optimised: texts that were not looked at yet, and where they stand.
 *
 * @param decisions settings with the values that they may have
 * @param objectives at least one
 * @param constraints limits that have to be kept, as expectations; perhaps none
 */
public record OptimiseBlock(
        List<Decision> decisions, List<ScenarioFile.Expected> objectives, List<ScenarioFile.Expected> constraints) {
    private static final String DECISIONS = "decisions";
    private static final String OBJECTIVES = "objectives";
    private static final String CONSTRAINTS = "constraints";
    private static final Set<String> KEYS = Set.of(DECISIONS, OBJECTIVES, CONSTRAINTS);

    /**
     * A setting that is decided.
     *
     * @param values {@code low..high}, or values with commas between them
     */
    public record Decision(Place place, String path, String values) {}

    public OptimiseBlock {
        decisions = List.copyOf(decisions);
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
    }

    /** Mistakes go to the problems, and what they concern is left out. */
    static OptimiseBlock read(Tree tree, Problems problems) {
        List<Decision> decisions = new ArrayList<>();
        List<ScenarioFile.Expected> objectives = new ArrayList<>();
        List<ScenarioFile.Expected> constraints = new ArrayList<>();
        if (!(tree instanceof Tree.Mapping block) || block.entries().isEmpty()) {
            problems.add(tree.place(), "optimise must be a map with decisions, objectives and perhaps constraints");
            return new OptimiseBlock(decisions, objectives, constraints);
        }
        for (Tree.Entry entry : block.entries()) {
            switch (entry.key()) {
                case DECISIONS -> decisions(entry.value(), "", decisions, problems);
                case OBJECTIVES -> lines(entry, "minimise customer_churn", objectives, problems);
                case CONSTRAINTS -> lines(entry, "p95 executive_hours <= 50 h/week", constraints, problems);
                default -> unknown(entry, problems);
            }
        }
        require(block, DECISIONS, problems);
        require(block, OBJECTIVES, problems);
        return new OptimiseBlock(decisions, objectives, constraints);
    }

    private static void unknown(Tree.Entry entry, Problems problems) {
        String hint = Nearest.to(entry.key(), KEYS)
                .map(key -> "; maybe optimise." + key)
                .orElse("; known in optimise: " + DECISIONS + ", " + OBJECTIVES + ", " + CONSTRAINTS);
        problems.add(entry.place(), "optimise.%s is unknown%s", Problems.shown(entry.key()), hint);
    }

    private static void require(Tree.Mapping block, String key, Problems problems) {
        if (block.entries().stream().noneMatch(entry -> entry.key().equals(key))) {
            problems.add(block.place(), "optimise.%s is missing", key);
        }
    }

    /** Sections may be nested, as settings are. */
    private static void decisions(Tree tree, String section, List<Decision> decisions, Problems problems) {
        if (!(tree instanceof Tree.Mapping settings) || settings.entries().isEmpty()) {
            problems.add(tree.place(), "optimise.decisions must be a map such as: handoff.pace: 1..6 weeks");
            return;
        }
        for (Tree.Entry entry : settings.entries()) {
            String path = section + entry.key();
            if (entry.value() instanceof Tree.Mapping) {
                decisions(entry.value(), path + ".", decisions, problems);
            } else if (entry.value() instanceof Tree.Sequence list
                    && list.items().stream().allMatch(OptimiseBlock::isText)) {
                List<String> values =
                        list.items().stream().map(OptimiseBlock::text).toList();
                decisions.add(new Decision(entry.place(), path, String.join(", ", values)));
            } else if (isText(entry.value())) {
                decisions.add(new Decision(entry.place(), path, text(entry.value())));
            } else {
                problems.add(
                        entry.value().place(),
                        "optimise.decisions.%s must be a range such as 1..6 weeks, or a list of values",
                        Problems.shown(path));
            }
        }
    }

    private static void lines(Tree.Entry entry, String example, List<ScenarioFile.Expected> lines, Problems problems) {
        boolean list = entry.value() instanceof Tree.Sequence sequence
                && !sequence.items().isEmpty()
                && sequence.items().stream().allMatch(OptimiseBlock::isText);
        if (!list) {
            problems.add(
                    entry.value().place(), "optimise.%s must be a list of texts such as: %s", entry.key(), example);
            return;
        }
        ((Tree.Sequence) entry.value())
                .items()
                .forEach(item -> lines.add(new ScenarioFile.Expected(item.place(), text(item))));
    }

    private static boolean isText(Tree tree) {
        return tree instanceof Tree.Scalar scalar && !scalar.text().isBlank();
    }

    private static String text(Tree tree) {
        return ((Tree.Scalar) tree).text().strip().replaceAll("\\s+", " ");
    }
}
