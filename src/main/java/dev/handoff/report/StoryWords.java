package dev.handoff.report;

import dev.handoff.metric.Metric;
import dev.handoff.report.StoryFiles.Subject;
import dev.handoff.story.Fate;
import dev.handoff.story.Log;
import dev.handoff.story.Sentence;
import dev.handoff.story.Story;
import dev.handoff.story.Telling;
import dev.handoff.study.Representative;
import dev.handoff.study.Representative.Standing;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A story for people: why this replication, what happened, what was left out. */
final class StoryWords {
    private static final String INDENT = "    ";

    private final Subject subject;
    private final Log log;
    private final Story story;
    private final Telling telling;
    private final Set<Sentence> told = Collections.newSetFromMap(new IdentityHashMap<>());

    StoryWords(Subject subject, Log log, Story story, Telling telling) {
        this.subject = subject;
        this.log = log;
        this.story = story;
        this.telling = telling;
        told.addAll(telling.told());
    }

    boolean isTold(Sentence sentence) {
        return told.contains(sentence);
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Why this replication. */
    String choice() {
        Representative choice = subject.choice();
        String among = Words.count(subject.replications()) + " replications";
        String order = " (customers lost, then burnout, then hours freed)";
        return "Replication " + choice.replication() + " of seed " + subject.seed()
                + switch (choice.choice()) {
                    case TYPICAL -> " is the most typical of " + among + ": its three curves lie deepest among all.";
                    case GOOD ->
                        " is the most typical of the best tenth of " + among + order
                                + ": of these its three curves lie deepest among all.";
                    case BAD ->
                        " is the most typical of the worst tenth of " + among + order
                                + ": of these its three curves lie deepest among all.";
                    case NUMBERED -> " was asked for.";
                };
    }

    /** Where it stands, a sentence for each curve that has a value. */
    List<String> standings() {
        return subject.choice().standings().stream()
                .filter(standing -> !Double.isNaN(standing.value()))
                .map(this::standing)
                .toList();
    }

    private String standing(Standing standing) {
        boolean burnout = standing.measure().id().equals(Metric.BURNOUT_RISK.id());
        String others = burnout
                ? ", as in " + share(standing.equal()) + " of the others"
                : "; " + share(standing.lower()) + " of the others have less, " + share(standing.equal())
                        + " the same, " + share(1 - standing.lower() - standing.equal()) + " more";
        return value(standing) + others + ".";
    }

    private static String value(Standing standing) {
        if (standing.measure().id().equals(Metric.CAPACITY_FREED.id())) {
            return "Capacity freed: " + Words.decimal(standing.value()) + " h in a mean week";
        }
        if (standing.measure().id().equals(Metric.CUSTOMER_CHURN.id())) {
            return "Customers lost at the end: " + Words.percent(standing.value()) + " %";
        }
        boolean all = standing.value() == 1;
        return "Burnout: "
                + (standing.value() == 0 ? "none" : all ? "yes" : Words.percent(standing.value()) + " % of executives");
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.0f %%", Math.abs(100 * share));
    }

    /** Whose turns are told for others. */
    List<String> standIns() {
        return telling.standIns().stream().map(this::standIn).toList();
    }

    /** {@code Customer 7, for the 18 that accepted the delegate and stayed}. */
    String standIn(Fate.StandIn standIn) {
        String name = log.cast().contacts().get(standIn.fate().contact());
        return name + (standIn.alike() == 1 ? ", " : ", for ") + standIn.words();
    }

    /** What is not told here. */
    List<String> leftOut() {
        Map<Boolean, Integer> left = telling.leftOut(story);
        int events = story.rest().values().stream().mapToInt(Integer::intValue).sum();
        List<String> sentences = new ArrayList<>();
        if (left.get(true) + left.get(false) > 0) {
            sentences.add("Left out here: the sentences about " + Words.count(left.get(true)) + " other requests and "
                    + Words.count(left.get(false)) + " on other things; --contact N tells all about a contact, --all"
                    + " everything, and " + StoryFiles.SENTENCES + " has them.");
        }
        sentences.add(Words.count(events) + " of " + Words.count(log.events().size())
                + " events are in no sentence: those before the promotion, and routine such as duties and check-ins.");
        return sentences;
    }

    String screen(Terminal terminal) {
        StringBuilder text = new StringBuilder();
        wrapped(text, subject.title(), terminal);
        wrapped(text, choice(), terminal);
        standings().forEach(sentence -> wrapped(text, "  " + sentence, terminal));
        if (!telling.standIns().isEmpty()) {
            text.append('\n');
            wrapped(text, "Told are the turns of the firm, and of contacts that stand for others:", terminal);
            standIns().forEach(each -> wrapped(text, "  " + each, terminal));
        }
        text.append('\n');
        telling.told().forEach(sentence -> wrapped(text, dated(sentence), terminal));
        text.append('\n');
        leftOut().forEach(sentence -> wrapped(text, sentence, terminal));
        return text.toString();
    }

    private String dated(Sentence sentence) {
        return sentence.day(subject.calendar()).words() + ": " + sentence.text() + ".";
    }

    private static void wrapped(StringBuilder text, String line, Terminal terminal) {
        String rest = line;
        String indent = "";
        while (indent.length() + rest.length() > terminal.columns()) {
            int end = rest.lastIndexOf(' ', terminal.columns() - indent.length());
            if (end <= 0 || rest.substring(0, end).isBlank()) {
                break;
            }
            text.append(indent).append(rest, 0, end).append('\n');
            rest = rest.substring(end + 1);
            indent = INDENT;
        }
        text.append(indent).append(rest).append('\n');
    }

    String markdown() {
        StringBuilder text = new StringBuilder("# ").append(subject.title()).append("\n\n");
        text.append(choice()).append("\n\n");
        standings().forEach(sentence -> text.append("- ").append(sentence).append('\n'));
        if (!telling.standIns().isEmpty()) {
            text.append("\nTold are the turns of the firm, and of contacts that stand for others:\n\n");
            standIns().forEach(each -> text.append("- ").append(each).append('\n'));
        }
        int week = Integer.MIN_VALUE;
        for (Sentence sentence : telling.told()) {
            var day = sentence.day(subject.calendar());
            if (day.week() != week) {
                week = day.week();
                text.append("\n## Week ").append(week).append("\n\n");
            }
            String date = day.date() == null ? "" : " " + day.date();
            text.append("- **").append(name(day.day())).append(date).append("** ");
            text.append(sentence.text())
                    .append(". <small>[")
                    .append(events(sentence))
                    .append("]</small>\n");
        }
        text.append('\n');
        leftOut().forEach(sentence -> text.append(sentence).append('\n'));
        text.append("\nNumbers in brackets are the events in `")
                .append(StoryFiles.EVENTS)
                .append("`.\n");
        return text.toString();
    }

    private static String events(Sentence sentence) {
        List<Long> events = sentence.events();
        return events.size() <= 6
                ? String.join(", ", events.stream().map(String::valueOf).toList())
                : events.get(0) + " … " + events.get(events.size() - 1);
    }
}
