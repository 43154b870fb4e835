package dev.handoff.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The text of report.html: one file that needs nothing else, made from the stored results of a folder without simulating. */
public final class ReportPage {
    /** Name of the file. */
    public static final String NAME = "report.html";

    private static final Pattern SCENARIO_FILE = Pattern.compile("([^\\s/\\\\']+)\\.ya?ml\\b");
    private static final int MOST_DRAWN = 40;

    private static final Map<String, String> QUESTIONS = Map.of(
            "compare", "Which alternative is best?",
            "expect", "Does it keep its limits?",
            "why", "Why do the two scenarios differ?",
            "sensitivity", "On what does the answer depend?",
            "sweep", "What happens over a range of settings?",
            "breakeven", "From which value on does the answer change?",
            "optimise", "Which settings are best?",
            "story", "What happened in one replication that stands for many?",
            "plan", "Who begins when, what is said, and what is to be watched?");

    private final Path folder;
    private final String repeat;
    private final String note;
    private final Node summary;
    private final Scenarios scenarios;
    private final SettingsPart settings;

    private ReportPage(Path folder, String repeat, String note) throws IOException {
        this.folder = folder;
        this.repeat = repeat;
        this.note = note;
        summary = Node.read(folder.resolve("summary.json"));
        scenarios = Scenarios.in(folder);
        settings = new SettingsPart(scenarios);
    }

    /**
     * The page of a folder, which depends on nothing but the folder's other files and the command.
     *
     * @param repeat the command that makes the result again, to be typed
     * @throws IOException if a file that is needed is not there or cannot be read
     */
    public static String text(Path folder, String repeat) throws IOException {
        return text(folder, repeat, "");
    }

    /**
     * The same, with a sentence about the command.
     *
     * @param note stands behind the command; may be empty
     */
    public static String text(Path folder, String repeat, String note) throws IOException {
        ReportPage page = new ReportPage(folder, repeat, note);
        return page.summary.has("variants") ? page.ofRun() : page.ofStudy();
    }

    private String ofRun() throws IOException {
        List<Arm> arms = Arm.of(summary);
        RunPart found = new RunPart(summary, arms);
        Html answer = new Html();
        answer.element("p", "answer", summary.text("answer"));
        warnings(answer);
        found.answer(answer);
        Html more = new Html();
        change(more, found);
        settings.settings(more);
        repeat(more);
        settings.assumptions(more);
        more.section("appendix", "Appendix");
        method(more);
        found.metrics(more);
        more.end("section");
        String name = summary.text("name");
        String question = summary.text("question").isBlank() ? name : summary.text("question");
        boolean drawn = summary.number("replications") > 0;
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", Html.escaped(name + " \u2013 handoff"));
        texts.put("eyebrow", Html.escaped(eyebrow(name)));
        texts.put("question", Html.escaped(question));
        texts.put("answer", answer.toString());
        texts.put("charts", drawn ? Template.resource("charts.html") : "");
        texts.put("more", more.toString());
        texts.put(
                "data",
                drawn ? ChartData.text(folder, summary, arms.subList(0, Math.min(MOST_DRAWN, arms.size()))) : "{}");
        return Template.filled(texts);
    }

    private String eyebrow(String name) {
        List<String> parts = new ArrayList<>(List.of(name));
        int replications = (int) summary.number("replications");
        parts.add(String.format(Locale.ROOT, "%,d", replications)
                + (replications == 1 ? " replication" : " replications"));
        parts.add("seed " + summary.text("seed"));
        if (summary.has("start")) {
            parts.add("week 0 begins on " + summary.text("start"));
        }
        return String.join(" \u00b7 ", parts);
    }

    private void warnings(Html html) {
        if (summary.flag("partial")) {
            html.element("p", "warning", "This is a part of a result: it was stopped before its end.");
        }
        int failed = (int) summary.number("failed_replications");
        if (failed > 0) {
            html.element(
                    "p",
                    "warning",
                    failed + (failed == 1 ? " replication" : " replications")
                            + " failed and are left out; failures.csv tells where and why.");
        }
    }

    private void change(Html html, RunPart found) {
        html.section("change", "What would change the answer");
        found.differences(html);
        settings.decisions(html);
        new NextCommands(repeat, found.asked()).write(html);
        html.end("section");
    }

    private void repeat(Html html) {
        html.section("repeat", "How to repeat it");
        html.element("p", "The same command gives the same numbers, on any machine and with any number of threads:");
        html.command(repeat);
        if (!note.isEmpty()) {
            html.element("p", note);
        }
        html.element(
                "p",
                "quiet",
                "handoff verify, followed by the folder of this page, makes the result again and compares every file; handoff report makes this page again.");
        html.end("section");
    }

    private void method(Html html) {
        html.element(
                "p",
                "The replication is the unit of inference. Intervals are "
                        + summary.text("interval")
                        + ". The fan shows replications: in each week eight of ten lie in the light one and half of them in the darker one;"
                        + " that of the burnout risk shows the risk which each simulated executive carried."
                        + " No delegation is the same firm with the same calls, sizes and chance events, in which nobody takes over;"
                        + " differences are paired replication by replication.");
        html.element(
                "p",
                "The curves are no forecast for a particular firm or person, and say nothing about anybody's health.");
    }

    private String ofStudy() throws IOException {
        String command = repeat.split(" ").length > 1 ? repeat.split(" ")[1] : "";
        StudyPart found = new StudyPart(folder);
        Html answer = new Html();
        answers(summary).forEach(sentence -> answer.element("p", "answer", sentence));
        warnings(answer);
        Html more = new Html();
        if (ComparePart.isIn(summary)) {
            new ComparePart(summary).write(more);
        }
        boolean tells = StoryData.isIn(folder);
        if (!tells) {
            found.pictures(more); // that of a story shows less than its timeline
        }
        found.tables(more);
        settings.settings(more);
        repeat(more);
        settings.assumptions(more);
        String question = question(summary, command);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("title", Html.escaped(question + " \u2013 handoff"));
        texts.put("eyebrow", Html.escaped(String.join(" \u00b7 ", about(command))));
        texts.put("question", Html.escaped(question));
        texts.put("answer", answer.toString());
        texts.put("charts", tells ? Template.resource("story.html") : "");
        texts.put("more", more.toString());
        texts.put("data", tells ? Html.inScript("{\"story\":" + StoryData.text(folder) + "}") : "{}");
        return Template.filled(texts);
    }

    /** What a study asks, in its scenario's words or else in those of the command. */
    static String question(Node summary, String command) {
        return summary.text("question").isBlank()
                ? QUESTIONS.getOrDefault(command, "What was found")
                : summary.text("question");
    }

    /** The command and the scenario files that it names. */
    private List<String> about(String command) {
        List<String> about = new ArrayList<>(List.of("handoff " + command));
        SCENARIO_FILE
                .matcher(repeat)
                .results()
                .map(file -> file.group(1))
                .distinct()
                .forEach(about::add);
        return about;
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** Whatever sentences summary.json has. */
    static List<String> answers(Node summary) {
        List<String> sentences = new ArrayList<>();
        for (String key : List.of("answer", "verdict")) {
            if (sentences.isEmpty() && !summary.text(key).isBlank()) {
                sentences.add(ended(summary.text(key)));
            }
        }
        summary.list("findings").forEach(finding -> sentences.add(finding.text()));
        return sentences;
    }
}
