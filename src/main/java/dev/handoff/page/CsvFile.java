package dev.handoff.page;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A CSV file whose first line names its columns, read row by row. */
final class CsvFile implements AutoCloseable {
    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final List<String> columns;

    /** @throws IOException if it cannot be read */
    CsvFile(Path file) throws IOException {
        this.file = file;
        reader = CsvReader.builder().ofCsvRecord(file);
        rows = reader.iterator();
        CsvRecord first = next();
        columns = first == null ? List.of() : first.getFields();
    }

    List<String> columns() {
        return columns;
    }

    /** @throws IOException if there is no such column */
    int column(String name) throws IOException {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw new IOException(file.getFileName() + " has no column " + name);
        }
        return column;
    }

    /** The next row, with a cell for each column; null after the last one. */
    CsvRecord next() throws IOException {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException | UncheckedIOException damaged) {
            throw new IOException(file.getFileName() + " is no CSV file: " + damaged.getMessage(), damaged);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
