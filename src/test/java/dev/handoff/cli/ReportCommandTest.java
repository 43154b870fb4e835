package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private Path firm;
    private Path result;

    @BeforeEach
    void listen() throws IOException {
        result = folder.resolve("result");
        firm = Files.writeString(
                folder.resolve("firm.yaml"),
                "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\nhandoff: {mode: staged, pace: 1 week}\n"
                        + "expect:\n  - mean executive_hours <= 200 h/week\n");
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    @Test
    void thePageIsMadeAgainAsTheRunWroteIt() throws IOException {
        assertThat(execute("run", "-n", "4", "--threads", "1")).isZero();
        Map<String, String> before = StudyFixture.contents(result);
        String manifest = Files.readString(result.resolve("manifest.json"));
        Files.delete(result.resolve("report.html"));
        assertThat(report()).isZero();
        assertThat(program.out()).isEqualTo("Written to " + result.resolve("report.html") + "\n");
        assertThat(StudyFixture.contents(result)).isEqualTo(before);
        assertThat(result.resolve("manifest.json")).hasContent(manifest.strip());
        assertThat(program.execute("verify", result.toString(), "--quiet")).isZero();
    }

    /** A folder of an earlier version has no page yet; with it, it is still the program's own, which it may replace. */
    @Test
    void anEarlierFolderGetsItsPage() throws IOException {
        assertThat(execute("run", "-n", "4")).isZero();
        Path manifest = result.resolve("manifest.json");
        String before = Files.readString(manifest);
        Files.writeString(manifest, before.replaceFirst("    \"report.html\": \"[0-9a-f]{64}\",\n", ""));
        Files.delete(result.resolve("report.html"));
        assertThat(report()).isZero();
        assertThat(Files.readAllLines(manifest))
                .containsExactlyInAnyOrderElementsOf(before.lines().toList());
        assertThat(execute("run", "-n", "4")).isZero();
    }

    @Test
    void extendedAndPreciseRunsNameTheCommandThatMakesThemAtOnce() throws IOException {
        assertThat(execute("run", "-n", "2", "--quiet")).isZero();
        assertThat(execute("run", "-n", "4", "--extend", "--threads", "1")).isZero();
        assertThat(page()).contains("<code>handoff run " + firm + " --seed 1 -n 4</code>");
        assertThat(execute("run", "--only", "3")).isZero();
        assertThat(page()).contains("<code>handoff run " + firm + " --seed 1 --only 3</code>");
    }

    @Test
    void aStudyShowsItsPicturesTablesAndCommand() throws IOException {
        assertThat(execute(
                        "breakeven",
                        "-n",
                        "20",
                        "--vary",
                        "promotion.added-hours=0..40",
                        "--metric",
                        "executive_hours",
                        "--target",
                        "30",
                        "--threads",
                        "1"))
                .isZero();
        String svg = Base64.getEncoder().encodeToString(Files.readAllBytes(result.resolve("breakeven.svg")));
        List<String> row =
                List.of(Files.readAllLines(result.resolve("points.csv")).get(1).split(","));
        assertThat(page())
                .contains("src=\"data:image/svg+xml;base64," + svg + "\"")
                .contains("<td class=\"n\">" + row.get(5) + "</td>")
                .contains("<code>handoff breakeven " + firm + " --replications=20")
                .contains("<p class=\"answer\">Mean executive_hours reaches 30 h/week at promotion.added-hours")
                .doesNotContain("--threads");
        String before = page();
        assertThat(report()).isZero();
        assertThat(page()).isEqualTo(before);
    }

    @Test
    void whateverStudyItIsThereIsAPage() throws IOException {
        assertThat(execute("expect", "-n", "40")).isZero();
        assertThat(page()).contains("<h1>Does it keep its limits?</h1>", "<td>PASS</td>");
        assertThat(execute("sweep", "-n", "2", "--vary", "handoff.pace=1 week,2 weeks"))
                .isZero();
        assertThat(page()).contains("<p class=\"answer\">capacity_freed: from ");
    }

    /** Three of a scenario with delegation; its own options are not there to be guessed. */
    @Test
    void theCommandsThatTellMoreAreCommands() throws IOException {
        assertThat(execute("run", "-n", "2")).isZero();
        List<String> commands = Pattern.compile("<code>handoff (.*)</code>")
                .matcher(page())
                .results()
                .map(command -> command.group(1))
                .toList();
        assertThat(commands)
                .hasSize(4)
                .allSatisfy(command -> assertThatCode(() -> new CommandLine(new Main()).parseArgs(command.split(" ")))
                        .doesNotThrowAnyException());
        String breakEven = commands.get(1) + " -n 20 --quiet -o " + folder.resolve("more");
        assertThat(program.execute(breakEven.split(" "))).isIn(0, 4);
    }

    @Test
    void theWorkbookOfAStoredResultIsThatOfTheRun() throws IOException {
        assertThat(execute("run", "-n", "3", "--threads", "2")).isZero();
        assertThat(result.resolve("results.xlsx")).doesNotExist();
        Map<String, String> before = StudyFixture.contents(result);
        assertThat(program.execute("report", result.toString(), "--xlsx")).isZero();
        assertThat(program.out()).endsWith("Written to " + result.resolve("results.xlsx") + "\n");
        Map<String, String> after = StudyFixture.contents(result);
        assertThat(program.execute("verify", result.toString(), "--quiet")).isZero();
        assertThat(execute("run", "-n", "3", "--threads", "1", "--xlsx")).isZero();
        assertThat(StudyFixture.contents(result)).isEqualTo(after);
        after.remove("results.xlsx");
        assertThat(after).isEqualTo(before);
        Files.delete(result.resolve("results.xlsx"));
        assertThat(program.execute("verify", result.toString())).isEqualTo(3);
        assertThat(program.out()).contains("results.xlsx is missing from the result\n");
    }

    @Test
    void aFolderThatIsNoResultIsRefused() throws IOException {
        assertThat(program.execute("report", folder.toString())).isEqualTo(2);
        assertThat(program.err()).isEqualTo(folder + " holds no manifest.json of this program\n");
        assertThat(program.execute("report", folder.resolve("nowhere").toString()))
                .isEqualTo(2);
        assertThat(execute("run", "-n", "2")).isZero();
        Files.delete(result.resolve("curves.csv"));
        assertThat(report()).isEqualTo(2);
        assertThat(program.err()).isEqualTo(result.resolve("curves.csv") + " is not there\n");
    }

    private int execute(String command, String... options) {
        return program.execute(
                StudyFixture.with(new String[] {command, firm.toString(), "-o", result.toString()}, options));
    }

    private int report() {
        return program.execute("report", result.toString());
    }

    private String page() throws IOException {
        return Files.readString(result.resolve("report.html"));
    }
}
