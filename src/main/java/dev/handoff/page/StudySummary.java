package dev.handoff.page;

import dev.handoff.page.Sheet.Look;
import java.util.List;

/** The first sheet of a study's workbook: its answers, and what other sheets leave out. */
final class StudySummary {
    private static final int WIDTH = 110;

    private StudySummary() {}

    static void write(Sheet sheet, String title, List<String> answers, Node summary, List<String> notes) {
        sheet.onePage("landscape").widths(WIDTH);
        sheet.line(title, Look.TITLE);
        answers.forEach(answer -> sheet.line(answer, Look.WRAPPED));
        RunSheets.warnings(sheet, summary, notes);
    }
}
