package dev.handoff.report;

import dev.handoff.experiment.Measure;
import dev.handoff.scenario.Variant;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.MorrisScreening;
import dev.handoff.statistics.SobolIndices;
import dev.handoff.study.Sensitivity.Found;
import dev.handoff.study.Sensitivity.Move;
import dev.handoff.study.Sensitivity.Point;
import dev.handoff.study.Sensitivity.Sign;
import dev.handoff.study.Uncertain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** On what an outcome depends: screening, indices, tornado and the sample over all parameters; as tables, JSON, pictures, for the screen. */
public final class SensitivityFiles implements StudyResult {
    /** Elementary effects by parameter. */
    public static final String SCREENING = "screening.csv";

    /** First-order and total indices of the important parameters. */
    public static final String INDICES = "indices.csv";

    /** Each parameter alone from low to high. */
    public static final String TORNADO = "tornado.csv";

    /** The sample over all parameters. */
    public static final String POINTS = "points.csv";

    private final Question question;
    private final Found found;

    /**
     * What was asked.
     *
     * @param own the scenario, named for people
     * @param other which it is compared with
     */
    public record Question(Variant own, Optional<Variant> other, Measure measure, List<Uncertain> parameters) {
        public Question {
            parameters = List.copyOf(parameters);
        }
    }

    public SensitivityFiles(Question question, Found found) {
        this.question = question;
        this.found = found;
    }

    @Override
    public boolean isPartial() {
        return !found.isComplete();
    }

    @Override
    public int code() {
        return 0;
    }

    @Override
    public void planIn(StudyFolder folder) throws IOException {
        if (!found.moves().isEmpty()) {
            PictureFiles.plan(folder, "tornado", tornado()::paint);
        }
        if (found.isComplete()) {
            PictureFiles.plan(folder, "bands", bands()::paint);
        }
        folder.table(
                SCREENING,
                List.of(
                        "rank",
                        "setting",
                        "low",
                        "high",
                        "effect",
                        "absolute_effect",
                        "ci_low",
                        "ci_high",
                        "deviation",
                        "noise_share",
                        "metric",
                        "unit"),
                this::screening);
        folder.table(
                INDICES,
                List.of("setting", "first_order", "first_low", "first_high", "total", "total_low", "total_high"),
                this::indices);
        folder.table(
                TORNADO,
                List.of(
                        "setting",
                        "low",
                        "high",
                        "mean_at_low",
                        "mean_at_high",
                        "own_mean",
                        "change_at_low",
                        "change_at_low_ci_low",
                        "change_at_low_ci_high",
                        "change_at_high",
                        "change_at_high_ci_low",
                        "change_at_high_ci_high"),
                this::moves);
        folder.table(POINTS, pointColumns(), this::points);
        folder.text(SummaryFile.NAME, json());
        folder.scenario(question.own());
        question.other().ifPresent(folder::scenario);
    }

    private void screening(StudyFolder.Rows rows) {
        int rank = 0;
        for (int factor : found.ranking()) {
            rank++;
            Uncertain parameter = question.parameters().get(factor);
            MorrisScreening.Factor effect = found.screening().factors().get(factor);
            rows.row(
                    Integer.toString(rank),
                    parameter.path(),
                    parameter.written(0),
                    parameter.written(1),
                    Numbers.text(effect.mean()),
                    Numbers.text(effect.absoluteMean().estimate()),
                    Numbers.text(effect.absoluteMean().low()),
                    Numbers.text(effect.absoluteMean().high()),
                    Numbers.text(effect.deviationWithoutNoise()),
                    Numbers.text(effect.noiseShare()),
                    question.measure().id(),
                    question.measure().unit());
        }
    }

    private void indices(StudyFolder.Rows rows) {
        if (found.indices().isEmpty()) {
            return;
        }
        for (int place = 0; place < found.quantified().size(); place++) {
            SobolIndices.Factor index = found.indices().get().factors().get(place);
            rows.row(
                    question.parameters().get(found.quantified().get(place)).path(),
                    Numbers.text(index.firstOrder().estimate()),
                    Numbers.text(index.firstOrder().low()),
                    Numbers.text(index.firstOrder().high()),
                    Numbers.text(index.total().estimate()),
                    Numbers.text(index.total().low()),
                    Numbers.text(index.total().high()));
        }
    }

    private void moves(StudyFolder.Rows rows) {
        for (Move move : found.moves()) {
            Uncertain parameter = question.parameters().get(move.factor());
            rows.row(
                    parameter.path(),
                    parameter.written(0),
                    parameter.written(1),
                    Numbers.text(move.low()),
                    Numbers.text(move.high()),
                    Numbers.text(found.base()),
                    Numbers.text(move.fromLow().estimate()),
                    Numbers.text(move.fromLow().low()),
                    Numbers.text(move.fromLow().high()),
                    Numbers.text(move.fromHigh().estimate()),
                    Numbers.text(move.fromHigh().low()),
                    Numbers.text(move.fromHigh().high()));
        }
    }

    private List<String> pointColumns() {
        List<String> columns = new ArrayList<>(List.of(
                "point",
                "mean",
                "ci_low",
                "ci_high",
                "p10",
                "p90",
                "difference",
                "difference_ci_low",
                "difference_ci_high",
                "sign"));
        question.parameters().forEach(parameter -> columns.add(parameter.path()));
        return columns;
    }

    private void points(StudyFolder.Rows rows) {
        for (int number = 0; number < found.points().size(); number++) {
            Point point = found.points().get(number);
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(number),
                    Numbers.text(point.mean().estimate()),
                    Numbers.text(point.mean().low()),
                    Numbers.text(point.mean().high()),
                    Numbers.text(point.p10()),
                    Numbers.text(point.p90()),
                    cell(point, ConfidenceInterval::estimate),
                    cell(point, ConfidenceInterval::low),
                    cell(point, ConfidenceInterval::high),
                    point.sign().map(SensitivityFiles::label).orElse("")));
            for (int factor = 0; factor < point.shares().length; factor++) {
                cells.add(question.parameters().get(factor).written(point.shares()[factor]));
            }
            rows.row(cells.toArray(String[]::new));
        }
    }

    private static String cell(Point point, ToDoubleFunction<ConfidenceInterval> part) {
        return point.difference()
                .map(difference -> Numbers.text(part.applyAsDouble(difference)))
                .orElse("");
    }

    private static String label(Sign sign) {
        return sign.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String json() throws IOException {
        SensitivityWords words = new SensitivityWords(question, found);
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("answer", String.join(" ", words.answer()))
                    .text("metric", question.measure().id())
                    .text("unit", question.measure().unit())
                    .text("scenario", question.own().name())
                    .whole("parameters", question.parameters().size())
                    .flag("partial", isPartial())
                    .number("own_mean", found.base());
            if (found.indices().isPresent()) {
                SobolIndices.VarianceParts parts = found.indices().get().variance();
                json.number("parameter_variance", parts.parameters())
                        .number("noise_variance", parts.replicationNoise())
                        .number("noise_share", parts.noiseShare());
            }
            if (question.other().isPresent() && found.isComplete()) {
                json.text("against", question.other().get().name());
                for (Sign sign : Sign.values()) {
                    ConfidenceInterval share = found.share(sign);
                    json.number("share_" + label(sign), share.estimate())
                            .number("share_" + label(sign) + "_low", share.low())
                            .number("share_" + label(sign) + "_high", share.high());
                }
            }
        });
    }

    @Override
    public String screen(Terminal terminal) {
        return new SensitivityWords(question, found).screen(terminal);
    }

    private BarPage tornado() {
        double scale = Units.scale(question.measure().unit());
        double base = scale * found.base();
        List<BarPage.Row> rows = new ArrayList<>();
        for (Move move : found.moves()) {
            Uncertain parameter = question.parameters().get(move.factor());
            String figures = Units.shown(scale * move.low(), 1) + " to " + Units.shown(scale * move.high(), 1);
            rows.add(new BarPage.Row(
                    parameter.path(),
                    parameter.written(0) + " → " + parameter.written(1),
                    List.of(bar(base, scale, move.fromLow(), 0), bar(base, scale, move.fromHigh(), 1)),
                    figures));
        }
        return new BarPage(
                "On what does " + question.measure().id() + " depend?",
                question.own().name()
                        + ": each parameter alone from the low (blue) to the high end (orange) of its range",
                "The vertical line is the mean at the scenario's own values. Whiskers: 95 % intervals of the change, paired by"
                        + " replication.",
                question.measure().meaning() + " ("
                        + Units.symbol(question.measure().unit()) + ")",
                base,
                rows);
    }

    private static BarPage.Bar bar(double base, double scale, ConfidenceInterval change, int ink) {
        return new BarPage.Bar(
                base,
                base + scale * change.estimate(),
                base + scale * change.low(),
                base + scale * change.high(),
                Ink.line(ink));
    }

    private PlotPage bands() {
        String unit = question.measure().unit();
        List<PlotPage.Panel> panels = new ArrayList<>();
        List<Point> byMean = new ArrayList<>(found.points());
        byMean.sort(Comparator.comparingDouble(point -> point.mean().estimate()));
        Plot.Frame own = new Plot.Frame(
                "Points of the sample, lowest mean first (% of points)",
                question.measure().meaning() + " (" + Units.symbol(unit) + ")", List.of(), Units.scale(unit));
        Plot.Series noise = series("", byMean, point -> point.mean().estimate(), Point::p10, Point::p90);
        panels.add(new PlotPage.Panel(own, List.of(noise), List.of(), found.base()));
        if (question.other().isPresent()) {
            List<Point> byDifference = new ArrayList<>(found.points());
            byDifference.sort(Comparator.comparingDouble(
                    point -> point.difference().orElseThrow().estimate()));
            Plot.Frame frame = new Plot.Frame(
                    "Points, lowest difference first (% of points)",
                    "less " + question.other().get().name() + " (" + Units.differenceSymbol(unit) + ")",
                    List.of(),
                    Units.scale(unit));
            Plot.Series differences = series(
                    "",
                    byDifference,
                    point -> point.difference().orElseThrow().estimate(),
                    point -> point.difference().orElseThrow().low(),
                    point -> point.difference().orElseThrow().high());
            panels.add(new PlotPage.Panel(frame, List.of(differences), List.of(), 0));
        }
        String second = question.other().isPresent()
                ? " On the right: the paired difference of the means with its 95 % interval; where the band leaves out 0, the"
                        + " sign is clear."
                : "";
        return new PlotPage(
                "What may " + question.measure().id() + " be, as far as the parameters are known?",
                question.own().name() + ", " + found.points().size() + " points over the ranges of "
                        + question.parameters().size() + " parameters",
                List.of(),
                panels,
                "Outer uncertainty: the line rises through the means of all points, from parameters that are not known. Inner"
                        + " uncertainty: the band holds 8 of 10 replications of a point. Dashed: the scenario's own values."
                        + second);
    }

    private static Plot.Series series(
            String label,
            List<Point> points,
            ToDoubleFunction<Point> middle,
            ToDoubleFunction<Point> low,
            ToDoubleFunction<Point> high) {
        double[] places = new double[points.size()];
        for (int place = 0; place < places.length; place++) {
            places[place] = 100 * (place + 0.5) / places.length;
        }
        return new Plot.Series(
                label,
                places,
                points.stream().mapToDouble(middle).toArray(),
                points.stream().mapToDouble(low).toArray(),
                points.stream().mapToDouble(high).toArray(),
                true);
    }
}
