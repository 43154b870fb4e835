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

class CompareCommandTest {
    private static final String FIRM = "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\n";
    private static final String PACES =
            "handoff: {mode: staged, pace: 1 week}\nvariants: {slow: {handoff.pace: 3}, quick: {}}\n";

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private String alone;
    private String paces;

    @BeforeEach
    void listen() throws IOException {
        alone = file("alone.yaml", FIRM + "handoff: {mode: none}\n");
        paces = file("paces.yaml", FIRM + PACES);
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    /** Without delegation nothing is freed, exactly; with delegates who never help hours are lost to planning. */
    @Test
    void theBestIsNamedFirstAndTheTablesTellTheRest() throws IOException {
        String wasteful = file("wasteful.yaml", FIRM + "handoff: {mode: none}\nfollow-up: {check-ins: 7}\n");
        String busy = file("busy.yaml", FIRM + "handoff: {mode: staged, pace: 50 weeks}\nfollow-up: {check-ins: 7}\n");
        assertThat(compare(alone, busy, "--metric", "capacity_freed")).isZero();
        assertThat(printed())
                .startsWith(
                        "alone is selected: with a probability of at least 95 % none is better by 0.5 h/week or more.")
                .contains("more is better", "eliminated after 20", "not part of that guarantee");
        assertThat(folder.resolve("result/alternatives.csv"))
                .content()
                .contains(
                        "alone,leader,capacity_freed,h/week,20,,,0,0,0,,,,\n",
                        "busy,eliminated,capacity_freed,h/week,20,20,alone,-");
        assertThat(folder.resolve("result/differences.csv")).content().contains("capacity_freed,h/week,alone,busy,20,");
        assertThat(Files.readAllLines(folder.resolve("result/replications.csv")))
                .hasSize(1 + 2 * 20 * 3);
        assertThat(folder.resolve("result/differences.png")).exists();
        assertThat(folder.resolve("result/scenario-2-busy.yaml")).exists();
        assertThat(compare(alone, wasteful, "--metric", "capacity_freed")).isZero();
        assertThat(printed()).contains("equal in all 20");
    }

    @Test
    void variantsAreAlternativesAndThreadsChangeNothing() throws IOException {
        String[] what = {paces, alone, "-n", "60", "--metric", "executive_hours", "--difference", "0.02"};
        int code = compare(StudyFixture.with(what, "--threads", "1"));
        Map<String, String> one = contents();
        assertThat(printed()).contains("paces/slow", "paces/quick", "alone");
        assertThat(compare(StudyFixture.with(what, "--threads", "3"))).isEqualTo(code);
        assertThat(contents()).isEqualTo(one);
        assertThat(compare(StudyFixture.with(what, "--resume"))).isEqualTo(code);
        assertThat(contents()).isEqualTo(one);
        assertThat(program.execute("verify", folder.resolve("result").toString()))
                .isZero();
    }

    /** Customers are lost so seldom in a quarter that a difference of 0.01 points is not found in 40 replications. */
    @Test
    void whatIsUndecidedCanBeExtendedToTheSameBytes() throws IOException {
        String[] what = {paces, "--metric", "executive_hours", "--difference", "0.0001"};
        assertThat(compare(StudyFixture.with(what, "-n", "60"))).isEqualTo(4);
        assertThat(printed()).contains("Undecided after 60 replications", "A larger -n with --extend goes on");
        Map<String, String> longer = contents();
        assertThat(compare(StudyFixture.with(what, "-n", "30"))).isEqualTo(4);
        assertThat(compare(StudyFixture.with(what, "-n", "60", "--extend"))).isEqualTo(4);
        assertThat(contents()).isEqualTo(longer);
    }

    @Test
    void jsonIsTheSummary() throws IOException {
        compare(paces, "-n", "20", "--json");
        assertThat(program.out())
                .isEqualTo(Files.readString(folder.resolve("result/summary.json")))
                .contains("\"metric\": \"customer_churn\"", "\"leader\": \"");
    }

    @Test
    void mistakesAreToldInALine() throws IOException {
        String other = file("other.yaml", FIRM.replace("14", "15"));
        String same = file("same.yaml", FIRM + "handoff: {mode: none}\n");
        refused("alone and same differ in nothing", alone, same);
        refused("other (horizon of 15 weeks) must have the same horizon as alone (14 weeks)", alone, other);
        refused("--metric (customer_chrun) is no metric; maybe customer_churn", paces, "--metric", "customer_chrun");
        refused("--metric (customer_churn_52) is no metric", paces, "--metric", "customer_churn_52");
        refused("is no metric of alone, which has no delegation", paces, alone, "--metric", "net_hours_vs_twin");
        refused("add --smallest or --largest", paces, "--metric", "delegate_hours");
        refused("--difference (0) must be above 0", paces, "--difference", "0");
        refused("--difference (1 hour) must be a number", paces, "--difference", "1 hour");
        refused("--variant (slwo) is no variant; maybe slow", paces, alone, "--variant", "slwo");
        refused("must give two alternatives or more", paces, "--variant", "slow");
        refused("must give two alternatives or more", alone);
        refused("-n (19) must be from 20", paces, "-n", "19");
        refused("--smallest (true) must be given without --largest", paces, "--smallest", "--largest");
    }

    private void refused(String message, String... arguments) {
        assertThat(compare(arguments)).isEqualTo(2);
        assertThat(program.err())
                .contains(message)
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
        assertThat(folder.resolve("result")).doesNotExist();
    }

    private int compare(String... options) {
        List<String> arguments = new ArrayList<>(List.of("compare"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-o", folder.resolve("result").toString()));
        return program.execute(arguments.toArray(String[]::new));
    }

    private String printed() {
        return program.out().replaceAll("(?<=\\S)\n(?=\\S)", " ");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private Map<String, String> contents() throws IOException {
        return StudyFixture.contents(folder.resolve("result"));
    }
}
