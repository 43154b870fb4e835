package dev.handoff.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.cli.Typed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final String FIRM = "# Does it pay?\nformat: 1\nname: Two stages\nhorizon: 16 weeks\n"
            + "contacts: {count: 6}\nhandoff: {mode: staged, pace: 1 week}\n";
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\\u2028'";

    @TempDir
    private static Path shared;

    private static String firm; // the page of a run with seven replications

    @TempDir
    private Path folder;

    private Path result;

    @BeforeAll
    static void run() throws IOException {
        firm = run(shared, FIRM, 7);
    }

    /** Digit by digit: a page is made from files alone. */
    @Test
    void theCurvesOfAPageAreThoseOfItsTable() throws IOException {
        Node data = data(firm);
        assertThat(texts(data.list("weeks"))).containsExactlyElementsOf(upTo(16));
        Map<List<String>, List<String>> table = table(shared.resolve("result"));
        for (Node chart : data.list("charts")) {
            for (int arm = 0; arm < 2; arm++) {
                for (int column = 0; column < Curves.COLUMNS.size(); column++) {
                    String key = List.of("mean", "low", "high", "p10", "p25", "p75", "p90")
                            .get(column);
                    assertThat(texts(chart.list("curves").get(arm).list(key)))
                            .isEqualTo(table.get(List.of(
                                    List.of("base", "no delegation").get(arm),
                                    chart.text("id"),
                                    Curves.COLUMNS.get(column))));
                }
            }
        }
        assertThat(texts(data.list("charts").stream()
                        .map(chart -> chart.at("id"))
                        .toList()))
                .containsExactly("capacity_freed", "burnout_risk", "customer_churn");
    }

    /** Every lost customer has one cause, so the layers of the stack reach up to the curve. */
    @Test
    void causesAddUpToTheCustomersLost() throws IOException {
        Node data = data(run(FIRM + "churn: {customer-hazard: 2 /year}\n", 9));
        Node losses = data.list("stacks").get(1);
        List<Node> lost = data.list("charts").get(2).list("curves").get(0).list("mean");
        assertThat(Double.parseDouble(lost.get(16).text())).isPositive();
        for (int week = 0; week <= 16; week++) {
            double sum = 0;
            for (Node part : losses.list("values").get(0).items()) {
                sum += Double.parseDouble(part.items().get(week).text());
            }
            assertThat(sum).isCloseTo(Double.parseDouble(lost.get(week).text()), within(1e-4));
        }
    }

    @Test
    void theAnswerStandsInThePageWithItsNumbers() throws IOException {
        Node summary = Node.read(shared.resolve("result").resolve("summary.json"));
        assertThat(firm)
                .contains(
                        "<h1>Does it pay?</h1>", "<p class=\"answer\">" + Html.escaped(summary.text("answer")) + "</p>")
                .contains("<code>handoff run " + shared.resolve("firm.yaml") + " --seed 1 -n 7</code>");
        Node hours = summary.list("variants").get(0).at("metrics").at("executive_hours");
        String cell = String.format(
                Locale.ROOT,
                "%.1f (%.1f\u00a0to\u00a0%.1f)",
                hours.number("mean"),
                hours.number("ci_low"),
                hours.number("ci_high"));
        assertThat(firm)
                .contains("<tr><th scope=\"row\">Executive&#39;s hours, mean week, h/week</th><td class=\"n\">" + cell
                        + "</td>");
        assertThat(firm).contains("<tr><th scope=\"row\">handoff.pace</th><td>3 weeks</td><td>1 weeks</td>");
    }

    @Test
    void assumptionsAreGradedAndOnlyOfWhatTakesPart() throws IOException {
        String page = run(FIRM + "reactance: {active: false}\n", 2);
        String assumptions = page.substring(page.indexOf("id=\"assumptions\""), page.indexOf("id=\"appendix\""));
        assertThat(assumptions)
                .contains("<tr><th scope=\"row\">habit.initial</th>", "<td>assumption</td>", "<td>published</td>")
                .contains("<td>calibrated to published figures</td>")
                .doesNotContain(">reactance.strength<", ">handoff.pace<", ">growth.sales-share<");
    }

    @Test
    void whatIsNotKnownIsLeftEmpty() throws IOException {
        String page = run(FIRM.replace("count: 6", "count: 0"), 2);
        assertThat(page)
                .contains(
                        "<tr><th scope=\"row\">Customers lost by week 16, %</th><td class=\"n\"></td><td class=\"n\"></td><td class=\"n\"></td></tr>")
                .doesNotContain("NaN");
        assertThat(texts(data(page).list("charts").get(2).list("curves").get(0).list("mean")))
                .containsOnly("");
    }

    @Test
    void whatAUserWritesIsTextAndNothingElse() throws IOException {
        String page = run(
                "# " + HOSTILE + "\nformat: 1\nname: \"" + HOSTILE + "\"\nhorizon: 3 weeks\n"
                        + "contacts: {count: 2, name: \"" + HOSTILE + "\"}\nvariants:\n"
                        + "  \"" + HOSTILE + "\": {handoff.mode: none}\n  other: {handoff.mode: abrupt}\n",
                2);
        assertThat(page).doesNotContain("<img").contains("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
        assertThat(count(page, "<script")).isEqualTo(3);
        assertThat(count(page, "</script")).isEqualTo(3);
        assertThat(data(page).list("arms").get(0).text("label")).isEqualTo(HOSTILE.replace("\\u2028", "\u2028"));
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        assertThat(firm)
                .contains("default-src 'none'; img-src data:;")
                .doesNotContain("@import", "url(", "unsafe-inline");
        Matcher links = Pattern.compile("\\b(?:src|href|action)=\"([^\"]*)\"").matcher(firm);
        assertThat(links.results().map(link -> link.group(1)).filter(link -> !link.matches("#[a-z]+|data:,")))
                .isEmpty();
    }

    /** Ten variants with a twin each: what is thinned, and what never is, with six digits for every number. */
    @Test
    void aDecadeOfTenVariantsIsASmallPage() throws IOException {
        List<String> arms = IntStream.range(0, 20).mapToObj(arm -> "arm " + arm).toList();
        Files.writeString(
                folder.resolve("summary.json"),
                "{\"replications\": 9, \"variants\": ["
                        + arms.stream()
                                .map(arm -> "{\"variant\": \"" + arm + "\", \"horizon_weeks\": 520}")
                                .collect(Collectors.joining(","))
                        + "]}");
        StringBuilder curves = new StringBuilder("variant,metric," + String.join(",", Curves.COLUMNS) + "\n");
        for (String metric : List.of(
                "capacity_freed",
                "burnout_risk",
                "customer_churn",
                "hours_direct",
                "hours_duties",
                "hours_callback",
                "hours_follow_up",
                "hours_planning",
                "hours_appeal",
                "hours_check_in",
                "hours_redirect",
                "churn_wait",
                "churn_error",
                "churn_forced",
                "churn_natural")) {
            for (String arm : arms) {
                for (int week = 0; week <= 520; week++) {
                    curves.append(arm)
                            .append(',')
                            .append(metric)
                            .append((",0." + (123456 + week)).repeat(7))
                            .append('\n');
                }
            }
        }
        Files.writeString(folder.resolve("curves.csv"), curves);
        String page = ReportPage.text(folder, "handoff run firm.yaml --seed 1 -n 9");
        assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
        Node data = data(page);
        assertThat(data.list("arms")).hasSize(20);
        assertThat(texts(data.list("weeks"))).isEqualTo(upTo(520));
        assertThat(texts(data.list("fanWeeks"))).startsWith("0", "4", "8").endsWith("516", "520");
        Node stack = data.list("stacks").get(0).list("values").get(19);
        assertThat(stack.items()).hasSize(8);
        assertThat(texts(stack.items().get(0).items()))
                .startsWith("0.12346", "0.12346")
                .hasSize(131);
    }

    @Test
    void eachVariantIsComparedWithTheFirst() throws IOException {
        String page = run(FIRM + "variants: {quick: {}, slow: {handoff.pace: 3 weeks}}\n", 5);
        Node summary = Node.read(result.resolve("summary.json"));
        double difference = summary.list("differences_to_first")
                .get(0)
                .at("metrics")
                .at("capacity_freed")
                .number("mean");
        List<Node> arms = summary.list("variants");
        assertThat(difference)
                .isCloseTo(
                        arms.get(1).at("metrics").at("capacity_freed").number("mean")
                                - arms.get(0).at("metrics").at("capacity_freed").number("mean"),
                        within(1e-4));
        assertThat(page)
                .contains(
                        "<caption>Less \u201cquick\u201d, with 95 % intervals</caption>",
                        "<caption>Where the scenarios differ</caption>");
    }

    /** A page holds all sentences of the table, and no table can bring it up to 2 MB: then those that are told. */
    @Test
    void aStoryIsTakenFromItsTables() throws IOException {
        Path file = Files.writeString(folder.resolve("firm.yaml"), FIRM);
        result = folder.resolve("result");
        assertThat(Typed.of(List.of("story", file.toString(), "-n", "5", "--quiet", "-o", result.toString())))
                .isEqualTo(new Typed(0, ""));
        Path table = result.resolve("story.csv");
        List<String> lines = Files.readAllLines(table);
        Node story = data(Files.readString(result.resolve("report.html"))).at("story");
        assertThat(story.list("sentences")).hasSize(lines.size() - 1);
        for (int sentence = 0; sentence < lines.size() - 1; sentence++) {
            List<Node> shown = story.list("sentences").get(sentence).items();
            assertThat(lines.get(sentence + 1))
                    .contains(shown.get(5).text(), "," + shown.get(2).text() + ",");
        }
        assertThat(story.text("weeks")).isEqualTo("16");
        String long_ = "x".repeat(1_300_000 / (lines.size() - 1));
        List<String> longer = new ArrayList<>(List.of(lines.get(0)));
        lines.subList(1, lines.size())
                .forEach(line -> longer.add(
                        line.endsWith("\"") ? line.substring(0, line.length() - 1) + long_ + "\"" : line + long_));
        Files.write(table, longer);
        String page = ReportPage.text(result, "handoff story firm.yaml");
        assertThat(page.length()).isLessThan(2_000_000);
        List<Node> told = data(page).at("story").list("sentences");
        assertThat(told)
                .isNotEmpty()
                .allMatch(each -> each.items().get(2).text().equals("true"));
        assertThat(Integer.parseInt(data(page).at("story").text("left")) + told.size())
                .isEqualTo(lines.size() - 1);
        Files.write(table, List.of(lines.get(0), lines.get(1).replace("firm", "fire")));
        assertThatThrownBy(() -> ReportPage.text(result, "handoff story firm.yaml"))
                .hasMessageStartingWith("story.csv has turns that are not known: ");
    }

    /** Rows are those of alternatives.csv, the best first, each with its difference from it. */
    @Test
    void alternativesStandBestFirst() throws IOException {
        Path file = Files.writeString(
                folder.resolve("firm.yaml"), FIRM + "variants: {busy: {promotion.added-hours: 30}, calm: {}}\n");
        result = folder.resolve("result");
        assertThat(Typed.of(List.of(
                                "compare",
                                file.toString(),
                                "--metric",
                                "executive_hours",
                                "-n",
                                "40",
                                "--quiet",
                                "-o",
                                result.toString()))
                        .code())
                .isZero();
        String page = Files.readString(result.resolve("report.html"));
        List<String> rows = new ArrayList<>();
        try (CsvFile table = new CsvFile(result.resolve("alternatives.csv"))) {
            for (CsvRecord row = table.next(); row != null; row = table.next()) {
                if (row.getField(table.column("metric")).equals("executive_hours")) {
                    String difference = hours(row, table, "difference", "low", "high");
                    rows.add("<tr><th scope=\"row\">" + row.getField(0) + "</th><td>"
                            + (difference.isEmpty()
                                    ? "selected"
                                    : "eliminated after " + row.getField(table.column("needed_until")))
                            + "</td><td class=\"n\">" + row.getField(table.column("replications"))
                            + "</td><td class=\"n\">"
                            + hours(row, table, "mean", "mean_low", "mean_high") + "</td><td class=\"n\">"
                            + (difference.isEmpty() ? "" : "+" + difference) + "</td>");
                }
            }
        }
        assertThat(rows).hasSize(2);
        assertThat(page).containsSubsequence(rows.get(1), rows.get(0)).contains("Asked: ", "Stopping here, ");
    }

    private static String hours(CsvRecord row, CsvFile table, String mean, String low, String high) throws IOException {
        String text = row.getField(table.column(mean));
        return text.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.1f (%.1f\u00a0to\u00a0%.1f)",
                        Double.parseDouble(text),
                        Double.parseDouble(row.getField(table.column(low))),
                        Double.parseDouble(row.getField(table.column(high))));
    }

    @Test
    void whatIsMissingOrDamagedIsNamed() throws IOException {
        run(FIRM, 2);
        Path curves = result.resolve("curves.csv");
        String whole = Files.readString(curves);
        Files.writeString(curves, whole.replaceFirst("(base,3,capacity_freed,h/week,2,)[^,]+", "$1</script>"));
        assertThatThrownBy(() -> ReportPage.text(result, "handoff run"))
                .hasMessage("curves.csv has a value that is no number: </script>");
        Files.writeString(curves, whole.replaceFirst("(base,3,capacity_freed),h/week", "$1"));
        assertThatThrownBy(() -> ReportPage.text(result, "handoff run"))
                .hasMessage("curves.csv is no CSV file: Record 5 has 13 fields, but first record had 14 fields");
        Files.delete(curves);
        assertThatThrownBy(() -> ReportPage.text(result, "handoff run")).isInstanceOf(NoSuchFileException.class);
        Files.writeString(result.resolve("summary.json"), "{\"variants\": [");
        assertThatThrownBy(() -> ReportPage.text(result, "handoff run"))
                .hasMessageStartingWith("summary.json is no JSON: ");
    }

    private String run(String scenario, int replications) throws IOException {
        result = folder.resolve("result");
        return run(folder, scenario, replications);
    }

    private static String run(Path folder, String scenario, int replications) throws IOException {
        Path file = Files.writeString(folder.resolve("firm.yaml"), scenario.replace("\\u2028", "\u2028"));
        Path result = folder.resolve("result");
        assertThat(Typed.of(
                        List.of("run", file.toString(), "-n", "" + replications, "--quiet", "-o", result.toString())))
                .isEqualTo(new Typed(0, ""));
        return Files.readString(result.resolve("report.html"));
    }

    private Node data(String page) throws IOException {
        Matcher data = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
                .matcher(page);
        assertThat(data.find()).isTrue();
        return Node.read(Files.writeString(folder.resolve("data.json"), data.group(1)));
    }

    /** Columns of curves.csv in the order of weeks, by variant, metric and column. */
    private static Map<List<String>, List<String>> table(Path result) throws IOException {
        Map<List<String>, List<String>> table = new HashMap<>();
        try (CsvFile file = new CsvFile(result.resolve("curves.csv"))) {
            for (CsvRecord row = file.next(); row != null; row = file.next()) {
                for (String column : Curves.COLUMNS) {
                    List<String> key = List.of(row.getField(1), row.getField(3), column);
                    table.computeIfAbsent(key, none -> new ArrayList<>()).add(row.getField(file.column(column)));
                }
            }
        }
        return table;
    }

    private static List<String> texts(List<Node> nodes) {
        return nodes.stream().map(Node::text).toList();
    }

    private static List<String> upTo(int last) {
        return IntStream.rangeClosed(0, last).mapToObj(Integer::toString).toList();
    }

    private static long count(String text, String part) {
        return Stream.of(text.split(Pattern.quote(part), -1)).count() - 1;
    }
}
