package dev.handoff.report;

import dev.handoff.experiment.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All files of an outcome. */
public final class Report {
    private final Path folder;
    private final Subject subject;
    private final Outcome outcome;
    private final List<String> names = new ArrayList<>();
    private final List<Callable<String>> writers = new ArrayList<>();

    private Report(Path folder, Subject subject, Outcome outcome) {
        this.folder = folder;
        this.subject = subject;
        this.outcome = outcome;
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
        present.forEach(name -> report.file(name, file -> {}));
        report.plan();
        String manifest = ManifestFile.text(report.write(), subject, outcome, provenance);
        Files.writeString(folder.resolve(Manifest.NAME), manifest);
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
                file(picture.fileName("png"), file -> PictureFiles.writePng(page(picture), file));
            }
            file(TableFiles.REPLICATIONS, file -> tables.writeReplications());
            for (Picture picture : Picture.values()) {
                file(picture.fileName("svg"), file -> PictureFiles.writeSvg(page(picture), file));
            }
        } else {
            file(TableFiles.REPLICATIONS, file -> tables.writeReplications());
        }
        file(TableFiles.CURVES, file -> tables.writeCurves());
        file(TableFiles.CONTACTS, file -> tables.writeContacts());
        if (!outcome.failures().isEmpty()) {
            file(TableFiles.FAILURES, file -> tables.writeFailures());
        }
        file(SummaryFile.NAME, file -> Files.writeString(file, SummaryFile.text(subject, outcome)));
        for (Subject.TextFile resolved : subject.resolved()) {
            file(resolved.name(), file -> Files.writeString(file, resolved.text()));
        }
    }

    private PicturePage page(Picture picture) {
        return new PicturePage(picture, subject, outcome);
    }

    private interface Writer {
        void write(Path file) throws IOException;
    }

    private void file(String name, Writer writer) {
        names.add(name);
        writers.add(() -> {
            writer.write(folder.resolve(name));
            return Digest.of(folder.resolve(name));
        });
    }

    /** Writes all files and gives the SHA-256 of each by name. */
    private Map<String, String> write() throws IOException {
        ExecutorService executor =
                Executors.newFixedThreadPool(outcome.experiment().threads());
        try {
            List<Future<String>> written = executor.invokeAll(writers);
            Map<String, String> sha256 = new TreeMap<>();
            for (int file = 0; file < written.size(); file++) {
                sha256.put(names.get(file), written.get(file).get());
            }
            return sha256;
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interruption);
        } catch (ExecutionException failure) {
            throw ioFailure(failure.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static IOException ioFailure(Throwable cause) {
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof UncheckedIOException failure) {
            return failure.getCause();
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }
}
