package dev.handoff.bench;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.Variant;
import dev.handoff.experiment.Worlds;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Two years of {@code scenarios/staged-handoff.yaml}: single worlds, and whole experiments with their twins. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
@Warmup(iterations = 12, time = 1)
@Measurement(iterations = 5, time = 1)
public class StagedHandoff {
    private static final int REPLICATIONS = 200;

    private final AtomicInteger next = new AtomicInteger();
    private Scenario scenario;

    /** Whole experiments keep their rows in a folder. */
    @State(Scope.Benchmark)
    public static class Folder {
        @Param({"1", "2"})
        private int threads;

        private Path path;
        private int first;

        @Setup
        public void make() throws IOException {
            path = Files.createTempDirectory("handoff-bench");
        }

        @TearDown
        public void delete() throws IOException {
            Files.delete(path);
        }
    }

    @Setup
    public void read() {
        scenario = Firms.staged();
    }

    @Benchmark
    @Threads(1)
    public double worldInOneThread() {
        return world();
    }

    @Benchmark
    @Threads(2)
    public double worldsInTwoThreads() {
        return world();
    }

    private double world() {
        World world = new World(scenario, 1, next.getAndIncrement());
        for (int week = 0; week <= scenario.horizonWeeks(); week++) {
            world.advanceTo(week);
        }
        return world.now();
    }

    /** Replications, each with its twin without delegation, sampled week by week. */
    @Benchmark
    @OperationsPerInvocation(REPLICATIONS)
    public int experiment(Folder folder) throws IOException {
        Experiment experiment =
                new Experiment(List.of(new Variant("staged", scenario)), 1, folder.first, REPLICATIONS, folder.threads);
        folder.first += REPLICATIONS;
        try (Outcome outcome = experiment.run(folder.path, new Control(), Worlds.PLAIN)) {
            return outcome.hashCode();
        }
    }
}
