package dev.handoff.report;

import dev.handoff.statistics.BreakEven;
import dev.handoff.statistics.BreakEven.Crossing;
import dev.handoff.statistics.BreakEven.OpenRange;
import dev.handoff.statistics.BreakEven.ScanPoint;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.study.Axis;
import dev.handoff.study.BreakEvenStudy.Found;
import dev.handoff.study.BreakEvenStudy.Point;
import dev.handoff.study.BreakEvenStudy.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A break-even in sentences. */
final class BreakEvenWords {
    private static final double DIGITS = 200; // places along the range that are told apart

    private final BreakEvenFiles.Question question;
    private final Found found;
    private final Axis axis;
    private final String unit; // of the metric
    private final int decimals; // of the setting

    BreakEvenWords(BreakEvenFiles.Question question, Found found) {
        this.question = question;
        this.found = found;
        axis = question.axis();
        unit = question.estimand().unit();
        double finest = (axis.high() - axis.low()) / DIGITS;
        decimals = BreakEvenFiles.isCount(axis) ? 0 : (int) Math.max(0, -Math.floor(StrictMath.log10(finest)));
    }

    List<String> sentences() {
        if (found.answer().isEmpty()) {
            return List.of("Stopped before there was an answer, after "
                    + found.points().size() + " values of the setting; --resume goes on.");
        }
        BreakEven.Answer answer = found.answer().get();
        List<String> sentences = new ArrayList<>();
        if (answer.verdict() == BreakEven.Verdict.NO_CROSSING) {
            sentences.addAll(noCrossing(answer));
        } else if (answer.verdict() == BreakEven.Verdict.UNDECIDED) {
            sentences.add("Undecided: whether " + event() + " is neither shown nor excluded.");
        } else if (answer.crossings().size() > 1) {
            sentences.add("There are " + answer.crossings().size() + " crossings.");
        }
        answer.crossings().forEach(crossing -> sentences.addAll(crossing(crossing)));
        if (!answer.open().isEmpty()) {
            String further = answer.crossings().isEmpty() ? "A crossing" : "A further crossing";
            sentences.add(further + " is not excluded "
                    + answer.open().stream().map(this::open).collect(Collectors.joining(", nor "))
                    + "; more replications (-n) tell more.");
        }
        return sentences;
    }

    private String event() {
        return question.other()
                .map(side -> "the two do equally well somewhere")
                .orElse(metric() + " reaches " + target() + " somewhere");
    }

    private String open(OpenRange open) {
        boolean same = found.answer().orElseThrow().scan().stream()
                .anyMatch(point -> point.x() >= open.low() && point.x() <= open.high() && isSame(point.mean()));
        String where = open.low() == open.high()
                ? "at " + place(open.low())
                : "from " + place(open.low()) + " to " + place(open.high());
        return where + (same && question.other().isPresent() ? " (where both are the same at one of the values)" : "");
    }

    private static boolean isSame(ConfidenceInterval difference) {
        return difference.low() == 0 && difference.high() == 0;
    }

    private List<String> noCrossing(BreakEven.Answer answer) {
        ScanPoint first = answer.scan().get(0);
        ScanPoint last = answer.scan().get(answer.scan().size() - 1);
        ScanPoint nearest = answer.nearest(found.target());
        boolean above = first.mean().estimate() > found.target();
        String where = "No crossing from " + place(axis.low()) + " to " + place(axis.high()) + ": ";
        String side = question.other()
                .map(other -> metric() + " of " + question.own().name() + " is " + (above ? "above" : "below")
                        + " that of " + other.name() + " throughout.")
                .orElse(metric() + " is " + (above ? "above " : "below ") + target() + " throughout.");
        String evidence = capital(responseName()) + ": " + response(first.mean()) + " at " + place(first.x()) + ", "
                + response(last.mean()) + " at " + place(last.x());
        boolean inside = nearest != first && nearest != last;
        return List.of(
                where + side,
                evidence
                        + (inside ? "; nearest " + response(nearest.mean()) + " at " + place(nearest.x()) + "." : "."));
    }

    private List<String> crossing(Crossing crossing) {
        List<String> sentences = new ArrayList<>();
        String below = crossing.rises() ? "lower" : "higher";
        String above = crossing.rises() ? "higher" : "lower";
        String at = axis.path() + " " + value(crossing.x());
        sentences.add(question.other()
                .map(side -> capital(metric()) + " is the same in both at " + at + ": below, that of "
                        + question.own().name() + " is " + below + ", above it is " + above + ".")
                .orElse(capital(metric()) + " reaches " + target() + " at " + at + ": below it is " + below + ", above "
                        + above + "."));
        sentences.add(slope(crossing.slope()));
        return sentences;
    }

    private String slope(ConfidenceInterval slope) {
        double step = BreakEvenFiles.isCount(axis)
                ? 1
                : Math.min(1, StrictMath.pow(10, Math.floor(StrictMath.log10((axis.high() - axis.low()) / 2))));
        String behind = axis.parameter().unit().canonical();
        return "Around it " + (question.other().isPresent() ? "the difference" : metric()) + " changes by "
                + Units.interval(slope, step * Units.scale(unit), Units.differenceSymbol(unit)) + " for each "
                + Numbers.text(step) + (behind.isEmpty() ? "" : " " + behind) + " more.";
    }

    /** With the interval; of a whole number the two next to the crossing. */
    private String value(ConfidenceInterval x) {
        String behind = axis.parameter().unit().canonical();
        if (BreakEvenFiles.isCount(axis)) {
            List<Point> around = found.around(x.estimate());
            return "between "
                    + around.stream()
                            .map(point -> Units.shown(point.value(), 0) + " (" + response(point.mean()) + ")")
                            .collect(Collectors.joining(" and "))
                    + ", 95 %: " + Units.shown(Math.floor(x.low()), 0) + " to "
                    + Units.shown(Math.ceil(x.high()), 0);
        }
        return Units.shown(x.estimate(), decimals) + (behind.isEmpty() ? "" : " " + behind) + " (95 %: "
                + Units.shown(x.low(), decimals) + " to " + Units.shown(x.high(), decimals) + ")";
    }

    /** What was compared with what, and which settings vary where. */
    String compared() {
        String varied = axis.path() + " varies from " + place(axis.low()) + " to " + place(axis.high());
        return question.other()
                .map(side -> question.own().name() + " against " + side.name() + ", on the same random worlds; "
                        + varied + (side.isVaried() ? " in both." : " in the first alone.")
                        + counted())
                .orElse(question.own().name() + "; " + varied + "." + counted());
    }

    private String counted() {
        int most = found.points().stream().mapToInt(Point::replications).max().orElse(0);
        return " Decisive values have " + Words.count(most) + " replications.";
    }

    String place(double value) {
        String behind = axis.parameter().unit().canonical();
        return Units.shown(value, decimals) + (behind.isEmpty() ? "" : " " + behind);
    }

    /** What is compared with the target: the estimate, or the difference. */
    String responseName() {
        return question.other()
                .map(side -> "the difference " + question.own().name() + " less " + side.name())
                .orElse(metric());
    }

    String response(ConfidenceInterval mean) {
        if (isSame(mean) && question.other().isPresent()) {
            return "0 " + Units.differenceSymbol(unit);
        }
        return Units.interval(mean, Units.scale(unit), symbol());
    }

    String symbol() {
        return question.other().map(Side::name).isPresent() ? Units.differenceSymbol(unit) : Units.symbol(unit);
    }

    String metric() {
        return question.estimand().text();
    }

    private String target() {
        double scaled = Units.scale(unit) * found.target();
        return Numbers.text(scaled) + " " + Units.symbol(unit);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
