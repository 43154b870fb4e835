package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as it is typed: exit codes, messages, files. */
class MainTest {
    private static final String STAGED =
            "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\n" + "handoff: {mode: staged, pace: 1 week}\n";

    @TempDir
    private Path folder;

    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<RunningProgram> children = new ArrayList<>();
    private Path file;

    @BeforeEach
    void listen() throws IOException {
        file = Files.writeString(folder.resolve("firm.yaml"), STAGED);
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void endChildren() throws InterruptedException {
        for (RunningProgram child : children) {
            child.kill();
        }
    }

    @AfterEach
    void hearNoMore() {
        System.setOut(systemOut);
        System.setErr(systemErr);
    }

    @Test
    void aRunWritesItsFolderAndSaysWhere() {
        assertThat(run("-n", "3", "-o", path("result"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("Capacity freed, mean week", "Written to " + path("result"));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(folder.resolve("result/curves.csv")).exists();
    }

    @Test
    void filesDoNotDependOnThreads() throws IOException {
        for (String threads : List.of("1", "2", "8")) {
            assertThat(run("-n", "7", "--quiet", "--threads", threads, "-o", path(threads)))
                    .isZero();
        }
        assertThat(contents("2")).isEqualTo(contents("1")).hasSize(14);
        assertThat(contents("8")).isEqualTo(contents("1"));
        assertThat(out.size()).isZero();
    }

    @Test
    void jsonIsTheSummaryAndNothingElse() throws IOException {
        assertThat(run("-n", "3", "--json", "-o", path("result"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(folder.resolve("result/summary.json")));
    }

    @Test
    void oneReplicationAloneCanBeTraced() throws IOException {
        assertThat(run("--only", "4", "--trace", "-o", path("result"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("replication 4", "executive_hours = ");
        assertThat(Files.readAllLines(folder.resolve("result/trace-1-base.csv")))
                .hasSizeGreaterThan(100)
                .first()
                .asString()
                .startsWith("number,week,event,who,");
        assertThat(folder.resolve("result/trace-1-base.csv"))
                .content()
                .contains(",request arrives,Customer 3,", ",executive done,executive 1,", ",check in due,Delegate 1,");
        assertThat(folder.resolve("result/trace-2-no-delegation.csv")).exists();
        assertThat(Files.readString(folder.resolve("result/manifest.json"))).contains("trace-1-base.csv");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-n 0|-n (0) must be from 1 to 1000000",
                "-n 1000001|-n (1000001) must be from 1 to 1000000",
                "-n many|-n (many) must be a whole number",
                "--threads 0|--threads (0) must be all, or from 1 to 1024",
                "--threads some|--threads (some) must be all, or from 1 to 1024",
                "--only -1|--only (-1) must be 0 or more",
                "--trace|--trace (true) must be given with --only",
                "--seed x|--seed (x) must be a whole number",
                "--sed 4|--sed is unknown; maybe --seed",
                "--replication=4|--replication=4 is unknown; maybe --replications",
                "two|two is one argument too many",
                "--json --quiet|--json (true) must be given without --quiet"
            })
    void wrongOptionsAreRefusedInOneLine(String options, String message) {
        assertThat(run(options.split(" "))).isEqualTo(2);
        assertOneLine(message);
    }

    @Test
    void aMissingFileIsRefusedInOneLine() {
        assertThat(Main.execute("run", path("nowhere.yaml"))).isEqualTo(2);
        assertOneLine("nowhere.yaml");
    }

    @Test
    void aMistakeInTheScenarioIsRefusedWithItsPlace() {
        assertThat(run("--set", "habit.initial=3")).isEqualTo(2);
        assertOneLine("habit.initial");
    }

    @Test
    void aPlaceBelowAFileIsRefusedBeforeAnythingRuns() {
        assertThat(run("-n", "1000000", "-o", file + "/below")).isEqualTo(2);
        assertOneLine("firm.yaml is a file, not a folder");
    }

    @Test
    void aFolderWithForeignFilesIsRefusedAndUnharmed() throws IOException {
        Files.createDirectory(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/letter.txt"), "dear");
        assertThat(run("-n", "2", "-o", path("mine"))).isEqualTo(2);
        assertOneLine("letter.txt");
        assertThat(folder.resolve("mine/letter.txt")).hasContent("dear");
    }

    @Test
    void anUnknownCommandIsRefusedInOneLine() {
        assertThat(Main.execute("rum")).isEqualTo(2);
        assertOneLine("rum is unknown; maybe run");
        err.reset();
        assertThat(Main.execute()).isEqualTo(2);
        assertOneLine("a command is missing");
    }

    @Test
    void aFullStandardOutputIsNotSilentlyLost() {
        System.setOut(new PrintStream(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        }));
        assertThat(Main.execute("schema")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("standard output cannot be written; what was to be printed is lost\n");
    }

    @Test
    void theReasonOfAFailedWriteIsItsFirstCause() {
        IOException full = new IOException("No space left on device");
        assertThat(RunCommand.reason(Path.of("out"), new IOException("I/O error writing PNG file!", full)))
                .isEqualTo("out cannot be written, and nothing was changed: No space left on device");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aStartingFileNeedsAName(String name) {
        assertThat(Main.execute("init", name)).isEqualTo(2);
        assertOneLine("NAME (" + name + ") must be the name of a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "run", "check", "explain", "schema", "init", "list", "verify", "expect"})
    void helpFitsAScreenOfEightyColumns(String command) {
        String[] arguments = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
        assertThat(Main.execute(arguments)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: handoff")
                .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 80));
    }

    @Test
    void theCommandLineIsKeptAsItCanBeTypedAgain() throws IOException {
        assertThat(run("-n", "2", "--quiet", "--set", "name=it's so", "-o", path("result")))
                .isIn(0, 2);
        assertThat(Main.typed(List.of("run", "a b.yaml", "--set", "x=it's")))
                .isEqualTo("handoff run 'a b.yaml' --set 'x=it'\\''s'");
    }

    /** Ctrl-C in a long run of the real program: what is done is written and marked. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT to send")
    void anInterruptedRunWritesACompletePrefix() throws Exception {
        RunningProgram program = program("-n", "1000000", "--threads", "2", "-o", path("result"));
        Path staging = program.awaitRows(1 << 20);
        program.interrupt();
        assertThat(program.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.process().exitValue()).isEqualTo(130);
        assertThat(staging).doesNotExist();
        String summary = Files.readString(folder.resolve("result/summary.json"));
        assertThat(summary).contains("\"partial\": true");
        assertThat(Files.readString(folder.resolve("result/manifest.json"))).contains("\"partial\": true");
        int done = Integer.parseInt(summary.replaceAll("(?s).*\"replications\": (\\d+).*", "$1"));
        assertThat(done).isBetween(1, 999_999);
        assertThat(Files.readAllLines(folder.resolve("result/replications.csv")))
                .anyMatch(line -> line.startsWith("firm,base," + (done - 1) + ","))
                .noneMatch(line -> line.startsWith("firm,base," + done + ","));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT to send")
    void aSecondInterruptEndsAtOnceAndLeavesTheEarlierFolderWhole() throws Exception {
        assertThat(run("-n", "2", "--quiet", "-o", path("result"))).isZero();
        Map<String, String> earlier = contents("result");
        RunningProgram program = program("-n", "1000000", "--threads", "2", "-o", path("result"));
        program.awaitStaging();
        Thread.sleep(1500);
        program.interrupt();
        for (int attempt = 0; attempt < 600 && !program.log().contains("once more ends at once"); attempt++) {
            Thread.sleep(10);
        }
        program.interrupt();
        assertThat(program.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.process().exitValue()).isEqualTo(130);
        assertThat(program.log()).doesNotContain("Written to");
        assertThat(contents("result")).isEqualTo(earlier);
        assertThat(run("-n", "2", "--quiet", "-o", path("result"))).isZero();
        assertThat(program.staging()).isEmpty();
    }

    /** A replication of so many contacts takes minutes; it is given up. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT to send")
    void aLongReplicationDoesNotHoldAnInterruptUp() throws Exception {
        RunningProgram program = program("-n", "2", "--set", "contacts.count=100000", "-o", path("result"));
        program.awaitStaging();
        Thread.sleep(1000);
        program.interrupt();
        assertThat(program.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(program.process().exitValue()).isEqualTo(130);
        assertThat(program.log()).contains("interrupted before a replication was done; nothing was changed");
        assertThat(folder.resolve("result")).doesNotExist();
    }

    private RunningProgram program(String... options) throws IOException {
        RunningProgram program = new RunningProgram(file, options);
        children.add(program);
        return program;
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("run", file.toString()));
        arguments.addAll(List.of(options));
        return Main.execute(arguments.toArray(String[]::new));
    }

    private void assertOneLine(String part) {
        String message = err.toString(StandardCharsets.UTF_8);
        assertThat(message).contains(part).endsWith("\n");
        assertThat(message.lines()).hasSize(1);
        assertThat(out.size()).isZero();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Map<String, String> contents(String name) throws IOException {
        return StudyFixture.contents(folder.resolve(name));
    }
}
