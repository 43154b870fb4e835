package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class ClaimsCommandTest {
    private static final String CLAIMS = """
            format: 1
            source: <mine & yours>
            claims:
              - claim: 1
                says: handing over frees time, "really" & always
                settings: {horizon: 20 weeks}
                factor: handoff.delegated-share
                levels: [0 %, 50 %, 100 %]
                outcome: {metric: capacity_freed, weeks: 13 to 20}
                shape: increasing
                smallest-effect: 1
              - claim: 2
                says: it frees none
                settings: {horizon: 20 weeks}
                factor: handoff.delegated-share
                levels: [0 %, 50 %, 100 %]
                contexts: {few: {contacts.count: 12}, many: {contacts.count: 24}}
                outcome: {metric: capacity_freed, weeks: 13 to 20}
                shape: equal
                smallest-effect: 1
              - claim: 3
                says: somebody likes it
                kind: out-of-scope
                note: taste is not simulated
              - claim: 4
                says: two and two are five
                kind: arithmetic
                arithmetic: [{compute: 2 + 2, equals: 5, within: 0.5}]
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("mine.yaml");
        Files.writeString(file, CLAIMS);
    }

    private Typed typed(String... further) {
        List<String> arguments = new ArrayList<>(List.of("claims", "--file", file.toString()));
        arguments.addAll(List.of("-n", "60", "-o", folder.resolve("kept").toString()));
        arguments.addAll(List.of(further));
        return Typed.of(arguments);
    }

    @Test
    void theListShowsEveryClaimAndRunsNone() {
        Typed typed = typed("--list");
        assertThat(typed.code()).isZero();
        assertThat(typed.text().lines()).hasSize(4);
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @Test
    void theShippedBookIsListedBySource() {
        Typed all = Typed.of(List.of("claims", "--list"));
        Typed some = Typed.of(List.of("claims", "--list", "--source", "S1"));
        assertThat(all.text().lines().count()).isGreaterThan(some.text().lines().count());
        assertThat(some.text().lines()).isNotEmpty().allMatch(line -> line.contains("  S1  "));
    }

    @Test
    void refutedClaimsEndWithZero() {
        Typed typed = typed();
        assertThat(typed.code()).isZero();
        assertThat(typed.text())
                .containsPattern("1 +<mine & yours> +supported")
                .containsPattern("2 +<mine & yours> +refuted")
                .containsPattern("3 +<mine & yours> +out of scope")
                .containsPattern("4 +<mine & yours> +refuted")
                .contains("2 claims of the book");
    }

    @Test
    void oneClaimTellsBothVerdictsAndEveryLevel() {
        assertThat(typed("1").text())
                .contains("alone:       supported (p ", "in the book: supported (p ", "0 %", "50 %", "100 %");
    }

    @Test
    void whatIsKnownIsNotSimulatedAgain() {
        String first = typed().text();
        String second = typed().text();
        assertThat(first).doesNotContain(", known");
        assertThat(second).contains("claim 1 (1 of 4): supported, known", "claim 2 (2 of 4): refuted, known");
        assertThat(second.replace(", known", "")).isEqualTo(first);
        assertThat(typed("--seed", "2").text()).doesNotContain(", known");
    }

    @Test
    void theTableHasARowForEachClaim() throws IOException {
        Path csv = folder.resolve("new/verdicts.csv");
        assertThat(typed("--csv", csv.toString(), "--quiet")).isEqualTo(new Typed(0, ""));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("claim,source,verdict,effect,ci_low,ci_high,unit,replications,note");
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).startsWith("1,<mine & yours>,supported,").contains(",h/week,60,");
        assertThat(lines.get(3)).isEqualTo("3,<mine & yours>,out of scope,,,,,,taste is not simulated");
        assertThat(lines.get(4)).startsWith("4,<mine & yours>,refuted,,,,,,");
    }

    /** As XML the page would not be read if a tag stayed open or a letter that has a meaning was not escaped. */
    @Test
    void thePageIsWellFormedAndHasACurveForEachContext() throws Exception {
        Path html = folder.resolve("verdicts.html");
        assertThat(typed("--html", html.toString()).code()).isZero();
        String page = Files.readString(html);
        String xml = page.replace("<!DOCTYPE html>\n", "").replaceAll("<meta ([^>]*)>", "<meta $1/>");
        var document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(9);
        assertThat(document.getElementsByTagName("article").getLength()).isEqualTo(4);
        assertThat(page).doesNotContain("http://", "https://", "<script", "NaN");
    }

    /** Two results with another precision are kept beside each other, and the columns of the table stay what they are. */
    @Test
    void withAPrecisionTheNoteTellsHowNarrowTheIntervalsAre() throws IOException {
        Path csv = folder.resolve("verdicts.csv");
        typed("--csv", csv.toString(), "--quiet");
        List<String> without = Files.readAllLines(csv);
        typed("--csv", csv.toString(), "--quiet", "--precision", "1");
        List<String> coarse = Files.readAllLines(csv);
        typed("--csv", csv.toString(), "--quiet", "--precision", ".01");
        List<String> fine = Files.readAllLines(csv);
        assertThat(String.join("\n", without)).doesNotContain("half-width");
        assertThat(coarse.get(0)).isEqualTo(fine.get(0)).isEqualTo(without.get(0));
        assertThat(coarse.get(1)).containsPattern(",60,.*half-widths at most 0\\.\\d+ of the smallest effect\"?$");
        assertThat(fine.get(1))
                .containsPattern("half-width 0\\.\\d+ h/week, 0\\.\\d+ and not 0\\.01 of the smallest effect \\(");
        assertThat(fine.subList(3, 5)).isEqualTo(without.subList(3, 5));
    }

    /** With at most 400 replications there are looks at 100, 200 and 400, and freed hours are clear at the first. */
    @Test
    void withAPrecisionADecidedClaimGoesOnAndTellsBothLooks() {
        List<String> asked = new ArrayList<>(List.of("claims", "1", "--file", file.toString(), "-n", "400"));
        asked.addAll(List.of("-o", folder.resolve("kept").toString()));
        String plain = Typed.of(asked).text();
        asked.addAll(List.of("--precision", "0.01"));
        String precise = Typed.of(asked).text();
        assertThat(plain).containsPattern("alone: .*after 100 replications of each arm\n");
        assertThat(precise).containsPattern("alone: .*after 100 replications of each arm; the rest after 400\n");
        assertThat(verdicts(precise)).isEqualTo(verdicts(plain)).hasSize(2);
    }

    private static List<String> verdicts(String text) {
        return text.lines()
                .filter(line -> line.startsWith("alone: ") || line.startsWith("in the book: "))
                .map(line -> line.replaceFirst(";.*", ""))
                .toList();
    }

    @Test
    void aPrecisionOutsideItsRangeIsRefusedInOneLine() {
        for (String wrong : List.of("0", "0.009", "1.01", "-0.5", "0,5", "half", "NaN", "1e-1", "", "0.5f")) {
            assertThat(typed("--precision", wrong))
                    .isEqualTo(new Typed(
                            2,
                            "handoff claims: --precision (" + wrong
                                    + ") must be from 0.01 to 1 (see handoff claims --help)\n"));
        }
        assertThat(folder.resolve("kept")).doesNotExist();
    }

    @Test
    void mistakesEndWithTwoAndWriteNothing() {
        assertThat(typed("77"))
                .isEqualTo(
                        new Typed(
                                2,
                                "handoff claims: claim 77 is unknown; handoff claims --list shows all (see handoff claims --help)\n"));
        assertThat(typed("--source", "<mine & your>").text()).contains("maybe <mine & yours>");
        assertThat(Typed.of(List.of("claims", "-n", "5")).text()).contains("-n (5) must be from 20 to 1000000");
        assertThat(typed("--threads", "0").code()).isEqualTo(2);
        assertThat(typed("one").code()).isEqualTo(2);
        assertThat(Typed.of(List.of(
                                "claims", "--file", folder.resolve("no.yaml").toString()))
                        .text())
                .endsWith("no.yaml: does not exist\n");
        assertThat(typed("--csv", folder.toString()).text()).contains(" is a folder; name a file");
        assertThat(folder.resolve("verdicts.csv")).doesNotExist();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no SIGINT to send")
    void ctrlCKeepsWhatWasFound() throws Exception {
        Files.writeString(
                file,
                CLAIMS.replace(
                                "horizon: 20 weeks}\n    factor: handoff.delegated-share\n    levels: [0 %, 50 %, 100 %]\n    contexts",
                                "horizon: 50 years}\n    factor: handoff.delegated-share\n    levels: [0 %, 50 %, 100 %]\n    contexts")
                        .replace("weeks: 13 to 20}\n    shape: equal", "weeks: 2500 to 2600}\n    shape: equal"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.handoff.cli.Main",
                        "claims",
                        "--file",
                        file.toString(),
                        "-n",
                        "60",
                        "-o",
                        folder.resolve("kept").toString())
                .redirectErrorStream(true)
                .start();
        Path kept = folder.resolve("kept/found.txt");
        for (int tenth = 0; tenth < 600 && !Files.exists(kept); tenth++) {
            Thread.sleep(100);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(Files.readAllLines(kept)).hasSize(1);
    }
}
