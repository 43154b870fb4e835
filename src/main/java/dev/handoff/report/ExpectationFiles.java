package dev.handoff.report;

import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.Variant;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.study.Estimand;
import dev.handoff.study.Examination.Found;
import dev.handoff.study.Expectation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found of expectations: as a table, as JSON, for the screen. */
public final class ExpectationFiles implements StudyResult {
    /** Name of the table. */
    public static final String TABLE = "expectations.csv";

    private static final int DECIMALS = 2;

    private static final List<String> COLUMNS = List.of(
            "scenario",
            "variant",
            "expectation",
            "result",
            "replications",
            "known",
            "estimate",
            "low",
            "high",
            "relation",
            "limit",
            "unit",
            "confidence",
            "place");

    private final List<Examined> scenarios;
    private final List<Found> found;
    private final int code;
    private final boolean partial;

    /** A variant that was examined, and the file that says what is expected of it. */
    public record Examined(ScenarioFile file, Variant variant) {
        /** For people: the scenario alone where it has no variants. */
        public String title() {
            return file.variants().size() == 1 ? file.id() : file.id() + ", " + variant.name();
        }
    }

    /**
     * @param found whose scenarios are places in the first list, all of a scenario in the order of its file
     * @param code exit code for what was decided
     */
    public ExpectationFiles(List<Examined> scenarios, List<Found> found, int code, boolean partial) {
        this.scenarios = List.copyOf(scenarios);
        this.found = List.copyOf(found);
        this.code = code;
        this.partial = partial;
    }

    @Override
    public boolean isPartial() {
        return partial;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public void planIn(StudyFolder folder) throws IOException {
        folder.table(TABLE, COLUMNS, this::rows);
        folder.text(SummaryFile.NAME, json());
        scenarios.forEach(each -> folder.scenario(new Variant(
                each.title(), each.variant().scenario(), each.variant().settings())));
    }

    private void rows(StudyFolder.Rows rows) {
        for (int place = 0; place < found.size(); place++) {
            Found each = found.get(place);
            Examined scenario = scenarios.get(each.scenario());
            Expectation expectation = each.expectation();
            rows.row(
                    scenario.file().id(),
                    scenario.variant().name(),
                    expectation.text(),
                    each.decision().label(),
                    Integer.toString(each.replications()),
                    Integer.toString(each.known()),
                    Numbers.text(each.interval().estimate()),
                    Numbers.text(each.interval().low()),
                    Numbers.text(each.interval().high()),
                    expectation.relation().sign(),
                    Numbers.text(expectation.limit()),
                    expectation.estimand().unit(),
                    Numbers.text(expectation.confidence()),
                    place(place));
        }
    }

    /** Where the expectation is written. */
    private String place(int place) {
        int scenario = found.get(place).scenario();
        int first = place;
        while (first > 0 && found.get(first - 1).scenario() == scenario) {
            first--;
        }
        return scenarios
                .get(scenario)
                .file()
                .expectations()
                .get(place - first)
                .place()
                .toString();
    }

    @Override
    public String json() throws IOException {
        return Json.text(json -> {
            json.whole("format", 1).text("answer", answer());
            json.list("expectations", list -> {
                for (Found each : found) {
                    list.element(element -> element(element, each));
                }
            });
        });
    }

    /** {@code Of 3 expectations: 2 PASS, 1 FAIL.} */
    private String answer() {
        Map<String, Long> counts = found.stream()
                .collect(Collectors.groupingBy(
                        each -> each.decision().label(), LinkedHashMap::new, Collectors.counting()));
        return "Of " + found.size() + (found.size() == 1 ? " expectation: " : " expectations: ")
                + counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey())
                        .collect(Collectors.joining(", "))
                + ".";
    }

    private void element(Json json, Found each) throws IOException {
        Examined scenario = scenarios.get(each.scenario());
        json.text("scenario", scenario.file().id())
                .text("variant", scenario.variant().name())
                .text("expectation", each.expectation().text())
                .text("result", each.decision().label())
                .whole("replications", each.replications())
                .whole("known", each.known())
                .number("estimate", each.interval().estimate())
                .number("low", each.interval().low())
                .number("high", each.interval().high())
                .number("limit", each.expectation().limit())
                .text("unit", each.expectation().estimand().unit())
                .number("confidence", each.expectation().confidence());
    }

    /** A block for each scenario, a line for each expectation. */
    @Override
    public String screen(Terminal terminal) {
        StringBuilder text = new StringBuilder();
        int scenario = -1;
        for (Found each : found) {
            if (each.scenario() != scenario) {
                scenario = each.scenario();
                text.append(text.isEmpty() ? "" : "\n")
                        .append(scenarios.get(scenario).title())
                        .append('\n');
            }
            text.append(String.format(
                            Locale.ROOT,
                            "  %-15s  %s: ",
                            each.decision().label(),
                            each.expectation().text()))
                    .append(sentence(each))
                    .append('\n');
        }
        return text.toString();
    }

    /** The estimate with its interval and the replications behind it. */
    static String sentence(Found each) {
        if (each.replications() == 0) {
            return "not looked at";
        }
        String missing = each.known() == each.replications() ? "" : ", of which " + each.known() + " have a value";
        return interval(each) + " in " + Words.count(each.replications()) + " replications" + missing;
    }

    private static String interval(Found each) {
        ConfidenceInterval interval = each.interval();
        Estimand estimand = each.expectation().estimand();
        double scale = Units.scale(estimand.unit());
        String unit = estimand.unit().isEmpty() ? "" : " " + Units.symbol(estimand.unit());
        return Units.shown(scale * interval.estimate(), DECIMALS) + unit + " ("
                + Units.shown(scale * interval.low(), DECIMALS) + " to "
                + Units.shown(scale * interval.high(), DECIMALS) + ")";
    }

    /** The result as JUnit's XML: a test suite for each scenario, what fails is a failure, what is undecided an error. */
    public String junit() {
        return new JUnitFile(scenarios, found).text();
    }
}
