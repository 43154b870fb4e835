package dev.handoff.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.cli.Typed;
import dev.handoff.page.StoredWorkbook.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ResultsWorkbookTest {
    private static final String COMMAND = "handoff run firm.yaml --seed 1 -n 5";
    private static final String FIRM =
            "# Does it pay?\nformat: 1\nname: Two paces\nhorizon: 9 weeks\nstart: 2027-01-04\n"
                    + "contacts:\n  - {count: 1, name: '=1+1'}\n  - {count: 3, rate: 2 /week}\n"
                    + "handoff: {mode: staged, pace: 1 week}\n"
                    + "variants:\n  '=SUM(A1)': {handoff.pace: 1 week}\n  '@slow': {handoff.pace: 2 weeks, horizon: 7 weeks}\n";
    private static final List<String> ARMS =
            List.of("=SUM(A1)", "@slow", "no delegation (=SUM(A1))", "no delegation (@slow)");

    @TempDir
    private static Path shared;

    private static Path result;
    private static StoredWorkbook book;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run() throws IOException {
        Path firm = Files.writeString(shared.resolve("firm.yaml"), FIRM);
        result = shared.resolve("result");
        List<String> command = List.of("run", firm.toString(), "-n", "5", "--quiet", "-o", result.toString());
        assertThat(Typed.of(command)).isEqualTo(new Typed(0, ""));
        Path file = shared.resolve(ResultsWorkbook.NAME);
        ResultsWorkbook.write(result, COMMAND, file);
        book = new StoredWorkbook(file);
    }

    @Test
    void tablesAreThoseOfTheFilesWithNumbersAsNumbers() throws IOException {
        assertThat(book.sheetNames())
                .containsExactly(
                        "Summary",
                        "Charts",
                        "Curves",
                        "Bands",
                        "Metrics",
                        "All curves",
                        "Replications",
                        "Contacts",
                        "Settings",
                        "How to repeat",
                        "Columns");
        compare("All curves", "curves.csv");
        compare("Contacts", "contacts.csv");
        assertThat(book.cell("All curves", "C2")).isEqualTo(new Value("n", "0"));
        assertThat(book.cell("All curves", "D2")).isEqualTo(new Value("s", "capacity_freed"));
    }

    private static void compare(String sheet, String file) throws IOException {
        int row = 1;
        try (CsvFile table = new CsvFile(result.resolve(file))) {
            int columns = table.columns().size();
            assertThat(book.row(sheet, row, columns)).isEqualTo(table.columns());
            for (CsvRecord record = table.next(); record != null; record = table.next()) {
                row++;
                assertThat(book.row(sheet, row, columns)).isEqualTo(record.getFields());
            }
        }
        assertThat(book.cell(sheet, "A" + (row + 1))).isNull();
    }

    @Test
    void everyReplicationIsARowWithItsValues() throws IOException {
        int columns = book.row("Replications", 1, 150).indexOf("");
        List<String> head = book.row("Replications", 1, columns);
        Map<List<String>, String> cells = new HashMap<>();
        for (int row = 2; row <= 1 + 5 * ARMS.size(); row++) {
            List<String> values = book.row("Replications", row, columns);
            for (int column = 2; column < columns; column++) {
                cells.put(List.of(values.get(0), values.get(1), head.get(column)), values.get(column));
            }
        }
        int compared = 0;
        try (CsvFile table = new CsvFile(result.resolve("replications.csv"))) {
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                String title = row.getField(3) + ", " + row.getField(4);
                assertThat(cells).containsEntry(List.of(row.getField(1), row.getField(2), title), row.getField(5));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(5 * ARMS.size() * 50);
    }

    /** What a chart draws is looked up by its references: lines are the means, stacked areas reach from edge to edge of the bands. */
    @Test
    void chartsDrawTheMeansAndTheirIntervals() throws IOException {
        List<String> metrics = List.of("capacity_freed", "burnout_risk", "customer_churn");
        Curves curves = Curves.read(result, Set.copyOf(metrics));
        for (int chart = 0; chart < metrics.size(); chart++) {
            Document xml = book.xml("xl/charts/chart" + (chart + 1) + ".xml");
            List<Element> series = StoredWorkbook.elements(xml, "c:ser");
            assertThat(series).hasSize(3 * ARMS.size());
            double[] reached = new double[10];
            for (int arm = 0; arm < ARMS.size(); arm++) {
                List<String> below = values(series.get(2 * arm));
                List<String> band = values(series.get(2 * arm + 1));
                List<String> line = values(series.get(2 * ARMS.size() + arm));
                int horizon = arm == 1 || arm == 3 ? 7 : 9;
                assertThat(line).hasSize(horizon + 1);
                assertThat(weeks(series.get(2 * ARMS.size() + arm)))
                        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
                for (int week = 0; week <= horizon; week++) {
                    String metric = metrics.get(chart);
                    assertThat(line.get(week)).isEqualTo(curves.text(ARMS.get(arm), metric, week, Curves.MEAN));
                    reached[week] += Double.parseDouble(below.get(week));
                    assertThat(reached[week]).isCloseTo(number(curves, arm, metric, week, Curves.LOW), within(1e-12));
                    reached[week] += Double.parseDouble(band.get(week));
                    assertThat(reached[week]).isCloseTo(number(curves, arm, metric, week, Curves.HIGH), within(1e-12));
                }
            }
            assertThat(StoredWorkbook.elements(xml, "c:legendEntry")).hasSize(2 * ARMS.size());
        }
    }

    private static double number(Curves curves, int arm, String metric, int week, int column) {
        return Double.parseDouble(curves.text(ARMS.get(arm), metric, week, column));
    }

    private static List<String> values(Element series) {
        Element values = (Element) series.getElementsByTagName("c:val").item(0);
        return book.range(values.getElementsByTagName("c:f").item(0).getTextContent());
    }

    private static List<String> weeks(Element series) {
        Element weeks = (Element) series.getElementsByTagName("c:cat").item(0);
        return book.range(weeks.getElementsByTagName("c:f").item(0).getTextContent());
    }

    @Test
    void noTextIsAFormula() throws IOException {
        for (int sheet = 1; sheet <= book.sheetNames().size(); sheet++) {
            Document xml = book.xml("xl/worksheets/sheet" + sheet + ".xml");
            assertThat(StoredWorkbook.elements(xml, "f")).isEmpty();
        }
        assertThat(book.cells("Curves").values()).contains(new Value("s", "=SUM(A1)"), new Value("s", "@slow"));
        assertThat(book.cells("Contacts").values()).contains(new Value("s", "=1+1"));
    }

    @Test
    void theSummaryHasTheAnswerAndTheHeadlinesOfAllVariants() throws IOException {
        Node summary = Node.read(result.resolve("summary.json"));
        assertThat(book.cell("Summary", "A1").text()).isEqualTo("Two paces");
        assertThat(book.cell("Summary", "A2").text()).isEqualTo("Does it pay?");
        assertThat(book.cell("Summary", "A3").text()).isEqualTo(summary.text("answer"));
        int hours = IntStream.range(1, 40)
                .filter(row -> book.row("Summary", row, 1).get(0).startsWith("Executive's hours, mean week"))
                .findFirst()
                .orElseThrow();
        List<String> expected = new ArrayList<>();
        for (Node variant : summary.list("variants")) {
            Node estimate = variant.at("metrics").at("executive_hours");
            List.of("mean", "ci_low", "ci_high").forEach(key -> expected.add(estimate.text(key)));
        }
        assertThat(book.row("Summary", hours, 1 + expected.size()).subList(1, 1 + expected.size()))
                .isEqualTo(expected);
    }

    @Test
    void settingsSayWhatDiffersInWhichUnitAndWhatItRestsOn() {
        List<String> head = book.row("Settings", 1, 11);
        assertThat(head)
                .containsExactly(
                        "setting",
                        "sum a1",
                        "slow",
                        "unit",
                        "default",
                        "differs",
                        "takes part",
                        "plausible",
                        "evidence",
                        "meaning",
                        "source");
        assertThat(setting("handoff.pace").subList(1, 9))
                .containsExactly("1", "2", "weeks", "3", "yes", "yes", "from 0 to 12", "a decision");
        assertThat(setting("contacts[2].rate").subList(1, 4)).containsExactly("2", "2", "/week");
        assertThat(setting("reactance.strength").subList(5, 7)).containsExactly("", "yes");
        assertThat(setting("growth.sales-share").get(6)).isEqualTo("no");
        assertThat(setting("habit.initial").get(8)).isEqualTo("assumption");
    }

    private static List<String> setting(String path) {
        return IntStream.range(2, 400)
                .mapToObj(row -> book.row("Settings", row, 11))
                .filter(row -> row.get(0).equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Every part is of a declared type, and every relation leads to a part. */
    @Test
    void thePartsNameEachOther() throws IOException {
        assertThat(book.partNames().get(0)).isEqualTo("[Content_Types].xml");
        Set<String> declared = new HashSet<>();
        StoredWorkbook.elements(book.xml("[Content_Types].xml"), "Override")
                .forEach(each -> declared.add(each.getAttribute("PartName").substring(1)));
        assertThat(book.partNames())
                .filteredOn(part -> !part.endsWith(".rels") && !part.equals("[Content_Types].xml"))
                .containsExactlyInAnyOrderElementsOf(declared);
        for (String part : book.partNames()) {
            if (part.endsWith(".rels")) {
                Path home = Path.of(part).getParent().resolveSibling("here");
                for (Element relation : StoredWorkbook.elements(book.xml(part), "Relationship")) {
                    Path target =
                            home.resolveSibling(relation.getAttribute("Target")).normalize();
                    assertThat(book.partNames()).contains(target.toString());
                }
            }
        }
        assertThat(StoredWorkbook.elements(book.xml("docProps/core.xml"), "dcterms:created"))
                .isEmpty();
    }

    @Test
    void headsStayInSightAndArePrintedOnEveryPage() throws IOException {
        Element pane = StoredWorkbook.elements(book.xml("xl/worksheets/sheet6.xml"), "pane")
                .get(0);
        assertThat(List.of(pane.getAttribute("state"), pane.getAttribute("ySplit")))
                .containsExactly("frozen", "1");
        assertThat(StoredWorkbook.elements(book.xml("xl/workbook.xml"), "definedName"))
                .filteredOn(name -> name.getAttribute("name").equals("_xlnm.Print_Titles"))
                .extracting(Element::getTextContent)
                .contains("'All curves'!$1:$1", "'Settings'!$1:$1");
    }

    @Test
    void equalFoldersGiveEqualBytesInAnyTimeZone() throws IOException {
        Path again = folder.resolve(ResultsWorkbook.NAME);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            ResultsWorkbook.write(result, COMMAND, again);
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(again).hasSameBinaryContentAs(shared.resolve(ResultsWorkbook.NAME));
    }

    @Test
    void whatASheetHasNoRoomForIsTold() throws IOException {
        Path file = folder.resolve(ResultsWorkbook.NAME);
        ResultsWorkbook.write(result, COMMAND, file, 12);
        StoredWorkbook small = new StoredWorkbook(file);
        String note =
                "The sheet Replications ends before 10 more rows, for which a sheet has no room; replications.csv has all.";
        assertThat(small.row("Replications", 11, 2)).containsExactly(ARMS.get(1), "4");
        assertThat(small.cell("Replications", "A12").text()).isEqualTo(note);
        assertThat(small.cells("Summary").values()).contains(new Value("s", note));
        assertThat(small.cell("All curves", "A12").text()).startsWith("The sheet All curves ends before ");
        assertThat(small.cell("All curves", "A13")).isNull();
    }

    @Test
    void aStudyHasItsAnswersAndItsTables() throws IOException {
        Path firm = Files.writeString(folder.resolve("firm.yaml"), FIRM);
        Path study = folder.resolve("study");
        List<String> command = List.of(
                "sweep",
                firm.toString(),
                "--variant",
                "@slow",
                "-n",
                "2",
                "--vary",
                "handoff.pace=1 week,2 weeks",
                "--xlsx",
                "--quiet",
                "-o",
                study.toString());
        assertThat(Typed.of(command)).isEqualTo(new Typed(0, ""));
        StoredWorkbook of = new StoredWorkbook(study.resolve(ResultsWorkbook.NAME));
        assertThat(of.sheetNames())
                .containsExactly(
                        "Summary", "Pictures", "Points", "Replications", "Settings", "How to repeat", "Columns");
        assertThat(of.row("Points", 1, 3)).containsExactly("point", "handoff.pace", "metric");
        assertThat(of.cell("Points", "A2")).isEqualTo(new Value("n", "1"));
        assertThat(of.cells("Columns").values()).contains(new Value("s", "points.csv"));
        List<Path> pictures;
        try (Stream<Path> files = Files.list(study)) {
            pictures = files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
        assertThat(pictures).hasSize(4);
        List<String> kept =
                of.partNames().stream().filter(part -> part.endsWith(".png")).toList();
        assertThat(kept).hasSameSizeAs(pictures);
        for (int picture = 0; picture < pictures.size(); picture++) {
            assertThat(of.part(kept.get(picture))).isEqualTo(Files.readAllBytes(pictures.get(picture)));
        }
        String repeat = of.cell("How to repeat", "A3").text();
        assertThat(repeat).startsWith("handoff sweep " + firm).doesNotContain("--xlsx", "--quiet");
    }

    @Test
    void whatIsMissingOrDamagedIsNamed() throws IOException {
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.copy(result.resolve("summary.json"), damaged.resolve("summary.json"));
        Path file = folder.resolve(ResultsWorkbook.NAME);
        assertThatThrownBy(() -> ResultsWorkbook.write(damaged, COMMAND, file)).isInstanceOf(NoSuchFileException.class);
        String curves = Files.readString(result.resolve("curves.csv"));
        Files.writeString(damaged.resolve("curves.csv"), curves.replaceFirst("(,3,strain,h/week,5,)[^,]+", "$1=2"));
        assertThatThrownBy(() -> ResultsWorkbook.write(damaged, COMMAND, file))
                .hasMessage("curves.csv has a value that is no number: =2");
        assertThat(file).doesNotExist();
    }
}
