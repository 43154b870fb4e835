package dev.handoff.report;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Estimate;
import dev.handoff.experiment.Failure;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The outcome as text for a terminal: headline numbers, three small curves, the answer. */
public final class Screen {
    private static final int SHOWN_FAILURES = 5;

    private final Subject subject;
    private final Outcome outcome;
    private final Terminal terminal;
    private final StringBuilder text = new StringBuilder();

    private Screen(Subject subject, Outcome outcome, Terminal terminal) {
        this.subject = subject;
        this.outcome = outcome;
        this.terminal = terminal;
    }

    public static String of(Subject subject, Outcome outcome, Terminal terminal) {
        Screen screen = new Screen(subject, outcome, terminal);
        screen.heading();
        if (outcome.completed() > 1) {
            screen.headlines();
            screen.curves();
            screen.line("");
            screen.wrapped(Answer.to(outcome));
        } else if (outcome.completed() == 1) {
            screen.values();
            screen.curves();
        }
        screen.failures();
        return screen.text.toString();
    }

    private void heading() {
        line(bold(subject.name()) + (subject.question().isBlank() ? "" : ": " + subject.question()));
        int count = outcome.completed();
        String replications = outcome.experiment().replications() == 1
                ? "replication " + outcome.experiment().first()
                : Words.count(count) + (count == 1 ? " replication" : " replications");
        line(replications + ", seed " + outcome.experiment().seed()
                + (count > 1 ? ", 95 % intervals of the mean in brackets" : "")
                + (subject.start() == null ? "" : ", week 0 begins on " + subject.start())
                + (outcome.isPartial() ? ", PARTIAL: stopped before all replications were run" : ""));
        line("");
    }

    private void headlines() {
        ArmResult longest = outcome.asked().get(0);
        TextTable table = new TextTable(terminal.columns());
        table.column("", labels(longest));
        for (ArmResult result : outcome.asked()) {
            table.column(subject.label(result), column(longest, result, false));
            if (result.arm().hasTwin()) {
                table.column("less " + outcome.twin(result.arm()).name(), column(longest, result, true));
            }
        }
        for (ArmResult twin : outcome.results()
                .subList(outcome.asked().size(), outcome.results().size())) {
            table.column(twin.arm().name(), column(longest, twin, false));
        }
        text.append(table.text());
    }

    private static List<String> labels(ArmResult result) {
        List<String> labels = new ArrayList<>();
        for (Headline headline : Headline.of(result)) {
            labels.add(headline.label() + ", " + Words.unit(headline));
        }
        labels.add("Payback week (share that never pays back)");
        return labels;
    }

    private List<String> column(ArmResult rows, ArmResult result, boolean difference) {
        List<String> cells = new ArrayList<>();
        for (Headline headline : Headline.of(rows)) {
            Estimate estimate = difference ? result.difference(headline.measure()) : result.value(headline.measure());
            cells.add(estimate == null ? "" : cell(headline, estimate));
        }
        cells.add(difference || !result.arm().hasTwin() ? "" : payback(result));
        return cells;
    }

    private static String cell(Headline headline, Estimate estimate) {
        String interval = Words.interval(headline, estimate);
        return Words.value(headline, estimate.mean()) + (interval.isEmpty() ? "" : " [" + interval + "]");
    }

    private String payback(ArmResult result) {
        return Words.week(result.meanPaybackWeek()) + " ("
                + Words.percent(result.neverPaysBackShare(outcome.completed())) + " %)";
    }

    private void values() {
        for (ArmResult result : outcome.results()) {
            line(bold(subject.label(result)));
            for (Measure measure : result.measures()) {
                String value = Numbers.text(result.value(measure).mean());
                line("  " + measure.id() + " = " + (value.isEmpty() ? "-" : value + " " + measure.unit()));
            }
        }
    }

    private void curves() {
        Sparks sparks = new Sparks(terminal);
        for (Picture picture : Picture.values()) {
            line("");
            line(bold(picture.axis()));
            text.append(sparks.of(picture, subject, outcome.results()));
        }
    }

    private void failures() {
        List<Failure> failures = outcome.failures();
        if (failures.isEmpty()) {
            return;
        }
        line("");
        line(Words.count(failures.size()) + " of " + Words.count(outcome.completed() + failures.size())
                + " replications failed and are left out:");
        for (Failure failure : failures.subList(0, Math.min(SHOWN_FAILURES, failures.size()))) {
            line("  replication " + failure.replication() + " (" + failure.variant() + ", week "
                    + Numbers.text(failure.week()) + ", " + failure.event() + "): " + failure.message());
            line("    " + TableFiles.replay(subject, failure));
        }
        if (failures.size() > SHOWN_FAILURES) {
            line("  and more in " + TableFiles.FAILURES);
        }
    }

    private String bold(String words) {
        return terminal.bold() ? "\u001b[1m" + words + "\u001b[0m" : words;
    }

    private void wrapped(String sentence) {
        StringBuilder row = new StringBuilder();
        for (String word : sentence.split(" ")) {
            if (row.length() > 0 && row.length() + 1 + word.length() > terminal.columns()) {
                line(row.toString());
                row.setLength(0);
            }
            row.append(row.length() > 0 ? " " : "").append(word);
        }
        line(row.toString());
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
