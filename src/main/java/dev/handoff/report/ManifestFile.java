package dev.handoff.report;

import dev.handoff.experiment.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The text of manifest.json: how a folder came about; the only file that differs between equal runs. */
final class ManifestFile {

    private ManifestFile() {}

    /** @param files SHA-256 of all other files in the folder, by name */
    static String text(Map<String, String> files, Subject subject, Outcome outcome, Provenance provenance)
            throws IOException {
        Instant finished = Instant.now();
        return Json.text(json -> {
            json.whole("format", 1)
                    .text("program", Manifest.PROGRAM)
                    .text("version", provenance.version())
                    .text("commit", provenance.commit())
                    .text("jvm", jvm())
                    .text("scenario", subject.id())
                    .whole("seed", outcome.experiment().seed())
                    .whole("first_replication", outcome.experiment().first())
                    .whole("replications_asked", outcome.experiment().replications())
                    .whole("replications", outcome.completed())
                    .whole("threads", outcome.experiment().threads())
                    .flag("partial", outcome.isPartial())
                    .text("started", provenance.started().toString())
                    .text("finished", finished.toString())
                    .number("seconds", seconds(provenance.started(), finished))
                    .text("command", provenance.command());
            json.object("scenario_sha256", hashes -> {
                for (Subject.Source source : subject.sources()) {
                    hashes.text(source.variant(), source.sha256());
                }
            });
            json.object("files", hashes -> {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    hashes.text(file.getKey(), file.getValue());
                }
            });
        });
    }

    private static String jvm() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
