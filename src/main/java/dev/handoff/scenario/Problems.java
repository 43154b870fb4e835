package dev.handoff.scenario;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The mistakes found so far, each once and in the order in which they were found. */
public final class Problems {

    private static final int LONGEST_VALUE = 60;

    private final Set<String> messages = new LinkedHashSet<>();

    public void add(Place place, String message, Object... values) {
        add(place + " " + String.format(Locale.ROOT, message, values));
    }

    public void add(String message) {
        messages.add(message);
    }

    void forEach(Consumer<String> action) {
        messages.forEach(action);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    /** @throws ScenarioException if there is any problem */
    public void refuse() {
        if (!messages.isEmpty()) {
            throw new ScenarioException(List.copyOf(messages));
        }
    }

    /** What the user wrote, fit to be shown in one line. */
    public static String shown(String written) {
        StringBuilder line = new StringBuilder();
        written.codePoints()
                .limit(LONGEST_VALUE)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(line::appendCodePoint);
        return written.codePointCount(0, written.length()) > LONGEST_VALUE ? line + "..." : line.toString();
    }
}
