package dev.handoff.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The axes and curves of a picture, without title and legend. */
final class ChartBody {
    private static final int[] STEPS = {1, 2, 4, 13, 26, 52, 104, 260, 520};
    private static final int TICKS = 8;
    private static final int TICKS_WITH_DATES = 5;
    private static final int P10 = 0;
    private static final int P90 = 4;

    private final Picture picture;
    private final LocalDate start;
    private final int weeksPerTick;
    private final XYChart chart;

    private ChartBody(Picture picture, LocalDate start, List<Line> lines, int width, int height) {
        this.picture = picture;
        this.start = start;
        int horizon =
                lines.stream().mapToInt(line -> line.curve().weeks()).max().orElseThrow() - 1;
        weeksPerTick = weeksPerTick(horizon, start == null ? TICKS : TICKS_WITH_DATES);
        chart = new XYChartBuilder()
                .width(width)
                .height(height)
                .xAxisTitle(start == null ? "Weeks since the promotion" : "Weeks since the promotion (date)")
                .yAxisTitle(picture.axis())
                .build();
        style(chart.getStyler(), width, (double) horizon / weeksPerTick);
        lines.forEach(this::fan);
        lines.forEach(this::band);
        lines.forEach(this::mean);
    }

    static XYChart of(Picture picture, LocalDate start, List<Line> lines, int width, int height) {
        return new ChartBody(picture, start, lines, width, height).chart;
    }

    /** Weeks between two ticks: the fewest that leave no more ticks than there is room for. */
    static int weeksPerTick(int horizon, int ticks) {
        for (int step : STEPS) {
            if (horizon <= ticks * step) {
                return step;
            }
        }
        return (horizon + ticks - 1) / ticks;
    }

    /*
     * The horizontal axis counts ticks instead of weeks, because the library puts ticks at round numbers only; the hint
     * makes it choose a distance of 1.
     */
    private void style(XYStyler styler, int width, double ticks) {
        styler.setLegendVisible(false);
        styler.setChartTitleVisible(false);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotGridLinesColor(Ink.GRID);
        styler.setPlotGridLinesStroke(new BasicStroke(1.5f));
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setPlotContentSize(1);
        styler.setPlotMargin(0);
        styler.setChartPadding(12);
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        styler.setAxisTickLabelsColor(Ink.TEXT);
        styler.setXAxisTitleColor(Ink.TEXT);
        styler.setYAxisTitleColor(Ink.TEXT);
        styler.setAxisTickMarksColor(Ink.QUIET_TEXT);
        styler.setAxisTickPadding(8);
        styler.setAxisTitlePadding(12);
        styler.setXAxisTickMarkSpacingHint((int) (1.2 * 0.93 * width / ticks));
        styler.setYAxisTickMarkSpacingHint(80);
        styler.setXAxisMin(0.0);
        styler.setXAxisMax(ticks);
        styler.setLocale(Locale.ROOT);
        styler.setXAxisTickLabelsFormattingFunction(this::weekLabel);
        styler.setYAxisTickLabelsFormattingFunction(this::valueLabel);
    }

    private String weekLabel(double tick) {
        long week = Math.round(tick * weeksPerTick);
        return start == null ? Long.toString(week) : week + " (" + start.plusWeeks(week) + ")";
    }

    private String valueLabel(double value) {
        return Numbers.text(picture.isShare() ? Math.round(value * 1e6) / 1e4 : value);
    }

    private void fan(Line line) {
        if (line.fan() != null) {
            area(line.label() + " fan", line.quantile(P10), line.quantile(P90), line.fan());
        }
    }

    private void band(Line line) {
        if (!Double.isNaN(line.curve().low(line.curve().weeks() - 1))) {
            area(line.label() + " band", line.low(), line.high(), Ink.band(line.color()));
        }
    }

    private void mean(Line line) {
        XYSeries series = chart.addSeries(line.label(), ticks(line.curve().weeks()), line.mean());
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(line.color());
        series.setLineStyle(line.stroke());
    }

    /* One closed outline: the upper limit forward, the lower one back. */
    private void area(String name, double[] low, double[] high, Color fill) {
        int weeks = low.length;
        double[] ticks = ticks(weeks);
        double[] x = new double[2 * weeks];
        double[] y = new double[2 * weeks];
        for (int week = 0; week < weeks; week++) {
            x[week] = ticks[week];
            y[week] = high[week];
            x[2 * weeks - 1 - week] = ticks[week];
            y[2 * weeks - 1 - week] = low[week];
        }
        XYSeries series = chart.addSeries(name, x, y);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setMarker(SeriesMarkers.NONE);
        series.setFillColor(fill);
        series.setLineColor(new Color(0, 0, 0, 0));
    }

    private double[] ticks(int weeks) {
        double[] ticks = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            ticks[week] = (double) week / weeksPerTick;
        }
        return ticks;
    }
}
