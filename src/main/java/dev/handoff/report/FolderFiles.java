package dev.handoff.report;

import dev.handoff.page.ReportPage;
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

/** The files of a folder, which are written by several threads. */
final class FolderFiles {

    /** What goes into a file. */
    interface Writer {
        void write(Path file) throws IOException;
    }

    private final Path folder;
    private final List<String> names = new ArrayList<>();
    private final List<Callable<String>> writers = new ArrayList<>();

    /** @param folder that exists */
    FolderFiles(Path folder) {
        this.folder = folder;
    }

    /** Plans a file; what takes longest should come first. */
    void add(String name, Writer writer) {
        names.add(name);
        writers.add(() -> {
            writer.write(folder.resolve(name));
            return Digest.of(folder.resolve(name));
        });
    }

    void addText(String name, String text) {
        add(name, file -> Files.writeString(file, text));
    }

    /** A file that is already there. */
    void addPresent(String name) {
        add(name, file -> {});
    }

    /**
     * Writes all files, and at last the page that is made from them.
     *
     * @param repeat the command that makes the folder again
     * @return SHA-256 of each by name
     */
    Map<String, String> write(int threads, String repeat) throws IOException {
        Map<String, String> sha256 = write(threads);
        Path page = folder.resolve(ReportPage.NAME);
        Files.writeString(page, ReportPage.text(folder, repeat));
        sha256.put(ReportPage.NAME, Digest.of(page));
        return sha256;
    }

    private Map<String, String> write(int threads) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
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
