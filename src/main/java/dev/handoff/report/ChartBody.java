package dev.handoff.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
    private static final int PADDING = 12;

    /** Height of what stands below the horizontal axis. */
    private static final int FOOT = 74;

    private static final Color NOTHING = new Color(0, 0, 0, 0);
    private static final Font TICK_LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 22);

    private final LocalDate start;
    private final boolean share;
    private final double scale;
    private final int horizon;
    private final int weeksPerTick;
    private final XYChart chart;
    private double low;
    private double high;

    private ChartBody(Picture picture, LocalDate start, List<Line> lines, int width, int height) {
        this.start = start;
        share = picture.isShare();
        scale = share ? 100 : 1;
        horizon = lines.stream().mapToInt(line -> line.curve().weeks()).max().orElseThrow() - 1;
        weeksPerTick = weeksPerTick(horizon, start == null ? TICKS : TICKS_WITH_DATES);
        chart = new XYChartBuilder()
                .width(width)
                .height(height - FOOT)
                .yAxisTitle(picture.axis())
                .build();
        style(chart.getStyler());
        lines.forEach(this::fan);
        lines.forEach(this::band);
        lines.forEach(this::mean);
        double edge = 1e-6 * (ValueScale.high(low, high) - ValueScale.low(low, high));
        chart.getStyler().setYAxisMin(ValueScale.low(low, high) - edge);
        chart.getStyler().setYAxisMax(ValueScale.high(low, high) + edge);
    }

    /** Paints axes and curves into the rectangle from the origin. */
    static void paint(Graphics2D graphics, Picture picture, LocalDate start, List<Line> lines, int width, int height) {
        ChartBody body = new ChartBody(picture, start, lines, width, height);
        body.chart.paint(graphics, width, height - FOOT);
        body.zero(graphics);
        lines.stream().filter(Line::hasValues).forEach(line -> body.draw(graphics, line));
        body.weeks(graphics);
    }

    /* The library begins its dashes anew in every week, which leaves none where weeks are narrow. */
    private void draw(Graphics2D graphics, Line line) {
        double[] mean = scaled(line.mean());
        Path2D path = new Path2D.Double();
        path.moveTo(chart.getScreenXFromChart(0), chart.getScreenYFromChart(mean[0]));
        for (int week = 1; week < mean.length; week++) {
            path.lineTo(chart.getScreenXFromChart(week), chart.getScreenYFromChart(mean[week]));
        }
        graphics.setColor(line.color());
        graphics.setStroke(line.stroke());
        graphics.draw(path);
    }

    /* Where there are losses, what is won and what is lost must be told apart at a glance. */
    private void zero(Graphics2D graphics) {
        if (low < 0) {
            double y = chart.getScreenYFromChart(0);
            graphics.setColor(Ink.QUIET_TEXT);
            graphics.setStroke(new BasicStroke(1.5f));
            graphics.draw(new Line2D.Double(chart.getScreenXFromChart(0), y, chart.getScreenXFromChart(horizon), y));
        }
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

    private void style(XYStyler styler) {
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
        styler.setChartPadding(PADDING);
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 24));
        styler.setAxisTickLabelsFont(TICK_LABEL);
        styler.setAxisTickLabelsColor(Ink.TEXT);
        styler.setYAxisTitleColor(Ink.TEXT);
        styler.setAxisTickMarksColor(Ink.QUIET_TEXT);
        styler.setAxisTickPadding(8);
        styler.setAxisTitlePadding(12);
        styler.setXAxisTicksVisible(false);
        styler.setYAxisTickMarkSpacingHint(70);
        styler.setYAxisDecimalPattern("0.######");
        styler.setXAxisMin(0.0);
        styler.setXAxisMax((double) horizon);
        styler.setLocale(Locale.ROOT);
    }

    /* The library puts ticks at round numbers only; weeks are read in quarters. */
    private void weeks(Graphics2D graphics) {
        int bottom =
                (int) Math.round(chart.getScreenYFromChart(chart.getStyler().getYAxisMin()));
        int left = (int) Math.round(chart.getScreenXFromChart(0));
        int right = (int) Math.round(chart.getScreenXFromChart(horizon));
        graphics.setFont(TICK_LABEL);
        graphics.setColor(Ink.QUIET_TEXT);
        graphics.setStroke(new BasicStroke(2));
        graphics.drawLine(left, bottom, right, bottom);
        FontMetrics metrics = graphics.getFontMetrics();
        for (int week = 0; week <= horizon; week += weeksPerTick) {
            int x = (int) Math.round(chart.getScreenXFromChart(week));
            graphics.setColor(Ink.QUIET_TEXT);
            graphics.drawLine(x, bottom, x, bottom + 8);
            graphics.setColor(Ink.TEXT);
            centred(graphics, weekLabel(week), x, right, bottom + 10 + metrics.getAscent());
        }
        String title = start == null ? "Weeks since the promotion" : "Weeks since the promotion (date)";
        graphics.setFont(chart.getStyler().getAxisTitleFont());
        centred(graphics, title, (left + right) / 2, right, bottom + 16 + 2 * metrics.getHeight());
    }

    private static void centred(Graphics2D graphics, String text, int x, int right, int baseline) {
        int width = graphics.getFontMetrics().stringWidth(text);
        Lettering.draw(graphics, text, Math.max(0, Math.min(x - width / 2, right - width + PADDING)), baseline);
    }

    private String weekLabel(int week) {
        return start == null ? Integer.toString(week) : week + " (" + start.plusWeeks(week) + ")";
    }

    private void fan(Line line) {
        if (line.fan() != null && line.hasValues()) {
            area(line.label() + " fan", line.quantile(P10), line.quantile(P90), line.fan());
        }
    }

    private void band(Line line) {
        if (!Double.isNaN(line.curve().low(line.curve().weeks() - 1))) {
            area(line.label() + " band", line.low(), line.high(), line.band());
        }
    }

    /* Not seen: it makes the axes long enough for the mean. */
    private void mean(Line line) {
        double[] mean =
                line.hasValues() ? scaled(line.mean()) : new double[line.curve().weeks()];
        XYSeries series = chart.addSeries(line.label(), weekNumbers(mean.length), mean);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineColor(NOTHING);
    }

    /* One closed outline: the upper limit forward, the lower one back. */
    private void area(String name, double[] lower, double[] upper, Color fill) {
        int weeks = lower.length;
        double[] x = new double[2 * weeks];
        double[] y = new double[2 * weeks];
        for (int week = 0; week < weeks; week++) {
            x[week] = week;
            y[week] = upper[week];
            x[2 * weeks - 1 - week] = week;
            y[2 * weeks - 1 - week] = lower[week];
        }
        XYSeries series = chart.addSeries(name, x, scaled(y));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setMarker(SeriesMarkers.NONE);
        series.setFillColor(fill);
        series.setLineColor(NOTHING);
    }

    /** In the axis's unit; the axis is made long enough for them. */
    private double[] scaled(double[] values) {
        double[] scaled = new double[values.length];
        for (int place = 0; place < values.length; place++) {
            scaled[place] = within(scale * values[place]);
            if (Double.isNaN(scaled[place])) {
                continue;
            }
            low = Math.min(low, scaled[place]);
            high = Math.max(high, scaled[place]);
        }
        return scaled;
    }

    /* The interval of a share may reach beyond what a share can be; there is nothing to see there. */
    private double within(double value) {
        return share ? Math.max(0, Math.min(scale, value)) : value;
    }

    private static double[] weekNumbers(int weeks) {
        return IntStream.range(0, weeks).asDoubleStream().toArray();
    }
}
