package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that end when something is known exactly enough. */
class RunPrecisionTest {
    private static final String FIRM = """
            format: 1
            horizon: 8 weeks
            contacts: {count: 3}
            handoff: {mode: staged, pace: 1 week}
            variants: {slow: {handoff.pace: 3 weeks}, quick: {}}
            """;

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private Path file;

    @BeforeEach
    void listen() throws IOException {
        file = Files.writeString(folder.resolve("firm.yaml"), FIRM);
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    @Test
    void theResultIsThatOfARunWithAsManyReplications() throws IOException {
        String[] targets = {
            "--precision", "executive_hours 0.8", "--precision", "probability of executive_hours >= 45 9 points"
        };
        assertThat(run("goal", StudyFixture.with(targets, "--threads", "1"))).isZero();
        int enough = told("Known as exactly as asked for after ([0-9,]+) replications");
        assertThat(enough).isBetween(80, 1000);
        assertThat(program.out())
                .contains("slow: executive_hours 0.8", "quick: probability of executive_hours >= 45 9 points", "met");
        assertThat(run("goal-3", StudyFixture.with(targets, "--threads", "3"))).isZero();
        assertThat(run("plain", "-n", Integer.toString(enough), "--threads", "2"))
                .isZero();
        assertThat(contents("goal")).isEqualTo(contents("plain"));
        assertThat(contents("goal-3")).isEqualTo(contents("plain"));
        assertThat(program.execute("verify", folder.resolve("goal").toString())).isZero();
        assertThat(run("short", "-n", "70")).isZero();
        assertThat(run("short", StudyFixture.with(targets, "--extend"))).isZero();
        assertThat(contents("short")).isEqualTo(contents("plain"));
        assertThat(program.allErrors()).isEmpty();
    }

    /** Half-widths shrink with the root of the number: ten thousandth of an hour needs millions of what an hour needs in dozens. */
    @Test
    void whatIsBeyondTheBudgetIsToldEarlyAndTheBudgetIsKept() throws IOException {
        assertThat(run("goal", "-n", "100", "--precision", "executive_hours 0.0001"))
                .isEqualTo(4);
        assertThat(program.err().lines())
                .hasSize(2)
                .allSatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "(slow|quick): executive_hours 0.0001 would take about [0-9,]{9,} replications, .*; it goes on to 100 \\(-n\\)"));
        assertThat(program.out()).contains("Not known as exactly as asked for after 100 replications");
        assertThat(told("about ([0-9,]+)\\s")).isGreaterThan(1_000_000);
        assertThat(run("plain", "-n", "100")).isZero();
        assertThat(contents("goal")).isEqualTo(contents("plain"));
    }

    @Test
    void mistakesAreToldInALine() {
        refused(
                "--precision (executive_huors) is no metric; maybe executive_hours",
                "--precision",
                "executive_huors 1");
        refused("must have a half-width above 0", "--precision", "executive_hours 0");
        refused("must be an estimate and half the width of its interval", "--precision", "executive_hours");
        refused("--only (1) must be given without --precision", "--precision", "executive_hours 1", "--only", "1");
        refused("-n (1) must be 2 or more", "--precision", "executive_hours 1", "-n", "1");
    }

    private void refused(String message, String... options) {
        assertThat(run("result", options)).isEqualTo(2);
        assertThat(program.err())
                .contains(message)
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
        assertThat(folder.resolve("result")).doesNotExist();
    }

    private int told(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(program.out());
        assertThat(matcher.find()).isTrue();
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(matcher.group(1).replace(",", "")));
    }

    private int run(String result, String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("run", file.toString(), "-o", folder.resolve(result).toString()));
        arguments.addAll(List.of(options));
        return program.execute(arguments.toArray(String[]::new));
    }

    private Map<String, String> contents(String result) throws IOException {
        return StudyFixture.contents(folder.resolve(result));
    }
}
