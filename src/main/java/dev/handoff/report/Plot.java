package dev.handoff.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Axes with lines, bands, dots and marks in a rectangle. Along the horizontal axis there are numbers, or names at 0, 1 and so on. */
final class Plot {
    private static final int LEFT = 90;
    private static final int RIGHT = 30;
    private static final int TOP = 44;
    private static final int FOOT = 78;
    private static final int TICKS = 6;
    private static final double DOT = 9;
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
    private static final Color PALE = new Color(0x55, 0x55, 0x55, 50);

    /**
     * What the axes are.
     *
     * @param names of the places on the horizontal axis; empty for numbers
     * @param scale by which values are multiplied: 100 for what is shown in per cent
     */
    record Frame(String horizontal, String vertical, List<String> names, double scale) {
        Frame {
            names = List.copyOf(names);
        }
    }

    /**
     * Values over places.
     *
     * @param low by place; NaN where there is no interval
     * @param joined whether lines lead from place to place and a band follows them; else there are dots, with a line for each interval
     * @param left by place: low end of an interval of the place itself; empty where there is none
     * @param right its high end
     */
    record Series(
            String label,
            double[] places,
            double[] mean,
            double[] low,
            double[] high,
            boolean joined,
            double[] left,
            double[] right) {
        Series(String label, double[] places, double[] mean, double[] low, double[] high, boolean joined) {
            this(label, places, mean, low, high, joined, new double[0], new double[0]);
        }
    }

    /** A place with its interval, through the whole height. */
    record Mark(double low, double place, double high) {}

    private final Graphics2D graphics;
    private final Frame frame;
    private final Rectangle area;
    private final double left;
    private final double right;
    private final double least;
    private final double greatest;

    /** @param level a value marked through the whole width; NaN for none */
    private Plot(Graphics2D graphics, Frame frame, List<Series> series, double level, Rectangle area) {
        this.graphics = graphics;
        this.frame = frame;
        this.area = new Rectangle(area.x + LEFT, area.y + TOP, area.width - LEFT - RIGHT, area.height - TOP - FOOT);
        DoubleSummaryStatistics across = new DoubleSummaryStatistics();
        DoubleSummaryStatistics upwards = new DoubleSummaryStatistics();
        for (Series each : series) {
            for (double[] places : List.of(each.places(), each.left(), each.right())) {
                for (double place : places) {
                    accept(across, place);
                }
            }
            for (double[] values : List.of(each.mean(), each.low(), each.high())) {
                for (double value : values) {
                    accept(upwards, value * frame.scale());
                }
            }
        }
        accept(upwards, level * frame.scale());
        boolean named = !frame.names().isEmpty();
        left = named ? -0.5 : across.getCount() == 0 ? 0 : across.getMin();
        right = named ? frame.names().size() - 0.5 : Math.max(across.getMax(), left + 1e-9);
        double low = upwards.getCount() == 0 ? 0 : upwards.getMin();
        double high = upwards.getCount() == 0 ? 1 : upwards.getMax();
        least = ValueScale.low(low, high);
        greatest = ValueScale.high(low, high);
    }

    private static void accept(DoubleSummaryStatistics all, double value) {
        if (Double.isFinite(value)) {
            all.accept(value);
        }
    }

    /**
     * Paints a chart.
     *
     * @param level a value marked through the whole width; NaN for none
     */
    static void paint(
            Graphics2D graphics, Frame frame, List<Series> series, List<Mark> marks, double level, Rectangle area) {
        Plot plot = new Plot(graphics, frame, series, level, area);
        plot.axes();
        marks.forEach(plot::mark);
        if (Double.isFinite(level)) {
            plot.level(level);
        }
        for (int number = 0; number < series.size(); number++) {
            plot.band(series.get(number), Ink.band(Ink.line(number), series.size() > 2));
        }
        for (int number = 0; number < series.size(); number++) {
            plot.line(series.get(number), number);
        }
    }

    private void axes() {
        graphics.setFont(LABEL);
        FontMetrics metrics = graphics.getFontMetrics();
        text(frame.vertical(), area.x - LEFT + 10, area.y - TOP + 4 + metrics.getAscent());
        double step = ValueScale.step(least, greatest, TICKS);
        for (long tick = (long) Math.ceil(least / step - 1e-9); tick * step <= greatest + 1e-9 * step; tick++) {
            double y = y(tick * step);
            graphics.setColor(Ink.GRID);
            graphics.setStroke(new BasicStroke(1.5f));
            graphics.draw(new Line2D.Double(area.x, y, area.x + area.width, y));
            String label = Numbers.text(tick * step);
            text(label, area.x - 10 - metrics.stringWidth(label), (int) y + metrics.getAscent() / 2 - 2);
        }
        graphics.setColor(Ink.QUIET_TEXT);
        graphics.setStroke(new BasicStroke(2));
        double bottom = area.y + area.height;
        graphics.draw(new Line2D.Double(area.x, bottom, area.x + area.width, bottom));
        if (frame.names().isEmpty()) {
            numbers(metrics);
        } else {
            names(metrics);
        }
        int centre = area.x + area.width / 2 - metrics.stringWidth(frame.horizontal()) / 2;
        text(frame.horizontal(), Math.max(area.x - LEFT, centre), (int) bottom + 14 + 2 * metrics.getHeight());
    }

    private void numbers(FontMetrics metrics) {
        double step = ValueScale.step(left, right, TICKS + 2);
        for (long tick = (long) Math.ceil(left / step - 1e-9); tick * step <= right + 1e-9 * step; tick++) {
            tick(tick * step, Numbers.text(tick * step), metrics, Integer.MAX_VALUE);
        }
    }

    private void names(FontMetrics metrics) {
        int room = area.width / frame.names().size() - 8;
        for (int place = 0; place < frame.names().size(); place++) {
            tick(place, frame.names().get(place), metrics, room);
        }
    }

    private void tick(double place, String label, FontMetrics metrics, int room) {
        double x = x(place);
        double bottom = area.y + area.height;
        graphics.setColor(Ink.QUIET_TEXT);
        graphics.draw(new Line2D.Double(x, bottom, x, bottom + 8));
        String shown = label;
        while (shown.length() > 2 && metrics.stringWidth(shown) > room) {
            shown = shown.substring(0, shown.length() - 2) + "\u2026";
        }
        text(shown, (int) x - metrics.stringWidth(shown) / 2, (int) bottom + 10 + metrics.getAscent());
    }

    private void text(String text, int x, int baseline) {
        graphics.setColor(Ink.TEXT);
        Lettering.draw(graphics, text, x, baseline);
    }

    private void mark(Mark mark) {
        double from = x(Math.max(left, mark.low()));
        double to = x(Math.min(right, mark.high()));
        graphics.setColor(PALE);
        graphics.fill(new Rectangle2D.Double(from, area.y, Math.max(1, to - from), area.height));
        graphics.setColor(Ink.TEXT);
        graphics.setStroke(new BasicStroke(3));
        graphics.draw(new Line2D.Double(x(mark.place()), area.y, x(mark.place()), area.y + area.height));
    }

    private void level(double value) {
        double y = y(value * frame.scale());
        graphics.setColor(Ink.COMPARISON);
        graphics.setStroke(Ink.comparisonStroke());
        graphics.draw(new Line2D.Double(area.x, y, area.x + area.width, y));
    }

    private void band(Series series, Color color) {
        graphics.setColor(color);
        if (!series.joined()) {
            return;
        }
        Path2D band = new Path2D.Double();
        int last = series.places().length - 1;
        for (int corner = 0; corner <= 2 * last + 1; corner++) {
            int place = corner <= last ? corner : 2 * last + 1 - corner;
            double edge = corner <= last ? series.high()[place] : series.low()[place];
            double y = y(frame.scale() * (Double.isFinite(edge) ? edge : series.mean()[place]));
            if (corner == 0) {
                band.moveTo(x(series.places()[place]), y);
            } else {
                band.lineTo(x(series.places()[place]), y);
            }
        }
        band.closePath();
        graphics.fill(band);
    }

    private void line(Series series, int number) {
        graphics.setColor(Ink.line(number));
        Path2D path = new Path2D.Double();
        for (int place = 0; place < series.places().length; place++) {
            double x = x(series.places()[place]);
            double y = y(frame.scale() * series.mean()[place]);
            graphics.fill(new Ellipse2D.Double(x - DOT / 2, y - DOT / 2, DOT, DOT));
            if (place == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        if (series.joined()) {
            graphics.setStroke(Ink.stroke(number));
            graphics.draw(path);
        } else {
            intervals(series);
        }
    }

    private void intervals(Series series) {
        graphics.setStroke(new BasicStroke(2));
        for (int place = 0; place < series.places().length; place++) {
            double x = x(series.places()[place]);
            double low = frame.scale() * series.low()[place];
            double high = frame.scale() * series.high()[place];
            if (Double.isFinite(low) && Double.isFinite(high)) {
                graphics.draw(new Line2D.Double(x, y(low), x, y(high)));
            }
            if (place < series.left().length) {
                double y = y(frame.scale() * series.mean()[place]);
                graphics.draw(new Line2D.Double(x(series.left()[place]), y, x(series.right()[place]), y));
            }
        }
    }

    private double x(double place) {
        return area.x + area.width * (place - left) / (right - left);
    }

    private double y(double value) {
        return area.y + area.height * (greatest - value) / (greatest - least);
    }
}
