package dev.handoff.report;

import dev.handoff.model.mechanism.Handoff;
import dev.handoff.plan.Batch;
import dev.handoff.plan.Item;
import dev.handoff.plan.Plan;
import dev.handoff.plan.Rules;
import dev.handoff.plan.StageGuide;
import dev.handoff.plan.Step;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.Variant;
import dev.handoff.story.WorkingWeek;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A plan of a handover: as Markdown, as a table, as a calendar. */
public final class PlanFiles {
    static final String TEXT = "plan.md";
    static final String TABLE = "plan.csv";
    static final String CALENDAR = "plan.ics";

    private static final String NOBODY = "Nobody is handed over.";
    private static final int MOST_NAMES = 40;
    private static final List<String> COLUMNS = List.of(
            "batch",
            "contact",
            "delegate",
            "stage",
            "stage_name",
            "week",
            "day",
            "date",
            "moment",
            "latest_moment",
            "condition",
            "who",
            "say",
            "watch");

    private final ScenarioFile file;
    private final Variant variant;
    private final Plan plan;
    private final Optional<LocalDate> start;
    private final WorkingWeek calendar;

    /** @param start day on which week 1 begins; without one there is no calendar */
    public PlanFiles(ScenarioFile file, Variant variant, Optional<LocalDate> start) {
        this.file = file;
        this.variant = variant;
        this.start = start;
        plan = Plan.of(variant.scenario());
        calendar = new WorkingWeek(start);
    }

    /**
     * Writes everything into a folder, and the manifest at last.
     *
     * @param repeat the command that makes the folder again
     */
    public void write(Path folder, Provenance provenance, String repeat) throws IOException {
        StudyFolder files = new StudyFolder(folder);
        files.text(TEXT, markdown());
        files.table(TABLE, COLUMNS, this::rows);
        if (start.isPresent()) {
            files.text(CALENDAR, icalendar());
        }
        files.scenario(variant);
        files.text(SummaryFile.NAME, json());
        files.write(new StudyFolder.Facts("plan", 0, 0, 1, false, repeat), provenance);
    }

    private String json() throws IOException {
        return Json.text(json -> json.whole("format", 1)
                .text("title", title())
                .text("answer", plan.batches().isEmpty() ? NOBODY : summary())
                .whole("contacts", plan.contacts())
                .whole("handed_over", plan.handedOver())
                .whole("batches", plan.batches().size())
                .number("holds_until_week", plan.holdsUntil()));
    }

    /** Title of the scenario, with its variant where there are several. */
    private String title() {
        return file.variants().size() == 1 ? file.name() : file.name() + ", " + variant.name();
    }

    private void rows(StudyFolder.Rows rows) {
        for (Step step : plan.steps()) {
            if (step.batch().members().isEmpty()) {
                row(rows, step, "", "");
            }
            step.batch().members().forEach(member -> row(rows, step, member.contact(), member.delegate()));
        }
    }

    private void row(StudyFolder.Rows rows, Step step, String contact, String delegate) {
        WorkingWeek.Day day = calendar.at(step.week());
        StageGuide guide = StageGuide.of(plan.scenario(), step.stage());
        rows.row(
                Integer.toString(step.batch().number()),
                contact,
                delegate,
                Integer.toString(step.stage()),
                Handoff.STAGE_NAMES.get(step.stage()),
                Integer.toString(day.week()),
                StoryWords.name(day.day()),
                day.date() == null ? "" : day.date().toString(),
                Numbers.text(step.week()),
                Numbers.text(step.latestWeek()),
                step.condition(),
                guide.who(),
                guide.say(),
                guide.watch());
    }

    /** The plan for people. */
    public String markdown() {
        StringBuilder text = new StringBuilder("# Plan: ").append(title()).append("\n\n");
        if (!file.question().isEmpty()) {
            text.append(file.question()).append("\n\n");
        }
        if (plan.batches().isEmpty()) {
            return text.append(NOBODY).append('\n').toString();
        }
        text.append(summary()).append("\n\n## Who\n\n");
        plan.batches().forEach(batch -> text.append(who(batch)));
        text.append("\n## Calendar\n\n");
        entries(false).forEach(entry -> text.append(entry.markdown()));
        text.append("\n## What is said in each stage\n");
        int first = plan.steps().get(0).stage();
        for (int stage = first; stage <= Handoff.DELEGATE_LEADS; stage++) {
            StageGuide guide = StageGuide.of(plan.scenario(), stage);
            text.append("\n**").append(Handoff.STAGE_NAMES.get(stage)).append("**\n\n");
            text.append("- Who: ").append(guide.who()).append('\n');
            text.append("- Say: ").append(guide.say()).append('\n');
            text.append("- Watch: ").append(guide.watch()).append('\n');
        }
        text.append("\n## What to watch, and when to stop\n\n");
        rules().forEach(rule -> text.append("- ").append(rule).append('\n'));
        return text.toString();
    }

    private List<String> rules() {
        return Rules.of(
                plan,
                file.expectations().stream().map(ScenarioFile.Expected::text).toList());
    }

    private String summary() {
        int batches = plan.batches().size();
        return String.format(
                Locale.ROOT,
                "%d of %d contacts are handed over, %s, %s. Days are working days; week 1 begins %s.",
                plan.handedOver(),
                plan.contacts(),
                plan.scenario().handoff().mode().name().toLowerCase(Locale.ROOT),
                batches == 1 ? "all at once" : "in " + batches + " batches",
                start.isPresent() ? "on " + calendar.at(0).date() : "with the promotion, on a Monday");
    }

    private String who(Batch batch) {
        String title = plan.batches().size() == 1 ? "" : "Batch " + batch.number() + ", ";
        if (batch.members().isEmpty()) {
            String order = plan.scenario()
                    .handoff()
                    .order()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .replace('_', ' ');
            return "- " + title + batch.size() + " contacts (" + order + " first): who they are shows in a run.\n";
        }
        Map<String, List<String>> byDelegate = new LinkedHashMap<>();
        batch.members()
                .forEach(member -> byDelegate
                        .computeIfAbsent(member.delegate(), none -> new ArrayList<>())
                        .add(member.contact()));
        StringBuilder text = new StringBuilder();
        byDelegate.forEach((delegate, contacts) -> text.append("- ")
                .append(title)
                .append(delegate)
                .append(": ")
                .append(names(contacts))
                .append(".\n"));
        return text.toString();
    }

    private static String names(List<String> contacts) {
        int shown = Math.min(MOST_NAMES, contacts.size());
        int more = contacts.size() - shown;
        return String.join(", ", contacts.subList(0, shown)) + (more > 0 ? " and " + more + " more, in " + TABLE : "");
    }

    /**
     * A day on which something begins or is to be done.
     *
     * @param week for the order
     */
    private record Dated(double week, WorkingWeek.Day day, Item item) {
        private String markdown() {
            String repeated = item.everyWeeks() == 0
                    ? ""
                    : " (every " + (item.everyWeeks() == 1 ? "week" : item.everyWeeks() + " weeks") + ", "
                            + item.times() + " times)";
            return "- **" + day.words() + "**" + repeated + ": " + (item.title() + ". " + item.details()).strip()
                    + "\n";
        }
    }

    /**
     * Stages and everything else, in the order of time.
     *
     * @param guided whether each stage tells what is done and watched in it
     */
    private List<Dated> entries(boolean guided) {
        List<Item> items = new ArrayList<>();
        plan.steps().forEach(step -> items.addAll(items(step, guided)));
        items.addAll(plan.items());
        return items.stream()
                .sorted(Comparator.comparingDouble(Item::week))
                .map(item -> new Dated(item.week(), calendar.at(item.week()), item))
                .toList();
    }

    private List<Item> items(Step step, boolean guided) {
        String stage = Handoff.STAGE_NAMES.get(step.stage());
        String whom = plan.batches().size() == 1
                ? step.batch().size() + " contacts"
                : "batch " + step.batch().number() + ", " + step.batch().size() + " contacts";
        StageGuide guide = StageGuide.of(plan.scenario(), step.stage());
        String details = guided ? guide.who() + " Watch: " + guide.watch() : "";
        if (step.isFixed()) {
            return List.of(new Item(step.week(), 0, 1, "Stage " + stage + " begins for " + whom, details));
        }
        List<Item> items = new ArrayList<>();
        items.add(new Item(
                step.week(),
                0,
                1,
                "Look who is ready for the stage " + stage + " (" + whom + ")",
                "It begins " + step.condition() + ". At the mean number of calls that is about today. " + details));
        if (Double.isFinite(step.latestWeek())) {
            items.add(new Item(
                    step.latestWeek(),
                    0,
                    1,
                    "Stage " + stage + " begins at the latest for " + whom,
                    "For whoever has not reached it."));
        }
        return items;
    }

    private String icalendar() {
        List<CalendarText.Entry> entries = new ArrayList<>();
        for (Dated dated : entries(true)) {
            String id = variant.settings().sha256().substring(0, 16) + "-" + start.orElseThrow() + "-" + entries.size()
                    + "@handoff";
            entries.add(new CalendarText.Entry(
                    id,
                    dated.day().date(),
                    dated.item().everyWeeks(),
                    dated.item().times(),
                    dated.item().title(),
                    dated.item().details()));
        }
        entries.add(new CalendarText.Entry(
                variant.settings().sha256().substring(0, 16) + "-" + start.orElseThrow() + "-rules@handoff",
                calendar.at(0).date(),
                0,
                1,
                "What to watch, and when to stop: " + title(),
                String.join("\n", rules())));
        return CalendarText.of(title(), calendar.at(0).date(), entries);
    }
}
