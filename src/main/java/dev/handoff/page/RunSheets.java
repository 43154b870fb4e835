package dev.handoff.page;

import dev.handoff.page.Sheet.Cell;
import dev.handoff.page.Sheet.Look;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sheets of a run that summary.json fills: the answer in numbers, variants side by side, and every metric. */
final class RunSheets {
    /** Number of the sheet with charts, from 1 on. */
    static final int CHARTS = 2;

    /** Rows above the first chart. */
    static final int ABOVE_CHARTS = 4;

    private static final List<String> ESTIMATE = List.of("mean", "95 % from", "95 % to");
    private static final List<String> KEYS = List.of("mean", "ci_low", "ci_high");
    private static final int LABEL_WIDTH = 44;
    private static final int NUMBER_WIDTH = 11;
    private static final int TEXT_COLUMNS = 7;
    private static final int LETTERS = LABEL_WIDTH + (TEXT_COLUMNS - 1) * NUMBER_WIDTH;

    private final Node summary;
    private final List<Arm> arms;

    /** Estimates that stand in columns of their own, under a common heading. */
    private record Group(String label, Map<String, Node> estimates, boolean difference) {}

    RunSheets(Node summary) {
        this.summary = summary;
        arms = Arm.of(summary);
    }

    /** @param notes what other sheets leave out */
    void summary(Sheet sheet, List<String> notes) {
        sheet.onePage("landscape");
        double[] widths = new double[Math.max(TEXT_COLUMNS, 1 + ESTIMATE.size() * arms.size())];
        Arrays.fill(widths, NUMBER_WIDTH);
        widths[0] = LABEL_WIDTH;
        sheet.widths(widths);
        sheet.paragraph(summary.text("name"), Look.TITLE, TEXT_COLUMNS, LETTERS);
        sheet.paragraph(summary.text("question"), Look.QUIET_TEXT, TEXT_COLUMNS, LETTERS);
        sheet.paragraph(summary.text("answer"), Look.BOLD, TEXT_COLUMNS, LETTERS);
        warnings(sheet, summary, notes);
        groups(
                sheet,
                "Variants side by side",
                arms.stream().map(RunSheets::values).toList());
        paybacks(sheet);
        groups(sheet, "Less the same firm without delegation", toTwins());
        groups(sheet, "Less \u201c" + arms.get(0).label() + "\u201d", toFirst());
        sheet.blank();
        sheet.paragraph(basis(), Look.QUIET_TEXT, TEXT_COLUMNS, LETTERS);
    }

    /** What the reader must know before the numbers. */
    static void warnings(Sheet sheet, Node summary, List<String> notes) {
        List<String> warnings = new ArrayList<>();
        if (summary.flag("partial")) {
            warnings.add("This is a part of a result: it was stopped before its end.");
        }
        if (summary.number("failed_replications") > 0) {
            warnings.add(summary.text("failed_replications")
                    + " replications failed and are left out; failures.csv tells where and why.");
        }
        warnings.addAll(notes);
        warnings.forEach(warning -> sheet.row(List.of(Cell.of(warning, Look.MARKED))));
    }

    private String basis() {
        return String.format(
                Locale.ROOT,
                "%,d replications, seed %s. Intervals: %s. No delegation is the same firm with the same calls, sizes and chance"
                        + " events, in which nobody takes over; differences are taken replication by replication. The numbers are no"
                        + " forecast for a particular firm or person.",
                (int) summary.number("replications"),
                summary.text("seed"),
                summary.text("interval"));
    }

    private static Group values(Arm arm) {
        return new Group(arm.label(), arm.summary().at("metrics").fields(), false);
    }

    private List<Group> toTwins() {
        return arms.stream()
                .filter(arm -> arm.hasTwin() && !arm.added())
                .map(arm -> new Group(
                        arm.label(), arm.summary().at("difference_to_twin").fields(), true))
                .toList();
    }

    private List<Group> toFirst() {
        return summary.list("differences_to_first").stream()
                .map(other ->
                        new Group(other.text("variant"), other.at("metrics").fields(), true))
                .toList();
    }

    private void groups(Sheet sheet, String caption, List<Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        sheet.blank();
        List<Cell> labels = new ArrayList<>(List.of(Cell.of(caption, Look.HEAD)));
        List<Cell> parts = new ArrayList<>(List.of(Cell.of("", Look.HEAD)));
        for (Group group : groups) {
            sheet.merge(labels.size(), ESTIMATE.size());
            labels.add(Cell.of(group.label(), Look.NUMBER_HEAD));
            labels.addAll(Collections.nCopies(ESTIMATE.size() - 1, Cell.of("", Look.NUMBER_HEAD)));
            ESTIMATE.forEach(part -> parts.add(Cell.of(part, Look.NUMBER_HEAD)));
        }
        sheet.row(labels);
        sheet.row(parts);
        for (Node headline : summary.list("headlines")) {
            String metric = headline.text("metric");
            String unit = arms.get(0).metric(metric).text("unit");
            String shown = groups.get(0).difference() ? Shown.differenceUnit(unit) : Shown.unit(unit);
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(headline.text("label") + ", " + shown)));
            groups.forEach(group -> cells.addAll(estimate(group, metric, unit)));
            sheet.row(cells);
        }
    }

    private static List<Cell> estimate(Group group, String metric, String unit) {
        Node estimate = group.estimates().get(metric);
        String format = group.difference() ? NumberFormats.ofDifference(unit) : NumberFormats.of(unit);
        return KEYS.stream()
                .map(key -> estimate == null ? Cell.NONE : Cell.number(estimate.text(key), format))
                .toList();
    }

    private void paybacks(Sheet sheet) {
        if (arms.stream().noneMatch(Arm::hasTwin)) {
            return;
        }
        List<Cell> weeks = new ArrayList<>(List.of(Cell.of("Payback week of the mean curve")));
        List<Cell> shares = new ArrayList<>(List.of(Cell.of("Replications that never pay back")));
        for (Arm arm : arms) {
            Node payback = arm.summary().at("payback");
            String week = payback.text("mean_curve_week");
            weeks.add(arm.hasTwin() && week.isEmpty() ? Cell.of("never") : Cell.number(week, NumberFormats.WHOLE));
            shares.add(Cell.number(payback.text("never_share"), NumberFormats.SHARE));
            weeks.addAll(Collections.nCopies(ESTIMATE.size() - 1, Cell.NONE));
            shares.addAll(Collections.nCopies(ESTIMATE.size() - 1, Cell.NONE));
        }
        sheet.row(weeks);
        sheet.row(shares);
    }

    /** @param left what the charts leave out; empty if it is nothing */
    void charts(Sheet sheet, String left) throws IOException {
        sheet.onePage("portrait");
        sheet.paragraph(summary.text("name"), Look.TITLE, WorkbookFile.CHART_COLUMNS, LETTERS);
        sheet.line(
                "Line: mean of " + summary.text("replications")
                        + " replications. Band: its 95 % interval. Dashed: no delegation.",
                Look.QUIET);
        if (!left.isEmpty()) {
            sheet.line(left, Look.QUIET);
        }
        sheet.finish();
    }

    /** Every metric of whole replications. */
    void metrics(Sheet sheet) throws IOException {
        List<String> head = new ArrayList<>(List.of("variant", "metric", "unit", "n", "mean", "ci_low", "ci_high"));
        List<String> quantiles = List.of("p10", "p25", "p50", "p75", "p90");
        head.addAll(quantiles);
        head.add("what it is");
        sheet.widths(24, 28, 14, 8, 11, 11, 11, 11, 11, 11, 11, 11, 70).tableHead(head, 2);
        for (Arm arm : arms) {
            for (Map.Entry<String, Node> metric :
                    arm.summary().at("metrics").fields().entrySet()) {
                Node estimate = metric.getValue();
                String format = NumberFormats.of(estimate.text("unit"));
                List<Cell> cells = new ArrayList<>(List.of(
                        Cell.of(arm.name()),
                        Cell.of(metric.getKey()),
                        Cell.of(estimate.text("unit")),
                        Cell.number(estimate.text("n"), NumberFormats.WHOLE)));
                KEYS.forEach(key -> cells.add(Cell.number(estimate.text(key), format)));
                quantiles.forEach(key -> cells.add(Cell.number(estimate.text(key), format)));
                cells.add(Cell.of(summary.at("measures").text(metric.getKey())));
                sheet.row(cells);
            }
        }
        sheet.filter(0, head.size());
        sheet.finish();
    }
}
