package dev.handoff.page;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the columns of every table mean that a command writes, as columns.csv of the program tells it. */
public final class Columns {
    /** Stands for the name of a column that is named by a setting. */
    public static final String SETTING = "SETTING";

    private static final String RESOURCE = "/handoff/columns.csv";

    private static final List<Column> ALL = read();

    /** What the cells of a column hold. */
    public enum Kind {
        TEXT,
        WHOLE,
        NUMBER,
        /** From 0 to 1. */
        SHARE,
        /** In the unit that the row's column {@code unit} names. */
        AMOUNT,
        /** As a scenario file writes it. */
        SETTING
    }

    /**
     * A column of a table.
     *
     * @param command that writes the table
     * @param file name of the table; with a star for what differs, {@code FILE} where the user names it
     * @param meaning for people, a phrase without a full stop
     */
    public record Column(String command, String file, String name, Kind kind, String meaning) {}

    private Columns() {}

    /** By command, file and place in the file. */
    public static List<Column> all() {
        return ALL;
    }

    /** Of a table, in their order; empty if no command writes such a table. */
    public static List<Column> of(String command, String file) {
        return ALL.stream()
                .filter(column -> column.command().equals(command)
                        && file.matches(column.file().replace(".", "\\.").replace("*", ".*")))
                .toList();
    }

    /** The column of a table by its name in the head of the table; a name that is not listed is that of a setting if there are such. */
    static Optional<Column> find(List<Column> table, String name) {
        return table.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .or(() -> table.stream()
                        .filter(column -> column.kind() == Kind.SETTING)
                        .findFirst());
    }

    private static List<Column> read() {
        try (InputStream stream = Columns.class.getResourceAsStream(RESOURCE);
                CsvReader<CsvRecord> rows =
                        CsvReader.builder().ofCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<Column> columns = new ArrayList<>();
            for (CsvRecord row : rows) {
                if (row.getStartingLineNumber() > 1) {
                    Kind kind = Kind.valueOf(row.getField(3).toUpperCase(Locale.ROOT));
                    columns.add(new Column(row.getField(0), row.getField(1), row.getField(2), kind, row.getField(4)));
                }
            }
            return List.copyOf(columns);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
