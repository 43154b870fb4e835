package dev.handoff.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All that the numbers of a result depend on beside the number of replications: results may be continued under the same circumstances only.
 *
 * @param values one line each, by name, in the order in which they are compared
 */
public record Circumstances(Map<String, String> values) {
    private static final String NAME = "circumstances.txt";
    private static final String BETWEEN = ": ";
    private static final String LONG = "[0-9a-f]{64}";

    public Circumstances {
        values = new LinkedHashMap<>(values);
    }

    /** Says them in a folder that is being written. */
    void writeTo(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) -> text.append(name.replaceAll("[:\\s]+", " "))
                .append(BETWEEN)
                .append(value)
                .append('\n'));
        Files.writeString(folder.resolve(NAME), text);
    }

    /** What a folder that is being written says; nothing if it was left before it said so. */
    static Optional<Circumstances> in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int between = line.indexOf(BETWEEN);
            if (between > 0) {
                values.put(line.substring(0, between), line.substring(between + BETWEEN.length()));
            }
        }
        return Optional.of(new Circumstances(values));
    }

    static void removeFrom(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }

    /** The first thing in which these differ from earlier ones, to be put behind "was made with"; empty if nothing does. */
    Optional<String> difference(Circumstances earlier) {
        for (Map.Entry<String, String> each : values.entrySet()) {
            String name = each.getKey();
            String before = earlier.values.get(name);
            if (before == null) {
                return Optional.of("no " + name);
            }
            if (!before.equals(each.getValue())) {
                return Optional.of(
                        before.matches(LONG) ? "other " + name : name + " " + before + ", not " + each.getValue());
            }
        }
        return earlier.values.keySet().stream()
                .filter(name -> !values.containsKey(name))
                .findFirst()
                .map(name -> "also " + name);
    }
}
