package dev.handoff.documentation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.page.Columns;
import dev.handoff.page.Columns.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is told of the columns of tables, beside the tables that a command wrote. */
final class WrittenTables {
    private WrittenTables() {}

    /**
     * A line for each table whose columns are other ones than those that are listed.
     *
     * @param folder that the command wrote
     */
    static List<String> mistakes(String command, Path folder) throws IOException {
        List<String> mistakes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                List<String> listed =
                        Columns.of(command, name).stream().map(Column::name).toList();
                List<String> written = columns(file, listed);
                if (!written.equals(listed)) {
                    mistakes.add(command + " writes " + name + " with " + written + ", and " + listed + " are listed");
                }
            }
        }
        return mistakes;
    }

    /** Its columns, those that are not listed by what they are listed as: settings, once for all that stand together. */
    private static List<String> columns(Path file, List<String> listed) throws IOException {
        List<String> columns = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            for (String name : rows.iterator().next().getFields()) {
                String known = listed.contains(name) ? name : Columns.SETTING;
                boolean again = !columns.isEmpty()
                        && known.equals(Columns.SETTING)
                        && columns.get(columns.size() - 1).equals(known);
                if (!again) {
                    columns.add(known);
                }
            }
        }
        return columns;
    }
}
