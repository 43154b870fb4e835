package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.handoff.api.Handoff;
import dev.handoff.api.IntervalEstimate;
import dev.handoff.api.Result;
import dev.handoff.api.Scenario;
import dev.handoff.scenario.ScenarioException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.NumberColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The Java API beside the command with the same settings, seed and number of replications. */
class JavaApiTest {
    private static final String TEXT = """
            format: 1
            name: Two paces
            horizon: 26 weeks
            contacts: {count: 5}
            variants:
              slow: {handoff.pace: 3 weeks}
              fast: {handoff.pace: 1 week}
            """;

    private static final int REPLICATIONS = 12;

    @TempDir
    private static Path folder;

    private static Scenario scenario;
    private static Result result;
    private static JsonNode summary;
    private static String printed;

    @BeforeAll
    static void runBoth() throws IOException {
        Path file = Files.writeString(folder.resolve("paces.yaml"), TEXT);
        try (StudyFixture command = new StudyFixture()) {
            assertThat(command.execute(
                            "run",
                            file.toString(),
                            "--set",
                            "promotion.added-hours=20",
                            "--seed",
                            "7",
                            "-n",
                            Integer.toString(REPLICATIONS),
                            "-o",
                            folder.resolve("out").toString()))
                    .isZero();
            printed = command.out();
        }
        scenario = Handoff.scenario(file.toString())
                .set("promotion.added-hours", 20)
                .seed(7);
        result = scenario.threads(2).run(REPLICATIONS);
        summary = new ObjectMapper().readTree(Files.readString(folder.resolve("out/summary.json")));
    }

    @Test
    void tablesHaveTheCellsOfTheCommandsFiles() throws IOException {
        assertSame(result.curves(), "curves.csv");
        assertSame(result.replications(), "replications.csv");
        assertSame(result.contacts(), "contacts.csv");
    }

    /** Cell by cell; an empty cell of the file is a missing value. */
    private static void assertSame(Table table, String file) throws IOException {
        List<List<String>> lines;
        try (var reader = CsvReader.builder().ofCsvRecord(folder.resolve("out").resolve(file))) {
            lines = reader.stream().map(line -> line.getFields()).toList();
        }
        assertThat(table.columnNames()).isEqualTo(lines.get(0));
        assertThat(table.rowCount()).isEqualTo(lines.size() - 1).isPositive();
        for (int row = 0; row < table.rowCount(); row++) {
            for (int column = 0; column < table.columnCount(); column++) {
                String cell = lines.get(row + 1).get(column);
                if (cell.isEmpty()) {
                    assertThat(table.column(column).isMissing(row)).isTrue();
                } else if (table.column(column) instanceof NumberColumn<?, ?> numbers) {
                    assertThat(numbers.getDouble(row)).isEqualTo(Double.parseDouble(cell));
                } else {
                    assertThat(table.getUnformatted(row, column)).isEqualTo(cell);
                }
            }
        }
    }

    @Test
    void headlinesAndDifferencesAreThoseOfTheSummary() {
        assertThat(result.answer()).isEqualTo(summary.get("answer").asString());
        int checked = 0;
        for (JsonNode variant : summary.get("variants")) {
            String name = variant.get("variant").asString();
            checked += assertIn(result.headlines(), name, variant.get("metrics"));
            if (variant.has("difference_to_twin")) {
                checked += assertIn(result.differencesToTwin(), name, variant.get("difference_to_twin"));
            }
        }
        JsonNode further = summary.get("differences_to_first").get(0);
        checked += assertIn(result.differencesToFirst(), "fast", further.get("metrics"));
        assertThat(checked)
                .isEqualTo(result.headlines().rowCount()
                        + result.differencesToTwin().rowCount()
                        + result.differencesToFirst().rowCount());
    }

    private static int assertIn(Table table, String variant, JsonNode metrics) {
        int rows = 0;
        for (Row row : table) {
            if (row.getString("variant").equals(variant)) {
                JsonNode metric = metrics.get(row.getString("metric"));
                assertThat(row.getString("unit")).isEqualTo(metric.get("unit").asString());
                assertThat(row.getDouble("mean")).isEqualTo(metric.get("mean").asDouble());
                assertThat(row.getDouble("ci_low"))
                        .isEqualTo(metric.get("ci_low").asDouble());
                assertThat(row.getDouble("ci_high"))
                        .isEqualTo(metric.get("ci_high").asDouble());
                assertThat(row.getInt("n")).isEqualTo(metric.get("n").asInt());
                rows++;
            }
        }
        return rows;
    }

    @Test
    void variantsRunByThemselvesArePairedAsInOneRun() {
        Result slow = scenario.variant("slow").run(REPLICATIONS);
        Result fast = scenario.variant("fast").run(REPLICATIONS);
        Table together = result.differencesToFirst();
        Table apart = fast.compare(slow);
        assertThat(apart.column("metric").asList())
                .isEqualTo(together.column("metric").asList());
        for (String column : List.of("mean", "ci_low", "ci_high")) {
            assertThat(apart.doubleColumn(column).asDoubleArray())
                    .isEqualTo(together.doubleColumn(column).asDoubleArray());
        }
    }

    @Test
    void aDifferenceIsThatOfTheReplicationsThatBothHave() {
        Result slow = scenario.variant("slow").run(REPLICATIONS);
        Result fast = scenario.variant("fast").run(REPLICATIONS - 3);
        double[] first = fast.values("fast", "executive_hours");
        double[] second = slow.values("slow", "executive_hours");
        SummaryStatistics differences = new SummaryStatistics();
        IntStream.range(0, first.length).forEach(place -> differences.addValue(first[place] - second[place]));
        double half = new TDistribution(first.length - 1).inverseCumulativeProbability(0.975)
                * differences.getStandardDeviation()
                / Math.sqrt(first.length);
        IntervalEstimate difference = fast.difference(slow, "executive_hours");
        assertThat(first).hasSize(REPLICATIONS - 3);
        assertThat(difference.replications()).isEqualTo(first.length);
        assertThat(difference.mean()).isCloseTo(differences.getMean(), within(1e-12));
        assertThat(difference.high() - difference.mean()).isCloseTo(half, within(1e-9));
        assertThat(difference.mean() - difference.low()).isCloseTo(half, within(1e-9));
    }

    @Test
    void estimatesAreMeansOfTheValues() {
        double[] values = result.values("fast", "capacity_freed");
        assertThat(values).hasSize(REPLICATIONS);
        assertThat(result.estimate("fast", "capacity_freed").mean())
                .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-12));
    }

    @Test
    void nothingThatIsHandedOutLeadsBack() {
        Table curves = result.curves();
        curves.doubleColumn("mean").set(0, 1e9);
        curves.removeColumns("week");
        Arrays.fill(result.values("fast", "capacity_freed"), 1e9);
        assertThat(result.curves().column("week").size())
                .isEqualTo(result.curves().rowCount());
        assertThat(result.curves().doubleColumn("mean").max()).isLessThan(1e9);
        assertThat(result.values("fast", "capacity_freed")).doesNotContain(1e9);
    }

    @Test
    void changesLeaveTheScenarioAsItIs() {
        String before = scenario.settings().toString();
        scenario.set("handoff.pace", "9 weeks").variant("fast").seed(3).threads(1);
        assertThat(scenario.settings()).hasToString(before);
        assertThat(scenario.variants()).containsExactly("slow", "fast");
    }

    @Test
    void settingsAreThoseThatDifferFromTheDefaults() {
        assertThat(Handoff.yaml("format: 1").settings().rowCount()).isZero();
        Table settings =
                Handoff.yaml("format: 1").set("handoff.pace", "9 weeks").settings();
        assertThat(settings.rowCount()).isOne();
        assertThat(settings.row(0).getString("variant")).isEqualTo("base");
        assertThat(settings.row(0).getString("setting")).isEqualTo("handoff.pace");
        assertThat(settings.row(0).getString("value")).isEqualTo("9 weeks");
        assertThat(Handoff.parameters().stringColumn("setting").asList()).contains("handoff.pace");
    }

    @Test
    void picturesShowTheCurvesInTheirInk() {
        for (BufferedImage picture : List.of(result.capacityFreed(), result.burnoutRisk(), result.customerChurn())) {
            assertThat(picture.getWidth()).isEqualTo(960);
            assertThat(picture.getHeight()).isEqualTo(540);
            long inks = Arrays.stream(picture.getRGB(0, 0, 960, 540, null, 0, 960))
                    .distinct()
                    .count();
            assertThat(inks).isGreaterThan(20);
        }
    }

    @Test
    void scenariosOfTheProgramAreKnownByName() throws IOException {
        assertThat(Handoff.scenario("pacing").variants())
                .isEqualTo(Handoff.scenario("scenarios/pacing.yaml").variants())
                .hasSize(5);
        assertThat(Handoff.scenario("staged-handoff"))
                .hasToString(Handoff.scenario("scenarios/staged-handoff.yaml").toString());
    }

    @Test
    void textIsReadAsAFile() {
        assertThat(Handoff.yaml(TEXT).set("promotion.added-hours", 20).settings())
                .hasToString(scenario.settings().toString());
        assertThat(Handoff.yaml(TEXT)
                        .set(Map.of("requests.prompt-urgent", "true"))
                        .set("announcement.active", true))
                .hasToString("Two paces");
    }

    @Test
    void mistakesAreOneLineWithTheNearestName() {
        assertMistake(
                () -> Handoff.scenario("staged-handof"), "scenario (staged-handof) is no file", "maybe staged-handoff");
        assertMistake(() -> Handoff.scenario("nowhere/one.yaml"), "nowhere/one.yaml: does not exist");
        assertMistake(() -> scenario.set("handof.pace", "1 week"), "set handof.pace is unknown", "maybe handoff.pace");
        assertMistake(() -> scenario.set("handoff.pace", "1 weak"), "set handoff.pace (1 weak)");
        assertMistake(
                () -> Handoff.yaml("format: 1\nhandoff: {pace: -1 week}"), "scenario.yaml:2:17 handoff.pace (-1 week)");
        assertMistake(() -> scenario.variant("fats"), "variant (fats) is no variant of paces", "maybe fast");
    }

    private static void assertMistake(Runnable action, String... parts) {
        assertThatThrownBy(action::run)
                .isInstanceOf(ScenarioException.class)
                .message()
                .contains(parts)
                .doesNotContain("\n");
    }

    @Test
    void questionsThatHaveNoAnswerAreRefused() {
        Result other = scenario.variant("slow").seed(8).run(2);
        Result slow = scenario.variant("slow").run(2);
        assertRefused(() -> result.estimate("capacity_freed"), "there are slow, fast");
        assertRefused(() -> slow.estimate("capacity_fred"), "metric (capacity_fred) is unknown; maybe capacity_freed");
        assertRefused(() -> slow.estimate("slo", "capacity_freed"), "variant (slo) is unknown; maybe slow");
        assertRefused(() -> slow.compare(other), "other seeds (7 and 8)");
        assertRefused(() -> slow.compare(result), "there are slow, fast");
        assertRefused(() -> slow.difference(other, "capacity_freed"), "other seeds (7 and 8)");
        assertRefused(() -> scenario.run(0), "replications (0) must be 1 or more");
        assertRefused(() -> scenario.threads(0).run(1), "threads (0) must be 1 or more");
    }

    private static void assertRefused(Runnable action, String part) {
        assertThatThrownBy(action::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part);
    }

    @Test
    void numbersAreReadWithTheirUnits() {
        assertThat(new IntervalEstimate("customer_churn", "share", false, 400, 0.2991, 0.2862, 0.312))
                .hasToString("29.9 % (28.6 to 31.2)");
        assertThat(new IntervalEstimate("customer_churn", "share", true, 400, -0.05, -0.0612, -0.0388))
                .hasToString("-5.0 points (-6.1 to -3.9)");
        assertThat(new IntervalEstimate("capacity_freed", "h/week", false, 1, 12.34, Double.NaN, Double.NaN))
                .hasToString("12.3 h/week");
        assertThat(new IntervalEstimate("x", "h", true, 9, 1, -1, 3).covers(0)).isTrue();
        assertThat(new IntervalEstimate("x", "h", true, 9, 2, 1, 3).covers(0)).isFalse();
    }

    /* Lines are as long as the terminal, and curves need its characters: so word by word. */
    @Test
    void printedItIsTheScreenOfTheCommand() {
        List<String> words = words(result.toString());
        assertThat(words).hasSizeGreaterThan(100);
        assertThat(words(printed)).startsWith("Two", "paces").containsAll(words);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> word.matches("[\\w.:,;%()'/-]+"))
                .toList();
    }
}
