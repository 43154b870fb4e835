package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Studies whose scenarios get as many replications as are needed to know something exactly enough. */
class StudyPrecisionTest {
    private static final String TARGET = "executive_hours 1";
    private static final double HALF_WIDTH = 1; // h/week
    private static final Pattern ENOUGH = Pattern.compile("Known as exactly as asked for after ([0-9,]+) replications");

    @TempDir
    private Path folder;

    private TinyStudies studies;

    @BeforeEach
    void listen() throws IOException {
        studies = new TinyStudies(folder);
    }

    @AfterEach
    void hearNoMore() {
        studies.close();
    }

    /**
     * The oracle is the study that is told the number. The journal may hold more: what was looked at to find the number; and the report tells
     * the command.
     */
    @ParameterizedTest
    @MethodSource("dev.handoff.cli.TinyStudies#ofFixedSize")
    void theFilesAreThoseOfTheStudyWithSoManyReplications(List<String> study) throws IOException {
        int code = studies.run("goal", study, "--precision", TARGET);
        Matcher told = ENOUGH.matcher(studies.program().out());
        assertThat(told.find()).as(studies.program().out()).isTrue();
        assertThat(Integer.parseInt(told.group(1))).isBetween(60, 999);
        assertThat(studies.run("plain", study, "-n", told.group(1))).isEqualTo(code);
        assertThat(answer("goal")).isEqualTo(answer("plain"));
        assertThat(studies.verify("goal")).isZero();
        assertThat(studies.program().allErrors()).isEmpty();
    }

    /** Who is better by far is selected soon; all alternatives then go on until they are known so exactly. */
    @Test
    void aComparisonGoesOnAfterItsSelection() throws IOException {
        List<String> compare = List.of("compare", "--difference", "3");
        assertThat(studies.run("plain", compare)).isZero();
        assertThat(studies.run("goal", compare, "--precision", TARGET)).isZero();
        for (String alternative : List.of("slow", "quick")) {
            SummaryStatistics known = hours("goal", alternative);
            assertThat(known.getN()).isGreaterThan(hours("plain", alternative).getN());
            double quantile = new TDistribution(known.getN() - 1.0).inverseCumulativeProbability(0.975);
            assertThat(quantile * known.getStandardDeviation() / Math.sqrt(known.getN()))
                    .isBetween(HALF_WIDTH / 2, HALF_WIDTH);
        }
        assertThat(studies.verify("goal")).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.handoff.cli.TinyStudies#all")
    void whatTheBudgetDoesNotReachIsUndecided(List<String> study) {
        assertThat(studies.run("goal", study, "-n", "60", "--precision", "executive_hours 0.0001"))
                .isEqualTo(4);
        assertThat(studies.program().out()).contains("Not known as exactly as asked for after 60 replications");
        assertThat(studies.program().err())
                .contains("executive_hours 0.0001 would take about", "it goes on to 60 (-n)");
    }

    @ParameterizedTest
    @MethodSource("dev.handoff.cli.TinyStudies#all")
    void mistakesAreToldInALine(List<String> study) {
        assertThat(studies.run("goal", study, "--precision", "executive_huors 1"))
                .isEqualTo(2);
        assertThat(studies.program().err())
                .contains("--precision (executive_huors) is no metric; maybe executive_hours")
                .satisfies(text -> assertThat(text.lines()).hasSize(1));
        assertThat(folder.resolve("goal")).doesNotExist();
    }

    private Map<String, String> answer(String result) throws IOException {
        Map<String, String> contents = studies.contents(result);
        contents.remove("journal.bin");
        contents.remove("report.html");
        return contents;
    }

    private SummaryStatistics hours(String result, String alternative) throws IOException {
        SummaryStatistics hours = new SummaryStatistics();
        Files.readAllLines(folder.resolve(result).resolve("replications.csv")).stream()
                .map(line -> List.of(line.split(",")))
                .filter(cells -> cells.contains(alternative) && cells.contains("executive_hours"))
                .forEach(cells -> hours.addValue(Double.parseDouble(cells.get(cells.size() - 1))));
        return hours;
    }
}
