package dev.handoff.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.experiment.Arm;
import dev.handoff.experiment.Control;
import dev.handoff.experiment.Curve;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.Variant;
import dev.handoff.experiment.Worlds;
import dev.handoff.metric.Metric;
import dev.handoff.model.World;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class ReportTest {
    private static final String STAGED = "format: 1\nname: Staged\nquestion: Does it pay?\nhorizon: 16 weeks\n"
            + "contacts: {count: 6, name: \"Client, key\"}\nhandoff: {mode: staged, pace: 1 week}\n";

    private static final Provenance PROVENANCE =
            new Provenance("1", "abc", "handoff", List.of(), Map.of(), new Circumstances(Map.of()), Instant.now());

    @TempDir
    private Path folder;

    /** Without contacts and duties nothing happens but burnout's clock, so every line is known. */
    @Test
    void tablesHoldOneObservationALine() throws IOException {
        String nobody = "format: 1\nhorizon: 2 weeks\ncontacts: {count: 0}\nexecutive: {duty-hours: 0 h/week}\n"
                + "promotion: {added-hours: 0 h/week}\nhandoff: {mode: none}\nburnout: {active: false}\n";
        try (Outcome outcome = write(nobody, 3, Worlds.PLAIN)) {
            List<String> curves = Files.readAllLines(folder.resolve("curves.csv"));
            assertThat(curves)
                    .startsWith(
                            "scenario,variant,week,metric,unit,n,mean,ci_low,ci_high,p10,p25,p50,p75,p90",
                            "firm,base,0,capacity_freed,h/week,3,0,0,0,0,0,0,0,0",
                            "firm,base,1,capacity_freed,h/week,3,0,0,0,0,0,0,0,0",
                            "firm,base,2,capacity_freed,h/week,3,0,0,0,0,0,0,0,0",
                            "firm,base,0,capacity_freed_of_all,h/week,3,0,0,0,0,0,0,0,0")
                    .contains(
                            "firm,base,2,burnout_risk,probability,3,0,0,0.561497,0,0,0,0,0",
                            "firm,base,2,customer_churn,share,0,,,,,,,,");
            assertThat(Files.readAllLines(folder.resolve("replications.csv")))
                    .startsWith("scenario,variant,replication,metric,unit,value", "firm,base,0,capacity_freed,h/week,0")
                    .contains("firm,base,2,customer_churn,share,", "firm,base,1,payback_week,weeks,");
            assertThat(Files.readString(folder.resolve("contacts.csv")))
                    .isEqualTo("scenario,variant,contact,name,type,n,left_share,left_ci_low,left_ci_high,"
                            + "accepted_share,median_acceptance_week\n");
            assertThat(outcome.results()).hasSize(1);
        }
    }

    @Test
    void tablesCanBeReadAgain() throws IOException {
        try (Outcome outcome = write(STAGED, 5, Worlds.PLAIN)) {
            Tables tables = new Tables(folder);
            Table curves = tables.curves();
            Curve strain = outcome.results().get(1).curve(Metric.STRAIN);
            Table row = curves.where(curves.stringColumn("variant")
                    .isEqualTo("no delegation")
                    .and(curves.stringColumn("metric").isEqualTo("strain"))
                    .and(curves.intColumn("week").isEqualTo(16)));
            assertThat(row.rowCount()).isEqualTo(1);
            assertThat(row.doubleColumn("mean").get(0)).isCloseTo(strain.mean(16), within(1e-4));
            assertThat(row.doubleColumn("ci_high").get(0)).isCloseTo(strain.high(16), within(1e-4));

            Arm arm = outcome.results().get(0).arm();
            Table values = tables.replications();
            assertThat(values.where(values.stringColumn("variant")
                                    .isEqualTo("base")
                                    .and(values.stringColumn("metric").isEqualTo("executive_hours")))
                            .doubleColumn("value")
                            .asDoubleArray())
                    .containsExactly(outcome.values(arm, Measure.of(Metric.EXECUTIVE_HOURS)), within(1e-4));

            Table contacts = tables.contacts();
            assertThat(contacts.rowCount()).isEqualTo(12);
            assertThat(contacts.stringColumn("name").get(0)).startsWith("Client, key");
        }
    }

    @Test
    void theManifestListsEveryOtherFileWithItsHash() throws IOException {
        write(STAGED, 3, Worlds.PLAIN).close();
        Manifest manifest = Manifest.in(folder);
        assertThat(manifest.sha256().keySet())
                .containsExactlyInAnyOrder(
                        "curves.csv",
                        "replications.csv",
                        "contacts.csv",
                        "summary.json",
                        "report.html",
                        "scenario.yaml",
                        "capacity_freed.png",
                        "capacity_freed.svg",
                        "burnout_risk.png",
                        "burnout_risk.svg",
                        "customer_churn.png",
                        "customer_churn.svg",
                        "rows-1.bin",
                        "rows-2.bin");
        OwnFolder.requireReplaceable(folder);
    }

    @Test
    void theResolvedScenarioReadsAsTheSame() throws IOException {
        write(STAGED, 2, Worlds.PLAIN).close();
        ScenarioFile again = ScenarioReader.read(folder.resolve("scenario.yaml"));
        ScenarioFile first = ScenarioReader.parse("firm.yaml", STAGED, List.of());
        assertThat(again.variants().get(0).scenario())
                .isEqualTo(first.variants().get(0).scenario());
    }

    @Test
    void picturesFillASlide() throws IOException {
        write(STAGED, 3, Worlds.PLAIN).close();
        var image = ImageIO.read(folder.resolve("burnout_risk.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
        assertThat(Files.readString(folder.resolve("burnout_risk.svg")))
                .contains("How likely is the executive to burn out?", "Does it pay?", "middle definition")
                .contains("10 to 90 % of replications: the risk that each one carried");
        assertThat(Files.readString(folder.resolve("capacity_freed.svg"))).contains("Mean of 4 weeks");
    }

    @Test
    void aShareIsDrawnFromZeroOnThoughItsIntervalReachesBelow() throws IOException {
        String few = STAGED.replace("count: 6", "count: 2") + "churn: {customer-hazard: 1 /year}\n";
        try (Outcome outcome = write(few, 3, Worlds.PLAIN)) {
            Curve churn = outcome.results().get(0).curve(Metric.CUSTOMER_CHURN);
            assertThat(churn.low(16)).isNegative();
            String svg = Files.readString(folder.resolve("customer_churn.svg"));
            assertThat(Math.round(number(svg, "<path d=\"M[0-9.]+ ([0-9.]+) [^\"]*\" style=\"fill:none")))
                    .as("height of week 0, where nobody is lost yet")
                    .isEqualTo(
                            Math.round(number(svg, "<line [^>]*y1=\"([0-9.]+)\"[^>]*y2=\"[0-9.]+\"\\s*/>\\s*<text")));
        }
    }

    @Test
    void aDateBelowANarrowAxisIsNotCut() throws IOException {
        String dated = STAGED + "start: 2027-01-04\nchurn: {customer-hazard: 1 /year}\n";
        try (Outcome outcome = write(dated, 9, Worlds.PLAIN)) {
            assertThat(outcome.completed()).isEqualTo(9);
            String svg = Files.readString(folder.resolve("customer_churn.svg"));
            assertThat(number(svg, "<text x=\"(-?[0-9]+)\"[^>]*>0 \\(2027-01-04\\)<"))
                    .isNotNegative();
        }
    }

    private static double number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void withoutCustomersWordsAndPicturesSaySo() throws IOException {
        try (Outcome outcome = write(STAGED.replace("count: 6", "count: 0"), 3, Worlds.PLAIN)) {
            assertThat(Answer.to(outcome)).endsWith("and there are no customers to lose.");
            assertThat(Screen.of(subject(STAGED), outcome, new Terminal(true, false, 120)))
                    .doesNotContain("NaN");
            assertThat(Files.readString(folder.resolve("customer_churn.svg")))
                    .contains(">There are no customers, so none can be lost.<", ">16<")
                    .doesNotContain("NaN");
        }
    }

    @Test
    void theAnswerIsWrappedAtWordsOfANarrowScreen() throws IOException {
        try (Outcome outcome = write(STAGED, 5, Worlds.PLAIN)) {
            String screen = Screen.of(subject(STAGED), outcome, new Terminal(true, false, 60));
            String answer = screen.substring(screen.indexOf("Delegation frees"));
            assertThat(answer.lines()).allMatch(line -> line.length() <= 60).hasSizeGreaterThan(3);
            assertThat(answer.replace("\n", " ").strip()).isEqualTo(Answer.to(outcome));
        }
    }

    @Test
    void theScreenNamesTheDateOfWeekZero() throws IOException {
        String dated = STAGED + "start: 2027-01-04\n";
        try (Outcome outcome = write(dated, 2, Worlds.PLAIN)) {
            assertThat(Screen.of(subject(dated), outcome, new Terminal(true, false, 120)))
                    .contains("seed 7", "week 0 begins on 2027-01-04");
        }
    }

    @Test
    void failuresAreRowsWithTheCommandThatRepeatsThem() throws IOException {
        Worlds worlds = (arm, seed, replication) -> new World(
                arm.scenario(), seed, replication, replication == 1 && !arm.added() ? ReportTest::fail : null);
        try (Outcome outcome = write(STAGED, 3, worlds)) {
            List<String> rows = Files.readAllLines(folder.resolve("failures.csv"));
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0)).isEqualTo("scenario,variant,seed,replication,week,event,message,command");
            assertThat(rows.get(1))
                    .startsWith("firm,base,7,1,")
                    .endsWith(",IllegalStateException: on purpose,handoff run firm.yaml --seed 7 --only 1");
            String screen = Screen.of(subject(STAGED), outcome, new Terminal(false, false, 100));
            assertThat(screen)
                    .contains("1 of 3 replications failed and are left out:")
                    .contains("handoff run firm.yaml --seed 7 --only 1");
        }
    }

    private static void fail(World world) {
        throw new IllegalStateException("on purpose");
    }

    @Test
    void anAsciiScreenIsPlain() throws IOException {
        try (Outcome outcome = write(STAGED, 3, Worlds.PLAIN)) {
            String screen = Screen.of(subject(STAGED), outcome, new Terminal(false, false, 80));
            assertThat(screen).matches("[\\x20-\\x7e\\n]+").contains("Capacity freed, mean week", "Customers lost");
            assertThat(screen.lines().filter(line -> !line.startsWith("Delegation")))
                    .allMatch(line -> line.length() <= 80);
            assertThat(Screen.of(subject(STAGED), outcome, new Terminal(true, true, 80)))
                    .contains("\u001b[1m", "\u2588");
        }
    }

    @Test
    void theAnswerSaysWhenNoDifferenceIsSeen() throws IOException {
        try (Outcome outcome = write(STAGED, 3, Worlds.PLAIN)) {
            assertThat(outcome.results()
                            .get(0)
                            .difference(Measure.of(Metric.BURNOUT_RISK))
                            .coversZero())
                    .isTrue();
            assertThat(Answer.to(outcome)).contains("no difference seen from no delegation");
        }
    }

    private Outcome write(String text, int replications, Worlds worlds) throws IOException {
        ScenarioFile file = ScenarioReader.parse("firm.yaml", text, List.of());
        List<Variant> variants = file.variants().stream()
                .map(variant -> new Variant(variant.name(), variant.scenario()))
                .toList();
        Path spools = Files.createTempDirectory("spools");
        spools.toFile().deleteOnExit();
        Outcome outcome = new Experiment(variants, 7, 0, replications, 2).run(spools, new Control(), worlds);
        Report.write(folder, List.of(), subject(text), outcome, PROVENANCE);
        return outcome;
    }

    private static Subject subject(String text) {
        return Subjects.of(ScenarioReader.parse("firm.yaml", text, List.of()), "handoff run firm.yaml");
    }
}
