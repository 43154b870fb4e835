package dev.handoff.page;

import dev.handoff.page.ChartData.Chart;
import dev.handoff.page.Sheet.Cell;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The three curves as sheets, weeks down, and the charts that draw them. */
final class CurveSheets {
    private static final List<String> PARTS = List.of("mean", "ci_low", "ci_high", "p10", "p90");
    private static final int[] COLUMNS = {Curves.MEAN, Curves.LOW, Curves.HIGH, Curves.P10, Curves.P90};
    private static final int WEEK_WIDTH = 16;
    private static final int VARIANT_WIDTH = 24;

    private final List<Arm> arms;
    private final List<Arm> drawn;
    private final Curves curves;
    private final LocalDate start; // null if weeks have no dates
    private final int horizon;

    private final List<Integer> firstRows = new ArrayList<>(); // of each variant in the sheet of means
    private String meansSheet;
    private String bandsSheet;

    CurveSheets(Path folder, Node summary) throws IOException {
        arms = Arm.of(summary);
        drawn = arms.subList(0, Math.min(CurveChart.MOST, arms.size()));
        Set<String> metrics = new HashSet<>();
        ChartData.CHARTS.forEach(chart -> metrics.add(chart.metric().id()));
        curves = Curves.read(folder, metrics);
        start = day(summary.text("start"));
        horizon = arms.stream().mapToInt(Arm::horizon).max().orElse(0);
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }

    /** What the charts leave out; empty if it is nothing. */
    String left() {
        return drawn.size() == arms.size()
                ? ""
                : "The first " + drawn.size() + " of " + arms.size() + " variants are drawn.";
    }

    /** A row for each variant and week. */
    void means(Sheet sheet) throws IOException {
        meansSheet = sheet.name();
        List<String> head = new ArrayList<>(List.of("variant", "week"));
        if (start != null) {
            head.add("date");
        }
        for (Chart chart : ChartData.CHARTS) {
            PARTS.forEach(part -> head.add(chart.metric().id() + "_" + part));
        }
        sheet.widths(widths(head.size())).tableHead(head, beforeCurves());
        for (Arm arm : arms) {
            firstRows.add(sheet.rows());
            for (int week = 0; week <= arm.horizon(); week++) {
                sheet.longRow(week(arm, week));
            }
        }
        sheet.filter(0, head.size());
        sheet.finish();
    }

    private static double[] widths(int columns) {
        double[] widths = new double[columns];
        Arrays.fill(widths, WEEK_WIDTH);
        widths[0] = VARIANT_WIDTH;
        return widths;
    }

    private int beforeCurves() {
        return start == null ? 2 : 3;
    }

    private List<Cell> week(Arm arm, int week) {
        List<Cell> cells =
                new ArrayList<>(List.of(Cell.of(arm.name()), Cell.number(Integer.toString(week), NumberFormats.WHOLE)));
        if (start != null) {
            cells.add(Cell.day(start.plusWeeks(week)));
        }
        for (Chart chart : ChartData.CHARTS) {
            for (int column : COLUMNS) {
                String value = curves.text(arm.name(), chart.metric().id(), week, column);
                cells.add(Cell.number(value, NumberFormats.of(chart.metric().unit())));
            }
        }
        return cells;
    }

    /** What the bands of the charts are drawn from: a row for each week, a pair of columns for each curve and variant. */
    void bands(Sheet sheet) throws IOException {
        bandsSheet = sheet.name();
        List<String> head = new ArrayList<>(List.of("week"));
        for (Chart chart : ChartData.CHARTS) {
            for (Arm arm : drawn) {
                head.add(chart.metric().id() + ", " + arm.label() + ": from the band before to this one");
                head.add(chart.metric().id() + ", " + arm.label() + ": width of the band");
            }
        }
        sheet.widths(widths(head.size())).tableHead(head, 1);
        for (int week = 0; week <= horizon; week++) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.number(Integer.toString(week), NumberFormats.WHOLE)));
            for (Chart chart : ChartData.CHARTS) {
                addBands(cells, chart, week);
            }
            sheet.longRow(cells);
        }
        sheet.finish();
    }

    private void addBands(List<Cell> cells, Chart chart, int week) {
        BigDecimal reached = BigDecimal.ZERO;
        String format = NumberFormats.of(chart.metric().unit());
        for (Arm arm : drawn) {
            String low = curves.text(arm.name(), chart.metric().id(), week, Curves.LOW);
            String high = curves.text(arm.name(), chart.metric().id(), week, Curves.HIGH);
            if (low.isEmpty() || high.isEmpty()) {
                cells.add(Cell.NONE);
                cells.add(Cell.NONE);
            } else {
                BigDecimal bottom = new BigDecimal(low);
                BigDecimal top = new BigDecimal(high);
                cells.add(Cell.number(bottom.subtract(reached).toString(), format));
                cells.add(Cell.number(top.subtract(bottom).toString(), format));
                reached = top;
            }
        }
    }

    /** After both sheets are filled. */
    List<CurveChart> charts() {
        List<CurveChart> charts = new ArrayList<>();
        SheetRange weeks = new SheetRange(bandsSheet, 0, 1, horizon + 1);
        for (int place = 0; place < ChartData.CHARTS.size(); place++) {
            Chart chart = ChartData.CHARTS.get(place);
            List<CurveChart.Line> lines = new ArrayList<>();
            for (int arm = 0; arm < drawn.size(); arm++) {
                lines.add(line(place, arm));
            }
            boolean share = NumberFormats.of(chart.metric().unit()).equals(NumberFormats.SHARE);
            charts.add(new CurveChart(chart.title(), chart.axis(), share ? "0%" : "0", weeks, lines));
        }
        return charts;
    }

    private CurveChart.Line line(int chart, int arm) {
        int column = beforeCurves() + chart * PARTS.size();
        int first = firstRows.get(arm);
        SheetRange mean =
                new SheetRange(meansSheet, column, first, first + drawn.get(arm).horizon());
        int below = 1 + 2 * (chart * drawn.size() + arm);
        return new CurveChart.Line(
                drawn.get(arm).label(),
                drawn.get(arm).added(),
                mean,
                new SheetRange(bandsSheet, below, 1, horizon + 1),
                new SheetRange(bandsSheet, below + 1, 1, horizon + 1));
    }
}
