package dev.handoff.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the parameters do to the three curves at the defaults, as docs/effects.md measured it: a row for each parameter that moves one of
 * them noticeably between the ends of its plausible range.
 */
final class Effects {
    private static final String RESOURCE = "/handoff/effects.md";
    private static final String BEGIN = "<!-- headlines begin -->";
    private static final String END = "<!-- headlines end -->";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\| ([^|]*) \\|$");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

    /** What people notice: 1 h/week, 1 point, 2 points. */
    private static final double[] NOTICED = {1, 1, 2};

    /**
     * A parameter moved alone.
     *
     * @param move from which value to which
     * @param changes of the three curves, in their order: hours a week, points, points, with intervals
     * @param size of the greatest change, where 1 is what people notice
     */
    record Effect(String parameter, String move, List<String> changes, double size) {}

    private Effects() {}

    /** By falling size. */
    static List<Effect> measured() throws IOException {
        List<Effect> effects = new ArrayList<>();
        Matcher rows = ROW.matcher(table());
        while (rows.find()) {
            List<String> changes = new ArrayList<>();
            double size = 0;
            for (int curve = 0; curve < NOTICED.length; curve++) {
                String change = rows.group(3 + curve).replace("*", "").strip();
                changes.add(change.replace('-', '\u2212'));
                Matcher number = NUMBER.matcher(change);
                if (number.find()) {
                    size = Math.max(size, Math.abs(Double.parseDouble(number.group())) / NOTICED[curve]);
                }
            }
            effects.add(new Effect(rows.group(1), rows.group(2).strip(), List.copyOf(changes), size));
        }
        effects.sort(Comparator.comparingDouble(effect -> -effect.size()));
        return List.copyOf(effects);
    }

    private static String table() throws IOException {
        try (InputStream stream = Effects.class.getResourceAsStream(RESOURCE)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.substring(text.indexOf(BEGIN), text.indexOf(END));
        }
    }
}
