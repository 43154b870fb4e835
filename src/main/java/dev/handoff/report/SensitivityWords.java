package dev.handoff.report;

import dev.handoff.report.SensitivityFiles.Question;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.MorrisScreening;
import dev.handoff.statistics.SobolIndices;
import dev.handoff.study.Sensitivity.Found;
import dev.handoff.study.Sensitivity.Move;
import dev.handoff.study.Sensitivity.Sign;
import dev.handoff.study.Uncertain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** On what an outcome depends, in sentences and a table for people. */
final class SensitivityWords {
    private static final int FIRST = 3;
    private static final int SHOWN = 10;

    private final Question question;
    private final Found found;
    private final double scale;
    private final String symbol;
    private final String points;

    SensitivityWords(Question question, Found found) {
        this.question = question;
        this.found = found;
        String unit = question.measure().unit();
        scale = Units.scale(unit);
        symbol = Units.symbol(unit);
        points = Units.differenceSymbol(unit);
    }

    /** The most important parameters, how sure that is, what chance adds, and whether the conclusion stands. */
    List<String> answer() {
        List<String> sentences = new ArrayList<>();
        sentences.add(foremost());
        found.indices().ifPresent(indices -> {
            if (found.quantified().size() > 1) {
                sentences.add(certainty(indices));
            }
            sentences.add(noise(indices));
        });
        if (found.isComplete()) {
            sentences.add(range());
            question.other().ifPresent(other -> sentences.add(conclusion(other.name())));
        } else {
            sentences.add("The study was stopped before its end; what is missing was not reached.");
        }
        return sentences;
    }

    private String foremost() {
        if (found.quantified().isEmpty()) {
            return "None of the " + question.parameters().size() + " parameters changes "
                    + question.measure().id() + ".";
        }
        List<Integer> ordered = ordered();
        List<String> names = ordered.stream()
                .limit(FIRST)
                .map(place -> name(found.quantified().get(place)))
                .toList();
        return question.measure().id() + " of " + question.own().name() + " depends most on "
                + String.join(", then ", names) + ".";
    }

    /** Places of quantified parameters, by falling total index where there are indices. */
    private List<Integer> ordered() {
        List<Integer> places = new ArrayList<>(
                IntStream.range(0, found.quantified().size()).boxed().toList());
        found.indices()
                .ifPresent(indices -> places.sort((one, other) -> Double.compare(
                        indices.factors().get(other).total().estimate(),
                        indices.factors().get(one).total().estimate())));
        return places;
    }

    private String name(int factor) {
        Uncertain parameter = question.parameters().get(factor);
        return parameter.path() + " (" + parameter.written(0) + " to " + parameter.written(1) + ")";
    }

    private String certainty(SobolIndices indices) {
        List<Integer> ordered = ordered();
        List<String> unsure = new ArrayList<>();
        for (int place = 0; place < Math.min(FIRST, ordered.size() - 1); place++) {
            ConfidenceInterval one = indices.factors().get(ordered.get(place)).total();
            ConfidenceInterval next =
                    indices.factors().get(ordered.get(place + 1)).total();
            if (!(one.low() > next.high())) {
                unsure.add((place + 1) + " and " + (place + 2));
            }
        }
        return unsure.isEmpty()
                ? "Their order is sure: 95 % intervals of the total indices are apart."
                : "Their order is not sure: the 95 % intervals of the total indices of ranks "
                        + String.join(", of ", unsure) + " overlap; more --bases make them narrower.";
    }

    private String noise(SobolIndices indices) {
        int count = found.quantified().size();
        return "Of the variance of a single replication over the range"
                + (count == 1 ? " of this one, " : "s of these " + count + ", ")
                + Units.shown(100 * indices.variance().noiseShare(), 0)
                + " % is chance and the rest comes from the parameters; the indices are shares of that rest.";
    }

    private String range() {
        double[] means = found.points().stream()
                .mapToDouble(point -> scale * point.mean().estimate())
                .sorted()
                .toArray();
        int tenth = means.length / 10;
        return "Over the ranges of all " + question.parameters().size() + " parameters the mean is "
                + Units.shown(means[0], 1) + " to " + Units.shown(means[means.length - 1], 1) + " " + symbol
                + ", at eight of ten points " + Units.shown(means[tenth], 1) + " to "
                + Units.shown(means[means.length - 1 - tenth], 1) + " " + symbol + "; at the scenario's own values "
                + Units.shown(scale * found.base(), 1) + " " + symbol + ".";
    }

    private String conclusion(String other) {
        return "It is lower than in " + other + " at " + share(Sign.NEGATIVE) + " of the "
                + found.points().size()
                + " points, higher at " + share(Sign.POSITIVE) + ", and at " + share(Sign.UNCLEAR)
                + " the replications cannot tell.";
    }

    private String share(Sign sign) {
        return Units.interval(found.share(sign), 100, "%");
    }

    String screen(Terminal terminal) {
        StringBuilder text = new StringBuilder();
        answer().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n').append(table(terminal));
        int inert = (int) found.screening().factors().stream()
                .filter(factor -> factor.absoluteMean().estimate() == 0)
                .count();
        if (found.ranking().size() > SHOWN || inert > 0) {
            text.append(found.ranking().size())
                    .append(" parameters were screened, of which ")
                    .append(inert)
                    .append(" change nothing here; all are in screening.csv.\n");
        }
        return text.toString();
    }

    private String table(Terminal terminal) {
        List<Integer> shown = found.ranking().stream().limit(SHOWN).toList();
        TextTable table = new TextTable(terminal.columns());
        table.column("setting", shown.stream().map(this::name).toList());
        table.column(
                "mean effect over the range", shown.stream().map(this::effect).toList());
        table.column(
                "first-order index",
                shown.stream().map(factor -> index(factor, true)).toList());
        table.column(
                "total index",
                shown.stream().map(factor -> index(factor, false)).toList());
        table.column("alone, low to high", shown.stream().map(this::moved).toList());
        return table.text();
    }

    private String effect(int factor) {
        MorrisScreening.Factor effect = found.screening().factors().get(factor);
        return Units.interval(effect.absoluteMean(), scale, points)
                + (effect.noiseShare() > 0.5 ? ", mostly noise" : "");
    }

    private String index(int factor, boolean first) {
        int place = found.quantified().indexOf(factor);
        if (place < 0 || found.indices().isEmpty()) {
            return "";
        }
        SobolIndices.Factor index = found.indices().get().factors().get(place);
        return Units.interval(first ? index.firstOrder() : index.total(), 1, "");
    }

    private String moved(int factor) {
        return found.moves().stream()
                .filter(move -> move.factor() == factor)
                .findFirst()
                .map(this::moved)
                .orElse("");
    }

    private String moved(Move move) {
        return Units.shown(scale * move.low(), 1) + " to " + Units.shown(scale * move.high(), 1) + " " + symbol;
    }
}
