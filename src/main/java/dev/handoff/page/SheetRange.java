package dev.handoff.page;

/**
 * Cells below each other in a sheet.
 *
 * @param column from 0 on
 * @param first row, from 0 on
 * @param last row, which belongs to them
 */
record SheetRange(String sheet, int column, int first, int last) {

    /** As a formula names them: {@code 'Curves'!$C$2:$C$106}. */
    String reference() {
        return "'" + sheet.replace("'", "''") + "'!" + cell(first) + ":" + cell(last);
    }

    private String cell(int row) {
        return "$" + letters(column) + "$" + (row + 1);
    }

    /** A to Z, then AA to ZZ and so on. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
