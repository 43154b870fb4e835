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

class SweepCommandTest {
    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(
                folder.resolve("firm.yaml"),
                "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\ndelegates: {count: 1}\nturnover: {active: false}\n"
                        + "handoff: {mode: staged, pace: 1 week}\n");
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    private int sweep(String... options) {
        List<String> arguments = new ArrayList<>(List.of("sweep", file.toString(), "-o", result().toString()));
        arguments.addAll(List.of(options));
        return program.execute(arguments.toArray(String[]::new));
    }

    private Path result() {
        return folder.resolve("result");
    }

    @Test
    void everyPointIsARowAndThreadsChangeNothing() throws IOException {
        String[] question = {
            "--vary",
            "handoff.pace=1 week,2 weeks",
            "--vary",
            "promotion.added-hours=0..20/3",
            "--policy",
            "handoff.pace",
            "--metric",
            "executive_hours",
            "--discover",
            "executive_hours > 0",
            "-n",
            "4",
            "--threads"
        };
        assertThat(sweep(StudyFixture.with(question, "1"))).isZero();
        assertThat(program.out())
                .startsWith("executive_hours: from ")
                .contains(
                        "executive_hours > 0 holds at 6 of 6 points.",
                        " over 3 cases of the other settings.",
                        "firm: 6 points of 2 settings, 4 replications each");
        assertThat(Files.readAllLines(result().resolve("points.csv")))
                .hasSize(7)
                .first()
                .isEqualTo(
                        "point,promotion.added-hours,handoff.pace,metric,unit,n,mean,ci_low,ci_high,p10,p50,p90,message");
        assertThat(Files.readAllLines(result().resolve("replications.csv"))).hasSize(1 + 6 * 4);
        assertThat(Files.readAllLines(result().resolve("regret.csv"))).hasSize(1 + 6);
        Map<String, String> one = StudyFixture.contents(result());
        assertThat(one).containsKeys("boxes.csv", "executive_hours.png", "executive_hours.svg", "scenario.yaml");
        assertThat(sweep(StudyFixture.with(question, "3"))).isZero();
        assertThat(StudyFixture.contents(result())).isEqualTo(one);
        assertThat(program.execute("verify", result().toString())).isZero();
    }

    /** Also with more levels: what is known of the others is not simulated again. */
    @Test
    void anExtendedSweepIsTheLargerOne() throws IOException {
        assertThat(sweep("--vary", "handoff.pace=1,2,3", "-n", "5")).isZero();
        Map<String, String> larger = StudyFixture.contents(result());
        assertThat(sweep("--vary", "handoff.pace=1,3", "-n", "3")).isZero();
        assertThat(sweep("--vary", "handoff.pace=1,2,3", "-n", "5", "--extend", "--json"))
                .isZero();
        assertThat(StudyFixture.contents(result())).isEqualTo(larger);
        assertThat(program.out()).isEqualTo(Files.readString(result().resolve("summary.json")));
    }

    /** Hours against the twin exist only where somebody is handed over. */
    @Test
    void aPointWithoutTheMetricIsARow() throws IOException {
        assertThat(sweep("--vary", "handoff.mode=staged,none", "--metric", "net_hours_vs_twin", "-n", "2"))
                .isZero();
        assertThat(Files.readAllLines(result().resolve("points.csv")).get(2))
                .startsWith("2,none,net_hours_vs_twin,h/week,0,,")
                .endsWith(",has no net_hours_vs_twin");
        assertThat(program.out()).contains("Point 2 (handoff.mode=none): has no net_hours_vs_twin");
    }

    @Test
    void samplesAreDrawnFromRanges() throws IOException {
        String[] question = {"--vary", "promotion.added-hours=0..20", "--sample", "8", "-n", "2", "--design"};
        assertThat(sweep(StudyFixture.with(question, "sobol"))).isZero();
        assertThat(Files.readAllLines(result().resolve("points.csv"))).hasSize(1 + 8 * 4);
        assertThat(sweep(StudyFixture.with(question, "sobl"))).isEqualTo(2);
        assertThat(program.err()).contains("--design (sobl) must be latin-hypercube or sobol");
    }

    @Test
    void mistakesAreOneLine() {
        assertRefused("--vary is missing");
        assertRefused("(handoff.pase) is no setting; maybe handoff.pace", "--vary", "handoff.pase=1,2");
        assertRefused(
                "needs values or steps: promotion.added-hours=low..high/5, or --sample",
                "--vary",
                "promotion.added-hours=0..9");
        assertRefused(
                "(stagd) must be one of none, staged, adaptive, abrupt; maybe staged",
                "--vary",
                "handoff.mode=none,stagd");
        assertRefused(
                "intervention.propensity (1.5) must be from 0 to 1", "--vary", "intervention.propensity=0..1.5/4");
        assertRefused("contacts[7]", "--vary", "contacts[7].count=3,4");
        assertRefused(
                "(customer_chrun) is no metric; maybe customer_churn",
                "--vary",
                "handoff.pace=1,2",
                "--metric",
                "customer_chrun");
        assertRefused(
                "must have the form: metric > value, or <",
                "--vary",
                "handoff.pace=1,2",
                "--discover",
                "customer_churn");
        assertRefused(
                "--policy (x) must be one of the settings that vary: handoff.pace",
                "--vary",
                "handoff.pace=1,2",
                "--policy",
                "x");
        assertRefused("a setting is varied twice", "--vary", "handoff.pace=1,2", "--vary", "handoff.pace=3,4");
    }

    private void assertRefused(String message, String... options) {
        assertThat(sweep(options)).isEqualTo(2);
        assertThat(program.err().lines()).hasSize(1);
        assertThat(program.err()).contains(message);
        assertThat(result()).doesNotExist();
    }
}
