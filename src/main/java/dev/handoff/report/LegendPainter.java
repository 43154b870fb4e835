package dev.handoff.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Stroke;

/** Draws samples of inks with their meanings, side by side as far as there is room. */
final class LegendPainter {
    private static final int SAMPLE = 64;
    private static final int GAP = 14;

    private final Graphics2D graphics;
    private final FontMetrics metrics;
    private final int left;
    private final int right;
    private int x;
    private int top;

    LegendPainter(Graphics2D graphics, Font font, int left, int width, int top) {
        this.graphics = graphics;
        this.left = left;
        this.top = top;
        right = left + width;
        x = left;
        graphics.setFont(font);
        metrics = graphics.getFontMetrics();
    }

    void line(String meaning, Line line) {
        line(meaning, line.color(), line.band(), line.stroke());
    }

    void line(String meaning, Color color, Color band, Stroke stroke) {
        makeRoom(meaning);
        int middle = top + metrics.getHeight() / 2;
        graphics.setColor(band);
        graphics.fillRect(x, middle - 7, SAMPLE, 14);
        graphics.setColor(color);
        graphics.setStroke(stroke);
        graphics.drawLine(x, middle, x + SAMPLE, middle);
        meaning(meaning);
    }

    void area(String meaning, Color fill) {
        makeRoom(meaning);
        graphics.setColor(fill);
        graphics.fillRect(x, top + 4, SAMPLE, metrics.getHeight() - 8);
        meaning(meaning);
    }

    /** Paints a sample around a point. */
    @FunctionalInterface
    interface Sample {
        void paint(double x, double y);
    }

    void mark(String meaning, Sample sample) {
        makeRoom(meaning);
        sample.paint(x + SAMPLE / 2.0, top + metrics.getHeight() / 2.0);
        meaning(meaning);
    }

    private void makeRoom(String meaning) {
        if (x > left && x + SAMPLE + GAP + metrics.stringWidth(meaning) > right) {
            x = left;
            top += metrics.getHeight() + 4;
        }
    }

    private void meaning(String meaning) {
        graphics.setColor(Ink.TEXT);
        Lettering.draw(graphics, meaning, x + SAMPLE + GAP, top + metrics.getAscent());
        x += SAMPLE + GAP + metrics.stringWidth(meaning) + 3 * GAP;
    }

    /** Lower edge of what was drawn. */
    int bottom() {
        return top + metrics.getHeight();
    }
}
