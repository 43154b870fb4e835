package dev.handoff.cli;

import dev.handoff.experiment.Arm;
import dev.handoff.experiment.Worlds;
import dev.handoff.model.World;
import dev.handoff.report.Subjects;
import dev.handoff.report.TraceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The event logs of one replication, one file for each arm, where they are wanted. */
final class Tracing implements AutoCloseable {
    private final Path folder;
    private final boolean wanted;
    private final List<TraceFile> open = new ArrayList<>();
    private final List<String> files = new ArrayList<>();

    Tracing(Path folder, boolean wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    Worlds worlds() {
        return wanted ? this::traced : Worlds.PLAIN;
    }

    private World traced(Arm arm, long seed, int replication) {
        String name = "trace-" + Subjects.fileName(arm.number() + 1, arm.name()) + ".csv";
        try {
            TraceFile trace = new TraceFile(folder.resolve(name));
            open.add(trace);
            files.add(name);
            return new World(arm.scenario(), seed, replication, trace);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Names of the logs. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** Completes the logs. */
    void finish() throws IOException {
        for (TraceFile trace : open) {
            trace.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        finish();
    }
}
