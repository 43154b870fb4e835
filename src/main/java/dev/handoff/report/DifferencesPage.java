package dev.handoff.report;

import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.PairedDifference;
import dev.handoff.study.Selected;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** How far each alternative is from the leader: a dot and an interval in a row for each, over the zone of what does not matter. */
final class DifferencesPage {
    private static final int MARGIN = 40;
    private static final int MOST_NAME = 520;
    private static final int LOWER = 150;
    private static final int DOT = 9;
    private static final int CAP = 10;
    private static final int MOST_TICKS = 10;
    private static final int MOST_ROW = 140;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 40);
    private static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 24);
    private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
    private static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
    private static final Color ZONE = new Color(0xF2, 0xEE, 0xDC);

    private final List<String> names;
    private final Selected selected;
    private final SelectionWords words;
    private final Amount amount;
    private final List<ConfidenceInterval> intervals = new ArrayList<>(); // by alternative; null for the leader
    private final double low;
    private final double high;
    private int y;
    private int left;

    DifferencesPage(List<String> names, Selected selected) {
        this.names = names;
        this.selected = selected;
        words = new SelectionWords(names, selected);
        amount = words.amount();
        Selected.Sample sample = selected.samples().get(0);
        for (int alternative = 0; alternative < names.size(); alternative++) {
            intervals.add(
                    alternative == selected.state().leader()
                            ? null
                            : selected.fromLeader(sample, alternative)
                                    .map(PairedDifference::difference)
                                    .orElse(null));
        }
        double zone = selected.question().difference();
        double[] shown = DoubleStream.concat(
                        DoubleStream.of(-zone, 0, zone),
                        intervals.stream()
                                .filter(each -> each != null)
                                .flatMapToDouble(each -> DoubleStream.of(each.low(), each.high())))
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(shown).min().orElseThrow();
        double most = Arrays.stream(shown).max().orElseThrow();
        low = ValueScale.low(least, most);
        high = ValueScale.high(least, most);
    }

    void paint(Graphics2D graphics) {
        PicturePage.begin(graphics);
        y = MARGIN / 2;
        text(
                graphics,
                "How far are the others from " + names.get(selected.state().leader()) + "?",
                TITLE,
                Ink.TEXT);
        text(graphics, words.verdict(), SUBTITLE, Ink.QUIET_TEXT);
        y += MARGIN / 2;
        graphics.setFont(LABEL);
        FontMetrics metrics = graphics.getFontMetrics();
        int widest = names.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        left = 2 * MARGIN + Math.min(MOST_NAME, widest);
        int bottom = PicturePage.HEIGHT - LOWER;
        double row = Math.min(MOST_ROW, (bottom - y) / (double) names.size());
        axis(graphics, y, y + row * names.size());
        for (int alternative = 0; alternative < names.size(); alternative++) {
            row(graphics, alternative, y + row * (alternative + 0.5));
        }
        note(graphics);
    }

    private void axis(Graphics2D graphics, double top, double bottom) {
        double zone = selected.question().difference();
        graphics.setColor(ZONE);
        graphics.fill(new Rectangle2D.Double(x(-zone), top, x(zone) - x(-zone), bottom - top));
        graphics.setStroke(new BasicStroke(1));
        FontMetrics metrics = graphics.getFontMetrics(NOTE);
        double step = ValueScale.step(low, high, MOST_TICKS);
        for (double tick = Math.rint(low / step); tick * step <= high + step / 2; tick++) {
            double value = tick * step;
            graphics.setColor(value == 0 ? Ink.TEXT : Ink.GRID);
            graphics.draw(new Line2D.Double(x(value), top, x(value), bottom));
            String label = amount.number(value);
            graphics.setFont(NOTE);
            graphics.setColor(Ink.TEXT);
            int at = (int) Math.round(x(value)) - metrics.stringWidth(label) / 2;
            Lettering.draw(graphics, label, at, (int) Math.round(bottom) + metrics.getHeight());
        }
        String title = selected.question().measure().id() + ": difference in " + amount.unitOfDifferences();
        Lettering.draw(graphics, title, left, (int) Math.round(bottom) + 2 * metrics.getHeight() + 4);
    }

    private double x(double value) {
        return left + (PicturePage.WIDTH - 2 * MARGIN - left) * (value - low) / (high - low);
    }

    private void row(Graphics2D graphics, int alternative, double middle) {
        graphics.setFont(LABEL);
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.setColor(Ink.TEXT);
        String name = shortened(names.get(alternative), metrics);
        Lettering.draw(graphics, name, MARGIN, (int) Math.round(middle) + metrics.getAscent() / 2 - 2);
        boolean leads = alternative == selected.state().leader();
        ConfidenceInterval interval = intervals.get(alternative);
        graphics.setColor(Ink.line(0));
        graphics.setStroke(new BasicStroke(3));
        if (interval != null) {
            double from = x(Math.max(low, interval.low()));
            double to = x(Math.min(high, interval.high()));
            graphics.draw(new Line2D.Double(from, middle, to, middle));
            graphics.draw(new Line2D.Double(from, middle - CAP, from, middle + CAP));
            graphics.draw(new Line2D.Double(to, middle - CAP, to, middle + CAP));
        }
        if (leads || interval != null) {
            double dot = x(leads ? 0 : interval.estimate());
            graphics.fill(new Ellipse2D.Double(dot - DOT, middle - DOT, 2 * DOT, 2 * DOT));
        }
    }

    private static String shortened(String name, FontMetrics metrics) {
        String shown = name;
        while (metrics.stringWidth(shown) > MOST_NAME) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }

    private void note(Graphics2D graphics) {
        String note = "Dots: mean differences in the same random worlds. Lines: intervals that hold together with 95 %"
                + " confidence. Shaded: less than " + words.difference() + ", which does not matter.";
        FontMetrics metrics = graphics.getFontMetrics(NOTE);
        y = PicturePage.HEIGHT
                - MARGIN / 2
                - metrics.getHeight() * PicturePage.wrapped(note, metrics).size();
        text(graphics, note, NOTE, Ink.QUIET_TEXT);
    }

    private void text(Graphics2D graphics, String text, Font font, Color color) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        graphics.setFont(font);
        graphics.setColor(color);
        for (String row : PicturePage.wrapped(text, metrics)) {
            Lettering.draw(graphics, row, MARGIN, y + metrics.getAscent());
            y += metrics.getHeight();
        }
    }
}
