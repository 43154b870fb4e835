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

class OptimiseCommandTest {
    private static final String FIRM =
            "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\ndelegates: {count: 1}\nturnover: {active: false}\n"
                    + "handoff: {mode: staged, pace: 1 week}\n";
    private static final String BLOCK = FIRM
            + "optimise:\n  decisions:\n    handoff: {pace: 1..4 weeks}\n    intervention.propensity: [0, 0.5]\n"
            + "  objectives: [executive_hours]\n  constraints:\n    - probability of customer_churn <= 100 % >= 50 %\n";
    private static final String[] SMALL = {"--candidates", "8", "-n", "10", "--confirm", "20"};

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private Path file;

    @BeforeEach
    void listen() {
        file = folder.resolve("firm.yaml");
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    private int optimise(String text, String... options) throws IOException {
        Files.writeString(file, text);
        List<String> arguments = new ArrayList<>(List.of("optimise", file.toString(), "-o", result().toString()));
        arguments.addAll(List.of(options));
        return program.execute(arguments.toArray(String[]::new));
    }

    private Path result() {
        return folder.resolve("result");
    }

    @Test
    void aBlockIsOptimisedAndThreadsChangeNothing() throws IOException {
        assertThat(optimise(BLOCK, StudyFixture.with(SMALL, "--threads", "1"))).isZero();
        assertThat(program.out())
                .startsWith("Best: handoff.pace=")
                .contains(
                        " in 20 fresh replications.\n",
                        "\nfirm: 8 candidates of 2 settings, 10 replications each; ",
                        "; minimise executive_hours\n",
                        "as it is",
                        "PASS  100 % (");
        assertThat(Files.readAllLines(result().resolve("candidates.csv")))
                .hasSize(1 + 8 * 2)
                .first()
                .isEqualTo("candidate,handoff.pace,intervention.propensity,metric,role,unit,estimate,ci_low,ci_high,"
                        + "feasible,message");
        assertThat(result().resolve("confirmed.csv"))
                .content()
                .contains(",best,executive_hours,objective,h/week,20,", "0,,,as it is,executive_hours,");
        Map<String, String> one = StudyFixture.contents(result());
        assertThat(one).containsKeys("objective.png", "objective.svg", "scenario-2-as-it-is.yaml");
        assertThat(optimise(BLOCK, StudyFixture.with(SMALL, "--threads", "3"))).isZero();
        assertThat(StudyFixture.contents(result())).isEqualTo(one);
        assertThat(optimise(BLOCK, StudyFixture.with(SMALL, "--resume", "--json")))
                .isZero();
        assertThat(StudyFixture.contents(result())).isEqualTo(one);
        assertThat(program.out()).isEqualTo(one.get("summary.json")).contains("\"constraints\": \"PASS\"");
        assertThat(program.execute("verify", result().toString())).isZero();
    }

    /** The rule by which an adaptive handover goes on is a decision as any other. */
    @Test
    void optionsAskWithoutABlockAndAnExtendedSearchIsTheLongerOne() throws IOException {
        String[] question = {
            "--set",
            "handoff.mode=adaptive",
            "--vary",
            "handoff.adaptive.accepted-offers=1..6",
            "--vary",
            "handoff.adaptive.longest-stage=2..12 weeks",
            "--metric",
            "executive_hours",
            "--metric",
            "maximise capacity_freed",
            "--candidates",
            "10",
            "--confirm",
            "20",
            "-n"
        };
        assertThat(optimise(FIRM, StudyFixture.with(question, "12"))).isZero();
        assertThat(program.out()).contains("on the front");
        Map<String, String> longer = StudyFixture.contents(result());
        assertThat(longer).containsKeys("front.png", "confirmed.csv");
        assertThat(optimise(FIRM, StudyFixture.with(question, "10"))).isZero();
        assertThat(optimise(FIRM, StudyFixture.with(question, "12", "--extend")))
                .isZero();
        assertThat(StudyFixture.contents(result())).isEqualTo(longer);
    }

    @Test
    void whatKeepsNoLimitFailsAndWhatIsUnclearIsUndecided() throws IOException {
        String[] few = StudyFixture.with(SMALL, "--quiet", "--constraint");
        assertThat(optimise(BLOCK, StudyFixture.with(few, "mean executive_hours <= 1 h/week")))
                .isEqualTo(3);
        assertThat(result().resolve("summary.json"))
                .content()
                .contains("No candidate that was found keeps the constraints. Nearest: ");
        assertThat(optimise(BLOCK, StudyFixture.with(few, "probability of executive_hours >= 0 >= 99.9 %")))
                .isEqualTo(4);
    }

    @Test
    void mistakesHaveTheirPlace() throws IOException {
        String block = FIRM
                + "optimise:\n  decisions: {handoff.pase: 1..4, habit.initial: 0..2, handoff.mode: [stagd, none]}\n"
                + "  objectives: [customer_chrun]\n  constraints: [p95 executive_hours]\n";
        assertThat(optimise(block)).isEqualTo(2);
        assertThat(program.err().lines())
                .containsExactly(
                        file + ":8:15 optimise.decisions (handoff.pase) is no setting; maybe handoff.pace",
                        file + ":8:35 optimise.decisions habit.initial (2) must be from 0 to 1",
                        file + ":8:56 handoff.mode (stagd) must be one of none, staged, adaptive, abrupt; maybe staged",
                        file + ":9:16 optimise.objectives (customer_chrun) is no metric; maybe customer_churn",
                        file
                                + ":10:17 optimise.constraints (p95 executive_hours) must have the form: estimate <= value,"
                                + " or >=, and perhaps: with 95 % confidence");
        assertThat(result()).doesNotExist();
        assertThat(program.execute("check", file.toString())).isEqualTo(2);
        assertThat(program.err().lines()).hasSize(5);
        assertThat(optimise(FIRM + "optimise: {decision: {}, objectives: []}\n"))
                .isEqualTo(2);
        assertThat(program.err().lines())
                .containsExactly(
                        file + ":7:12 optimise.decision is unknown; maybe optimise.decisions",
                        file + ":7:38 optimise.objectives must be a list of texts such as: minimise customer_churn",
                        file + ":7:11 optimise.decisions is missing");
        assertThat(optimise(FIRM + "optimise: 3\n")).isEqualTo(2);
        assertThat(program.err())
                .isEqualTo(file + ":7:11 optimise must be a map with decisions, objectives and perhaps constraints\n");
    }

    @Test
    void mistakesInOptionsAreOneLine() throws IOException {
        assertRefused("optimise is missing, and so are --vary and --metric; see docs/studies.md");
        assertRefused("--metric is missing", "--vary", "handoff.pace=1..4");
        assertRefused(
                "handoff.pace (1) must be a range or have two values or more",
                "--vary",
                "handoff.pace=1",
                "--metric",
                "customer_churn");
        assertRefused(
                "--metric (hours_duties) is not better for being more or less; say minimise or maximise before it",
                "--vary",
                "handoff.pace=1..4",
                "--metric",
                "hours_duties");
        assertRefused(
                "--metric (minimise executive_hours) is an objective already",
                "--vary",
                "handoff.pace=1..4",
                "--metric",
                "executive_hours",
                "--metric",
                "minimise executive_hours");
        assertRefused("--candidates (0) must be from 1 to 100000", "--candidates", "0");
        assertRefused("--confirm (5) must be from 10 to ", "--confirm", "5");
    }

    private void assertRefused(String message, String... options) throws IOException {
        assertThat(optimise(FIRM, options)).isEqualTo(2);
        assertThat(program.err().lines()).hasSize(1);
        assertThat(program.err()).contains(message);
        assertThat(result()).doesNotExist();
    }
}
