package dev.handoff.page;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The curves of some metrics as curves.csv has them, digit by digit. */
final class Curves {
    static final String NAME = "curves.csv";

    /** What is kept of a week, in this order. */
    static final List<String> COLUMNS = List.of("mean", "ci_low", "ci_high", "p10", "p25", "p75", "p90");

    static final int MEAN = 0;
    static final int LOW = 1;
    static final int HIGH = 2;
    static final int P10 = 3;
    static final int P25 = 4;
    static final int P75 = 5;
    static final int P90 = 6;

    private final Map<List<String>, List<String[]>> weeks = new HashMap<>(); // by variant and metric

    private Curves() {}

    static Curves read(Path folder, Set<String> metrics) throws IOException {
        Curves curves = new Curves();
        try (CsvFile table = new CsvFile(folder.resolve(NAME))) {
            int variant = table.column("variant");
            int metric = table.column("metric");
            int[] columns = new int[COLUMNS.size()];
            for (int column = 0; column < columns.length; column++) {
                columns[column] = table.column(COLUMNS.get(column));
            }
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                if (metrics.contains(row.getField(metric))) {
                    String[] cells = new String[columns.length];
                    for (int column = 0; column < columns.length; column++) {
                        cells[column] = row.getField(columns[column]);
                    }
                    curves.weeks
                            .computeIfAbsent(
                                    List.of(row.getField(variant), row.getField(metric)), none -> new ArrayList<>())
                            .add(cells);
                }
            }
        }
        return curves;
    }

    /** How many weeks a variant has, week 0 included; 0 if there is no such curve. */
    int weeks(String variant, String metric) {
        return weeks.getOrDefault(List.of(variant, metric), List.of()).size();
    }

    /** @param column place in {@link #COLUMNS}; empty beyond the last week, and where nothing is known */
    String text(String variant, String metric, int week, int column) {
        List<String[]> curve = weeks.getOrDefault(List.of(variant, metric), List.of());
        return week < curve.size() ? curve.get(week)[column] : "";
    }

    /** The mean of a week; 0 where nothing is known. */
    double mean(String variant, String metric, int week) {
        String text = text(variant, metric, week, MEAN);
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }
}
