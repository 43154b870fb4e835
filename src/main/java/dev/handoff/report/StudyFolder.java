package dev.handoff.report;

import dev.handoff.scenario.Variant;
import dev.handoff.study.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of a study of several scenarios: its own tables, pictures and summary, the resolved scenarios, the journal, and a manifest.
 * Files are planned first and then written by several threads.
 */
public final class StudyFolder {
    private final Path folder;
    private final FolderFiles files;
    private final List<Variant> scenarios = new ArrayList<>();

    /** What goes into a file. */
    public interface Writer {
        void write(Path file) throws IOException;
    }

    /** Text of a CSV file, row by row. */
    public interface Rows {
        void row(String... cells);
    }

    /** What fills a CSV file. */
    public interface Content {
        void write(Rows rows) throws IOException;
    }

    /**
     * What the manifest tells of a study beside its provenance.
     *
     * @param study name of the command
     * @param budget most replications of a scenario
     * @param partial whether it was stopped before its end
     * @param repeat the command that makes the folder again
     */
    public record Facts(String study, long seed, int budget, int threads, boolean partial, String repeat) {}

    /** @param folder that exists: the {@linkplain Publication#staging staging} folder */
    public StudyFolder(Path folder) {
        this.folder = folder;
        files = new FolderFiles(folder);
    }

    /** Plans a file; what takes longest should come first. */
    public void file(String name, Writer writer) {
        files.add(name, writer::write);
    }

    public void text(String name, String text) {
        files.addText(name, text);
    }

    /** Plans a CSV file with the given columns. */
    public void table(String name, List<String> columns, Content content) {
        files.add(name, file -> {
            try (Table table = new Table(file, columns.toArray(String[]::new))) {
                content.write(table::row);
            }
        });
    }

    /** Plans a file with the settings of a scenario: scenario.yaml, or where there are several, each numbered and named. */
    public void scenario(Variant scenario) {
        scenarios.add(scenario);
    }

    /**
     * Writes everything, and the manifest at last. A journal that is there must be settled.
     *
     * @param facts for the manifest
     */
    public void write(Facts facts, Provenance provenance) throws IOException {
        for (int place = 0; place < scenarios.size(); place++) {
            Variant scenario = scenarios.get(place);
            files.addText(
                    Subjects.resolvedName(place + 1, scenario.name(), scenarios.size()),
                    scenario.settings().yaml());
        }
        if (Files.exists(folder.resolve(Journal.NAME))) {
            files.addPresent(Journal.NAME);
        }
        ManifestFile.write(folder, files.write(facts.threads(), facts.repeat()), provenance, json -> told(json, facts));
    }

    private void told(Json json, Facts facts) throws IOException {
        json.text(Manifest.REPEAT, facts.repeat())
                .text("study", facts.study())
                .whole("seed", facts.seed())
                .whole("replications_asked", facts.budget())
                .whole("threads", facts.threads())
                .flag(ManifestFile.PARTIAL, facts.partial());
        json.object("scenario_sha256", hashes -> {
            for (Variant scenario : scenarios) {
                hashes.text(scenario.name(), scenario.settings().sha256());
            }
        });
    }
}
