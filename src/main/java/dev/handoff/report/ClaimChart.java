package dev.handoff.report;

import dev.handoff.claims.Cell;
import dev.handoff.claims.Design;
import dev.handoff.claims.Part;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** The outcome over the levels with its intervals as a small SVG: a line for each setting of the second factor. */
final class ClaimChart {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 220;
    private static final int LEFT = 58;
    private static final int RIGHT = 14;
    private static final int TOP = 26;
    private static final int LOWER = 46;
    private static final int COLOURS = 4;
    private static final int TICKS = 5; // at most, or one more
    private static final double CAP = 4;
    private static final double LETTER = 6.2; // mean width of a letter

    private final Part part;
    private final Cell cell;
    private final StringBuilder svg = new StringBuilder();
    private final double least;
    private final double greatest;

    private ClaimChart(Part part, Cell cell) {
        this.part = part;
        this.cell = cell;
        DoubleSummaryStatistics shown = cell.levels().stream()
                .flatMapToDouble(level -> DoubleStream.of(level.low(), level.mean(), level.high()))
                .filter(Double::isFinite)
                .summaryStatistics();
        if (Double.isFinite(part.value())) {
            shown.accept(part.value());
        }
        double low = shown.getCount() == 0 ? 0 : shown.getMin();
        double high = shown.getCount() == 0 ? 1 : shown.getMax();
        double margin = high > low ? (high - low) * 0.06 : Math.max(1e-9, Math.abs(high) * 0.1 + 1e-3);
        least = low - margin;
        greatest = high + margin;
    }

    static String svg(Part part, Cell cell) {
        return new ClaimChart(part, cell).draw();
    }

    private String draw() {
        Design design = part.design();
        String title = part.measured().text() + " over " + String.join(", ", design.levels());
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\"><title>%s</title>",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT,
                ClaimsPage.escaped(title)));
        text(4, 12, "start", part.measured().text() + ", " + part.measured().unit(), WIDTH - 8);
        axes(design);
        for (int across = 0; across < design.across().size(); across++) {
            series(design, across);
        }
        return svg.append("</svg>").toString();
    }

    private void axes(Design design) {
        svg.append(String.format(
                Locale.ROOT, "<path class=\"axis\" d=\"M%d %d V%d H%d\"/>", LEFT, TOP, HEIGHT - LOWER, WIDTH - RIGHT));
        double step = step();
        for (double tick = Math.ceil(least / step); tick * step <= greatest; tick++) {
            double value = tick * step;
            svg.append(String.format(Locale.ROOT, "<path class=\"axis\" d=\"M%d %.1f h4\"/>", LEFT - 4, y(value)));
            text(LEFT - 7, y(value) + 4, "end", ClaimWords.number(value), LEFT - 7);
        }
        if (Double.isFinite(part.value())) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path class=\"axis\" stroke-dasharray=\"3 3\" d=\"M%d %.1f H%d\"/>",
                    LEFT,
                    y(part.value()),
                    WIDTH - RIGHT));
        }
        List<String> levels = design.levels();
        double room = (WIDTH - LEFT - RIGHT) / (double) levels.size() - 4;
        for (int level = 0; level < levels.size(); level++) {
            text(x(level), HEIGHT - LOWER + 15, "middle", levels.get(level), room);
        }
    }

    /** Between ticks: 1, 2 or 5 in the decade that gives some of them. */
    private double step() {
        double decade = StrictMath.pow(10, Math.floor(StrictMath.log10((greatest - least) / TICKS)));
        double needed = (greatest - least) / TICKS / decade;
        return decade * (needed <= 1 ? 1 : needed <= 2 ? 2 : needed <= 5 ? 5 : 10);
    }

    private void series(Design design, int across) {
        String colour = "var(--s" + across % COLOURS + ")";
        String dash = across == 0 ? "" : " stroke-dasharray=\"" + (across * 4 + 2) + " 3\"";
        StringBuilder line = new StringBuilder();
        StringBuilder marks = new StringBuilder();
        for (int level = 0; level < design.levels().size(); level++) {
            Cell.Level seen = cell.levels().get(across * design.levels().size() + level);
            if (!Double.isFinite(seen.mean())) {
                continue;
            }
            line.append(
                    String.format(Locale.ROOT, "%s%.1f %.1f", line.isEmpty() ? "M" : " L", x(level), y(seen.mean())));
            double low = Double.isFinite(seen.low()) ? y(seen.low()) : y(seen.mean());
            double high = Double.isFinite(seen.high()) ? y(seen.high()) : y(seen.mean());
            marks.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %.1f V%.1f M%.1f %.1f h%.0f M%.1f %.1f h%.0f\" stroke=\"%s\"/>",
                    x(level),
                    low,
                    high,
                    x(level) - CAP,
                    low,
                    2 * CAP,
                    x(level) - CAP,
                    high,
                    2 * CAP,
                    colour));
            marks.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
                    x(level),
                    y(seen.mean()),
                    colour));
        }
        svg.append(
                "<path fill=\"none\" stroke-width=\"1.6\" stroke=\"" + colour + "\"" + dash + " d=\"" + line + "\"/>");
        svg.append(marks);
        legend(design.across().get(across), across, colour, dash);
    }

    private void legend(String name, int across, String colour, String dash) {
        if (name.isEmpty()) {
            return;
        }
        int columns = Math.max(2, part.design().across().size());
        double width = (WIDTH - LEFT - RIGHT) / (double) columns;
        double x = LEFT + across * width;
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%.1f %d h22\" stroke-width=\"1.6\" stroke=\"%s\"%s/>",
                x,
                HEIGHT - 12,
                colour,
                dash));
        text(x + 26, HEIGHT - 8, "start", name, width - 30);
    }

    private void text(double x, double y, String anchor, String words, double room) {
        int fit = (int) Math.max(3, room / LETTER);
        String shown = words.length() <= fit ? words : words.substring(0, fit - 1) + "…";
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                x,
                y,
                anchor,
                ClaimsPage.escaped(shown)));
    }

    private double x(int level) {
        double width = WIDTH - LEFT - RIGHT;
        return LEFT + width * (level + 0.5) / part.design().levels().size();
    }

    private double y(double value) {
        return HEIGHT - LOWER - (HEIGHT - LOWER - TOP) * (value - least) / (greatest - least);
    }
}
