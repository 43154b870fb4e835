package dev.handoff.report;

import dev.handoff.model.ContactState;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.scenario.Variant;
import dev.handoff.story.Fate;
import dev.handoff.story.Load;
import dev.handoff.story.Log;
import dev.handoff.story.Sentence;
import dev.handoff.story.StageChange;
import dev.handoff.story.Story;
import dev.handoff.story.Telling;
import dev.handoff.story.WorkingWeek;
import dev.handoff.study.Representative;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The story of one replication: its events, sentences and timelines as tables, what is told as Markdown and for the screen. */
public final class StoryFiles implements StudyResult {
    static final String EVENTS = "events.csv";
    static final String SENTENCES = "story.csv";
    static final String STORY = "story.json";
    static final String TEXT = "story.md";
    static final String STAGES = "stages.csv";
    static final String LOADS = "load.csv";
    static final String TIMELINE = "timeline";

    private static final List<String> SENTENCE_COLUMNS = List.of(
            "sentence",
            "week",
            "day",
            "date",
            "moment",
            "contacts",
            "people",
            "turns",
            "told",
            "stage",
            "habit",
            "satisfaction",
            "belief",
            "events",
            "text");
    private static final List<String> STAGE_COLUMNS =
            List.of("contact", "name", "event", "from_week", "to_week", "stage", "stage_name");
    private static final List<String> LOAD_COLUMNS =
            List.of("week", "role", "number", "person", "hours", "maximum_hours", "waiting_hours", "strain", "there");

    private final Subject subject;
    private final Log log;
    private final Story story;
    private final Telling telling;
    private final StoryWords words;
    private final boolean partial;

    /**
     * What the story is about.
     *
     * @param title of the scenario, with its variant where there are several
     * @param replications among which the replication was chosen
     */
    public record Subject(
            String title, Variant variant, WorkingWeek calendar, Representative choice, int replications, long seed) {}

    /** @param partial whether fewer replications than wanted were there to choose from */
    public StoryFiles(Subject subject, Log log, Story story, Telling telling, boolean partial) {
        this.subject = subject;
        this.log = log;
        this.story = story;
        this.telling = telling;
        this.partial = partial;
        words = new StoryWords(subject, log, story, telling);
    }

    @Override
    public boolean isPartial() {
        return partial;
    }

    @Override
    public int code() {
        return 0;
    }

    @Override
    public void planIn(StudyFolder folder) throws IOException {
        TimelinePage page = new TimelinePage(subject.title(), words.choice(), log, story);
        PictureFiles.plan(folder, TIMELINE, page::paint);
        folder.table(EVENTS, EventRows.COLUMNS, rows -> EventRows.write(log, rows));
        folder.table(SENTENCES, SENTENCE_COLUMNS, this::sentences);
        folder.text(STORY, Json.text(this::storyJson));
        folder.text(TEXT, words.markdown());
        folder.table(STAGES, STAGE_COLUMNS, this::stages);
        folder.table(LOADS, LOAD_COLUMNS, this::loads);
        folder.text(SummaryFile.NAME, json());
        folder.scenario(subject.variant());
    }

    /**
     * Writes what a page needs to show the story, and nothing else.
     *
     * @param folder that is there, without a story
     */
    public void writeForPage(Path folder) throws IOException {
        write(folder.resolve(SENTENCES), SENTENCE_COLUMNS, this::sentences);
        write(folder.resolve(STAGES), STAGE_COLUMNS, this::stages);
        write(folder.resolve(LOADS), LOAD_COLUMNS, this::loads);
        Files.writeString(folder.resolve(SummaryFile.NAME), json());
    }

    private static void write(Path file, List<String> columns, StudyFolder.Content content) throws IOException {
        try (Table table = new Table(file, columns.toArray(String[]::new))) {
            content.write(table::row);
        }
    }

    private void sentences(StudyFolder.Rows rows) {
        for (int number = 0; number < story.sentences().size(); number++) {
            Sentence sentence = story.sentences().get(number);
            WorkingWeek.Day day = sentence.day(subject.calendar());
            ContactState state = sentence.state();
            rows.row(
                    Integer.toString(number + 1),
                    Integer.toString(day.week()),
                    StoryWords.name(day.day()),
                    day.date() == null ? "" : day.date().toString(),
                    Numbers.exact(sentence.week()),
                    joined(sentence.contacts().stream()
                            .map(contact -> contact + 1)
                            .toList()),
                    String.join("; ", sentence.people()),
                    joined(turns(sentence)),
                    Boolean.toString(words.isTold(sentence)),
                    state == null ? "" : Integer.toString(state.stage()),
                    state == null ? "" : Numbers.text(state.habit()),
                    state == null ? "" : Numbers.text(state.satisfaction()),
                    state == null ? "" : Numbers.text(state.belief()),
                    joined(sentence.events()),
                    sentence.text());
        }
    }

    private static String joined(List<?> parts) {
        return parts.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    private static List<String> turns(Sentence sentence) {
        return sentence.turns().stream()
                .sorted()
                .map(turn -> turn.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    private void stages(StudyFolder.Rows rows) {
        for (Stretch stretch : stretches(log)) {
            StageChange change = stretch.change();
            rows.row(
                    Integer.toString(change.contact() + 1),
                    log.cast().contacts().get(change.contact()),
                    Long.toString(change.event()),
                    Numbers.exact(change.week()),
                    Double.isNaN(stretch.until()) ? "" : Numbers.exact(stretch.until()),
                    change.stage() == StageChange.GONE ? "" : Integer.toString(change.stage()),
                    stageName(change.stage()));
        }
    }

    static String stageName(int stage) {
        return stage == StageChange.GONE ? "gone" : Handoff.STAGE_NAMES.get(stage);
    }

    /**
     * A stage of a contact.
     *
     * @param until week in which the next one begins; NaN at the end
     */
    record Stretch(StageChange change, double until) {}

    /** By contact, then in order of time. */
    static List<Stretch> stretches(Log log) {
        Map<Integer, List<StageChange>> byContact = new HashMap<>();
        log.changes()
                .forEach(change -> byContact
                        .computeIfAbsent(change.contact(), none -> new ArrayList<>())
                        .add(change));
        List<Stretch> stretches = new ArrayList<>();
        for (int contact = 0; contact < log.cast().contacts().size(); contact++) {
            List<StageChange> own = byContact.getOrDefault(contact, List.of());
            for (int place = 0; place < own.size(); place++) {
                double until = place + 1 < own.size() ? own.get(place + 1).week() : Double.NaN;
                stretches.add(new Stretch(own.get(place), until));
            }
        }
        return stretches;
    }

    private void loads(StudyFolder.Rows rows) {
        for (Load load : log.loads()) {
            rows.row(
                    Integer.toString(load.week()),
                    load.role().name().toLowerCase(Locale.ROOT),
                    Integer.toString(load.number() + 1),
                    load.person(),
                    Numbers.exact(load.hours()),
                    Numbers.text(load.maximum()),
                    Numbers.text(load.waiting()),
                    Double.isNaN(load.strain()) ? "" : Numbers.exact(load.strain()),
                    Boolean.toString(load.there()));
        }
    }

    private void storyJson(Json json) throws IOException {
        json.whole("format", 1).text("title", subject.title());
        json.list("contacts", list -> {
            for (String name : log.cast().contacts()) {
                list.element(name);
            }
        });
        json.list("sentences", list -> {
            for (int number = 0; number < story.sentences().size(); number++) {
                int place = number;
                list.element(element -> element(element, place));
            }
        });
    }

    private void element(Json json, int place) throws IOException {
        Sentence sentence = story.sentences().get(place);
        WorkingWeek.Day day = sentence.day(subject.calendar());
        json.whole("sentence", place + 1L).whole("week", day.week()).text("day", StoryWords.name(day.day()));
        if (day.date() != null) {
            json.text("date", day.date().toString());
        }
        json.number("moment", sentence.week()).flag("told", words.isTold(sentence));
        json.list("contacts", list -> {
            for (int contact : sentence.contacts()) {
                list.element(contact + 1L);
            }
        });
        json.list("people", list -> {
            for (String person : sentence.people()) {
                list.element(person);
            }
        });
        json.list("turns", list -> {
            for (String turn : turns(sentence)) {
                list.element(turn);
            }
        });
        if (sentence.state() != null) {
            json.object(
                    "state",
                    state -> state.whole("stage", sentence.state().stage())
                            .number("habit", sentence.state().habit())
                            .number("satisfaction", sentence.state().satisfaction())
                            .number("belief", sentence.state().belief()));
        }
        json.list("events", list -> {
            for (long event : sentence.events()) {
                list.element(event);
            }
        });
        json.text("text", sentence.text());
    }

    @Override
    public String json() throws IOException {
        Representative choice = subject.choice();
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("title", subject.title())
                    .whole("seed", subject.seed())
                    .whole("replication", choice.replication())
                    .text("choice", choice.choice().name().toLowerCase(Locale.ROOT))
                    .text("answer", words.choice() + " " + String.join(" ", words.standings()))
                    .whole("replications", subject.replications())
                    .number("depth", choice.depth()[choice.replication()]);
            json.list("standings", list -> {
                for (Representative.Standing standing : choice.standings()) {
                    list.element(
                            element -> element.text("metric", standing.measure().id())
                                    .text("unit", standing.measure().unit())
                                    .number("value", standing.value())
                                    .number("lower_share", standing.lower())
                                    .number("equal_share", standing.equal()));
                }
            });
            json.whole("events", log.events().size())
                    .whole("sentences", story.sentences().size())
                    .whole("told", telling.told().size());
            json.object("events_left_out", rest -> {
                for (Map.Entry<String, Integer> entry : story.rest().entrySet()) {
                    rest.whole(entry.getKey(), entry.getValue());
                }
            });
            json.list("stand_ins", list -> {
                for (Fate.StandIn standIn : telling.standIns()) {
                    list.element(element -> element.whole(
                                    "contact", standIn.fate().contact() + 1L)
                            .text(
                                    "name",
                                    log.cast().contacts().get(standIn.fate().contact()))
                            .text("fate", standIn.fate().words())
                            .whole("contacts_alike", standIn.alike())
                            .text("words", words.standIn(standIn)));
                }
            });
            json.flag("partial", partial);
        });
    }

    @Override
    public String screen(Terminal terminal) {
        return words.screen(terminal);
    }
}
