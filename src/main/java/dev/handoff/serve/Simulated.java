package dev.handoff.serve;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.Variant;
import dev.handoff.experiment.Worlds;
import dev.handoff.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A scenario as far as it was simulated; more replications are added to those that there are. Used by one thread at a time. */
final class Simulated implements AutoCloseable {
    private final Scenario scenario;
    private final long seed;
    private final int threads;
    private final Path folder;
    private final List<Outcome> opened =
            new ArrayList<>(); // earlier ones stay open: closing one removes the rows of all
    private Outcome latest;
    private int replications;

    /** @param folder in which a folder for the rows is made */
    Simulated(Scenario scenario, long seed, int threads, Path folder) throws IOException {
        this.scenario = scenario;
        this.seed = seed;
        this.threads = threads;
        this.folder = Files.createTempDirectory(folder, "rows-");
    }

    /**
     * At least so many replications.
     *
     * @return empty if it was stopped
     */
    Optional<Outcome> upTo(int wanted, Control control) throws IOException {
        if (latest != null && replications >= wanted) {
            return Optional.of(latest);
        }
        Experiment experiment = new Experiment(List.of(new Variant("", scenario)), seed, 0, wanted, threads, false);
        Outcome outcome = experiment.run(folder, control, Worlds.PLAIN);
        opened.add(outcome);
        if (outcome.isPartial()) {
            return Optional.empty();
        }
        latest = outcome;
        replications = wanted;
        return Optional.of(outcome);
    }

    @Override
    public void close() throws IOException {
        for (Outcome outcome : opened) {
            outcome.close();
        }
        try (Stream<Path> rest = Files.list(folder)) {
            for (Path file : rest.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
