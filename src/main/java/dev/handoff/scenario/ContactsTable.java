package dev.handoff.scenario;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Contacts one by one from a CSV file with the columns name, type, rate, value and friend. */
final class ContactsTable {

    private static final List<String> COLUMNS = List.of("name", "type", "rate", "value", "friend");
    private static final Set<String> YES = Set.of("yes", "true");
    private static final Set<String> NO = Set.of("no", "false");
    private static final List<String> TYPES = List.of("customer", "vendor", "partner");
    private static final Set<String> FROM_ROWS = Set.of(
            "contacts.count",
            "contacts.name",
            "contacts.vendor-share",
            "contacts.partner-share",
            "contacts.rate",
            "contacts.value",
            "contacts.friend-share");
    private static final int LONGEST_BYTES = 16 << 20;

    private final String file;
    private final Problems problems;
    private final Map<String, Place> names = new HashMap<>();

    private ContactsTable(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** A value that holds the settings of each row by path. */
    static Optional<Value> read(Tree.Scalar named, Problems problems) {
        try {
            Path file = named.place().sibling(named.text());
            return TextFile.read(file, named.place() + " contacts.file (" + file + ")", LONGEST_BYTES, problems)
                    .map(text -> new Value(
                            named.place(), named.text(), new ContactsTable(file.toString(), problems).rows(text), ""));
        } catch (InvalidPathException notAPath) {
            problems.add(named.place(), "contacts.file (%s) is not a file name", Problems.shown(named.text()));
            return Optional.empty();
        }
    }

    /** A group for each row where the group names a file, otherwise the group itself. */
    static List<Map<String, Value>> expand(Map<String, Value> group, Problems problems) {
        Value named = group.get(LayerReader.CONTACTS_FILE);
        if (named == null) {
            return List.of(group);
        }
        Map<String, Value> defaults = Catalogue.standard().defaults();
        group.forEach((path, value) -> {
            if (FROM_ROWS.contains(path) && !value.equals(defaults.get(path))) {
                problems.add(value.place(), "%s (%s) comes from the rows of contacts.file", path, value.written());
            }
        });
        List<Map<String, Value>> groups = new ArrayList<>();
        for (Object row : (List<?>) named.bound()) {
            Map<String, Value> one = new LinkedHashMap<>(group);
            one.remove(LayerReader.CONTACTS_FILE);
            ((Row) row).settings().forEach(one::put);
            groups.add(one);
        }
        return groups;
    }

    /** The settings of one contact by path. */
    private record Row(Map<String, Value> settings) {}

    private List<Row> rows(String text) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(text)) {
            for (NamedCsvRecord line : reader) {
                if (rows.isEmpty() && !isHeader(line.getHeader())) {
                    return rows;
                }
                if (line.getFieldCount() == COLUMNS.size()) {
                    rows.add(new Row(row(line)));
                } else {
                    problems.add(place(line), "has %s instead of %s columns", line.getFieldCount(), COLUMNS.size());
                    rows.add(new Row(Map.of()));
                }
            }
            if (rows.isEmpty()) {
                problems.add(file + " holds no contacts; it needs the columns " + String.join(", ", COLUMNS));
            }
        } catch (CsvParseException notCsv) {
            Throwable reason = notCsv.getCause() == null ? notCsv : notCsv.getCause();
            problems.add(file + " is not valid CSV: " + Problems.shown(String.valueOf(reason.getMessage())));
        } catch (java.io.IOException failed) {
            problems.add(file + " cannot be read");
        }
        return rows;
    }

    private boolean isHeader(List<String> header) {
        boolean complete = header.size() == COLUMNS.size() && Set.copyOf(header).equals(Set.copyOf(COLUMNS));
        if (!complete) {
            problems.add(
                    new Place(file, 1, 0),
                    "has the columns %s; needed are %s",
                    Problems.shown(String.join(", ", header)),
                    String.join(", ", COLUMNS));
        }
        return complete;
    }

    private Place place(NamedCsvRecord line) {
        return new Place(file, Math.toIntExact(line.getStartingLineNumber()), 0);
    }

    private Map<String, Value> row(NamedCsvRecord line) {
        Place place = place(line);
        Map<String, Value> row = new LinkedHashMap<>();
        put(row, "count", place, "count", "1");
        name(row, place, line.getField("name").strip());
        type(row, place, line.getField("type").strip());
        put(row, "rate", place, "rate", line.getField("rate").strip());
        put(row, "value", place, "value", line.getField("value").strip());
        friend(row, place, line.getField("friend").strip());
        return row;
    }

    private void put(Map<String, Value> row, String key, Place place, String column, String text) {
        Parameter parameter = Catalogue.standard().parameter("contacts." + key).orElseThrow();
        new ValueReader(problems)
                .read(parameter, column, new Tree.Scalar(place, text, true))
                .ifPresent(value -> row.put(parameter.path(), value));
    }

    private void name(Map<String, Value> row, Place place, String name) {
        Place earlier = names.putIfAbsent(name, place);
        if (earlier != null) {
            problems.add(place, "name (%s) stands already at %s", Problems.shown(name), earlier);
        }
        put(row, "name", place, "name", name);
    }

    private void type(Map<String, Value> row, Place place, String type) {
        if (!TYPES.contains(type)) {
            problems.add(place, "type (%s) must be one of %s", Problems.shown(type), String.join(", ", TYPES));
        }
        put(row, "vendor-share", place, "type", type.equals("vendor") ? "1" : "0");
        put(row, "partner-share", place, "type", type.equals("partner") ? "1" : "0");
    }

    private void friend(Map<String, Value> row, Place place, String friend) {
        if (!YES.contains(friend) && !NO.contains(friend)) {
            problems.add(place, "friend (%s) must be yes, no, true or false", Problems.shown(friend));
        }
        put(row, "friend-share", place, "friend", YES.contains(friend) ? "1" : "0");
    }
}
