package dev.handoff.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/**
 * A page of plots for a slide.
 *
 * @param title the question, or the answer
 * @param legend what lines mean, in their order; empty where the note says it
 * @param note what must be known to read the picture alone
 */
record PlotPage(String title, String subtitle, List<String> legend, List<Panel> panels, String note) {
    private static final int MARGIN = 40;
    private static final int COLUMNS = 3;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 34);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 22);

    /** @param level a value marked through the whole width; NaN for none */
    record Panel(Plot.Frame frame, List<Plot.Series> series, List<Plot.Mark> marks, double level) {}

    PlotPage {
        legend = List.copyOf(legend);
        panels = List.copyOf(panels);
    }

    void paint(Graphics2D graphics) {
        PicturePage.begin(graphics);
        int y = text(graphics, title, TITLE, Ink.TEXT, MARGIN / 2);
        y = legend(graphics, text(graphics, subtitle, SMALL, Ink.QUIET_TEXT, y) + 8);
        FontMetrics metrics = graphics.getFontMetrics(SMALL);
        int rows = PicturePage.wrapped(note, metrics).size();
        int bottom = PicturePage.HEIGHT - MARGIN / 2 - rows * metrics.getHeight();
        panels(graphics, y, bottom);
        text(graphics, note, SMALL, Ink.QUIET_TEXT, bottom);
    }

    /** The height below the text. */
    private static int text(Graphics2D graphics, String text, Font font, Color color, int top) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        graphics.setFont(font);
        graphics.setColor(color);
        int y = top;
        for (String row : PicturePage.wrapped(text, metrics)) {
            Lettering.draw(graphics, row, MARGIN, y + metrics.getAscent());
            y += metrics.getHeight();
        }
        return y;
    }

    private int legend(Graphics2D graphics, int top) {
        if (legend.isEmpty()) {
            return top;
        }
        LegendPainter painter = new LegendPainter(graphics, SMALL, MARGIN, PicturePage.WIDTH - 2 * MARGIN, top);
        for (int line = 0; line < legend.size(); line++) {
            Color color = Ink.line(line);
            painter.line(legend.get(line), color, Ink.band(color, legend.size() > 2), Ink.stroke(line));
        }
        return painter.bottom() + 8;
    }

    private void panels(Graphics2D graphics, int top, int bottom) {
        int columns = Math.min(COLUMNS, panels.size());
        int rows = (panels.size() + columns - 1) / columns;
        int width = (PicturePage.WIDTH - 2 * MARGIN) / columns;
        int height = (bottom - top) / rows;
        for (int number = 0; number < panels.size(); number++) {
            Panel panel = panels.get(number);
            Rectangle area =
                    new Rectangle(MARGIN + number % columns * width, top + number / columns * height, width, height);
            Plot.paint(graphics, panel.frame(), panel.series(), panel.marks(), panel.level(), area);
        }
    }
}
