package dev.handoff.report;

import dev.handoff.scenario.Unit;
import dev.handoff.scenario.Variant;
import dev.handoff.statistics.BreakEven;
import dev.handoff.statistics.BreakEven.Crossing;
import dev.handoff.statistics.BreakEven.ScanPoint;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.study.Axis;
import dev.handoff.study.BreakEvenStudy.Found;
import dev.handoff.study.BreakEvenStudy.Point;
import dev.handoff.study.BreakEvenStudy.Side;
import dev.handoff.study.Estimand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was found of a break-even: the places that were looked at, the answer in sentences, a picture. */
public final class BreakEvenFiles implements StudyResult {
    /** Name of the table. */
    public static final String TABLE = "points.csv";

    static final String PICTURE = "breakeven";

    private static final List<String> COLUMNS =
            List.of("setting", "value", "replications", "metric", "unit", "mean", "ci_low", "ci_high", "own", "other");

    private final Question question;
    private final Found found;
    private final int code;

    /** What was asked. */
    public record Question(Axis axis, Estimand estimand, Side own, Optional<Side> other) {}

    /** @param code exit code for what was found */
    public BreakEvenFiles(Question question, Found found, int code) {
        this.question = question;
        this.found = found;
        this.code = code;
    }

    @Override
    public boolean isPartial() {
        return found.answer().isEmpty();
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public void planIn(StudyFolder folder) throws IOException {
        PlotPage page = new BreakEvenPicture(question, found, new BreakEvenWords(question, found)).page();
        PictureFiles.plan(folder, PICTURE, page::paint);
        folder.table(TABLE, COLUMNS, this::rows);
        folder.text(SummaryFile.NAME, json());
        folder.scenario(scenario(question.own()));
        question.other().ifPresent(side -> folder.scenario(scenario(side)));
    }

    /* What is varied stands there as at the low end of the range. */
    private Variant scenario(Side side) {
        Variant variant = side.at(question.axis(), question.axis().low());
        return new Variant(side.name(), variant.scenario(), variant.settings());
    }

    private void rows(StudyFolder.Rows rows) {
        for (Point point : found.points()) {
            rows.row(
                    question.axis().path(),
                    question.axis().parameter().written(point.value()),
                    Integer.toString(point.replications()),
                    question.estimand().text(),
                    question.estimand().unit(),
                    Numbers.text(point.mean().estimate()),
                    Numbers.text(point.mean().low()),
                    Numbers.text(point.mean().high()),
                    Numbers.text(point.own()),
                    Numbers.text(point.other()));
        }
    }

    @Override
    public String json() throws IOException {
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("answer", String.join(" ", new BreakEvenWords(question, found).sentences()))
                    .text("setting", question.axis().path())
                    .text("setting_unit", question.axis().parameter().unit().canonical())
                    .number("low", question.axis().low())
                    .number("high", question.axis().high())
                    .text("metric", question.estimand().text())
                    .text("unit", question.estimand().unit())
                    .text("scenario", question.own().name());
            if (question.other().isPresent()) {
                json.text("against", question.other().get().name())
                        .flag("varies_both", question.other().get().isVaried());
            } else {
                json.number("target", found.target());
            }
            json.flag("partial", isPartial());
            if (found.answer().isPresent()) {
                answer(json, found.answer().get());
            }
        });
    }

    private void answer(Json json, BreakEven.Answer answer) throws IOException {
        json.text("verdict", answer.verdict().name().toLowerCase(Locale.ROOT));
        json.list("crossings", list -> {
            for (Crossing crossing : answer.crossings()) {
                list.element(element -> {
                    interval(element, "value", crossing.x());
                    element.flag("rises", crossing.rises());
                    interval(element, "slope", crossing.slope());
                });
            }
        });
        json.list("not_excluded", list -> {
            for (BreakEven.OpenRange open : answer.open()) {
                list.element(element -> element.number("low", open.low()).number("high", open.high()));
            }
        });
        json.list("scan", list -> {
            for (ScanPoint point : answer.scan()) {
                list.element(element -> {
                    element.number("at", point.x()).whole("replications", point.replications());
                    interval(element, "mean", point.mean());
                });
            }
        });
    }

    private static void interval(Json json, String name, ConfidenceInterval interval) throws IOException {
        json.number(name, interval.estimate())
                .number(name + "_low", interval.low())
                .number(name + "_high", interval.high());
    }

    /** The answer in sentences, then the scanned places. */
    @Override
    public String screen(Terminal terminal) {
        BreakEvenWords words = new BreakEvenWords(question, found);
        StringBuilder text = new StringBuilder();
        words.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n').append(words.compared()).append('\n');
        found.answer().ifPresent(answer -> text.append('\n').append(scan(answer, words, terminal)));
        return text.toString();
    }

    private String scan(BreakEven.Answer answer, BreakEvenWords words, Terminal terminal) {
        List<String> places = new ArrayList<>();
        List<String> means = new ArrayList<>();
        List<String> replications = new ArrayList<>();
        for (ScanPoint point : answer.scan()) {
            places.add(words.place(point.x()));
            means.add(words.response(point.mean()));
            replications.add(Words.count(point.replications()));
        }
        TextTable table = new TextTable(terminal.columns());
        table.column(question.axis().path(), places);
        table.column(
                question.other().isPresent()
                        ? "difference"
                        : question.estimand().text(),
                means);
        table.column("replications", replications);
        return table.text() + "The " + answer.scan().size() + " intervals hold together with 95 %.\n";
    }

    static boolean isCount(Axis axis) {
        return axis.parameter().unit() == Unit.COUNT;
    }
}
