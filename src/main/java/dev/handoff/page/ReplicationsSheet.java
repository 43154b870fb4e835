package dev.handoff.page;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.page.Sheet.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The replications of a run as a sheet: a row for each variant and replication, a column for each metric. */
final class ReplicationsSheet {
    private static final String FILE = "replications.csv";
    private static final int BEFORE_METRICS = 2; // variant and number
    private static final int WIDTH = 14;

    private final Path file;
    private final List<String> metrics;
    private final List<String> formats = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>(); // by metric
    private final List<String> head = new ArrayList<>(List.of("variant", "replication"));

    ReplicationsSheet(Path folder, Node summary) {
        file = folder.resolve(FILE);
        metrics = List.copyOf(summary.at("measures").fields().keySet());
        for (String metric : metrics) {
            String unit = unit(summary, metric);
            columns.put(metric, columns.size());
            formats.add(NumberFormats.of(unit));
            head.add(metric + ", " + unit);
        }
    }

    private static String unit(Node summary, String metric) {
        return summary.list("variants").stream()
                .map(variant -> variant.at("metrics").at(metric).text("unit"))
                .filter(unit -> !unit.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Fills a sheet and ends it; says what is left out, as {@link TableSheet#write} does. */
    String write(Sheet sheet, int mostRows) throws IOException {
        double[] widths = new double[head.size()];
        Arrays.fill(widths, WIDTH);
        sheet.widths(widths).tableHead(head, BEFORE_METRICS);
        long left = 0;
        try (CsvFile table = new CsvFile(file)) {
            int variant = table.column("variant");
            int replication = table.column("replication");
            int metric = table.column("metric");
            int value = table.column("value");
            List<String> present = List.of();
            List<Cell> cells = new ArrayList<>();
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                List<String> key = List.of(row.getField(variant), row.getField(replication));
                if (!key.equals(present)) {
                    left += add(sheet, cells, mostRows);
                    cells = begun(key);
                    present = key;
                }
                put(cells, row.getField(metric), row.getField(value));
            }
            left += add(sheet, cells, mostRows);
        }
        sheet.filter(0, head.size());
        return TableSheet.ended(sheet, left, file);
    }

    private List<Cell> begun(List<String> key) {
        List<Cell> cells = new ArrayList<>(Collections.nCopies(head.size(), Cell.NONE));
        cells.set(0, Cell.of(key.get(0)));
        cells.set(1, Cell.number(key.get(1), NumberFormats.WHOLE));
        return cells;
    }

    private void put(List<Cell> cells, String metric, String value) throws IOException {
        Integer column = columns.get(metric);
        if (column == null || !value.isEmpty() && !TableSheet.isNumber(value)) {
            throw new IOException(FILE + " has a metric or value that is not known: " + metric + ", " + value);
        }
        cells.set(BEFORE_METRICS + column, Cell.number(value, formats.get(column)));
    }

    /** How many rows there was no room for: none or one. */
    private static int add(Sheet sheet, List<Cell> cells, int mostRows) throws IOException {
        if (cells.isEmpty()) {
            return 0;
        }
        if (sheet.rows() >= mostRows - 1) {
            return 1;
        }
        sheet.longRow(cells);
        return 0;
    }
}
