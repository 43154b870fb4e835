package dev.handoff.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Horizontal bars on a common axis, one row below the other, laid out for a slide: a waterfall or a tornado.
 *
 * @param note what must be known to read the picture
 * @param axis title of the axis, with its unit
 * @param reference value that is marked; NaN for none
 */
record BarPage(String title, String subtitle, String note, String axis, double reference, List<Row> rows) {
    private static final int WIDTH = PicturePage.WIDTH;
    private static final int HEIGHT = PicturePage.HEIGHT;
    private static final int MARGIN = 40;
    private static final int TOP = 170;
    private static final int FOOT = 150;
    private static final int LABELS = 520;
    private static final int FIGURES = 240;
    private static final int THICKEST = 56;
    private static final int CAP = 7;
    private static final int TICKS = 7;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 38);
    private static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 24);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
    private static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 20);

    /**
     * @param from one end
     * @param to the other end
     * @param low lower end of the whisker; NaN for none
     * @param high upper end of the whisker
     */
    record Bar(double from, double to, double low, double high, Color color) {}

    /**
     * Label on the left, figures on the right.
     *
     * @param detail below the label where there is room; empty for none
     */
    record Row(String label, String detail, List<Bar> bars, String figures) {}

    void paint(Graphics2D graphics) {
        PicturePage.begin(graphics);
        text(graphics, TITLE, Ink.TEXT, title, MARGIN, 62, WIDTH - 2 * MARGIN);
        lines(graphics, SUBTITLE, subtitle, 102);
        notes(graphics);
        ValueAxis values = scale();
        axis(graphics, values);
        double height = (double) (HEIGHT - TOP - FOOT) / rows.size();
        for (int row = 0; row < rows.size(); row++) {
            paint(graphics, values, rows.get(row), TOP + row * height, height);
        }
    }

    private ValueAxis scale() {
        double[] ends = rows.stream()
                .flatMap(row -> row.bars().stream())
                .flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to(), bar.low(), bar.high()))
                .toArray();
        double[] shown = DoubleStream.concat(DoubleStream.of(ends), DoubleStream.of(reference))
                .filter(Double::isFinite)
                .toArray();
        return ValueAxis.of(shown, MARGIN + LABELS, WIDTH - MARGIN - FIGURES, TICKS);
    }

    private void axis(Graphics2D graphics, ValueAxis values) {
        int bottom = HEIGHT - FOOT;
        graphics.setFont(LABEL);
        FontMetrics metrics = graphics.getFontMetrics();
        for (double tick : values.ticks()) {
            graphics.setStroke(new BasicStroke(1.5f));
            graphics.setColor(Ink.GRID);
            graphics.draw(new Line2D.Double(values.at(tick), TOP, values.at(tick), bottom));
            String shown = values.text(tick);
            graphics.setColor(Ink.TEXT);
            int x = (int) Math.round(values.at(tick)) - metrics.stringWidth(shown) / 2;
            Lettering.draw(graphics, shown, x, bottom + 28);
        }
        int middle = (int) (values.at(values.low()) + values.at(values.high())) / 2;
        int x = Math.max(MARGIN, middle - metrics.stringWidth(axis) / 2);
        text(graphics, LABEL, Ink.TEXT, axis, x, bottom + 62, WIDTH - x);
        if (Double.isFinite(reference)) {
            graphics.setColor(Ink.QUIET_TEXT);
            graphics.setStroke(new BasicStroke(2));
            graphics.draw(new Line2D.Double(values.at(reference), TOP, values.at(reference), bottom));
        }
    }

    private static void paint(Graphics2D graphics, ValueAxis values, Row row, double top, double height) {
        double thickness = Math.min(THICKEST, 0.62 * height);
        double middle = top + height / 2;
        for (Bar bar : row.bars()) {
            double start = Math.min(values.at(bar.from()), values.at(bar.to()));
            double length = Math.abs(values.at(bar.to()) - values.at(bar.from()));
            graphics.setColor(bar.color());
            graphics.fill(new Rectangle2D.Double(start, middle - thickness / 2, Math.max(2, length), thickness));
        }
        graphics.setColor(Ink.TEXT);
        graphics.setStroke(new BasicStroke(2.5f));
        for (Bar bar : row.bars()) {
            if (Double.isFinite(bar.low()) && Double.isFinite(bar.high())) {
                whisker(graphics, values.at(bar.low()), values.at(bar.high()), middle);
            }
        }
        int baseline = (int) Math.round(middle + 8);
        boolean two = !row.detail().isEmpty() && height > 2 * NOTE.getSize();
        text(graphics, LABEL, Ink.TEXT, row.label(), MARGIN, two ? baseline - 13 : baseline, LABELS - 24);
        if (two) {
            text(graphics, NOTE, Ink.QUIET_TEXT, row.detail(), MARGIN, baseline + 13, LABELS - 24);
        }
        text(graphics, LABEL, Ink.TEXT, row.figures(), WIDTH - MARGIN - FIGURES + 20, baseline, FIGURES + MARGIN - 24);
    }

    private static void whisker(Graphics2D graphics, double low, double high, double middle) {
        graphics.draw(new Line2D.Double(low, middle, high, middle));
        graphics.draw(new Line2D.Double(low, middle - CAP, low, middle + CAP));
        graphics.draw(new Line2D.Double(high, middle - CAP, high, middle + CAP));
    }

    private void notes(Graphics2D graphics) {
        FontMetrics metrics = graphics.getFontMetrics(NOTE);
        int rows = PicturePage.wrapped(note, metrics).size();
        lines(graphics, NOTE, note, HEIGHT - 16 - (rows - 1) * metrics.getHeight());
    }

    private static void lines(Graphics2D graphics, Font font, String text, int baseline) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        int y = baseline;
        for (String line : PicturePage.wrapped(text, metrics)) {
            text(graphics, font, Ink.QUIET_TEXT, line, MARGIN, y, WIDTH);
            y += metrics.getHeight();
        }
    }

    /** Cuts what does not fit. */
    static void text(Graphics2D graphics, Font font, Color color, String text, int x, int baseline, int room) {
        graphics.setFont(font);
        graphics.setColor(color);
        FontMetrics metrics = graphics.getFontMetrics();
        String shown = text;
        while (shown.length() > 2 && metrics.stringWidth(shown) > room) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        Lettering.draw(graphics, shown, x, baseline);
    }
}
