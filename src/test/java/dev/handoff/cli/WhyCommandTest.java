package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class WhyCommandTest {
    private static final String FIRM = "format: 1\nhorizon: 26 weeks\ncontacts: {count: 8}\n";
    private static final String ALONE = FIRM + "delegates: {count: 0}\nhandoff: {mode: none}\n";
    private static final String STAGED = FIRM
            + "delegates: {count: 2}\nhandoff: {mode: staged, pace: 1 week}\npromotion: {added-hours: 20 h/week}\n";

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();

    @BeforeEach
    void listen() throws IOException {
        Files.writeString(folder.resolve("alone.yaml"), ALONE);
        Files.writeString(folder.resolve("staged.yaml"), STAGED);
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    /** Mode and delegates are no scenario without each other; contributions are written with all digits and add up to the gap. */
    @Test
    void contributionsAndLedgerAddUp() throws IOException {
        assertThat(why("alone", "staged", "-n", "20", "--metric", "executive_hours"))
                .isZero();
        assertThat(program.out())
                .contains("handoff.mode + delegates.count are changed together", "all 8 combinations of 3 settings")
                .contains("the same random worlds", "whose difference is nearest to the mean");
        List<String[]> rows = rows("contributions.csv");
        assertThat(rows)
                .extracting(row -> row[0])
                .containsExactly(
                        "promotion.added-hours", "handoff.mode + delegates.count", "handoff.pace", "all together");
        double sum =
                rows.subList(0, 3).stream().mapToDouble(row -> number(row[3])).sum();
        assertThat(sum).isCloseTo(number(rows.get(3)[3]), within(1e-9));
        for (String account : List.of("portfolio", "losses")) {
            List<String[]> entries = rows("ledger.csv").stream()
                    .filter(row -> row[0].equals(account))
                    .toList();
            double total = 0;
            for (String[] entry : entries) {
                total += entry[2].equals("true") ? -number(entry[6]) : number(entry[6]);
            }
            assertThat(entries).hasSizeGreaterThan(5);
            assertThat(total).isCloseTo(0, within(1e-9));
        }
        assertThat(folder.resolve("result/waterfall.svg")).exists();
        assertThat(folder.resolve("result/scenario-2-staged.yaml")).exists();
    }

    @Test
    void threadsResumeAndExtendChangeNothing() throws IOException {
        assertThat(why("alone", "staged", "-n", "24", "--threads", "1")).isZero();
        Map<String, String> one = contents();
        assertThat(why("alone", "staged", "-n", "24", "--threads", "3")).isZero();
        assertThat(contents()).isEqualTo(one);
        assertThat(why("alone", "staged", "-n", "20")).isZero();
        assertThat(why("alone", "staged", "-n", "24", "--extend")).isZero();
        assertThat(contents()).isEqualTo(one);
        assertThat(program.execute("verify", path("result"))).isZero();
    }

    @Test
    void twoVariantsOfOneFileAreComparedAndJsonIsTheSummary() throws IOException {
        Files.writeString(
                folder.resolve("paces.yaml"), STAGED + "variants: {quick: {}, slow: {handoff.pace: 3 weeks}}\n");
        assertThat(program.execute(
                        "why",
                        path("paces.yaml"),
                        "--variant",
                        "quick",
                        "--other-variant",
                        "slow",
                        "-n",
                        "20",
                        "--json",
                        "-o",
                        path("result")))
                .isZero();
        assertThat(program.out())
                .isEqualTo(Files.readString(folder.resolve("result/summary.json")))
                .contains("\"setting\": \"handoff.pace\"", "\"first\": \"paces, quick\"");
    }

    @Test
    void mistakesAreOneLineEach() {
        assertThat(why("staged", "staged")).isEqualTo(2);
        assertThat(why("alone", "staged", "--metric", "custmer_churn")).isEqualTo(2);
        assertThat(why("alone", "staged", "--metric", "net_hours_vs_twin")).isEqualTo(2);
        assertThat(why("alone", "staged", "--metric", "acceptance_week", "-n", "20"))
                .isEqualTo(2);
        assertThat(why("alone", "staged", "-n", "3")).isEqualTo(2);
        assertThat(program.execute("why", path("alone.yaml"))).isEqualTo(2);
        assertThat(program.allErrors().lines())
                .hasSize(6)
                .allMatch(line -> line.startsWith("handoff why: "))
                .anyMatch(line -> line.contains("differ in nothing that is simulated"))
                .anyMatch(line -> line.contains("maybe customer_churn"))
                .anyMatch(line -> line.contains("not in every scenario between it and alone"))
                .anyMatch(line -> line.contains("in only 0 of 20 replications"))
                .anyMatch(line -> line.contains("a second FILE is missing"));
        assertThat(folder.resolve("result")).doesNotExist();
    }

    private int why(String first, String second, String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("why", path(first + ".yaml"), path(second + ".yaml"), "-o", path("result")));
        arguments.addAll(List.of(options));
        return program.execute(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Of a table without commas in its first cells. */
    private List<String[]> rows(String name) throws IOException {
        return Files.readAllLines(folder.resolve("result").resolve(name)).stream()
                .skip(1)
                .map(line -> line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1))
                .toList();
    }

    private static double number(String cell) {
        return Double.parseDouble(cell);
    }

    private Map<String, String> contents() throws IOException {
        return StudyFixture.contents(folder.resolve("result"));
    }
}
