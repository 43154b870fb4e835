package dev.handoff.report;

import dev.handoff.experiment.Measure;
import dev.handoff.scenario.Variant;
import dev.handoff.study.Axis;
import dev.handoff.study.Interest;
import dev.handoff.study.Regret;
import dev.handoff.study.Sweep;
import dev.handoff.study.Sweep.Result;
import dev.handoff.study.Sweep.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What was found of a sweep: tables by point and by replication, regrets, boxes, a picture of each metric. */
public final class SweepFiles implements StudyResult {
    /** Name of the table with a row for each point and metric. */
    public static final String POINTS = "points.csv";

    /** Name of the table with a row for each point, replication and metric. */
    public static final String REPLICATIONS = "replications.csv";

    /** Name of the table of regrets. */
    public static final String REGRETS = "regret.csv";

    /** Name of the table of boxes. */
    public static final String BOXES = "boxes.csv";

    private static final int SHOWN_POINTS = 30;

    private final String scenario;
    private final Variant base;
    private final Sweep.Found found;
    private final int replications;
    private final Interest.Discovered discovered; // null if nothing was asked
    private final List<Regret> regrets;
    private final SweepWords words;

    /**
     * @param scenario name of the file
     * @param base the scenario itself, where nothing is varied
     * @param replications of each point that were asked for
     * @param discovered null if nothing was to be discovered
     */
    public SweepFiles(
            String scenario, Variant base, Sweep.Found found, int replications, Interest.Discovered discovered) {
        this.scenario = scenario;
        this.base = base;
        this.found = found;
        this.replications = replications;
        this.discovered = discovered;
        regrets = IntStream.range(0, found.measures().size())
                .mapToObj(measure -> Regret.of(found, measure))
                .flatMap(Optional::stream)
                .toList();
        words = new SweepWords(found, replications);
    }

    @Override
    public boolean isPartial() {
        return found.partial();
    }

    @Override
    public int code() {
        return 0;
    }

    @Override
    public void planIn(StudyFolder folder) throws IOException {
        SweepPicture picture = new SweepPicture(scenario, found, replications);
        for (int measure = 0; measure < found.measures().size(); measure++) {
            int number = measure;
            picture.page(measure)
                    .ifPresent(page -> PictureFiles.plan(
                            folder, found.measures().get(number).id(), page::paint));
        }
        folder.table(REPLICATIONS, List.of("point", "replication", "metric", "value"), this::replications);
        folder.table(
                POINTS,
                columns(List.of("metric", "unit", "n", "mean", "ci_low", "ci_high", "p10", "p50", "p90", "message")),
                this::points);
        if (!regrets.isEmpty()) {
            folder.table(REGRETS, columns(List.of("metric", "unit", "mean", "regret")), this::regretRows);
        }
        if (discovered != null) {
            folder.table(
                    BOXES,
                    List.of("box", "setting", "low", "high", "quasi_p", "points", "of_interest", "coverage", "density"),
                    this::boxRows);
        }
        folder.text(SummaryFile.NAME, json());
        folder.scenario(base);
    }

    private List<String> columns(List<String> after) {
        List<String> columns = new ArrayList<>(List.of("point"));
        found.design().axes().forEach(axis -> columns.add(axis.path()));
        columns.addAll(after);
        return columns;
    }

    private static List<String> begun(Result result) {
        List<String> cells =
                new ArrayList<>(List.of(Integer.toString(result.point().number())));
        cells.addAll(result.point().values());
        return cells;
    }

    private void points(StudyFolder.Rows rows) {
        for (Result result : found.results()) {
            for (int measure = 0; measure < found.measures().size(); measure++) {
                Summary summary = result.summaries().get(measure);
                List<String> cells = begun(result);
                cells.add(found.measures().get(measure).id());
                cells.add(found.measures().get(measure).unit());
                cells.add(Integer.toString(summary.n()));
                cells.add(Numbers.text(summary.mean().estimate()));
                cells.add(Numbers.text(summary.mean().low()));
                cells.add(Numbers.text(summary.mean().high()));
                cells.add(Numbers.text(summary.p10()));
                cells.add(Numbers.text(summary.p50()));
                cells.add(Numbers.text(summary.p90()));
                cells.add(result.message());
                rows.row(cells.toArray(String[]::new));
            }
        }
    }

    private void replications(StudyFolder.Rows rows) {
        for (Result result : found.results()) {
            String point = Integer.toString(result.point().number());
            int done = result.values().get(0).length;
            for (int replication = 0; replication < done; replication++) {
                String number = Integer.toString(replication);
                for (int measure = 0; measure < found.measures().size(); measure++) {
                    double value = result.values().get(measure)[replication];
                    rows.row(point, number, found.measures().get(measure).id(), Numbers.text(value));
                }
            }
        }
    }

    private void regretRows(StudyFolder.Rows rows) {
        for (Regret regret : regrets) {
            int measure = found.measures().indexOf(regret.measure());
            for (int place = 0; place < regret.scenarios().size(); place++) {
                int[] points = regret.scenarios().get(place);
                for (int policy = 0; policy < points.length; policy++) {
                    Result result = found.results().get(points[policy]);
                    List<String> cells = begun(result);
                    cells.add(regret.measure().id());
                    cells.add(regret.measure().unit());
                    cells.add(
                            Numbers.text(result.summaries().get(measure).mean().estimate()));
                    cells.add(Numbers.text(regret.table().regrets()[policy][place]));
                    rows.row(cells.toArray(String[]::new));
                }
            }
        }
    }

    private void boxRows(StudyFolder.Rows rows) {
        for (int number = 0; number < discovered.boxes().size(); number++) {
            var box = discovered.boxes().get(number).box();
            for (int dimension : box.restrictedDimensions()) {
                rows.row(
                        Integer.toString(number + 1),
                        found.design().axes().get(dimension).path(),
                        Numbers.text(box.low()[dimension]),
                        Numbers.text(box.high()[dimension]),
                        Numbers.text(box.quasiP()[dimension]),
                        Integer.toString(box.points()),
                        Integer.toString(box.ofInterest()),
                        Numbers.text(box.coverage()),
                        Numbers.text(box.density()));
            }
        }
    }

    @Override
    public String json() throws IOException {
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("scenario", scenario)
                    .whole("points", found.results().size())
                    .whole("points_without_value", words.withoutValue())
                    .whole("replications_asked", replications)
                    .flag("partial", found.partial());
            json.list("settings", list -> {
                for (Axis axis : found.design().axes()) {
                    list.element(axis.path());
                }
            });
            json.list("findings", list -> {
                for (String sentence : sentences()) {
                    list.element(sentence);
                }
            });
            json.list("regret", list -> {
                for (Regret regret : regrets) {
                    list.element(element -> regret(element, regret));
                }
            });
        });
    }

    private void regret(Json json, Regret regret) throws IOException {
        List<String> policies = policies();
        json.text("metric", regret.measure().id())
                .text("unit", regret.measure().unit())
                .text("least_greatest_regret", policies.get(regret.table().minimaxAlternative()))
                .text("least_mean_regret", policies.get(regret.table().leastMeanAlternative()));
        json.list("policies", list -> {
            for (int policy = 0; policy < policies.size(); policy++) {
                int number = policy;
                list.element(element -> element.text("policy", policies.get(number))
                        .number("greatest", regret.table().greatest()[number])
                        .number("mean", regret.table().mean()[number]));
            }
        });
    }

    private List<String> policies() {
        List<Axis> axes = found.design().axes();
        return axes.get(axes.size() - 1).levels();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>(words.extremes());
        if (discovered != null) {
            sentences.addAll(words.discovered(discovered));
        }
        regrets.forEach(regret -> sentences.add(words.regret(regret, policies())));
        return sentences;
    }

    @Override
    public String screen(Terminal terminal) {
        StringBuilder text = new StringBuilder();
        sentences().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n').append(scenario).append(": ").append(words.counted()).append("\n");
        if (found.results().size() <= SHOWN_POINTS) {
            text.append('\n').append(table(terminal));
        }
        words.problems().forEach(problem -> text.append(problem).append('\n'));
        return text.toString();
    }

    private String table(Terminal terminal) {
        TextTable table = new TextTable(terminal.columns());
        table.column(
                "point",
                found.results().stream()
                        .map(result -> String.format(
                                Locale.ROOT,
                                "%d  %s",
                                result.point().number(),
                                words.values(result.point().values())))
                        .toList());
        for (int measure = 0; measure < found.measures().size(); measure++) {
            Measure each = found.measures().get(measure);
            int number = measure;
            table.column(
                    each.id(),
                    found.results().stream()
                            .map(result -> words.estimate(result.summaries().get(number), each))
                            .toList());
        }
        return table.text();
    }
}
