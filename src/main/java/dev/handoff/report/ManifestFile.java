package dev.handoff.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Writes manifest.json: how a folder came about; the only file that differs between equal runs. */
final class ManifestFile {
    static final String PARTIAL = "partial";

    private ManifestFile() {}

    /**
     * Writes the manifest, the last file of its folder.
     *
     * @param files SHA-256 of all other files in the folder, by name
     * @param facts what the command says of itself
     */
    static void write(Path folder, Map<String, String> files, Provenance provenance, Json.Content facts)
            throws IOException {
        Files.writeString(folder.resolve(Manifest.NAME), text(files, provenance, facts));
    }

    private static String text(Map<String, String> files, Provenance provenance, Json.Content facts)
            throws IOException {
        Instant finished = Instant.now();
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("program", Manifest.PROGRAM)
                    .text("version", provenance.version())
                    .text("commit", provenance.commit())
                    .text("jvm", jvm());
            facts.write(json);
            json.text("started", provenance.started().toString())
                    .text("finished", finished.toString())
                    .number("seconds", seconds(provenance.started(), finished))
                    .text("command", provenance.command());
            json.list(Manifest.ARGUMENTS, arguments -> {
                for (String argument : provenance.arguments()) {
                    arguments.element(argument);
                }
            });
            json.object(Manifest.CIRCUMSTANCES, texts(provenance.circumstances().values()));
            json.object(Manifest.INPUTS, texts(provenance.inputs()));
            json.object(Manifest.FILES, texts(files));
        });
    }

    private static Json.Content texts(Map<String, String> texts) {
        return json -> {
            for (Map.Entry<String, String> each : texts.entrySet()) {
                json.text(each.getKey(), each.getValue());
            }
        };
    }

    private static String jvm() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
