package dev.handoff.report;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Outcome;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;

/** A picture laid out for a slide: question, what the inks mean, the chart, what must be known to read it. */
final class PicturePage {
    static final int WIDTH = 1600;
    static final int HEIGHT = 900;

    private static final int MARGIN = 40;
    private static final int PADDING = 12;
    private static final int LARGEST_FAN_COUNT = 2;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 40);
    private static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 24);
    private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
    private static final Font NOTE = new Font(Font.SANS_SERIF, Font.PLAIN, 20);

    private final Picture picture;
    private final Subject subject;
    private final Outcome outcome;
    private final List<Line> lines;
    private int y;

    PicturePage(Picture picture, Subject subject, Outcome outcome) {
        this.picture = picture;
        this.subject = subject;
        this.outcome = outcome;
        lines = lines();
    }

    private List<Line> lines() {
        List<ArmResult> asked = outcome.asked();
        List<Line> all = new ArrayList<>();
        for (ArmResult result : asked) {
            int variant = all.size();
            Color fan = asked.size() <= LARGEST_FAN_COUNT && outcome.completed() > 1 ? Ink.fan(variant) : null;
            all.add(line(result, Ink.line(variant), Ink.stroke(variant), fan));
        }
        List<ArmResult> twins =
                outcome.results().subList(asked.size(), outcome.results().size());
        if (picture.isShare() && twins.size() == 1) {
            all.add(line(twins.get(0), Ink.COMPARISON, Ink.comparisonStroke(), null));
        }
        return all;
    }

    private Line line(ArmResult result, Color color, BasicStroke stroke, Color fan) {
        return new Line(
                subject.label(result),
                result.curve(picture.metric()),
                picture.smoothing(),
                color,
                Ink.band(color, outcome.asked().size() > 1),
                stroke,
                fan);
    }

    /** Begins a white page with smooth edges. */
    static void begin(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
    }

    void paint(Graphics2D graphics) {
        begin(graphics);
        y = MARGIN / 2;
        text(graphics, picture.question(), TITLE, Ink.TEXT);
        text(graphics, subject.question().isBlank() ? subject.name() : subject.question(), SUBTITLE, Ink.QUIET_TEXT);
        y += 8;
        legend(graphics);
        chart(graphics);
        note(graphics);
    }

    private void chart(Graphics2D graphics) {
        int height = HEIGHT - y - noteHeight(graphics);
        int width = WIDTH - 2 * (MARGIN - PADDING);
        Graphics2D part = (Graphics2D) graphics.create(MARGIN - PADDING, y, width, height);
        ChartBody.paint(part, picture, subject.start(), lines, width, height);
        part.dispose();
    }

    private int noteHeight(Graphics2D graphics) {
        int rows = wrapped(picture.note(outcome), graphics.getFontMetrics(NOTE)).size();
        return rows * graphics.getFontMetrics(NOTE).getHeight() + MARGIN / 2;
    }

    private void note(Graphics2D graphics) {
        y = HEIGHT - noteHeight(graphics);
        text(graphics, picture.note(outcome), NOTE, Ink.QUIET_TEXT);
    }

    private void text(Graphics2D graphics, String text, Font font, Color color) {
        FontMetrics metrics = graphics.getFontMetrics(font);
        graphics.setFont(font);
        graphics.setColor(color);
        for (String row : wrapped(text, metrics)) {
            Lettering.draw(graphics, row, MARGIN, y + metrics.getAscent());
            y += metrics.getHeight();
        }
    }

    static List<String> wrapped(String text, FontMetrics metrics) {
        List<String> rows = new ArrayList<>();
        String row = "";
        for (String word : text.split("\\s+")) {
            String longer = row.isEmpty() ? word : row + " " + word;
            if (!row.isEmpty() && metrics.stringWidth(longer) > WIDTH - 2 * MARGIN) {
                rows.add(row);
                longer = word;
            }
            row = longer;
        }
        rows.add(row);
        return rows;
    }

    private boolean isCrowded() {
        return outcome.asked().size() > LARGEST_FAN_COUNT;
    }

    private void legend(Graphics2D graphics) {
        LegendPainter painter = new LegendPainter(graphics, LEGEND, MARGIN, WIDTH - 2 * MARGIN, y);
        for (Line line : lines) {
            painter.line(line.label() + (isCrowded() ? "" : meaning(line)), line);
        }
        if (outcome.completed() > 1) {
            Color several = Ink.band(Ink.COMPARISON, true);
            painter.area(
                    bandMeaning(),
                    outcome.asked().size() > 1 ? several : lines.get(0).band());
        }
        for (Line line : lines) {
            if (line.fan() != null) {
                String whose = outcome.asked().size() > 1 ? line.label() + ": " : "";
                painter.area(whose + picture.fanMeaning(), line.fan());
            }
        }
        y = painter.bottom() + 8;
    }

    private String bandMeaning() {
        return isCrowded()
                ? "95 % confidence band of each mean of " + Words.count(outcome.completed()) + " replications"
                : "95 % confidence band of the mean";
    }

    private String meaning(Line line) {
        if (line.color().equals(Ink.COMPARISON)) {
            return ": mean, same seeds";
        }
        return outcome.completed() > 1
                ? ": mean of " + Words.count(outcome.completed()) + " replications"
                : ": one replication";
    }
}
