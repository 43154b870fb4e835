package dev.handoff.report;

import dev.handoff.experiment.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * The CSV files of an output folder as Tablesaw tables, to be filtered, grouped and joined in notebooks and programs. The
 * columns have the names and the order of the files; unknown numbers are missing values.
 */
public final class Tables {
    private static final ColumnType TEXT = ColumnType.STRING;
    private static final ColumnType WHOLE = ColumnType.INTEGER;
    private static final ColumnType NUMBER = ColumnType.DOUBLE;

    private final Path folder;

    /** @param folder as {@code handoff run} wrote it */
    public Tables(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the tables of an outcome.
     *
     * @param folder that exists and has none of them
     */
    public static Tables write(Path folder, Subject subject, Outcome outcome) throws IOException {
        TableFiles files = new TableFiles(folder, subject, outcome);
        files.writeCurves();
        files.writeReplications();
        files.writeContacts();
        return new Tables(folder);
    }

    /** A row for each variant, week and metric: mean, interval and quantiles. */
    public Table curves() throws IOException {
        return read(
                TableFiles.CURVES,
                TEXT,
                TEXT,
                WHOLE,
                TEXT,
                TEXT,
                WHOLE,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER);
    }

    /** A row for each variant, replication and metric. */
    public Table replications() throws IOException {
        return read(TableFiles.REPLICATIONS, TEXT, TEXT, WHOLE, TEXT, TEXT, NUMBER);
    }

    /** A row for each variant and contact. */
    public Table contacts() throws IOException {
        return read(TableFiles.CONTACTS, TEXT, TEXT, WHOLE, TEXT, TEXT, WHOLE, NUMBER, NUMBER, NUMBER, NUMBER, NUMBER);
    }

    private Table read(String name, ColumnType... types) throws IOException {
        try (var stream = Files.newBufferedReader(folder.resolve(name))) {
            return Table.read()
                    .usingOptions(CsvReadOptions.builder(stream)
                            .tableName(name)
                            .columnTypes(types)
                            .missingValueIndicator("")
                            .locale(Locale.ROOT));
        }
    }
}
