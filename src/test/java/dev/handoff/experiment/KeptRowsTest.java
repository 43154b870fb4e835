package dev.handoff.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spools that were torn, and rows of finished runs, against an uninterrupted run. */
class KeptRowsTest {
    private static final int ROWS = 12;

    @TempDir
    private Path folder;

    private final Experiment experiment = Examples.experiment(Examples.staged(), ROWS, 2);
    private final Set<Integer> simulated = new ConcurrentSkipListSet<>();

    /** Bytes that are cut from the end of the twin's spool: a part of the last row, just that row, and much more. */
    @ParameterizedTest
    @ValueSource(longs = {1, 8, 9, 4000, 30_001, Long.MAX_VALUE})
    void onlyRowsThatAreNotWholeAreSimulatedAgain(long cut) throws IOException {
        Path left = killed(experiment);
        long length = Files.size(left.resolve("arm-1.spool"));
        int row = (int) (length / ROWS);
        long kept = Math.max(0, length - cut);
        try (RandomAccessFile file =
                new RandomAccessFile(left.resolve("arm-1.spool").toFile(), "rw")) {
            file.setLength(kept);
        }
        try (RandomAccessFile file =
                new RandomAccessFile(left.resolve("arm-0.spool").toFile(), "rw")) {
            long inTheThird = 2 * (file.length() / ROWS) + 17;
            file.seek(inTheThird);
            int read = file.read();
            file.seek(inTheThird);
            file.write(read ^ 1);
        }
        try (Outcome whole = run(experiment, Files.createTempDirectory(folder, "run"), Worlds.PLAIN);
                Outcome resumed = run(experiment, left, this::counted)) {
            int firstCut = (int) (kept / row);
            assertThat(simulated)
                    .containsExactlyElementsOf(IntStream.range(0, ROWS)
                            .filter(each -> each == 2 || each >= firstCut)
                            .boxed()
                            .toList());
            assertSame(whole, resumed);
        }
    }

    @Test
    void aRunThatIsThereWholeIsNotSimulatedAtAll() throws IOException {
        Path left = killed(experiment);
        try (Outcome whole = run(experiment, Files.createTempDirectory(folder, "run"), Worlds.PLAIN);
                Outcome resumed = run(experiment, left, this::counted)) {
            assertThat(simulated).isEmpty();
            assertSame(whole, resumed);
        }
    }

    @Test
    void rowsOfAShorterRunAreGoneOnWith() throws IOException {
        Path next = Files.createTempDirectory(folder, "next");
        keep(Examples.experiment(Examples.staged(), 5, 1), Worlds.PLAIN, next);
        try (Outcome whole = run(experiment, Files.createTempDirectory(folder, "run"), Worlds.PLAIN);
                Outcome extended = run(experiment, next, this::counted)) {
            assertThat(simulated).containsExactly(5, 6, 7, 8, 9, 10, 11);
            assertSame(whole, extended);
        }
    }

    @Test
    void aDamagedFileOfRowsCostsTimeOnly() throws IOException {
        Path next = Files.createTempDirectory(folder, "next");
        keep(experiment, Worlds.PLAIN, next);
        try (RandomAccessFile file =
                new RandomAccessFile(next.resolve("rows-1.bin").toFile(), "rw")) {
            file.setLength(file.length() / 2);
        }
        try (Outcome whole = run(experiment, Files.createTempDirectory(folder, "run"), Worlds.PLAIN);
                Outcome extended = run(experiment, next, this::counted)) {
            assertThat(simulated).hasSizeBetween(1, ROWS - 1).contains(ROWS - 1).doesNotContain(0);
            assertSame(whole, extended);
        }
    }

    /** A replication that failed is tried again, and fails again. */
    @Test
    void failuresAreTheSameWhenARunIsExtended() throws IOException {
        Worlds broken = (arm, seed, replication) -> new World(
                counted(arm, replication).scenario(),
                seed,
                replication,
                replication == 3
                        ? world -> {
                            throw new IllegalStateException("on purpose");
                        }
                        : null);
        Path next = Files.createTempDirectory(folder, "next");
        keep(Examples.experiment(Examples.staged(), 5, 1), broken, next);
        simulated.clear();
        try (Outcome whole = run(experiment, Files.createTempDirectory(folder, "run"), broken)) {
            simulated.clear();
            try (Outcome extended = run(experiment, next, broken)) {
                assertThat(simulated).containsExactly(3, 5, 6, 7, 8, 9, 10, 11);
                assertThat(extended.failures()).hasSize(1).isEqualTo(whole.failures());
                assertSame(whole, extended);
            }
        }
    }

    @Test
    void keptRowsAreTheSameHoweverTheyCameAbout() throws IOException {
        Path whole = Files.createTempDirectory(folder, "whole");
        Path next = Files.createTempDirectory(folder, "next");
        keep(experiment, Worlds.PLAIN, whole);
        keep(Examples.experiment(Examples.staged(), 7, 3), Worlds.PLAIN, next);
        keep(experiment, Worlds.PLAIN, next);
        for (String name : List.of("rows-1.bin", "rows-2.bin")) {
            assertThat(next.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
            try (InputStream rows = RowsFile.inflated(whole.resolve(name))) {
                assertThat(rows.readAllBytes().length % ROWS).isZero();
            }
        }
    }

    private World counted(Arm arm, long seed, int replication) {
        return Worlds.PLAIN.begin(counted(arm, replication), seed, replication);
    }

    private Arm counted(Arm arm, int replication) {
        simulated.add(replication);
        return arm;
    }

    private static Outcome run(Experiment experiment, Path folder, Worlds worlds) throws IOException {
        return experiment.run(folder, new Control(), worlds);
    }

    private static void keep(Experiment experiment, Worlds worlds, Path folder) throws IOException {
        try (Outcome outcome = run(experiment, folder, worlds)) {
            for (ArmResult result : outcome.results()) {
                outcome.keep(result.arm(), folder.resolve(RowsFile.name(result.arm())));
            }
        }
    }

    /** A folder as a killed run leaves it: the spools are there. */
    private Path killed(Experiment experiment) throws IOException {
        Path running = Files.createTempDirectory(folder, "running");
        Path left = Files.createTempDirectory(folder, "left");
        try (Outcome outcome = run(experiment, running, Worlds.PLAIN);
                Stream<Path> spools = Files.list(running)) {
            assertThat(outcome.completed()).isEqualTo(ROWS);
            for (Path spool : spools.toList()) {
                Files.copy(spool, left.resolve(spool.getFileName()));
            }
        }
        return left;
    }

    private static void assertSame(Outcome whole, Outcome other) {
        assertThat(other.completed()).isEqualTo(whole.completed());
        for (ArmResult result : whole.results()) {
            ArmResult same = other.results().get(result.arm().number());
            for (Measure measure : result.measures()) {
                assertThat(other.values(result.arm(), measure)).isEqualTo(whole.values(result.arm(), measure));
            }
            assertThat(same.contacts()).isEqualTo(result.contacts());
            for (int curve = 0; curve < result.curves().size(); curve++) {
                assertThat(same.curves().get(curve).means())
                        .isEqualTo(result.curves().get(curve).means());
            }
        }
    }
}
