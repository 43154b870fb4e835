package dev.handoff.report;

import dev.handoff.model.mechanism.Handoff;
import dev.handoff.report.StoryFiles.Stretch;
import dev.handoff.story.Load;
import dev.handoff.story.Log;
import dev.handoff.story.Mark;
import dev.handoff.story.Sentence;
import dev.handoff.story.StageChange;
import dev.handoff.story.Story;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A replication at a glance, laid out for a slide: a row for each contact in the colours of its stages, with marks, and below the hours of
 * each person by week.
 */
final class TimelinePage {
    private static final int WIDTH = PicturePage.WIDTH;
    private static final int HEIGHT = PicturePage.HEIGHT;
    private static final int MARGIN = 40;
    private static final int LABELS = 170;
    private static final int LEFT = MARGIN + LABELS;
    private static final int RIGHT = WIDTH - MARGIN;
    private static final int FOOT = 66;
    private static final int TALLEST_ROW = 30;
    private static final int TALLEST_LOAD = 60;
    private static final int LOADS = 190; // height of all loads together, at most
    private static final int LEAST_FOR_LABEL = 11;
    private static final int MOST_CONTACTS = 120;
    private static final int MOST_PEOPLE = 6;
    private static final int TICKS = 13;
    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 34);
    private static final Font SUBTITLE = new Font(Font.SANS_SERIF, Font.PLAIN, 22);
    private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 18);
    private static final Font AXIS = new Font(Font.SANS_SERIF, Font.PLAIN, 18);

    /** From the executive, orange, to the delegate, blue. */
    private static final Color[] STAGES = {
        new Color(0xD5, 0x5E, 0x00),
        new Color(0xE6, 0x9F, 0x00),
        new Color(0xF6, 0xDB, 0x9B),
        new Color(0xBF, 0xE2, 0xF5),
        new Color(0x56, 0xB4, 0xE9),
        new Color(0x00, 0x72, 0xB2)
    };

    private static final Color LOAD = new Color(0x99, 0x99, 0x99);
    private static final Color AWAY = new Color(0xCC, 0x79, 0xA7);

    private final String title;
    private final String subtitle;
    private final Log log;
    private final Story story;
    private final int horizon;
    private final List<List<Stretch>> rows; // by contact that is shown
    private final Map<String, List<Load>> people = new LinkedHashMap<>(); // by name, shown ones
    private final int allPeople;

    TimelinePage(String title, String subtitle, Log log, Story story) {
        this.title = title;
        this.subtitle = subtitle;
        this.log = log;
        this.story = story;
        horizon = log.loads().stream().mapToInt(Load::week).max().orElse(1);
        Map<Integer, List<Stretch>> byContact = new TreeMap<>();
        StoryFiles.stretches(log)
                .forEach(stretch -> byContact
                        .computeIfAbsent(stretch.change().contact(), none -> new ArrayList<>())
                        .add(stretch));
        rows = byContact.values().stream().limit(MOST_CONTACTS).toList();
        log.loads()
                .forEach(load -> people.computeIfAbsent(load.person(), none -> new ArrayList<>())
                        .add(load));
        allPeople = people.size();
        people.keySet().retainAll(people.keySet().stream().limit(MOST_PEOPLE).toList());
    }

    void paint(Graphics2D graphics) {
        PicturePage.begin(graphics);
        BarPage.text(graphics, TITLE, Ink.TEXT, title, MARGIN, 50, WIDTH - 2 * MARGIN);
        int y = 84;
        FontMetrics metrics = graphics.getFontMetrics(SUBTITLE);
        for (String line : PicturePage.wrapped(subtitle, metrics)) {
            BarPage.text(graphics, SUBTITLE, Ink.QUIET_TEXT, line, MARGIN, y, WIDTH - 2 * MARGIN);
            y += metrics.getHeight();
        }
        int top = legend(graphics, y - metrics.getAscent() + 4) + 10;
        double load = Math.min(TALLEST_LOAD, (double) LOADS / people.size());
        double middle = HEIGHT - FOOT - load * people.size();
        double height = Math.min(TALLEST_ROW, (middle - 12 - top) / Math.max(1, rows.size()));
        weeks(graphics, top);
        for (int row = 0; row < rows.size(); row++) {
            row(graphics, rows.get(row), top + row * height, height);
        }
        marks(graphics, top, height);
        int person = 0;
        for (Map.Entry<String, List<Load>> each : people.entrySet()) {
            load(graphics, each.getKey(), each.getValue(), middle + person++ * load, load);
        }
    }

    private int legend(Graphics2D graphics, int top) {
        LegendPainter painter = new LegendPainter(graphics, LEGEND, MARGIN, WIDTH - 2 * MARGIN, top);
        for (int stage = 0; stage < STAGES.length; stage++) {
            painter.area(Handoff.STAGE_NAMES.get(stage), STAGES[stage]);
        }
        for (Mark mark : Mark.values()) {
            painter.mark(mark.meaning(), (x, y) -> draw(graphics, mark, x, y, 8));
        }
        painter.area("hours worked; thin line: hours that there are", LOAD);
        painter.area("burnt out, or post vacant", AWAY);
        return painter.bottom();
    }

    private double x(double week) {
        return LEFT + (RIGHT - LEFT) * Math.max(0, Math.min(horizon, week)) / horizon;
    }

    private void weeks(Graphics2D graphics, int top) {
        int bottom = HEIGHT - FOOT;
        int step = ChartBody.weeksPerTick(horizon, TICKS);
        graphics.setFont(AXIS);
        FontMetrics metrics = graphics.getFontMetrics();
        for (int week = 0; week <= horizon; week += step) {
            graphics.setStroke(new BasicStroke(1.5f));
            graphics.setColor(Ink.GRID);
            graphics.draw(new Line2D.Double(x(week), top, x(week), bottom + 6));
            graphics.setColor(Ink.TEXT);
            String label = Integer.toString(week);
            Lettering.draw(graphics, label, (int) x(week) - metrics.stringWidth(label) / 2, bottom + 26);
        }
        String axis = "Weeks since the promotion" + leftOut();
        Lettering.draw(graphics, axis, (LEFT + RIGHT - metrics.stringWidth(axis)) / 2, bottom + 52);
    }

    private String leftOut() {
        int contacts = log.cast().contacts().size() - rows.size();
        int others = allPeople - people.size();
        return contacts + others == 0
                ? ""
                : "; not shown: " + Words.count(contacts) + " contacts and " + Words.count(others) + " people";
    }

    private void row(Graphics2D graphics, List<Stretch> stretches, double top, double height) {
        double thickness = height > 6 ? height - 3 : height;
        for (Stretch stretch : stretches) {
            StageChange change = stretch.change();
            if (change.stage() != StageChange.GONE) {
                double from = x(change.week());
                double to = x(Double.isNaN(stretch.until()) ? horizon : stretch.until());
                graphics.setColor(STAGES[change.stage()]);
                graphics.fill(new Rectangle2D.Double(from, top, to - from, thickness));
            }
        }
        if (height >= LEAST_FOR_LABEL) {
            int size = (int) Math.min(18, height - 1);
            Font font = new Font(Font.SANS_SERIF, Font.PLAIN, size);
            String name = log.cast().contacts().get(stretches.get(0).change().contact());
            int baseline = (int) Math.round(top + thickness / 2 + 0.36 * size);
            BarPage.text(graphics, font, Ink.TEXT, name, MARGIN, baseline, LABELS - 12);
        }
    }

    private void marks(Graphics2D graphics, double top, double height) {
        Map<Integer, Integer> places = new TreeMap<>(); // row by contact
        for (int row = 0; row < rows.size(); row++) {
            places.put(rows.get(row).get(0).change().contact(), row);
        }
        double size = Math.max(2, Math.min(8, height / 2 - 2));
        marks(graphics, places, top, height, size, true);
        marks(graphics, places, top, height, size, false);
    }

    private void marks(
            Graphics2D graphics, Map<Integer, Integer> places, double top, double height, double size, boolean asked) {
        for (Sentence sentence : story.sentences()) {
            for (Mark mark : Mark.of(sentence.turns())) {
                for (int contact : sentence.contacts()) {
                    if ((mark == Mark.ASKED) == asked && places.containsKey(contact)) {
                        double middle = top + places.get(contact) * height + (height - 3) / 2;
                        draw(graphics, mark, x(sentence.week()), middle, size);
                    }
                }
            }
        }
    }

    /* Light edges keep marks apart from the colours below them. */
    private static void draw(Graphics2D graphics, Mark mark, double x, double y, double size) {
        switch (mark) {
            case ASKED -> {
                graphics.setColor(STAGES[0]);
                graphics.fill(new Rectangle2D.Double(x - 1.5, y - size, 3, 2 * size));
            }
            case DROPPED -> filled(graphics, triangle(x, y, 0.8 * size), Color.WHITE);
            case COMPLAINED -> filled(graphics, triangle(x, y, size), Color.BLACK);
            case ACCEPTED ->
                filled(graphics, new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size), Color.WHITE);
            case LEFT -> {
                cross(graphics, x, y, size, Color.WHITE, 6);
                cross(graphics, x, y, size, Color.BLACK, 3);
            }
            default -> throw new AssertionError(mark);
        }
    }

    private static void cross(Graphics2D graphics, double x, double y, double size, Color color, float width) {
        graphics.setColor(color);
        graphics.setStroke(new BasicStroke(width));
        graphics.draw(new Line2D.Double(x - size, y - size, x + size, y + size));
        graphics.draw(new Line2D.Double(x - size, y + size, x + size, y - size));
    }

    private static Shape triangle(double x, double y, double size) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(x - size, y - size);
        triangle.lineTo(x + size, y - size);
        triangle.lineTo(x, y + size);
        triangle.closePath();
        return triangle;
    }

    private static void filled(Graphics2D graphics, Shape shape, Color color) {
        graphics.setColor(color);
        graphics.fill(shape);
        graphics.setColor(color.equals(Color.BLACK) ? Color.WHITE : Color.BLACK);
        graphics.setStroke(new BasicStroke(1.5f));
        graphics.draw(shape);
    }

    private void load(Graphics2D graphics, String person, List<Load> weeks, double top, double height) {
        double bottom = top + height - 4;
        double most = weeks.stream()
                .mapToDouble(load -> Math.max(load.hours(), load.maximum()))
                .max()
                .orElse(1);
        double scale = (height - 10) / Math.max(1e-9, most);
        double maximum = weeks.stream().mapToDouble(Load::maximum).max().orElse(0);
        for (Load week : weeks) {
            double width = x(week.week()) - x(week.week() - 1.0);
            graphics.setColor(week.there() ? LOAD : AWAY);
            double shown = week.there() ? week.hours() * scale : Math.max(3, week.hours() * scale);
            graphics.fill(new Rectangle2D.Double(x(week.week() - 1.0), bottom - shown, width, shown));
        }
        graphics.setColor(Ink.TEXT);
        graphics.setStroke(new BasicStroke(1));
        double line = bottom - maximum * scale;
        graphics.draw(new Line2D.Double(LEFT, line, RIGHT, line));
        graphics.draw(new Line2D.Double(LEFT, bottom, RIGHT, bottom));
        String name = person.equals("executive 1") && log.cast().executives() == 1 ? "You" : person;
        int baseline = (int) Math.round(bottom - height / 2 + 12);
        String hours = String.format(java.util.Locale.ROOT, "%s, %.0f h", name, maximum);
        BarPage.text(graphics, AXIS, Ink.TEXT, hours, MARGIN, baseline, LABELS - 12);
    }
}
