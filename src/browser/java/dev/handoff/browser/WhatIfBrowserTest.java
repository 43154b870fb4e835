package dev.handoff.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.handoff.cli.Typed;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.serve.Downloads;
import dev.handoff.serve.LocalServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The what-if page as somebody uses it; its numbers are compared with those of {@code handoff run}. */
@ExtendWith(Chromium.class)
class WhatIfBrowserTest {
    private static final String FIRM = """
            # Does it pay?
            format: 1
            name: Two stages
            horizon: 26 weeks
            contacts: {count: 8}
            handoff: {mode: staged, pace: 1 week}
            """;
    private static final String HOURS = "promotion.added-hours";
    private static final List<String> METRICS =
            List.of("capacity_freed", "burnout_risk", "customer_churn", "executive_hours");

    @TempDir
    private static Path folder;

    private static final List<Throwable> DEFECTS = new ArrayList<>();
    private static LocalServer server;
    private static Path firm;

    @BeforeAll
    static void serve() throws IOException {
        firm = Files.writeString(folder.resolve("firm.yaml"), FIRM);
        Downloads.Maker maker = (scenario, replications, into) -> assertThat(Typed.of(List.of(
                        "run",
                        scenario.toString(),
                        "-n",
                        Integer.toString(replications),
                        "-o",
                        into.toString(),
                        "--quiet")))
                .isEqualTo(new Typed(0, ""));
        server = LocalServer.start(
                new LocalServer.Options(InetAddress.getLoopbackAddress(), 0, firm, 1, 2), maker, DEFECTS::add);
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
        assertThat(DEFECTS).isEmpty();
    }

    @Test
    void thePageSettlesToTheNumbersOfARunAndAsksNobodyElse(Visitor visitor) throws IOException {
        Page page = open(visitor);
        assertThat(page.locator("#charts canvas").count()).isEqualTo(3);
        assertThat(page.locator("#question").textContent()).isEqualTo("Does it pay?");
        expectTiles(page);
        assertThat(visitor.requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith(server.address().toString()));
    }

    @Test
    void aSliderMovesTheCurves(Visitor visitor) throws IOException {
        Page page = open(visitor);
        String curve = "document.querySelector('#chart-burnout_risk .plot').chart.data.at(-1).join()";
        Object before = page.evaluate(curve);
        slide(page, HOURS, "ArrowRight", 12);
        String value = field(page, HOURS).locator("input[type=text]").inputValue();
        assertThat(value).endsWith(" h/week").isNotEqualTo("15 h/week");
        assertThat(page.evaluate(curve)).isNotEqualTo(before);
        expectTiles(page, HOURS + "=" + value);
        assertThat(page.locator("#changed").textContent()).contains(HOURS + ": 15 h/week \u2192 " + value);
        page.getByText("Undo all changes").click();
        settle(page);
        assertThat(page.evaluate(curve)).isEqualTo(before);
    }

    /** Forty moves at once are two questions, the first and the last, and both are answered. */
    @Test
    void curvesFollowASliderThatMovesFast(Visitor visitor) {
        Page page = open(visitor);
        page.evaluate(
                "path => { window.asked = 0; window.looks = []; const send = window.fetch;"
                        + " window.fetch = (address, options) => { if (address === 'curves') { const replications = JSON.parse(options.body).replications;"
                        + " if (replications === 20) window.asked++; return send(address, options).then(response => {"
                        + " if (replications === 20) window.looks.push(response.status); return response; }); } return send(address, options); };"
                        + " const slider = document.querySelector('.field[data-path=\"' + path + '\"] input[type=range]');"
                        + " for (let step = 0; step < 40; step++) { slider.value = 5 + step / 2; slider.dispatchEvent(new Event('input')); } }",
                HOURS);
        settle(page);
        assertThat(field(page, HOURS).locator("input[type=text]").inputValue()).isEqualTo("24.5 h/week");
        assertThat((int) page.evaluate("window.asked")).isEqualTo(2);
        assertThat(page.evaluate("window.looks.join()")).isEqualTo("200,200");
    }

    /** The difference is that of the means, as both are of all replications. */
    @Test
    void whatIsPinnedIsComparedWith(Visitor visitor) {
        Page page = open(visitor);
        double before = number(tile(page, "executive_hours").locator("strong").textContent());
        page.getByText("Pin for comparison").click();
        settle(page);
        slide(page, HOURS, "End", 1);
        double after = number(tile(page, "executive_hours").locator("strong").textContent());
        String difference = tile(page, "executive_hours").locator(".difference").textContent();
        assertThat(difference).matches("\\+[0-9.]+ vs pinned \\(\\+[0-9.]+ to \\+[0-9.]+\\)");
        assertThat(number(difference)).isBetween(after - before - 0.11, after - before + 0.11);
        assertThat(page.locator("#legend li").allTextContents())
                .containsExactly(
                        "without delegation",
                        "pinned",
                        "now",
                        "darker band: how well the mean is known (95 %); paler: 8 of 10 firms");
        page.getByText("Unpin").click();
        settle(page);
        assertThat(page.locator(".difference").count()).isZero();
    }

    @Test
    void aLinkRestoresEverything(Visitor visitor) {
        Page page = open(visitor);
        page.getByText("Pin for comparison").click();
        settle(page);
        slide(page, "handoff.pace", "ArrowRight", 5);
        page.locator("#search").fill("habit.initial");
        field(page, "habit.initial").locator("input[type=text]").fill("0.4");
        field(page, "habit.initial").locator("input[type=text]").press("Enter");
        settle(page);
        Page other = page.context().newPage();
        other.navigate(page.url());
        settle(other);
        assertThat(other.locator("#tiles").textContent())
                .isEqualTo(page.locator("#tiles").textContent());
        assertThat(other.locator("#changed").textContent())
                .isEqualTo(page.locator("#changed").textContent());
        assertThat(field(other, "handoff.pace").locator("input[type=text]").inputValue())
                .isEqualTo(
                        field(page, "handoff.pace").locator("input[type=text]").inputValue())
                .isNotEqualTo("1 weeks");
        assertThat(other.locator("#pinned").textContent()).isEqualTo("Pinned: firm; as it stands");
    }

    /** An address with the name of a part of the page is no state of it. */
    @Test
    void whoSkipsToTheCurvesKeepsTheSettings(Visitor visitor) {
        Page page = open(visitor);
        slide(page, HOURS, "End", 1);
        String tiles = page.locator("#tiles").textContent();
        page.locator(".skip").press("Enter");
        assertThat(page.url()).endsWith("#curves");
        assertThat(page.locator("#told").textContent()).isEmpty();
        assertThat(page.locator("#tiles").textContent()).isEqualTo(tiles);
        slide(page, "handoff.pace", "End", 1);
        assertThat(page.locator("#changed").textContent()).contains(HOURS, "handoff.pace");
    }

    @Test
    void aMistakeIsToldAtItsFieldAndTheCurvesStay(Visitor visitor) {
        Page page = open(visitor);
        String tiles = page.locator("#tiles").textContent();
        Locator pace = field(page, "handoff.pace");
        pace.locator("input[type=text]").fill("banana");
        pace.locator("input[type=text]").press("Enter");
        page.locator("body[data-state=refused]").waitFor();
        assertThat(pace.locator(".wrong").textContent())
                .isEqualTo("handoff.pace (banana) must be a number, perhaps with a unit, such as 3 weeks");
        assertThat(pace.locator("input[type=text]").getAttribute("aria-invalid"))
                .isEqualTo("true");
        assertThat(page.locator(".wrong:visible").count()).isEqualTo(1);
        assertThat(page.locator("#tiles").textContent()).isEqualTo(tiles);
        pace.locator("input[type=text]").fill("2 weeks");
        pace.locator("input[type=text]").press("Enter");
        settle(page);
        assertThat(page.locator(".wrong:visible").count()).isZero();
        assertThat(page.locator("#tiles").textContent()).isNotEqualTo(tiles);
    }

    @Test
    void aFileThatIsDroppedIsSimulated(Visitor visitor) throws IOException {
        Page page = open(visitor);
        String text = FIRM.replace("Does it pay?", "And faster?").replace("count: 8", "count: 5");
        drop(page, "mine.yaml", text);
        page.getByText("And faster?").waitFor();
        settle(page);
        assertThat(page.locator("#scenario").inputValue()).isEqualTo("mine.yaml");
        expectTiles(page, "contacts.count=5");
        drop(page, "wrong.yaml", "format: 1\nhorizont: 3\n");
        page.locator("body[data-state=refused]").waitFor();
        assertThat(page.locator("#mistakes").textContent()).contains("wrong.yaml:2:1", "maybe horizon");
    }

    @Test
    void filesCanBeTakenAway(Visitor visitor) throws IOException {
        Page page = open(visitor);
        slide(page, "handoff.pace", "End", 1);
        Path scenario = download(page, "scenario.yaml");
        assertThat(ScenarioReader.read(scenario).variants().get(0).settings())
                .isEqualTo(ScenarioReader.read(firm, List.of("handoff.pace=12 weeks"))
                        .variants()
                        .get(0)
                        .settings());
        assertThat(Files.readString(download(page, "report.html"))).startsWith("<!DOCTYPE html>");
        assertThat(Files.readAllBytes(download(page, "customer_churn.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    /** The oracle is the story that {@code handoff story} tells of as many replications. */
    @Test
    void aFirmBehindTheCurvesIsTold(Visitor visitor) throws IOException {
        Page page = open(visitor);
        page.locator("#to-story").click();
        page.locator("#story[data-state=told]").waitFor();
        page.locator("[data-firm=bad]").click();
        page.locator("#told-story").getByText("the worst tenth").waitFor();
        Path result = folder.resolve("story");
        assertThat(Typed.of(
                        List.of("story", firm.toString(), "--bad", "-n", "400", "--quiet", "-o", result.toString())))
                .isEqualTo(new Typed(0, ""));
        List<String> told = new ArrayList<>();
        String week = "";
        for (String line : Files.readAllLines(result.resolve("story.md"))) {
            week = line.startsWith("## ") ? line.substring(3) : week;
            if (line.startsWith("- **")) {
                told.add(week + ", " + line.substring(4).replace("**", "").replaceFirst(" <small>.*", ""));
            }
        }
        assertThat(page.locator(".sentences li").allTextContents()).containsExactlyElementsOf(told);
        Page other = page.context().newPage();
        other.navigate(page.url());
        other.locator("#story[data-state=told]").waitFor();
        assertThat(other.locator("#told-story").textContent())
                .isEqualTo(page.locator("#told-story").textContent());
        slide(page, HOURS, "End", 1);
        assertThat(page.locator("#story-status").textContent()).contains("before the last change");
        page.locator("[data-firm=bad]").click();
        page.locator("#story-status:empty")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(page.locator(".sentences li").allTextContents()).isNotEqualTo(told);
    }

    @Test
    void everySettingIsFoundAndChangesWhatItShould(Visitor visitor) throws IOException {
        Page page = open(visitor);
        page.locator("#search").fill("churn hazard");
        assertThat(page.locator("#others .field").all().stream().map(each -> each.getAttribute("data-path")))
                .contains("churn.customer-hazard");
        Locator hazard = field(page, "churn.customer-hazard").locator("input[type=text]");
        hazard.fill("0.2 /year");
        hazard.press("Enter");
        settle(page);
        expectTiles(page, "churn.customer-hazard=0.2 /year");
        page.locator("#scenario").selectOption("pacing");
        page.locator("#variant").waitFor();
        settle(page);
        assertThat(page.locator("#variant").isVisible()).isTrue();
    }

    @Test
    void theKeyboardIsEnough(Visitor visitor) {
        Page page = open(visitor);
        for (int press = 0; press < 60 && !focused(page).equals("set-handoff-pace-slider"); press++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).isEqualTo("set-handoff-pace-slider");
        String before = page.locator("#tiles").textContent();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        settle(page);
        assertThat(page.locator("#tiles").textContent()).isNotEqualTo(before);
        for (int press = 0; press < 80 && !focused(page).equals("pin"); press++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        settle(page);
        assertThat(page.locator("#pinned").textContent()).startsWith("Pinned: firm; handoff.pace: ");
        for (int press = 0; press < 80 && !focused(page).equals("week"); press++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Home");
        assertThat(page.locator("#week-shown").textContent()).isEqualTo("0");
        assertThat(page.locator("#chart-customer_churn .plot").getAttribute("aria-label"))
                .contains("Week 0: ");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void nothingBarsTheWay(ColorScheme scheme, int width, Visitor visitor) throws IOException {
        visitor.prefer(scheme);
        visitor.narrow(width);
        Page page = open(visitor);
        page.locator("#search").fill("churn");
        page.locator("#pin").click();
        settle(page);
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        page.locator("#chart-customer_churn tbody tr").nth(26).waitFor();
        page.locator("#to-story").click();
        page.locator("#story[data-state=told]").waitFor();
        assertThat(visitor.barriers()).isEmpty();
        assertThat(visitor.overflow()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 768, 1024, 1440})
    void thePageIsNeverWiderThanTheWindow(int width, Visitor visitor) {
        visitor.narrow(width);
        open(visitor);
        assertThat(visitor.overflow()).isZero();
    }

    @Test
    void twoWindowsDoNotDisturbEachOther(Visitor visitor) throws IOException {
        Page page = open(visitor);
        Page other = page.context().newPage();
        other.navigate(server.address().toString());
        settle(other);
        field(page, HOURS).locator("input[type=range]").press("End");
        field(other, HOURS).locator("input[type=range]").press("Home");
        settle(page);
        settle(other);
        expectTiles(page, HOURS + "=30 h/week");
        expectTiles(other, HOURS + "=0 h/week");
    }

    private static Page open(Visitor visitor) {
        Page page = visitor.open(server.address().toString());
        settle(page);
        return page;
    }

    private static void settle(Page page) {
        page.locator("body[data-state=settled]").waitFor();
    }

    private static Locator field(Page page, String path) {
        return page.locator(".field[data-path='" + path + "']");
    }

    private static Locator tile(Page page, String metric) {
        return page.locator("#tiles li[data-metric=" + metric + "]");
    }

    private static void slide(Page page, String path, String key, int times) {
        for (int press = 0; press < times; press++) {
            field(page, path).locator("input[type=range]").press(key);
        }
        settle(page);
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.id");
    }

    private static void drop(Page page, String name, String text) {
        page.evaluate(
                "([name, text]) => { const files = new DataTransfer(); files.items.add(new File([text], name));"
                        + " dispatchEvent(new DragEvent('drop', {dataTransfer: files, cancelable: true})); }",
                List.of(name, text));
    }

    private static Path download(Page page, String name) {
        Download download = page.waitForDownload(() -> page.locator("#download").selectOption(name));
        assertThat(download.suggestedFilename())
                .isEqualTo(Map.of("scenario.yaml", "firm-what-if.yaml", "report.html", "firm-what-if.html")
                        .getOrDefault(name, "firm-what-if-" + name));
        Path file = folder.resolve("downloaded-" + name);
        download.saveAs(file);
        return file;
    }

    /** Headlines are the means and intervals of a run with as many replications. */
    private static void expectTiles(Page page, String... settings) throws IOException {
        Path result = Files.createTempDirectory(folder, "run-").resolve("result");
        List<String> arguments =
                new ArrayList<>(List.of("run", firm.toString(), "-n", "400", "--quiet", "-o", result.toString()));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        assertThat(Typed.of(arguments)).isEqualTo(new Typed(0, ""));
        String summary = Files.readString(result.resolve("summary.json"));
        for (String metric : METRICS) {
            Matcher values = Pattern.compile("\"" + metric
                            + "\": \\{[^}]*\"mean\": (\\S+),\\s+\"ci_low\": (\\S+),\\s+\"ci_high\": (\\S+),")
                    .matcher(summary);
            assertThat(values.find()).as(metric).isTrue();
            boolean share = Map.of("burnout_risk", true, "customer_churn", true).getOrDefault(metric, false);
            assertThat(tile(page, metric).locator("strong").textContent().split("\u00a0")[0])
                    .as(metric)
                    .isEqualTo(shown(values.group(1), share));
            assertThat(tile(page, metric).locator(".interval").textContent())
                    .isEqualTo("95 %: " + shown(values.group(2), share) + " to " + shown(values.group(3), share));
        }
    }

    private static String shown(String number, boolean share) {
        BigDecimal value = new BigDecimal(number).movePointRight(share ? 2 : 0);
        boolean small = !share && value.signum() != 0 && value.abs().compareTo(new BigDecimal("0.95")) < 0;
        return value.setScale(small ? 2 : 1, RoundingMode.HALF_UP)
                .toPlainString()
                .replace("-", "\u2212");
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("\u2212", "-").replaceAll("^\\+?(-?[0-9.]+).*", "$1"));
    }
}
