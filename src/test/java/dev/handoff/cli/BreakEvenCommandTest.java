package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakEvenCommandTest {
    private static final String WAGES = "delegates.wage=0..100000 $/year";

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(
                folder.resolve("firm.yaml"),
                "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\ndelegates: {count: 1}\nturnover: {active: false}\nhandoff: {mode: staged, pace: 1 week}\n");
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    private int breakEven(String... options) {
        List<String> arguments = new ArrayList<>(List.of("breakeven", file.toString(), "-o", result().toString()));
        arguments.addAll(List.of(options));
        if (!arguments.contains("-n")) {
            arguments.addAll(List.of("-n", "30"));
        }
        return program.execute(arguments.toArray(String[]::new));
    }

    private Path result() {
        return folder.resolve("result");
    }

    /** Wages change nothing but what they cost, so both do equally well where they are the same. */
    @Test
    void theCrossingIsToldWithItsIntervalAndThreadsChangeNothing() throws IOException {
        String[] question = {
            "--vary", WAGES, "--metric", "net_value", "--against-set", "delegates.wage=41000", "-n", "300", "--threads"
        };
        assertThat(breakEven(StudyFixture.with(question, "1"))).isZero();
        assertThat(program.out())
                .startsWith("Mean net_value is the same in both at delegates.wage ")
                .contains(
                        "41,0",
                        "changes by -1.00 $/year (-1.00 to -1.00) for each 1 $/year more.",
                        " in the first alone.");
        Map<String, String> one = StudyFixture.contents(result());
        assertThat(one)
                .containsKeys(
                        "points.csv",
                        "summary.json",
                        "breakeven.png",
                        "breakeven.svg",
                        "journal.bin",
                        "scenario-1-firm.yaml",
                        "scenario-2-firm-with-delegates-wage-41000.yaml");
        assertThat(breakEven(StudyFixture.with(question, "3"))).isZero();
        assertThat(StudyFixture.contents(result())).isEqualTo(one);
        assertThat(program.execute("verify", result().toString())).isZero();
    }

    /** What the shorter study looked at and the longer one did not is left out. */
    @Test
    void anExtendedBreakEvenIsTheLongerOne() throws IOException {
        String[] question = {"--vary", "promotion.added-hours=0..60", "--metric", "executive_hours", "--target", "50"};
        assertThat(breakEven(StudyFixture.with(question, "-n", "60"))).isZero();
        assertThat(program.out()).startsWith("Mean executive_hours reaches 50 h/week at promotion.added-hours ");
        Map<String, String> longer = StudyFixture.contents(result());
        assertThat(breakEven(StudyFixture.with(question, "-n", "25"))).isZero();
        assertThat(breakEven(StudyFixture.with(question, "-n", "60", "--extend")))
                .isZero();
        assertThat(StudyFixture.contents(result())).isEqualTo(longer);
        assertThat(breakEven(StudyFixture.with(question, "-n", "60", "--resume", "--json")))
                .isZero();
        assertThat(StudyFixture.contents(result())).isEqualTo(longer);
        assertThat(program.out())
                .isEqualTo(Files.readString(result().resolve("summary.json")))
                .contains("\"verdict\": \"crossing\"");
    }

    @Test
    void whereNothingCrossesTheEvidenceIsTold() {
        assertThat(breakEven("--vary", "promotion.added-hours=0..20", "--metric", "executive_hours", "--target", "150"))
                .isZero();
        assertThat(program.out())
                .startsWith("No crossing from 0.0 h/week to 20.0 h/week: mean executive_hours is below 150 h/week"
                        + " throughout.\nMean executive_hours: ")
                .contains(" at 0.0 h/week, ", " at 20.0 h/week");
    }

    /** Wages do not change hours: the difference is 0 everywhere, which is neither above nor below. */
    @Test
    void whatNeverDiffersIsUndecided() {
        assertThat(breakEven(
                        "--vary", WAGES, "--metric", "executive_hours", "--against-set", "delegates.wage=5 $/year"))
                .isEqualTo(4);
        assertThat(program.out())
                .startsWith("Undecided: ")
                .contains("A crossing is not excluded from 0 $/year to 100,000 $/year");
    }

    @Test
    void mistakesAreOneLine() throws IOException {
        assertRefused(
                "(promotion.aded-hours) is no setting; maybe promotion.added-hours",
                "--vary",
                "promotion.aded-hours=0..9",
                "--metric",
                "executive_hours",
                "--target",
                "5");
        assertRefused(
                "intervention.propensity (1.5) must be from 0 to 1",
                "--vary",
                "intervention.propensity=0..1.5",
                "--metric",
                "executive_hours",
                "--target",
                "5");
        assertRefused(
                "(executive_huors) is no metric; maybe executive_hours",
                "--vary",
                WAGES,
                "--metric",
                "executive_huors",
                "--target",
                "5");
        assertRefused("not a quantile", "--vary", WAGES, "--metric", "p95 executive_hours", "--target", "5");
        assertRefused("either --target, or --against", "--vary", WAGES, "--metric", "executive_hours");
        assertRefused(
                "the two sides differ in nothing",
                "--vary",
                WAGES,
                "--metric",
                "executive_hours",
                "--against",
                file.toString());
        assertRefused(
                "must be a range", "--vary", "delegates.wage=5,6", "--metric", "executive_hours", "--target", "5");
        Files.writeString(file, "format: 1\nvariants: {slow: {handoff.pace: 3}, quick: {}}\n");
        assertRefused(
                "--variant is missing: " + file + " has the variants slow, quick",
                "--vary",
                WAGES,
                "--metric",
                "executive_hours",
                "--target",
                "5");
        assertRefused(
                "--variant (qick) is no variant of " + file + "; maybe quick",
                "--vary",
                WAGES,
                "--metric",
                "executive_hours",
                "--target",
                "5",
                "--variant",
                "qick");
    }

    private void assertRefused(String message, String... options) {
        assertThat(breakEven(options)).isEqualTo(2);
        assertThat(program.err().lines()).hasSize(1);
        assertThat(program.err()).contains(message);
        assertThat(result()).doesNotExist();
    }
}
