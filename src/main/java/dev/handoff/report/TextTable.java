package dev.handoff.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text side by side; those for which there is no room follow below, with the first column repeated. */
final class TextTable {
    private static final String GAP = "  ";

    private final int width;
    private final List<List<String>> columns = new ArrayList<>(); // the title first

    TextTable(int width) {
        this.width = width;
    }

    void column(String title, List<String> cells) {
        List<String> column = new ArrayList<>();
        column.add(title);
        column.addAll(cells);
        columns.add(column);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        int next = 1;
        while (next < columns.size()) {
            int end = next + 1;
            int used = width(0) + GAP.length() + width(next);
            while (end < columns.size() && used + GAP.length() + width(end) <= width) {
                used += GAP.length() + width(end);
                end++;
            }
            text.append(next > 1 ? "\n" : "");
            rows(text, next, end);
            next = end;
        }
        return text.toString();
    }

    private void rows(StringBuilder text, int from, int to) {
        for (int row = 0; row < columns.get(0).size(); row++) {
            StringBuilder line = new StringBuilder(padded(0, row));
            for (int column = from; column < to; column++) {
                line.append(GAP).append(padded(column, row));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private String padded(int column, int row) {
        String cell = columns.get(column).get(row);
        return cell + " ".repeat(width(column) - cell.length());
    }

    private int width(int column) {
        return columns.get(column).stream().mapToInt(String::length).max().orElse(0);
    }
}
