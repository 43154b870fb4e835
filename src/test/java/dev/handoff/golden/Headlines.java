package dev.handoff.golden;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The means of the metrics that matter most, each quarter of a year: few enough numbers to be read in a diff. */
final class Headlines {
    private static final List<String> METRICS = List.of(
            "capacity_freed",
            "burnout_risk",
            "burnout_carried_risk",
            "customer_churn",
            "executive_hours",
            "acceptance",
            "response_time",
            "satisfaction",
            "habit",
            "skill",
            "net_value");
    private static final int QUARTER_WEEKS = 13;

    private Headlines() {}

    /** A row for each variant and metric, a column for each thirteenth week; numbers as they stand in the file. */
    static String of(Path curves) throws IOException {
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        StringBuilder header = rows.computeIfAbsent("", none -> new StringBuilder("variant,metric"));
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(curves)) {
            for (NamedCsvRecord line : lines) {
                int week = Integer.parseInt(line.getField("week"));
                String metric = line.getField("metric");
                if (week % QUARTER_WEEKS == 0 && METRICS.contains(metric)) {
                    String begin = quoted(line.getField("variant")) + "," + metric;
                    StringBuilder row = rows.computeIfAbsent(begin, StringBuilder::new);
                    row.append(',').append(line.getField("mean"));
                    if (rows.size() == 2) {
                        header.append(",week ").append(week);
                    }
                }
            }
        }
        return String.join("\n", rows.values()) + "\n";
    }

    private static String quoted(String name) {
        return name.matches("[^,\"\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
