package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Results that are extended or resumed have the bytes of those made at once. */
class ContinuingTest {
    private static final String STAGED = """
            format: 1
            horizon: 20 weeks
            contacts: {count: 5}
            handoff: {mode: staged, pace: 1 week}
            variants:
              slow: {handoff.pace: 3 weeks}
              quick: {}
            """;

    @TempDir
    private Path folder;

    private final PrintStream systemErr = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path file;

    @BeforeEach
    void listen() throws IOException {
        file = Files.writeString(folder.resolve("firm.yaml"), STAGED);
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void hearNoMore() {
        System.setErr(systemErr);
    }

    @Test
    void anExtendedResultIsTheLongerOne() throws IOException {
        assertThat(run("-n", "9", "-o", path("long"), "--threads", "2")).isZero();
        assertThat(run("-n", "4", "-o", path("short"), "--threads", "1")).isZero();
        assertThat(run("-n", "9", "-o", path("short"), "--threads", "3", "--extend"))
                .isZero();
        assertThat(contents("short")).isEqualTo(contents("long")).containsKeys("rows-1.bin", "rows-2.bin");
        assertThat(err.size()).isZero();
    }

    @Test
    void whatWasKilledIsResumedToTheSameBytes() throws Exception {
        assertThat(run("-n", "40", "-o", path("whole"))).isZero();
        RunningProgram program = new RunningProgram(file, "-n", "1000000", "-o", path("result"));
        Path left = program.awaitRows(30_000);
        program.kill();
        assertThat(folder.resolve("result")).doesNotExist();
        try (RandomAccessFile spool =
                new RandomAccessFile(left.resolve("arm-1.spool").toFile(), "rw")) {
            spool.setLength(spool.length() / 2 + 1);
        }
        assertThat(run("-n", "5", "-o", path("other"))).isZero();
        assertThat(left).isNotEmptyDirectory();
        assertThat(run("-n", "40", "-o", path("result"), "--resume")).isZero();
        assertThat(contents("result")).isEqualTo(contents("whole"));
        assertThat(left).doesNotExist();
        assertThat(err.size()).isZero();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT to send")
    void whatWasInterruptedIsResumedToTheSameBytes() throws Exception {
        RunningProgram program = new RunningProgram(file, "-n", "1000000", "-o", path("result"));
        program.awaitRows(30_000);
        program.interrupt();
        assertThat(program.process().waitFor()).isEqualTo(130);
        String manifest = Files.readString(folder.resolve("result/manifest.json"));
        assertThat(manifest).contains("\"partial\": true");
        int done = Integer.parseInt(manifest.replaceAll("(?s).*\"replications\": (\\d+).*", "$1"));
        String more = Integer.toString(done + 5);
        assertThat(run("-n", more, "-o", path("result"), "--resume")).isZero();
        assertThat(run("-n", more, "-o", path("whole"))).isZero();
        assertThat(contents("result")).isEqualTo(contents("whole"));
    }

    @Test
    void aFolderOfAnEarlierVersionCannotBeExtended() throws IOException {
        assertThat(run("-n", "2", "-o", path("result"))).isZero();
        Path manifest = folder.resolve("result/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"circumstances\"", "\"unknown\""));
        refused("was made by a version that kept nothing to go on from", "-n", "5", "--extend");
    }

    @Test
    void whatWasKilledGoesWhenTheRunBeginsAnew() throws Exception {
        RunningProgram program = new RunningProgram(file, "-n", "1000000", "-o", path("result"));
        Path left = program.awaitRows(1);
        program.kill();
        assertThat(run("-n", "2", "-o", path("result"))).isZero();
        assertThat(left).doesNotExist();
    }

    @Test
    void resumingWithNothingThereBegins() throws IOException {
        assertThat(run("-n", "3", "-o", path("whole"))).isZero();
        assertThat(run("-n", "3", "-o", path("result"), "--resume")).isZero();
        assertThat(contents("result")).isEqualTo(contents("whole"));
    }

    @Test
    void otherCircumstancesAreRefusedInOneLineAndNothingIsChanged() throws IOException {
        assertThat(run("-n", "3", "-o", path("result"))).isZero();
        Map<String, String> before = contents("result");
        refused("seed 1, not 2", "-n", "5", "--seed", "2", "--extend");
        refused("other settings of slow", "-n", "5", "--set", "contacts.count=6", "--resume");
        refused("-n (2) must be at least the 3 replications", "-n", "2", "--extend");
        refused("--extend (true) must be given without --resume", "-n", "5", "--extend", "--resume");
        refused("--only (1) must be given without --extend and --resume", "--only", "1", "--extend");
        Files.writeString(file, STAGED.replace("  quick: {}\n", ""));
        refused("also settings of quick", "-n", "5", "--extend");
        assertThat(contents("result")).isEqualTo(before);
    }

    @Test
    void thereMustBeSomethingToExtend() {
        refused("holds no result, so there is nothing to extend", "-n", "5", "--extend");
    }

    private void refused(String message, String... options) {
        err.reset();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-o", path("result")));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(message)
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", file.toString(), "--quiet"));
        arguments.addAll(List.of(options));
        return Main.execute(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Map<String, String> contents(String name) throws IOException {
        return StudyFixture.contents(folder.resolve(name));
    }
}
