package dev.handoff.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.handoff.cli.Typed;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report as it opens from disk, with the network off; numbers are compared with those of curves.csv. */
@ExtendWith(Chromium.class)
class ReportBrowserTest {
    private static final List<String> METRICS = List.of("capacity_freed", "burnout_risk", "customer_churn");
    private static final List<String> VARIANTS = List.of("base", "no delegation");
    private static final String HOSTILE = "<img src=x onerror=alert(1)></script><script>alert(2)</script>";

    @TempDir
    private static Path folder;

    private static final Map<List<String>, List<String[]>> CURVES = new HashMap<>(); // by variant and metric

    @BeforeAll
    static void run() throws IOException {
        execute(
                "run",
                "result",
                "# Does it pay?\nformat: 1\nname: Two stages\nhorizon: 26 weeks\ncontacts: {count: 8}\n"
                        + "handoff: {mode: staged, pace: 1 week}\n");
        for (String line : Files.readAllLines(folder.resolve("result/curves.csv"))) {
            String[] cells = line.split(",", -1);
            CURVES.computeIfAbsent(List.of(cells[1], cells[3]), none -> new ArrayList<>())
                    .add(cells);
        }
    }

    private static void execute(String command, String result, String scenario, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve(result + ".yaml"), scenario);
        List<String> arguments = new ArrayList<>(List.of(
                command,
                file.toString(),
                "-n",
                "40",
                "--quiet",
                "-o",
                folder.resolve(result).toString()));
        arguments.addAll(List.of(options));
        assertThat(Typed.of(arguments)).isEqualTo(new Typed(0, ""));
    }

    @Test
    void threeCurvesAreDrawnWithoutANetwork(Visitor visitor) {
        visitor.goOffline();
        Page page = open(visitor, "result");
        assertThat(page.locator("h1").textContent()).isEqualTo("Does it pay?");
        assertThat(page.locator("#charts canvas").count()).isEqualTo(3);
        for (String metric : METRICS) {
            assertThat((int) page.evaluate(
                            "id => { const canvas = document.querySelector('#chart-' + id + ' canvas');"
                                    + " const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
                                    + " const colours = new Set(); for (let at = 0; at < pixels.length; at += 4)"
                                    + " colours.add(pixels.slice(at, at + 4).join()); return colours.size; }",
                            metric))
                    .as("colours in the chart of %s", metric)
                    .isGreaterThan(20);
        }
        assertThat(visitor.requests()).containsExactly(address("result"));
    }

    @Test
    void aPointedWeekShowsItsValues(Visitor visitor) {
        Page page = open(visitor, "result");
        page.locator("#chart-burnout_risk .u-over").hover();
        int week = Integer.parseInt(page.locator("#week-shown").textContent());
        assertThat(week).isBetween(11, 15);
        assertThat(page.locator("#chart-burnout_risk .plot").getAttribute("aria-label"))
                .contains("Week " + week + ": Two stages ");
        expectReadouts(page, week);
    }

    @Test
    void theKeyboardMovesTheWeek(Visitor visitor) {
        Page page = open(visitor, "result");
        expectReadouts(page, 26);
        page.locator("#week").press("Home");
        expectReadouts(page, 0);
        for (int press = 0; press < 3; press++) {
            page.locator("#week").press("ArrowRight");
        }
        expectReadouts(page, 3);
        assertThat(page.locator("#week").getAttribute("aria-valuetext"))
                .startsWith("week 3: Capacity freed, h/week: Two stages ");
    }

    @Test
    void aVariantThatIsSwitchedOffIsGone(Visitor visitor) {
        Page page = open(visitor, "result");
        String lines =
                "document.querySelector('#chart-customer_churn .plot').chart.series.map(each => each.label).join('|')";
        assertThat(page.evaluate(lines).toString()).endsWith("|Two stages|no delegation");
        page.locator("#variants input").nth(1).press(" ");
        assertThat(page.evaluate(lines).toString()).endsWith("|Two stages");
        assertThat(page.locator("#chart-customer_churn .readout li").count()).isEqualTo(1);
        page.getByLabel("how firms differ").uncheck();
        page.getByLabel("how well the mean is known").uncheck();
        assertThat(page.evaluate("document.querySelector('#chart-customer_churn .plot').chart.series.length"))
                .isEqualTo(2);
    }

    @Test
    void theTableBehindAChartHoldsEveryWeek(Visitor visitor) {
        Page page = open(visitor, "result");
        for (String metric : METRICS) {
            page.locator("#chart-" + metric + " summary").click();
            page.locator("#chart-" + metric + " tbody tr").last().waitFor(); // it is filled after the click
            List<String> rows = page.locator("#chart-" + metric + " tbody tr").all().stream()
                    .map(row -> String.join("|", row.locator("th, td").allTextContents()))
                    .toList();
            assertThat(rows).hasSize(27);
            for (int week = 0; week <= 26; week++) {
                StringBuilder expected = new StringBuilder().append(week);
                for (String variant : VARIANTS) {
                    expected.append('|')
                            .append(cell(variant, metric, week, 6))
                            .append(" (")
                            .append(cell(variant, metric, week, 7))
                            .append(" to ")
                            .append(cell(variant, metric, week, 8))
                            .append(")|")
                            .append(cell(variant, metric, week, 9))
                            .append(" to ")
                            .append(cell(variant, metric, week, 13));
                }
                assertThat(rows.get(week)).isEqualTo(expected.toString());
            }
        }
    }

    /** What two variants have beside each other is the ledger of each. */
    @Test
    void anotherVariantCanBeChosenForTheHours(Visitor visitor) {
        Page page = open(visitor, "result");
        page.locator("#week").press("Home");
        page.locator("#week").press("ArrowRight");
        Locator duties = page.locator("#stack-hours tbody tr").filter(new Locator.FilterOptions().setHasText("duties"));
        String own = cell("base", "hours_duties", 1, 6);
        String twins = cell("no delegation", "hours_duties", 1, 6);
        assertThat(duties.locator("td").allTextContents()).containsExactly(own, twins);
        page.locator("#stack-hours select").first().selectOption("no delegation");
        assertThat(duties.locator("td").allTextContents()).containsExactly(twins, twins);
    }

    @ParameterizedTest
    @CsvSource({"result, LIGHT, 1440", "result, DARK, 390"})
    void nothingBarsTheWay(String result, ColorScheme scheme, int width, Visitor visitor) throws IOException {
        visitor.prefer(scheme);
        visitor.narrow(width);
        Page page = open(visitor, result);
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        page.waitForFunction("document.querySelectorAll('#chart-customer_churn tbody tr').length === 27");
        assertThat(visitor.barriers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 768, 1024, 1440})
    void aPageIsNeverWiderThanTheWindow(int width, Visitor visitor) {
        visitor.narrow(width);
        open(visitor, "result");
        assertThat(visitor.overflow()).isZero();
    }

    @Test
    void coloursCanBeChosenAndPaperIsLight(Visitor visitor) {
        visitor.prefer(ColorScheme.LIGHT);
        Page page = open(visitor, "result");
        String background = "getComputedStyle(document.body).backgroundColor";
        assertThat(page.evaluate(background)).isEqualTo("rgb(255, 255, 255)");
        page.getByText("Dark", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.evaluate(background)).isEqualTo("rgb(20, 23, 26)");
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.evaluate(background)).isEqualTo("rgb(255, 255, 255)");
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(page.evaluate(background)).isEqualTo("rgb(20, 23, 26)");
    }

    @Test
    void whatAUserWroteIsShownAsItStands(Visitor visitor) throws IOException {
        execute(
                "run",
                "hostile",
                "# " + HOSTILE + "\nformat: 1\nname: \"" + HOSTILE
                        + "\"\nhorizon: 3 weeks\ncontacts: {count: 2}\nvariants:\n  \"" + HOSTILE
                        + "\": {handoff.mode: none}\n  other: {handoff.mode: abrupt}\n");
        Page page = open(visitor, "hostile");
        assertThat(page.locator("h1").textContent()).isEqualTo(HOSTILE);
        assertThat(page.locator("#variants label").first().textContent().strip())
                .isEqualTo(HOSTILE);
        assertThat(page.locator("img").count()).isZero();
    }

    @Test
    void aStudyShowsItsPicture(Visitor visitor) throws IOException {
        execute(
                "breakeven",
                "study",
                "format: 1\nhorizon: 14 weeks\ncontacts: {count: 4}\n",
                "--vary",
                "promotion.added-hours=0..40",
                "--metric",
                "executive_hours",
                "--target",
                "30");
        visitor.goOffline();
        visitor.narrow(390);
        visitor.prefer(ColorScheme.LIGHT);
        Page page = open(visitor, "study");
        assertThat(brightness(page)).isGreaterThan(0.95);
        visitor.prefer(ColorScheme.DARK);
        assertThat(brightness(page)).isLessThan(0.2);
        assertThat(page.locator("figure img").evaluate("image => image.complete && image.naturalWidth > 0"))
                .isEqualTo(true);
        assertThat(visitor.overflow()).isZero();
        assertThat(visitor.barriers()).isEmpty();
    }

    /** Of the ground of the first picture as it is seen, from 0 to 1. */
    private static double brightness(Page page) throws IOException {
        BufferedImage seen = ImageIO.read(
                new ByteArrayInputStream(page.locator("figure img").first().screenshot()));
        int rgb = seen.getRGB(seen.getWidth() / 2, 6);
        return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 765.0;
    }

    private static Page open(Visitor visitor, String result) {
        return visitor.open(address(result));
    }

    private static String address(String result) {
        return "file://" + folder.resolve(result).resolve("report.html");
    }

    private static void expectReadouts(Page page, int week) {
        assertThat(page.locator("#week-shown").textContent()).isEqualTo(Integer.toString(week));
        for (String metric : METRICS) {
            List<String> expected = new ArrayList<>();
            for (String variant : VARIANTS) {
                expected.add(cell(variant, metric, week, 6)
                        + (metric.equals("capacity_freed") ? "\u00a0h/week" : "\u00a0%"));
                expected.add("mean " + cell(variant, metric, week, 7) + " to " + cell(variant, metric, week, 8)
                        + " \u00b7 8 of 10 firms " + cell(variant, metric, week, 9) + " to "
                        + cell(variant, metric, week, 13));
            }
            assertThat(page.locator("#chart-" + metric + " .value, #chart-" + metric + " .spread")
                            .allTextContents())
                    .isEqualTo(expected);
        }
    }

    /** A number of curves.csv as people read it: shares in per cent, small hours with two decimals. */
    private static String cell(String variant, String metric, int week, int column) {
        String[] row = CURVES.get(List.of(variant, metric)).get(week);
        boolean share = row[4].equals("share") || row[4].equals("probability");
        double value = Double.parseDouble(row[column]) * (share ? 100 : 1);
        boolean small = !share && value != 0 && Math.abs(value) < 0.95;
        String text = new BigDecimal(value)
                .setScale(small ? 2 : 1, RoundingMode.HALF_UP)
                .toPlainString();
        return text.replaceFirst("^-(0\\.0+)$", "$1").replace('-', '\u2212');
    }
}
