package dev.handoff.page;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.page.Columns.Column;
import dev.handoff.page.Columns.Kind;
import dev.handoff.page.Sheet.Cell;
import dev.handoff.page.Sheet.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A CSV file as a sheet: the same rows and columns, numbers as numbers. */
final class TableSheet {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?(E[-+]?[0-9]+)?");
    private static final int NARROW = 12;
    private static final int WIDE = 28;

    private final Path file;
    private final List<Column> columns;
    private int unit = -1;

    /** @param columns what is known of them; the cells of others are texts */
    TableSheet(Path file, List<Column> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * Fills a sheet and ends it.
     *
     * @return what is left out for want of rows, as a sentence; empty if it is nothing
     */
    String write(Sheet sheet, int mostRows) throws IOException {
        try (CsvFile table = new CsvFile(file)) {
            List<Kind> kinds = new ArrayList<>();
            for (String name : table.columns()) {
                kinds.add(Columns.find(columns, name).map(Column::kind).orElse(Kind.TEXT));
            }
            unit = table.columns().indexOf("unit");
            double[] widths = new double[kinds.size()];
            for (int column = 0; column < widths.length; column++) {
                int name = table.columns().get(column).length() + 2;
                widths[column] = kinds.get(column) == Kind.TEXT ? WIDE : Math.max(NARROW, name);
            }
            sheet.widths(widths).tableHead(table.columns(), 0);
            long left = 0;
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                if (sheet.rows() < mostRows - 1) {
                    sheet.longRow(cells(row, kinds));
                } else {
                    left++;
                }
            }
            sheet.filter(0, kinds.size());
            return ended(sheet, left, file);
        }
    }

    /** Ends a sheet, and says in its last row and in the result what it had no room for. */
    static String ended(Sheet sheet, long left, Path file) throws IOException {
        String note = left == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "The sheet %s ends before %,d more rows, for which a sheet has no room; %s has all.",
                        sheet.name(),
                        left,
                        file.getFileName());
        if (left > 0) {
            sheet.row(List.of(Cell.of(note, Look.MARKED)));
        }
        sheet.finish();
        return note;
    }

    private List<Cell> cells(CsvRecord row, List<Kind> kinds) throws IOException {
        List<Cell> cells = new ArrayList<>(kinds.size());
        for (int column = 0; column < kinds.size(); column++) {
            String text = row.getField(column);
            cells.add(
                    switch (kinds.get(column)) {
                        case TEXT -> Cell.of(text);
                        case SETTING -> isNumber(text) ? Cell.number(text, NumberFormats.ANY) : Cell.of(text);
                        case WHOLE -> number(text, NumberFormats.WHOLE);
                        case NUMBER -> number(text, NumberFormats.ANY);
                        case SHARE -> number(text, NumberFormats.SHARE);
                        case AMOUNT ->
                            number(text, unit < 0 ? NumberFormats.ANY : NumberFormats.of(row.getField(unit)));
                    });
        }
        return cells;
    }

    private Cell number(String text, String format) throws IOException {
        if (!text.isEmpty() && !isNumber(text)) {
            throw new IOException(file.getFileName() + " has a value that is no number: " + text);
        }
        return Cell.number(text, format);
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
