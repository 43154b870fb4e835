package dev.handoff.report;

import dev.handoff.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * By what and how a result was made.
 *
 * @param command the command line as it can be typed again
 * @param arguments the same, word by word, from the name of the command on
 * @param inputs SHA-256 of the files that were read, by path as it was named
 */
public record Provenance(
        String version,
        String commit,
        String command,
        List<String> arguments,
        Map<String, String> inputs,
        Circumstances circumstances,
        Instant started) {
    public Provenance {
        arguments = List.copyOf(arguments);
        inputs = new LinkedHashMap<>(inputs);
    }

    /**
     * SHA-256 of every file that scenario files were read from, by path with slashes.
     *
     * @throws PlaceException if one cannot be read any more
     */
    public static Map<String, String> inputs(List<ScenarioFile> scenarios) {
        Map<String, String> inputs = new LinkedHashMap<>();
        for (ScenarioFile scenario : scenarios) {
            for (Path file : scenario.files()) {
                try {
                    inputs.put(file.toString().replace('\\', '/'), Digest.of(file));
                } catch (IOException failure) {
                    throw new PlaceException(file + " cannot be read any more", failure);
                }
            }
        }
        return inputs;
    }
}
