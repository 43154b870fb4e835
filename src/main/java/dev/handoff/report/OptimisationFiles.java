package dev.handoff.report;

import dev.handoff.scenario.Variant;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.study.Axis;
import dev.handoff.study.Candidate;
import dev.handoff.study.Confirmed;
import dev.handoff.study.Confirmed.Checked;
import dev.handoff.study.Confirmed.Finalist;
import dev.handoff.study.Confirmed.Standing;
import dev.handoff.study.Expectation;
import dev.handoff.study.Objective;
import dev.handoff.study.Optimisation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was found of an optimisation: tables of what the search saw and of what was confirmed, a picture, the answer. */
public final class OptimisationFiles implements StudyResult {
    /** Name of the table of what the search saw. */
    public static final String CANDIDATES = "candidates.csv";

    /** Name of the table of what was confirmed. */
    public static final String CONFIRMED = "confirmed.csv";

    private static final ConfidenceInterval NONE = new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN);

    private final String scenario;
    private final Optimisation.Found found;
    private final List<Variant> scenarios;
    private final int code;
    private final OptimisationWords words;

    /**
     * @param scenario name of the file
     * @param scenarios to be kept whole: what is recommended, and the scenario as it is
     * @param code exit code
     */
    public OptimisationFiles(String scenario, Optimisation.Found found, List<Variant> scenarios, int code) {
        this.scenario = scenario;
        this.found = found;
        this.scenarios = List.copyOf(scenarios);
        this.code = code;
        words = new OptimisationWords(found);
    }

    @Override
    public boolean isPartial() {
        return found.partial();
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public void planIn(StudyFolder folder) throws IOException {
        OptimisationPicture picture = new OptimisationPicture(scenario, found, words);
        PictureFiles.plan(folder, picture.name(), picture.page()::paint);
        folder.table(
                CANDIDATES,
                columns("metric", "role", "unit", "estimate", "ci_low", "ci_high", "feasible", "message"),
                this::candidates);
        folder.table(
                CONFIRMED,
                columns(
                        "standing",
                        "metric",
                        "role",
                        "unit",
                        "n",
                        "estimate",
                        "ci_low",
                        "ci_high",
                        "result",
                        "search_estimate",
                        "from_present",
                        "from_present_low",
                        "from_present_high",
                        "from_best",
                        "from_best_low",
                        "from_best_high"),
                this::confirmed);
        folder.text(SummaryFile.NAME, json());
        scenarios.forEach(folder::scenario);
    }

    private List<String> columns(String... after) {
        List<String> columns = new ArrayList<>(List.of("candidate"));
        found.question().decisions().axes().forEach(axis -> columns.add(axis.path()));
        columns.addAll(List.of(after));
        return columns;
    }

    private static List<String> begun(Candidate candidate) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(candidate.number())));
        cells.addAll(candidate.values());
        return cells;
    }

    private static void add(List<String> cells, ConfidenceInterval interval) {
        cells.add(Numbers.text(interval.estimate()));
        cells.add(Numbers.text(interval.low()));
        cells.add(Numbers.text(interval.high()));
    }

    private void candidates(StudyFolder.Rows rows) {
        for (Candidate candidate : found.candidates()) {
            List<Objective> objectives = found.question().objectives();
            for (int place = 0; place < objectives.size(); place++) {
                Objective objective = objectives.get(place);
                row(
                        rows,
                        candidate,
                        words.name(place),
                        "objective",
                        objective.estimand().unit(),
                        candidate.objectives(),
                        place);
            }
            List<Expectation> constraints = found.question().constraints();
            for (int place = 0; place < constraints.size(); place++) {
                Expectation constraint = constraints.get(place);
                row(
                        rows,
                        candidate,
                        constraint.text(),
                        "constraint",
                        constraint.estimand().unit(),
                        candidate.constraints(),
                        place);
            }
        }
    }

    private static void row(
            StudyFolder.Rows rows,
            Candidate candidate,
            String metric,
            String role,
            String unit,
            List<ConfidenceInterval> intervals,
            int place) {
        List<String> cells = begun(candidate);
        cells.addAll(List.of(metric, role, unit));
        add(cells, place < intervals.size() ? intervals.get(place) : NONE);
        cells.add(Boolean.toString(candidate.isFeasible()));
        cells.add(candidate.message());
        rows.row(cells.toArray(String[]::new));
    }

    private void confirmed(StudyFolder.Rows rows) {
        List<Finalist> finalists = found.confirmed().map(Confirmed::finalists).orElse(List.of());
        for (Finalist finalist : finalists) {
            for (int objective = 0; objective < finalist.means().size(); objective++) {
                List<String> cells = begun(finalist.candidate());
                cells.addAll(List.of(
                        finalist.standing().label(),
                        words.name(objective),
                        "objective",
                        found.question().objectives().get(objective).estimand().unit(),
                        Integer.toString(finalist.known())));
                add(cells, finalist.means().get(objective));
                cells.add("");
                cells.add(Numbers.text(
                        finalist.candidate().objectives().get(objective).estimate()));
                add(cells, finalist.fromPresent().get(objective));
                add(
                        cells,
                        finalist.standing() == Standing.BEST
                                ? NONE
                                : finalist.fromBest().get(objective));
                rows.row(cells.toArray(String[]::new));
            }
            constraints(rows, finalist);
        }
        present(rows);
    }

    private void constraints(StudyFolder.Rows rows, Finalist finalist) {
        for (int place = 0; place < finalist.constraints().size(); place++) {
            Checked checked = finalist.constraints().get(place);
            List<String> cells = begun(finalist.candidate());
            cells.addAll(List.of(
                    finalist.standing().label(),
                    checked.constraint().text(),
                    "constraint",
                    checked.constraint().estimand().unit(),
                    Integer.toString(checked.known())));
            add(cells, checked.interval());
            cells.add(checked.decision().label());
            cells.add(Numbers.text(finalist.candidate().constraints().get(place).estimate()));
            add(cells, NONE);
            add(cells, NONE);
            rows.row(cells.toArray(String[]::new));
        }
    }

    /** The scenario as it is has the number 0 and no values of its own here. */
    private void present(StudyFolder.Rows rows) {
        Optional<Confirmed> confirmed = found.confirmed();
        for (int objective = 0;
                confirmed.isPresent() && objective < confirmed.get().present().size();
                objective++) {
            List<String> cells = new ArrayList<>(List.of("0"));
            found.question().decisions().axes().forEach(axis -> cells.add(""));
            cells.addAll(List.of(
                    "as it is",
                    words.name(objective),
                    "objective",
                    found.question().objectives().get(objective).estimand().unit(),
                    Integer.toString(confirmed.get().replications())));
            add(cells, confirmed.get().present().get(objective));
            cells.add("");
            cells.add(Numbers.text(found.present().objectives().get(objective).estimate()));
            add(cells, NONE);
            add(cells, NONE);
            rows.row(cells.toArray(String[]::new));
        }
    }

    @Override
    public String json() throws IOException {
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("answer", String.join(" ", words.sentences()))
                    .text("scenario", scenario)
                    .whole("candidates", found.candidates().size())
                    .whole("replications", found.budget().replications())
                    .whole(
                            "fresh_replications",
                            found.confirmed().map(Confirmed::replications).orElse(0))
                    .flag("partial", found.partial());
            if (found.confirmed().isPresent()) {
                Confirmed confirmed = found.confirmed().get();
                if (!found.question().constraints().isEmpty()) {
                    json.text("constraints", confirmed.decision().label());
                }
                finalists(json, confirmed);
                bands(json, "tied", confirmed, List.of(Standing.BEST, Standing.TIED));
                bands(json, "may_be_as_good", confirmed, List.of(Standing.BEST, Standing.TIED, Standing.OPEN));
            }
        });
    }

    private void finalists(Json json, Confirmed confirmed) throws IOException {
        json.list("confirmed", list -> {
            for (Finalist finalist : confirmed.finalists()) {
                list.element(element -> finalist(element, finalist));
            }
        });
    }

    private void finalist(Json json, Finalist finalist) throws IOException {
        json.whole("candidate", finalist.candidate().number())
                .text("standing", finalist.standing().label());
        json.object("settings", settings -> {
            List<Axis> axes = found.question().decisions().axes();
            for (int setting = 0; setting < axes.size(); setting++) {
                settings.text(
                        axes.get(setting).path(), finalist.candidate().values().get(setting));
            }
        });
        json.list("objectives", list -> {
            for (int objective = 0; objective < finalist.means().size(); objective++) {
                int place = objective;
                list.element(element -> {
                    element.text("metric", words.name(place));
                    interval(element, "mean", finalist.means().get(place));
                    element.number(
                            "search",
                            finalist.candidate().objectives().get(place).estimate());
                    interval(element, "from_present", finalist.fromPresent().get(place));
                });
            }
        });
        json.list("constraints", list -> {
            for (Checked checked : finalist.constraints()) {
                list.element(element -> {
                    element.text("constraint", checked.constraint().text())
                            .text("result", checked.decision().label());
                    interval(element, "estimate", checked.interval());
                });
            }
        });
    }

    private static void interval(Json json, String name, ConfidenceInterval interval) throws IOException {
        json.number(name, interval.estimate())
                .number(name + "_low", interval.low())
                .number(name + "_high", interval.high());
    }

    /** The range of each decision over finalists of some standings; of lists of texts the places, from 0. */
    private void bands(Json json, String name, Confirmed confirmed, List<Standing> standings) throws IOException {
        List<Finalist> among = confirmed.finalists().stream()
                .filter(each -> standings.contains(each.standing()))
                .toList();
        if (among.isEmpty()) {
            return;
        }
        json.list(name, list -> {
            List<Axis> axes = found.question().decisions().axes();
            for (int setting = 0; setting < axes.size(); setting++) {
                double[] ends = words.ends(setting, among);
                String path = axes.get(setting).path();
                list.element(element ->
                        element.text("setting", path).number("low", ends[0]).number("high", ends[1]));
            }
        });
    }

    @Override
    public String screen(Terminal terminal) {
        StringBuilder text = new StringBuilder();
        words.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n').append(scenario).append(": ").append(words.counted()).append('\n');
        found.confirmed().ifPresent(confirmed -> text.append('\n').append(table(confirmed, terminal)));
        words.problems().forEach(problem -> text.append(problem).append('\n'));
        return text.toString();
    }

    private String table(Confirmed confirmed, Terminal terminal) {
        TextTable table = new TextTable(terminal.columns());
        Rows rows = new Rows(table, confirmed);
        rows.column("candidate", each -> Integer.toString(each.candidate().number()), "as it is");
        List<Axis> axes = found.question().decisions().axes();
        for (int setting = 0; setting < axes.size(); setting++) {
            int place = setting;
            rows.column(
                    axes.get(setting).path(), each -> each.candidate().values().get(place), "");
        }
        for (int objective = 0; objective < found.question().objectives().size(); objective++) {
            int place = objective;
            String present = confirmed.present().isEmpty()
                    ? ""
                    : words.mean(place, confirmed.present().get(place));
            rows.column(
                    words.name(objective),
                    each -> words.mean(place, each.means().get(place)),
                    present);
        }
        rows.column("", each -> each.standing().label(), "");
        List<Expectation> constraints = found.question().constraints();
        for (int constraint = 0; constraint < constraints.size(); constraint++) {
            int place = constraint;
            rows.column(
                    constraints.get(constraint).text(),
                    each -> checked(each.constraints().get(place)),
                    "");
        }
        return table.text();
    }

    /** A table with a row for each finalist, and below one for the scenario as it is. */
    private record Rows(TextTable table, Confirmed confirmed) {
        void column(String title, Function<Finalist, String> cell, String present) {
            List<String> cells =
                    new ArrayList<>(confirmed.finalists().stream().map(cell).toList());
            if (!confirmed.present().isEmpty()) {
                cells.add(present);
            }
            table.column(title, cells);
        }
    }

    private static String checked(Checked checked) {
        String unit = checked.constraint().estimand().unit();
        return checked.decision().label() + "  "
                + Units.interval(checked.interval(), Units.scale(unit), Units.symbol(unit));
    }
}
