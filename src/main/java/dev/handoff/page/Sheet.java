package dev.handoff.page;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet of a workbook that is filled row by row from the top, and set up to be read and printed. */
final class Sheet {
    /** Most rows that a sheet can have. */
    static final int MOST_ROWS = Worksheet.MAX_ROWS;

    private static final int LONGEST_TEXT = 32_767;
    private static final String CUT = " \u2026 (longer than a cell can be)";
    private static final int FLUSHED_ROWS = 2_000;
    private static final float MARGIN_INCHES = 0.5f;
    private static final int ROW_PIXELS = 20;
    private static final int LINE_POINTS = 16;
    private static final int TITLE_LINE_POINTS = 23;
    private static final double BODY_POINTS = 11;
    private static final int TITLE_POINTS = 16;
    private static final String HEAD_COLOR = "E3EDF4";
    private static final String LINE_COLOR = "9AA7B2";
    private static final String MARK_COLOR = "FFE9C7";
    private static final String QUIET_COLOR = "565C64";

    private final Worksheet sheet;
    private int row;

    /** How a cell looks. */
    enum Look {
        PLAIN,
        WRAPPED,
        BOLD,
        TITLE,
        HEAD,
        NUMBER_HEAD,
        /** Asks for attention. */
        MARKED,
        QUIET,
        QUIET_TEXT,
        COMMAND
    }

    /**
     * A cell. Texts stay texts, whatever they begin with.
     *
     * @param value a text, a number, a day, or null
     * @param format in Excel's language; empty for the general one
     */
    record Cell(Object value, String format, Look look) {
        static final Cell NONE = new Cell(null, "", Look.PLAIN);

        static Cell of(String text) {
            return of(text, Look.PLAIN);
        }

        static Cell of(String text, Look look) {
            return new Cell(text.isEmpty() ? null : text, "", look);
        }

        /** @param number as a file writes it; empty if it is not defined */
        static Cell number(String number, String format) {
            return number.isEmpty() ? NONE : new Cell(new BigDecimal(number), format, Look.PLAIN);
        }

        static Cell day(LocalDate day) {
            return new Cell(day, "yyyy-mm-dd", Look.PLAIN);
        }

        Cell marked() {
            return new Cell(value, format, Look.MARKED);
        }
    }

    /**
     * @param name that no other sheet of the workbook has
     * @param title at the foot of each printed page
     */
    Sheet(Workbook workbook, String name, String title) {
        sheet = workbook.newWorksheet(name);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(MARGIN_INCHES);
        sheet.rightMargin(MARGIN_INCHES);
        sheet.footer(title.replace("&", "&&"), Position.LEFT);
        sheet.footer("&A, page &P of &N", Position.RIGHT);
    }

    /** Without lines between cells, and printed on one page. */
    Sheet onePage(String orientation) {
        sheet.pageOrientation(orientation);
        sheet.fitToHeight((short) 1);
        sheet.hideGridLines();
        return this;
    }

    String name() {
        return sheet.getName();
    }

    /** How many rows there are so far. */
    int rows() {
        return row;
    }

    /** @param letters how many of them fit, column by column */
    Sheet widths(double... letters) {
        for (int column = 0; column < letters.length; column++) {
            sheet.width(column, letters[column]);
        }
        return this;
    }

    /**
     * The head of a table that goes on to the end of the sheet: it stays in sight and is printed on every page.
     *
     * @param frozen columns on the left that stay in sight too
     */
    Sheet tableHead(List<String> titles, int frozen) {
        sheet.freezePane(frozen, row + 1);
        sheet.repeatRows(row);
        row(titles.stream().map(title -> Cell.of(title, Look.HEAD)).toList());
        return this;
    }

    /** Lets the rows below a head be filtered and sorted. */
    void filter(int headRow, int columns) {
        sheet.setAutoFilter(headRow, 0, Math.max(row - 1, headRow), columns - 1);
    }

    /** Draws cells of the present row together. */
    void merge(int column, int columns) {
        sheet.range(row, column, row, column + columns - 1).merge();
    }

    /** A text over several columns that is broken into lines. */
    void paragraph(String text, Look look, int columns, int lettersInALine) {
        merge(0, columns);
        int points = look == Look.TITLE ? TITLE_LINE_POINTS : LINE_POINTS;
        double letters = look == Look.TITLE ? lettersInALine * BODY_POINTS / TITLE_POINTS : lettersInALine;
        sheet.rowHeight(row, points * Math.max(1, Math.ceil(text.length() / letters)));
        row(List.of(Cell.of(text, look)));
    }

    /** A row with one cell. */
    void line(String text, Look look) {
        if (look == Look.TITLE) {
            sheet.rowHeight(row, TITLE_LINE_POINTS);
        }
        row(List.of(Cell.of(text, look)));
    }

    /** A picture over as many rows as it needs. */
    void picture(byte[] png, int width, int height) {
        sheet.addImage(row, 0, png, width, height);
        row += height / ROW_PIXELS + 2;
    }

    void blank() {
        row++;
    }

    void row(List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            cell(column, cells.get(column));
        }
        row++;
    }

    /** The next row of a long table; what is written is not kept in memory. */
    void longRow(List<Cell> cells) throws IOException {
        row(cells);
        if (row % FLUSHED_ROWS == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Cell cell) {
        if (cell.value() instanceof String text) {
            sheet.value(row, column, fitting(text));
        } else if (cell.value() instanceof BigDecimal number) {
            sheet.value(row, column, number);
        } else if (cell.value() instanceof LocalDate day) {
            sheet.value(row, column, day);
        }
        if (cell.look() != Look.PLAIN || !cell.format().isEmpty()) {
            style(sheet.style(row, column), cell).set();
        }
    }

    private static StyleSetter style(StyleSetter style, Cell cell) {
        if (!cell.format().isEmpty()) {
            style.format(cell.format());
        }
        return switch (cell.look()) {
            case PLAIN -> style;
            case WRAPPED -> style.wrapText(true).verticalAlignment("top");
            case BOLD -> style.bold().wrapText(true).verticalAlignment("top");
            case TITLE -> style.bold().fontSize(TITLE_POINTS).wrapText(true).verticalAlignment("top");
            case HEAD -> head(style);
            case NUMBER_HEAD -> head(style).horizontalAlignment("right");
            case MARKED -> style.fillColor(MARK_COLOR);
            case QUIET -> style.fontColor(QUIET_COLOR);
            case QUIET_TEXT -> style.fontColor(QUIET_COLOR).wrapText(true).verticalAlignment("top");
            case COMMAND -> style.fontName("Consolas").wrapText(true).verticalAlignment("top");
        };
    }

    private static StyleSetter head(StyleSetter style) {
        return style.bold()
                .fillColor(HEAD_COLOR)
                .wrapText(true)
                .verticalAlignment("center")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .borderColor(BorderSide.BOTTOM, LINE_COLOR);
    }

    private static String fitting(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - CUT.length()) + CUT;
    }

    /** Ends the sheet; others can be written then. */
    void finish() throws IOException {
        sheet.finish();
    }
}
