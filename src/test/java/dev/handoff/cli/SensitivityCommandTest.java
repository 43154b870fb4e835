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

class SensitivityCommandTest {
    private static final String FIRM = "format: 1\nhorizon: 14 weeks\nwarmup: 1 week\ncontacts: {count: 5}\n"
            + "handoff: {mode: staged, pace: 1 week}\n";
    private static final List<String> SMALL =
            List.of("--trajectories", "2", "--bases", "4", "--points", "4", "-n", "5");
    private static final List<String> TWO =
            List.of("--vary", "promotion.added-hours=0..20", "--vary", "churn.customer-hazard=0.1..0.9");

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();

    @BeforeEach
    void listen() throws IOException {
        Files.writeString(folder.resolve("firm.yaml"), FIRM);
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    /** Hours that are added are worked, so the metric that counts them cannot but rise; the hazard of customers to leave matters less. */
    @Test
    void whatMattersMostComesFirst() throws IOException {
        assertThat(sensitivity(TWO, "--metric", "executive_hours", "--against-set", "handoff.mode=none"))
                .isZero();
        assertThat(program.out())
                .contains("executive_hours of firm depends most on promotion.added-hours (0 h/week to 20 h/week)")
                .contains("than in firm with handoff.mode=none at ");
        List<String> screening = Files.readAllLines(folder.resolve("result/screening.csv"));
        assertThat(screening).hasSize(3);
        assertThat(screening.get(1)).startsWith("1,promotion.added-hours,0 h/week,20 h/week,");
        assertThat(Files.readAllLines(folder.resolve("result/indices.csv"))).hasSize(3);
        assertThat(Files.readAllLines(folder.resolve("result/tornado.csv"))).hasSize(3);
        List<String> points = Files.readAllLines(folder.resolve("result/points.csv"));
        assertThat(points).hasSize(5);
        assertThat(points.get(0)).endsWith(",sign,promotion.added-hours,churn.customer-hazard");
        assertThat(folder.resolve("result/tornado.png")).exists();
        assertThat(folder.resolve("result/bands.svg")).exists();
    }

    @Test
    void threadsResumeAndExtendChangeNothing() throws IOException {
        assertThat(sensitivity(TWO, "-n", "6", "--threads", "1")).isZero();
        Map<String, String> one = contents();
        assertThat(sensitivity(TWO, "-n", "6", "--threads", "3")).isZero();
        assertThat(contents()).isEqualTo(one);
        assertThat(sensitivity(TWO)).isZero();
        assertThat(sensitivity(TWO, "-n", "6", "--extend")).isZero();
        assertThat(contents()).isEqualTo(one);
        assertThat(program.execute("verify", folder.resolve("result").toString()))
                .isZero();
    }

    @Test
    void jsonIsTheSummary() throws IOException {
        assertThat(sensitivity(TWO, "--json")).isZero();
        assertThat(program.out())
                .isEqualTo(Files.readString(folder.resolve("result/summary.json")))
                .contains("\"parameters\": 2", "\"noise_share\": ");
    }

    @Test
    void mistakesAreOneLineEach() {
        refused("maybe promotion.added-hours", "--vary", "promotion.aded-hours=0..20");
        refused("must be a range", "--vary", "promotion.added-hours=1,2");
        refused("must go from a lower to a higher value", "--vary", "promotion.added-hours=20..3");
        refused("is given twice", "--vary", "churn.sensitivity=2..3", "--vary", "churn.sensitivity=4..5");
        refused("maybe customer_churn", "--metric", "customer_chrun");
        refused("differ in nothing", "--against-set", "handoff.mode=staged");
        refused("--points (1) must be from 2", "--points", "1");
        refused("has no value in a replication", "--metric", "new_contact_churn", "--vary", "churn.sensitivity=2..3");
        assertThat(folder.resolve("result")).doesNotExist();
    }

    private void refused(String message, String... options) {
        assertThat(sensitivity(List.of(options))).isEqualTo(2);
        assertThat(program.err().lines()).hasSize(1).allMatch(line -> line.contains(message));
    }

    private int sensitivity(List<String> first, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sensitivity",
                folder.resolve("firm.yaml").toString(),
                "-o",
                folder.resolve("result").toString()));
        arguments.addAll(first);
        arguments.addAll(List.of(more));
        for (int place = 0; place < SMALL.size(); place += 2) {
            if (!arguments.contains(SMALL.get(place))) {
                arguments.addAll(SMALL.subList(place, place + 2));
            }
        }
        return program.execute(arguments.toArray(String[]::new));
    }

    private Map<String, String> contents() throws IOException {
        return StudyFixture.contents(folder.resolve("result"));
    }
}
