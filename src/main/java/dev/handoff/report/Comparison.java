package dev.handoff.report;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.experiment.RowsFile;
import dev.handoff.study.Journal;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;

/** A file of a result beside the same file of another result: what differs, in words. */
final class Comparison {
    private static final String TABLE = ".csv";
    private static final List<String> TEXTS = List.of(".json", ".yaml", ".txt", ".md");

    private long cells;
    private long differing;
    private String first = "";

    private Comparison() {}

    /** Empty if nothing differs. */
    static String of(Path before, Path after) throws IOException {
        if (!Files.isRegularFile(before)) {
            return "is missing from the result";
        }
        if (!Files.isRegularFile(after)) {
            return "is not made any more";
        }
        if (Files.mismatch(before, after) < 0) {
            return "";
        }
        String name = before.getFileName().toString();
        Comparison comparison = new Comparison();
        if (name.endsWith(TABLE)) {
            return comparison.tables(before, after);
        }
        if (TEXTS.stream().anyMatch(name::endsWith)) {
            return comparison.lines(Files.readAllLines(before), Files.readAllLines(after));
        }
        return isSameMaterial(name, before, after) ? "" : "differs";
    }

    /* Compression depends on the Java, and a journal names the build; neither matters. */
    private static boolean isSameMaterial(String name, Path before, Path after) throws IOException {
        if (name.equals(Journal.NAME)) {
            return Journal.holdSame(before, after);
        }
        if (!RowsFile.isOne(name)) {
            return false;
        }
        try (InputStream one = RowsFile.inflated(before);
                InputStream other = RowsFile.inflated(after)) {
            return areEqual(one, other);
        } catch (ZipException | EOFException damaged) {
            return false;
        }
    }

    private static boolean areEqual(InputStream one, InputStream other) throws IOException {
        byte[] ofOne = new byte[1 << 16];
        byte[] ofOther = new byte[1 << 16];
        int read;
        do {
            read = one.readNBytes(ofOne, 0, ofOne.length);
            int readToo = other.readNBytes(ofOther, 0, ofOther.length);
            if (!Arrays.equals(ofOne, 0, read, ofOther, 0, readToo)) {
                return false;
            }
        } while (read > 0);
        return true;
    }

    private String tables(Path before, Path after) throws IOException {
        try (CsvReader<CsvRecord> one = CsvReader.builder().ofCsvRecord(before);
                CsvReader<CsvRecord> other = CsvReader.builder().ofCsvRecord(after)) {
            Iterator<CsvRecord> left = one.iterator();
            Iterator<CsvRecord> right = other.iterator();
            List<String> columns = left.hasNext() ? left.next().getFields() : List.of();
            if (!right.hasNext() || !right.next().getFields().equals(columns)) {
                return "has other columns";
            }
            while (left.hasNext() && right.hasNext()) {
                CsvRecord record = left.next();
                records(
                        record.getStartingLineNumber(),
                        columns,
                        record.getFields(),
                        right.next().getFields());
            }
            String length = left.hasNext() ? "has fewer lines now" : right.hasNext() ? "has more lines now" : "";
            return text("values", length);
        }
    }

    private void records(long line, List<String> columns, List<String> before, List<String> after) {
        for (int column = 0; column < columns.size(); column++) {
            String old = column < before.size() ? before.get(column) : "";
            String now = column < after.size() ? after.get(column) : "";
            compare(old, now, "line " + line + ", column " + columns.get(column));
        }
    }

    private String lines(List<String> before, List<String> after) {
        for (int line = 0; line < Math.min(before.size(), after.size()); line++) {
            compare(before.get(line).strip(), after.get(line).strip(), "line " + (line + 1));
        }
        int more = Integer.compare(after.size(), before.size());
        return text("lines", more < 0 ? "has fewer lines now" : more > 0 ? "has more lines now" : "");
    }

    private void compare(String old, String now, String place) {
        cells++;
        if (!old.equals(now)) {
            if (differing++ == 0) {
                first = place + ": " + shown(old) + " became " + shown(now);
            }
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private String text(String what, String length) {
        if (differing == 0) {
            return length.isEmpty() ? "differs in form only" : length;
        }
        String numbers =
                String.format(Locale.ROOT, "%,d of %,d %s differ, the first in %s", differing, cells, what, first);
        return length.isEmpty() ? numbers : numbers + "; it " + length;
    }
}
