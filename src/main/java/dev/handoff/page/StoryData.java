package dev.handoff.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.story.Mark;
import dev.handoff.story.Turn;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The story of a folder as a page shows it, as JSON: its sentences, the stages of each contact, the weeks of each person. */
public final class StoryData {
    private static final String SENTENCES = "story.csv";
    private static final String STAGES = "stages.csv";
    private static final String LOADS = "load.csv";

    /** Letters of all sentences of a page. */
    private static final int MOST_LETTERS = 1_200_000;

    private static final int MOMENT_DECIMALS = 4;
    private static final int HOUR_DECIMALS = 2;

    private final Node summary;
    private final List<Sentence> sentences = new ArrayList<>();
    private final Map<Integer, Contact> contacts = new TreeMap<>(); // by number
    private final Map<Integer, String> stages = new TreeMap<>(); // names by number
    private final Map<List<String>, Person> people = new LinkedHashMap<>(); // by role and number
    private int weeks;

    private record Sentence(
            BigDecimal moment, String when, boolean told, List<Integer> contacts, List<Mark> marks, String text) {}

    private record Contact(String name, List<Stretch> stretches) {}

    /** @param until null at the end */
    private record Stretch(BigDecimal from, BigDecimal until, int stage) {}

    private record Person(String name, List<Week> weeks) {}

    /** @param strain null for delegates */
    private record Week(BigDecimal hours, BigDecimal maximum, BigDecimal waiting, BigDecimal strain, boolean there) {}

    private StoryData(Path folder) throws IOException {
        summary = Node.read(folder.resolve("summary.json"));
        readStages(folder.resolve(STAGES));
        readLoads(folder.resolve(LOADS));
        readSentences(folder.resolve(SENTENCES));
    }

    /** Whether the folder holds a story. */
    static boolean isIn(Path folder) {
        return List.of(SENTENCES, STAGES, LOADS).stream().allMatch(name -> Files.exists(folder.resolve(name)));
    }

    /** @throws IOException if a file is not there or is not as it should be */
    public static String text(Path folder) throws IOException {
        return new StoryData(folder).text();
    }

    private void readStages(Path file) throws IOException {
        try (CsvFile table = new CsvFile(file)) {
            int[] columns = columns(table, "contact", "name", "from_week", "to_week", "stage", "stage_name");
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                String name = row.getField(columns[1]);
                Contact contact = contacts.computeIfAbsent(
                        whole(row.getField(columns[0])), number -> new Contact(name, new ArrayList<>()));
                if (!row.getField(columns[4]).isEmpty()) {
                    stages.put(whole(row.getField(columns[4])), row.getField(columns[5]));
                    contact.stretches()
                            .add(new Stretch(
                                    rounded(row.getField(columns[2]), MOMENT_DECIMALS),
                                    rounded(row.getField(columns[3]), MOMENT_DECIMALS),
                                    whole(row.getField(columns[4]))));
                }
            }
        }
    }

    private void readLoads(Path file) throws IOException {
        try (CsvFile table = new CsvFile(file)) {
            int[] columns = columns(
                    table,
                    "role",
                    "number",
                    "person",
                    "week",
                    "hours",
                    "maximum_hours",
                    "waiting_hours",
                    "strain",
                    "there");
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                String name = row.getField(columns[2]);
                people.computeIfAbsent(
                                List.of(row.getField(columns[0]), row.getField(columns[1])),
                                none -> new Person(name, new ArrayList<>()))
                        .weeks()
                        .add(new Week(
                                rounded(row.getField(columns[4]), HOUR_DECIMALS),
                                rounded(row.getField(columns[5]), HOUR_DECIMALS),
                                rounded(row.getField(columns[6]), HOUR_DECIMALS),
                                rounded(row.getField(columns[7]), HOUR_DECIMALS),
                                row.getField(columns[8]).equals("true")));
                weeks = Math.max(weeks, whole(row.getField(columns[3])));
            }
        }
    }

    private void readSentences(Path file) throws IOException {
        try (CsvFile table = new CsvFile(file)) {
            int[] columns = columns(table, "week", "day", "date", "moment", "contacts", "turns", "told", "text");
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                String date = row.getField(columns[2]);
                sentences.add(new Sentence(
                        rounded(row.getField(columns[3]), MOMENT_DECIMALS),
                        "Week " + row.getField(columns[0]) + ", " + row.getField(columns[1])
                                + (date.isEmpty() ? "" : " " + date),
                        row.getField(columns[6]).equals("true"),
                        words(row.getField(columns[4])).stream()
                                .map(Integer::valueOf)
                                .toList(),
                        Mark.of(turns(row.getField(columns[5]))),
                        row.getField(columns[7])));
            }
        }
    }

    private static int[] columns(CsvFile table, String... names) throws IOException {
        int[] columns = new int[names.length];
        for (int place = 0; place < names.length; place++) {
            columns[place] = table.column(names[place]);
        }
        return columns;
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    private static Set<Turn> turns(String text) throws IOException {
        try {
            return words(text).stream()
                    .map(word -> Turn.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Turn.class)));
        } catch (IllegalArgumentException unknown) {
            throw new IOException(SENTENCES + " has turns that are not known: " + text, unknown);
        }
    }

    private static int whole(String text) throws IOException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException garbled) {
            throw new IOException("the story has a value that is no whole number: " + text, garbled);
        }
    }

    /** Null if there is none. */
    private static BigDecimal rounded(String text, int decimals) throws IOException {
        try {
            return text.isEmpty() ? null : new BigDecimal(text).setScale(decimals, RoundingMode.HALF_EVEN);
        } catch (NumberFormatException garbled) {
            throw new IOException("the story has a value that is no number: " + text, garbled);
        }
    }

    private String text() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("title", summary.text("title"));
            json.writeStringField("answer", summary.text("answer"));
            json.writeNumberField("weeks", weeks);
            texts(
                    json,
                    "standIns",
                    summary.list("stand_ins").stream()
                            .map(each -> each.text(each.has("words") ? "words" : "name"))
                            .toList());
            json.writeObjectFieldStart("stages");
            for (Map.Entry<Integer, String> stage : stages.entrySet()) {
                json.writeStringField(stage.getKey().toString(), stage.getValue());
            }
            json.writeEndObject();
            texts(
                    json,
                    "marks",
                    List.of(Mark.values()).stream().map(Mark::meaning).toList());
            writeContacts(json);
            writePeople(json);
            writeSentences(json);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private void writeContacts(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("contacts");
        for (Map.Entry<Integer, Contact> each : contacts.entrySet()) {
            json.writeStartObject();
            json.writeNumberField("number", each.getKey());
            json.writeStringField("name", each.getValue().name());
            json.writeArrayFieldStart("stretches");
            for (Stretch stretch : each.getValue().stretches()) {
                json.writeStartArray();
                number(json, stretch.from());
                number(json, stretch.until());
                json.writeNumber(stretch.stage());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePeople(JsonGenerator json) throws IOException {
        boolean alone = people.keySet().stream()
                        .filter(key -> key.get(0).equals("executive"))
                        .count()
                == 1;
        json.writeArrayFieldStart("people");
        for (Map.Entry<List<String>, Person> each : people.entrySet()) {
            boolean you = alone && each.getKey().get(0).equals("executive");
            json.writeStartObject();
            json.writeStringField("name", you ? "You" : each.getValue().name());
            json.writeStringField("role", each.getKey().get(0));
            json.writeArrayFieldStart("weeks");
            for (Week week : each.getValue().weeks()) {
                json.writeStartArray();
                number(json, week.hours());
                number(json, week.maximum());
                number(json, week.waiting());
                number(json, week.strain());
                json.writeBoolean(week.there());
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** All of them, or if they are too long those that are told. */
    private void writeSentences(JsonGenerator json) throws IOException {
        long letters =
                sentences.stream().mapToLong(each -> each.text().length()).sum();
        long left = MOST_LETTERS;
        int written = 0;
        json.writeArrayFieldStart("sentences");
        for (Sentence each : sentences) {
            if (letters <= MOST_LETTERS || each.told() && left >= each.text().length()) {
                left -= each.text().length();
                written++;
                writeSentence(json, each);
            }
        }
        json.writeEndArray();
        json.writeNumberField("left", sentences.size() - written);
    }

    private static void writeSentence(JsonGenerator json, Sentence sentence) throws IOException {
        json.writeStartArray();
        number(json, sentence.moment());
        json.writeString(sentence.when());
        json.writeBoolean(sentence.told());
        json.writeStartArray();
        for (int contact : sentence.contacts()) {
            json.writeNumber(contact);
        }
        json.writeEndArray();
        json.writeStartArray();
        for (Mark mark : sentence.marks()) {
            json.writeNumber(mark.ordinal());
        }
        json.writeEndArray();
        json.writeString(sentence.text());
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, BigDecimal value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(
                    value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
        }
    }
}
