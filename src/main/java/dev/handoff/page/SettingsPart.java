package dev.handoff.page;

import dev.handoff.page.Html.Cell;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Contrast;
import dev.handoff.scenario.Evidence;
import dev.handoff.scenario.Parameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parts of a page that come from its scenarios: settings, assumptions, what could be varied. */
final class SettingsPart {
    private static final int MOST_DECISIONS = 6;
    private static final int MOST_ASSUMPTIONS = 12;
    private static final List<String> ABOUT_MEASURING = List.of("horizon", "warmup");

    private final Scenarios scenarios;
    private final List<Effects.Effect> effects;

    SettingsPart(Scenarios scenarios) throws IOException {
        this.scenarios = scenarios;
        effects = Effects.measured();
    }

    /** The settings in which the scenarios differ from the defaults. */
    void settings(Html html) {
        html.section("settings", "Settings that differ from the defaults");
        if (scenarios.count() == 0) {
            html.element("p", "They stand in " + String.join(", ", scenarios.files()) + ".");
        } else {
            Set<String> paths = new LinkedHashSet<>();
            for (int scenario = 0; scenario < scenarios.count(); scenario++) {
                paths.addAll(scenarios.fromDefaults(scenario).keySet());
            }
            List<List<Cell>> common = new ArrayList<>();
            List<List<Cell>> own = new ArrayList<>();
            paths.forEach(path -> (isCommon(path) ? common : own).add(row(path)));
            html.element(
                    "p",
                    common.isEmpty() && own.isEmpty()
                            ? "There are none."
                            : "Every other setting is the documented default.");
            if (!common.isEmpty()) {
                html.table(
                        scenarios.count() == 1 ? "Settings" : "In all scenarios",
                        List.of("setting", "default", "here", "meaning"),
                        common);
            }
            if (!own.isEmpty()) {
                html.table("Where the scenarios differ", head(), own);
            }
            more(html);
        }
        html.end("section");
    }

    private void more(Html html) {
        if (scenarios.files().size() > scenarios.count()) {
            html.element(
                    "p",
                    "quiet",
                    "There are " + scenarios.files().size() + " scenarios; the first " + scenarios.count()
                            + " are shown.");
        }
        html.element(
                "p",
                "quiet",
                "All settings: " + String.join(", ", scenarios.files().subList(0, scenarios.count()))
                        + " in the folder of this page; handoff explain tells more about each.");
    }

    private boolean isCommon(String path) {
        String first = value(0, path);
        for (int scenario = 1; scenario < scenarios.count(); scenario++) {
            if (!value(scenario, path).equals(first)) {
                return false;
            }
        }
        return true;
    }

    /** Empty where it is the default. */
    private String value(int scenario, String path) {
        Contrast.Difference difference = scenarios.fromDefaults(scenario).get(path);
        return difference == null ? "" : difference.to();
    }

    private String standard(String path) {
        for (int scenario = 0; scenario < scenarios.count(); scenario++) {
            Contrast.Difference difference = scenarios.fromDefaults(scenario).get(path);
            if (difference != null) {
                return difference.from();
            }
        }
        return "";
    }

    private List<String> head() {
        List<String> head = new ArrayList<>(List.of("setting", "default"));
        for (int scenario = 0; scenario < scenarios.count(); scenario++) {
            head.add(scenarios.label(scenario));
        }
        return head;
    }

    private List<Cell> row(String path) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(path), Cell.of(standard(path))));
        if (isCommon(path)) {
            cells.add(Cell.of(value(0, path)));
            cells.add(Cell.of(Scenarios.parameter(path).map(Parameter::meaning).orElse("")));
        } else {
            for (int scenario = 0; scenario < scenarios.count(); scenario++) {
                String value = value(scenario, path);
                cells.add(Cell.of(value.isEmpty() ? standard(path) : value));
            }
        }
        return cells;
    }

    /** What can be decided and moves the curves most, as far as it takes part. */
    void decisions(Html html) {
        List<List<Cell>> rows = effects(Set.of(Evidence.POLICY), MOST_DECISIONS);
        if (!rows.isEmpty()) {
            html.table(
                    "Decisions that move the three curves most",
                    List.of(
                            "setting",
                            "here",
                            "moved from \u2192 to",
                            "freed, h/week",
                            "burnout, points",
                            "lost, points"),
                    rows);
            html.element("p", "quiet", MEASURED);
        }
    }

    private static final String MEASURED = "The effects were measured in a firm with default settings, one setting"
            + " moved at a time, over the year after the promotion, with 95 % intervals; here they may be"
            + " other ones. docs/effects.md has all of them.";

    private List<List<Cell>> effects(Set<Evidence> grades, int most) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Effects.Effect effect : effects) {
            Parameter parameter =
                    Catalogue.standard().parameter(effect.parameter()).orElseThrow();
            boolean asked = grades.contains(parameter.evidence()) && !ABOUT_MEASURING.contains(parameter.path());
            if (asked && rows.size() < most && scenarios.value(parameter).isPresent()) {
                List<Cell> cells = new ArrayList<>();
                cells.add(Cell.of(parameter.path()));
                cells.add(Cell.of(scenarios.value(parameter).orElseThrow()));
                if (!grades.contains(Evidence.POLICY)) {
                    cells.add(Cell.of(evidence(parameter)));
                }
                cells.add(Cell.of(effect.move()));
                effect.changes().forEach(change -> cells.add(Cell.number(change)));
                rows.add(cells);
            }
        }
        return rows;
    }

    /** What the default rests on, or that the scenario has another value. */
    private String evidence(Parameter parameter) {
        return scenarios.fromDefaults(0).containsKey(parameter.path())
                ? "set by the scenario"
                : parameter.evidence().label();
    }

    /** What the scenario rests on and nobody decided: what matters most first, then all of it by section. */
    void assumptions(Html html) {
        if (scenarios.count() == 0) {
            return;
        }
        html.section("assumptions", "The assumptions that matter here");
        html.element(
                "p",
                "The curves follow from the model's rules and from numbers, many of which nobody has measured."
                        + " These take part here, are no decisions, and move the curves most. The evidence says what a default rests on.");
        html.table(
                "Assumptions by what they move",
                List.of(
                        "setting",
                        "here",
                        "evidence",
                        "moved from \u2192 to",
                        "freed, h/week",
                        "burnout, points",
                        "lost, points"),
                effects(Set.of(Evidence.ASSUMPTION, Evidence.PUBLISHED, Evidence.CALIBRATED), MOST_ASSUMPTIONS));
        html.element("p", "quiet", MEASURED);
        html.details("Every assumption that takes part, by mechanism");
        bySection()
                .forEach((section, rows) -> html.table(
                        section + ": " + Catalogue.standard().sections().getOrDefault(section, ""),
                        List.of("setting", "here", "plausible", "evidence", "source"),
                        rows));
        html.end("details").end("section");
    }

    private Map<String, List<List<Cell>>> bySection() {
        Map<String, List<List<Cell>>> sections = new LinkedHashMap<>();
        for (Parameter parameter : Catalogue.standard().parameters()) {
            boolean assumed =
                    parameter.evidence() != Evidence.POLICY && parameter.unit().isNumeric();
            if (assumed && !ABOUT_MEASURING.contains(parameter.path())) {
                scenarios
                        .value(parameter)
                        .ifPresent(value -> sections.computeIfAbsent(parameter.section(), none -> new ArrayList<>())
                                .add(List.of(
                                        Cell.of(parameter.path()),
                                        Cell.of(value),
                                        Cell.of(parameter
                                                .plausible()
                                                .map(Object::toString)
                                                .orElse("")),
                                        Cell.of(evidence(parameter)),
                                        Cell.of(parameter.source()))));
            }
        }
        return sections;
    }
}
