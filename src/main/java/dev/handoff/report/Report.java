package dev.handoff.report;

import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.RowsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All files of an outcome. */
public final class Report {
    private final Path folder;
    private final Subject subject;
    private final Outcome outcome;
    private final FolderFiles files;

    private Report(Path folder, Subject subject, Outcome outcome) {
        this.folder = folder;
        this.subject = subject;
        this.outcome = outcome;
        files = new FolderFiles(folder);
    }

    /**
     * Writes tables, summary, pictures, resolved scenarios, and at last the manifest.
     *
     * @param folder that exists
     * @param present names of files of the same run that are already in it
     */
    public static void write(Path folder, List<String> present, Subject subject, Outcome outcome, Provenance provenance)
            throws IOException {
        Report report = new Report(folder, subject, outcome);
        present.forEach(report.files::addPresent);
        report.plan();
        ManifestFile.write(
                folder, report.files.write(outcome.experiment().threads(), report.repeat()), provenance, report::facts);
    }

    /**
     * Begins to load what pictures need, while another thread reads the scenario: half a second of work for the first picture. What
     * cannot be loaded is reported when the pictures are made.
     */
    public static void prepare() {
        Thread loading = new Thread(PictureFiles::load, "pictures");
        loading.setDaemon(true);
        loading.setUncaughtExceptionHandler((thread, failure) -> {});
        loading.start();
    }

    /* What takes longest comes first. */
    private void plan() {
        TableFiles tables = new TableFiles(folder, subject, outcome);
        if (outcome.completed() > 0) {
            for (Picture picture : Picture.values()) {
                files.add(picture.fileName("png"), file -> PictureFiles.writePng(page(picture)::paint, file));
            }
            files.add(TableFiles.REPLICATIONS, file -> tables.writeReplications());
            for (ArmResult result : outcome.results()) {
                files.add(RowsFile.name(result.arm()), file -> outcome.keep(result.arm(), file));
            }
            for (Picture picture : Picture.values()) {
                files.add(picture.fileName("svg"), file -> PictureFiles.writeSvg(page(picture)::paint, file));
            }
        } else {
            files.add(TableFiles.REPLICATIONS, file -> tables.writeReplications());
        }
        files.add(TableFiles.CURVES, file -> tables.writeCurves());
        files.add(TableFiles.CONTACTS, file -> tables.writeContacts());
        if (!outcome.failures().isEmpty()) {
            files.add(TableFiles.FAILURES, file -> tables.writeFailures());
        }
        files.add(SummaryFile.NAME, file -> Files.writeString(file, SummaryFile.text(subject, outcome)));
        for (Subject.TextFile resolved : subject.resolved()) {
            files.addText(resolved.name(), resolved.text());
        }
    }

    private PicturePage page(Picture picture) {
        return new PicturePage(picture, subject, outcome);
    }

    /** The command that makes these files again, whatever was typed to make them. */
    private String repeat() {
        Experiment experiment = outcome.experiment();
        boolean alone = experiment.first() > 0 || experiment.replications() == 1;
        return subject.replay() + " --seed " + experiment.seed()
                + (alone ? " --only " + experiment.first() : " -n " + experiment.replications());
    }

    private void facts(Json json) throws IOException {
        json.text(Manifest.REPEAT, repeat());
        json.text("scenario", subject.id())
                .whole("seed", outcome.experiment().seed())
                .whole("first_replication", outcome.experiment().first())
                .whole("replications_asked", outcome.experiment().replications())
                .whole(Manifest.REPLICATIONS, outcome.completed())
                .whole("threads", outcome.experiment().threads())
                .flag(ManifestFile.PARTIAL, outcome.isPartial());
        json.object("scenario_sha256", hashes -> {
            for (Subject.Source source : subject.sources()) {
                hashes.text(source.variant(), source.sha256());
            }
        });
    }
}
