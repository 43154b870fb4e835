package dev.handoff.report;

import dev.handoff.study.BreakEvenStudy.Found;
import dev.handoff.study.BreakEvenStudy.Point;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The response over the range with its band, and the crossings. */
final class BreakEvenPicture {
    private final BreakEvenFiles.Question question;
    private final Found found;
    private final BreakEvenWords words;

    BreakEvenPicture(BreakEvenFiles.Question question, Found found, BreakEvenWords words) {
        this.question = question;
        this.found = found;
        this.words = words;
    }

    PlotPage page() {
        String unit = question.estimand().unit();
        String vertical = question.estimand().text() + (question.other().isPresent() ? ", difference" : "") + " ("
                + words.symbol() + ")";
        String behind = question.axis().parameter().unit().canonical();
        Plot.Frame frame = new Plot.Frame(
                question.axis().path() + (behind.isEmpty() ? "" : " (" + behind + ")"),
                vertical,
                List.of(),
                Units.scale(unit));
        PlotPage.Panel panel = new PlotPage.Panel(frame, List.of(series()), marks(), found.target());
        return new PlotPage(
                words.sentences().get(0), words.compared(), List.of(words.responseName()), List.of(panel), note());
    }

    private Plot.Series series() {
        return new Plot.Series(
                words.responseName(),
                column(Point::value),
                column(point -> point.mean().estimate()),
                column(point -> point.mean().low()),
                column(point -> point.mean().high()),
                true);
    }

    private double[] column(ToDoubleFunction<Point> part) {
        return found.points().stream().mapToDouble(part).toArray();
    }

    private List<Plot.Mark> marks() {
        return found.answer().stream()
                .flatMap(answer -> answer.crossings().stream())
                .map(crossing -> new Plot.Mark(
                        crossing.x().low(),
                        crossing.x().estimate(),
                        crossing.x().high()))
                .toList();
    }

    private String note() {
        String level = question.other().isPresent() ? "both are equal" : "the target";
        return "Band: 95 % interval of the mean of each value that was looked at. Dashed: " + level
                + ". Upright: the crossing, with its 95 % interval.";
    }
}
