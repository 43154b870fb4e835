package dev.handoff.report;

import dev.handoff.metric.Metric;
import dev.handoff.report.WhyFiles.Question;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ShapleyPlan;
import dev.handoff.story.Endings;
import dev.handoff.study.Attribution;
import dev.handoff.study.Attribution.Account;
import dev.handoff.study.Attribution.Entry;
import dev.handoff.study.Divergence;
import dev.handoff.study.Divergence.Ending;
import dev.handoff.study.Divergence.Step;
import dev.handoff.study.Divergence.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Why two scenarios differ, in sentences and tables for people. */
final class WhyWords {
    private final Question question;
    private final Attribution found;
    private final Divergence divergence;
    private final double scale;
    private final String symbol;

    WhyWords(Question question, Attribution found, Divergence divergence) {
        this.question = question;
        this.found = found;
        this.divergence = divergence;
        String unit = question.measure().unit();
        scale = Units.scale(unit);
        symbol = Units.differenceSymbol(unit);
    }

    /** How large the difference is, and what most of it comes from. */
    List<String> answer() {
        String unit = question.measure().unit();
        List<String> sentences = new ArrayList<>();
        sentences.add(question.measure().id() + " is "
                + Units.interval(found.first(), scale, Units.symbol(unit)) + " in "
                + question.first().name() + " and "
                + Units.interval(found.second(), scale, Units.symbol(unit)) + " in "
                + question.second().name() + ": a difference of "
                + difference(found.decomposition().gap()) + ".");
        sentences.add(largest());
        if (found.known() < found.replications()) {
            sentences.add("The metric has a value in " + Words.count(found.known()) + " of "
                    + Words.count(found.replications()) + " replications; the others are left out.");
        }
        return sentences;
    }

    private String largest() {
        int unit = WhyFiles.order(found)[0];
        ConfidenceInterval value = value(unit);
        if (value.covers(0)) {
            return "No single setting makes a difference that these replications can tell from 0.";
        }
        return "The largest part comes from " + question.name(unit) + " (" + question.from(unit) + " → "
                + question.to(unit) + "): " + difference(value) + ".";
    }

    /** How contributions were found. */
    String method() {
        int units = question.units().members().size();
        int coalitions = question.plan().coalitions().length;
        String worlds = Words.count(found.known()) + " replications of the same random worlds.";
        return question.plan().isExact()
                ? "Shapley values over all " + Words.count(coalitions) + " combinations of " + units
                        + (units == 1 ? " setting, " : " settings, ") + worlds
                : "Shapley values from " + question.plan().orders().size() + " random orders ("
                        + Words.count(coalitions) + " combinations) of " + units + " settings, " + worlds;
    }

    String screen(Terminal terminal) {
        StringBuilder text = new StringBuilder();
        answer().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n').append(contributions(terminal)).append('\n');
        text.append(method()).append('\n');
        together().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n').append(ledger(terminal));
        stories(text);
        return text.toString();
    }

    private String contributions(Terminal terminal) {
        int[] order = WhyFiles.order(found);
        List<String> names = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (int unit : order) {
            names.add(question.name(unit));
            changes.add(question.from(unit) + " → " + question.to(unit));
            values.add(difference(value(unit)));
        }
        names.add(WhyFiles.ALL);
        changes.add("");
        values.add(difference(found.decomposition().gap()));
        TextTable table = new TextTable(terminal.columns());
        table.column("setting", names);
        table.column("contribution to the difference (95 %)", values);
        table.column("change", changes);
        return table.text();
    }

    /** What has to be known about units and settings. */
    private List<String> together() {
        List<String> sentences = new ArrayList<>();
        List<List<Integer>> members = question.units().members();
        IntStream.range(0, members.size())
                .filter(unit -> members.get(unit).size() > 1)
                .forEach(unit -> sentences.add(question.name(unit)
                        + " are changed together, because "
                        + (question.differences().size() > ShapleyPlan.MOST_SETTINGS
                                ? "too many settings differ to look at each."
                                : "there are no valid scenarios between them.")));
        boolean horizon =
                question.differences().stream().anyMatch(each -> each.path().equals("horizon"));
        if (horizon) {
            sentences.add(
                    "The horizon differs, and what it contributes is not a strategy's merit: a longer time loses more"
                            + " customers. Compare over the same time if that is not meant.");
        }
        return sentences;
    }

    private String ledger(Terminal terminal) {
        List<Entry> shown = found.ledger().stream()
                .filter(entry -> entry.isSum() || entry.difference().estimate() != 0)
                .toList();
        TextTable table = new TextTable(terminal.columns());
        table.column(
                "where hours and customers went",
                shown.stream().map(WhyWords::name).toList());
        table.column(
                "difference (95 %)",
                shown.stream()
                        .map(entry -> Units.interval(
                                entry.difference(),
                                Units.scale(entry.metric().unit()),
                                Units.differenceSymbol(entry.metric().unit())))
                        .toList());
        table.column(
                question.first().name(),
                shown.stream().map(entry -> value(entry, entry.first())).toList());
        table.column(
                question.second().name(),
                shown.stream().map(entry -> value(entry, entry.second())).toList());
        return table.text();
    }

    private static String name(Entry entry) {
        if (entry.isSum()) {
            return "= " + entry.metric().id();
        }
        String other = entry.account() == Account.OTHER_HOURS ? ", beside" : "";
        return "  " + entry.metric().id() + other;
    }

    private static String value(Entry entry, double value) {
        Metric metric = entry.metric();
        return Units.shown(Units.scale(metric.unit()) * value, 2) + " " + Units.symbol(metric.unit());
    }

    private void stories(StringBuilder text) {
        for (Story story : divergence.stories()) {
            text.append('\n').append(heading(story)).append('\n');
            steps(text, "both", story.common());
            steps(text, question.first().name(), story.first());
            steps(text, question.second().name(), story.second());
        }
    }

    private String heading(Story story) {
        return "Replication " + divergence.replication() + ", whose difference is nearest to the mean: "
                + story.contact() + ", one of " + story.alike() + " contacts that " + fate(story) + ". "
                + question.first().name() + ": " + ending(story.firstEnding()) + "; "
                + question.second().name() + ": " + ending(story.secondEnding()) + ".";
    }

    private String fate(Story story) {
        return switch (story.fate()) {
            case LEFT_ONLY_IN_FIRST -> "left only in " + question.first().name();
            case LEFT_ONLY_IN_SECOND -> "left only in " + question.second().name();
            case LEFT_AT_ANOTHER_TIME -> "left in both, at another time";
            case ACCEPTED_ONLY_IN_FIRST ->
                "accepted the delegate only in " + question.first().name();
            case ACCEPTED_ONLY_IN_SECOND ->
                "accepted the delegate only in " + question.second().name();
            case ACCEPTED_AT_ANOTHER_TIME -> "accepted the delegate in both, at another time";
            case SAME -> "ended alike";
        };
    }

    private static String ending(Ending ending) {
        return Endings.words(ending.acceptedWeek(), ending.leftWeek());
    }

    private static void steps(StringBuilder text, String course, List<Step> steps) {
        for (Step step : steps) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %s, week %s: %s; satisfaction %.3f, habit %.3f, belief %.3f\n",
                    course,
                    Endings.week(step.week()),
                    happened(step),
                    step.satisfaction(),
                    step.habit(),
                    step.belief()));
        }
        if (steps.isEmpty()) {
            text.append("  ").append(course).append(": nothing\n");
        }
    }

    private static String happened(Step step) {
        return step.work().isEmpty() ? step.event() : step.event() + " (" + step.person() + ", " + step.work() + ")";
    }

    private ConfidenceInterval value(int unit) {
        return found.decomposition().contributions().get(unit).value();
    }

    private String difference(ConfidenceInterval interval) {
        return Units.interval(interval, scale, symbol);
    }
}
