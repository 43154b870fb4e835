package dev.handoff.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.handoff.model.ContactState;
import dev.handoff.model.EventKind;
import dev.handoff.model.RequestState;
import dev.handoff.model.people.Jobs;
import dev.handoff.story.Event;
import dev.handoff.story.Load;
import dev.handoff.story.Log;
import dev.handoff.story.StageChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The log of a story, read from its folder. */
final class StoredStory {
    private StoredStory() {}

    static Log read(Path folder) {
        List<NamedCsvRecord> stages = rows(folder.resolve("stages.csv"));
        List<NamedCsvRecord> loads = rows(folder.resolve("load.csv"));
        Map<Integer, String> contacts = new TreeMap<>();
        stages.forEach(row -> contacts.put(number(row, "contact"), row.getField("name")));
        Map<Integer, String> delegates = new TreeMap<>();
        loads.stream()
                .filter(row -> row.getField("role").equals("delegate"))
                .forEach(row -> delegates.put(number(row, "number"), row.getField("person")));
        int old = (int)
                stages.stream().filter(row -> row.getField("event").equals("0")).count();
        int executives = (int) loads.stream()
                .filter(row -> row.getField("role").equals("executive"))
                .filter(row -> row.getField("week").equals("1"))
                .count();
        return new Log(
                new Log.Cast(List.copyOf(contacts.values()), old, executives, List.copyOf(delegates.values())),
                rows(folder.resolve("events.csv")).stream()
                        .map(StoredStory::event)
                        .toList(),
                stages.stream()
                        .map(StoredStory::change)
                        .sorted(Comparator.comparingLong(StageChange::event))
                        .toList(),
                loads.stream().map(StoredStory::load).toList());
    }

    static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> rows = reader.stream()) {
            return rows.toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Event event(NamedCsvRecord row) {
        return new Event(
                Long.parseLong(row.getField("number")),
                real(row, "week"),
                EventKind.valueOf(constant(row.getField("event"))),
                row.getField("person"),
                row.getField("work"),
                number(row, "contact"),
                number(row, "request"),
                number(row, "executive"),
                number(row, "delegate"),
                state(row, "_before"),
                state(row, ""),
                asked(row),
                row.getField("reason"),
                new Event.Totals(
                        real(row, "answered_requests"),
                        real(row, "given_up_requests"),
                        real(row, "dropped_requests"),
                        real(row, "caught_drops"),
                        real(row, "closed_leads"),
                        real(row, "open_requests")),
                Arrays.stream(row.getField("vacant_posts").split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(text -> Integer.parseInt(text) - 1)
                        .toList());
    }

    private static ContactState state(NamedCsvRecord row, String when) {
        return row.getField("stage" + when).isEmpty()
                ? null
                : new ContactState(
                        Integer.parseInt(row.getField("stage" + when)),
                        real(row, "habit" + when),
                        real(row, "satisfaction" + when),
                        real(row, "belief" + when),
                        Boolean.parseBoolean(row.getField("accepted" + when)));
    }

    private static RequestState asked(NamedCsvRecord row) {
        String work = row.getField("request_work");
        return row.getField("request_place").isEmpty()
                ? null
                : new RequestState(
                        Boolean.parseBoolean(row.getField("request_urgent")),
                        Integer.parseInt(row.getField("request_stage")),
                        RequestState.Place.valueOf(constant(row.getField("request_place"))),
                        work.isEmpty() ? null : Jobs.Kind.valueOf(constant(work)));
    }

    private static StageChange change(NamedCsvRecord row) {
        String stage = row.getField("stage");
        return new StageChange(
                Long.parseLong(row.getField("event")),
                real(row, "from_week"),
                number(row, "contact"),
                stage.isEmpty() ? StageChange.GONE : Integer.parseInt(stage));
    }

    private static Load load(NamedCsvRecord row) {
        return new Load(
                Integer.parseInt(row.getField("week")),
                Load.Role.valueOf(constant(row.getField("role"))),
                number(row, "number"),
                row.getField("person"),
                real(row, "hours"),
                real(row, "maximum_hours"),
                real(row, "waiting_hours"),
                row.getField("strain").isEmpty() ? Double.NaN : real(row, "strain"),
                Boolean.parseBoolean(row.getField("there")));
    }

    private static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static int number(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? Event.NONE : Integer.parseInt(text) - 1;
    }

    private static double real(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }
}
