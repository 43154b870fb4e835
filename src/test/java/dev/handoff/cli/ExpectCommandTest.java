package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ExpectCommandTest {
    private static final String FIRM =
            "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\n" + "handoff: {mode: staged, pace: 1 week}\nexpect:\n";

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

    @Test
    void whatIsFulfilledPasses() throws IOException {
        expecting("mean executive_hours <= 200 h/week", "probability of customer_churn <= 100 % >= 50 %");
        assertThat(expect("-n", "100")).isZero();
        assertThat(program.out())
                .contains("firm\n  PASS             mean executive_hours <= 200 h/week: ", " in 100 replications\n");
        assertThat(folder.resolve("result/expectations.csv"))
                .content()
                .contains("firm,base,mean executive_hours <= 200 h/week,PASS,100,100,", file + ":6:5\n");
        assertThat(folder.resolve("result/journal.bin")).exists();
        assertThat(folder.resolve("result/scenario.yaml")).exists();
    }

    /** With many looks to come, the first one may spend next to nothing of the error. */
    @Test
    void theFirstOfManyLooksDecidesOnlyWhatIsFarFromTheLimit() throws IOException {
        expecting("mean executive_hours <= 200 h/week", "p95 executive_hours <= 200 h/week", "mean belief <= 100 %");
        assertThat(expect("-n", "25600")).isZero();
    }

    /** The median cannot be shown to be at least the largest of values with few replications, nor to be below it. */
    @Test
    void aFailureBeatsWhatNeedsMoreRuns() throws Exception {
        String unclear = "probability of executive_hours >= 0 >= 99.9 %";
        expecting(unclear);
        assertThat(expect("-n", "50")).isEqualTo(4);
        expecting(unclear, "mean executive_hours <= 1 h/week", "mean executive_hours >= 1 h/week");
        assertThat(expect("-n", "50", "--junit", path("junit.xml"))).isEqualTo(3);
        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(folder.resolve("junit.xml")))))
                .getDocumentElement();
        assertThat(suites.getAttribute("tests")).isEqualTo("3");
        assertThat(suites.getAttribute("failures")).isEqualTo("1");
        assertThat(suites.getAttribute("errors")).isEqualTo("1");
        assertThat(((Element) suites.getElementsByTagName("testcase").item(1)).getAttribute("name"))
                .isEqualTo("mean executive_hours <= 1 h/week");
        assertThat(((Element) suites.getElementsByTagName("failure").item(0)).getAttribute("message"))
                .contains(" h/week (", " in 50 replications");
    }

    @Test
    void eachVariantIsExaminedAndThreadsChangeNothing() throws IOException {
        Files.writeString(
                file, FIRM + "  - mean executive_hours <= 200\nvariants: {slow: {handoff.pace: 3}, quick: {}}\n");
        assertThat(expect("-n", "40", "--threads", "1")).isZero();
        Map<String, String> one = contents();
        assertThat(expect("-n", "40", "--threads", "3")).isZero();
        assertThat(contents()).isEqualTo(one).containsKeys("scenario-1-firm-slow.yaml", "scenario-2-firm-quick.yaml");
        assertThat(expect("-n", "40", "--resume")).isZero();
        assertThat(contents()).isEqualTo(one);
        assertThat(program.execute("verify", path("result"))).isZero();
    }

    @Test
    void anExtendedExaminationIsTheLongerOne() throws IOException {
        expecting("mean executive_hours <= 1 with 99.9 % confidence", "probability of executive_hours >= 0 >= 99.9 %");
        assertThat(expect("-n", "60")).isEqualTo(3);
        Map<String, String> longer = contents();
        assertThat(expect("-n", "30")).isEqualTo(3);
        assertThat(expect("-n", "60", "--extend")).isEqualTo(3);
        assertThat(contents()).isEqualTo(longer);
    }

    @Test
    void jsonIsTheSummary() throws IOException {
        expecting("mean executive_hours <= 200");
        assertThat(expect("-n", "40", "--json")).isZero();
        assertThat(program.out())
                .isEqualTo(Files.readString(folder.resolve("result/summary.json")))
                .contains("\"result\": \"PASS\"");
    }

    @Test
    void mistakesHaveTheirPlace() throws IOException {
        expecting("mean executive_huors <= 50", "p95 executive_hours");
        assertThat(expect()).isEqualTo(2);
        assertThat(program.err().lines())
                .containsExactly(
                        file + ":6:5 expect (executive_huors) is no metric; maybe executive_hours",
                        file + ":7:5 expect (p95 executive_hours) must have the form: estimate <= value, or >=,"
                                + " and perhaps: with 95 % confidence");
        assertThat(program.execute("check", file.toString())).isEqualTo(2);
        assertThat(program.err().lines()).hasSize(2);
    }

    /** As variants, expectations belong to the file that names them. */
    @Test
    void expectationsAreNotInherited() throws IOException {
        expecting("mean executive_hours <= 50");
        Path heir = Files.writeString(folder.resolve("heir.yaml"), "format: 1\nextends: firm.yaml\n");
        assertThat(program.execute("expect", heir.toString(), "-o", path("result")))
                .isEqualTo(2);
        assertThat(program.err()).isEqualTo(heir + ": expect is missing; see docs/studies.md\n");
        assertThat(folder.resolve("result")).doesNotExist();
    }

    private void expecting(String... expectations) throws IOException {
        StringBuilder text = new StringBuilder(FIRM);
        for (String expectation : expectations) {
            text.append("  - ").append(expectation).append('\n');
        }
        Files.writeString(file, text);
    }

    private int expect(String... options) {
        List<String> arguments = new ArrayList<>(List.of("expect", file.toString(), "-o", path("result")));
        arguments.addAll(List.of(options));
        return program.execute(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Map<String, String> contents() throws IOException {
        return StudyFixture.contents(folder.resolve("result"));
    }
}
