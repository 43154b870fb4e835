package dev.handoff.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.handoff.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The timeline of a story's report, opened from disk without a network; what it shows is compared with the tables of the folder. */
@ExtendWith(Chromium.class)
class StoryBrowserTest {
    private static final int WEEKS = 26;

    @TempDir
    private static Path folder;

    private static List<NamedCsvRecord> sentences;
    private static List<NamedCsvRecord> stages;

    @BeforeAll
    static void tell() throws IOException {
        Path file = Files.writeString(
                folder.resolve("firm.yaml"),
                "format: 1\nname: Two stages\nhorizon: 26 weeks\nstart: 2027-01-04\ncontacts: {count: 8}\n"
                        + "handoff: {mode: staged, pace: 1 week}\nchurn: {customer-hazard: 1 /year}\n");
        Path result = folder.resolve("result");
        assertThat(Typed.of(List.of("story", file.toString(), "-n", "20", "--quiet", "-o", result.toString())))
                .isEqualTo(new Typed(0, ""));
        sentences = rows(result.resolve("story.csv"));
        stages = rows(result.resolve("stages.csv"));
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    @Test
    void whatIsToldIsListedWithItsDates(Visitor visitor) {
        Page page = open(visitor);
        assertThat(listed(page)).containsExactlyElementsOf(told());
        page.locator("#story-which").selectOption("all");
        assertThat(listed(page))
                .containsExactlyElementsOf(sentences.stream()
                        .limit(400)
                        .map(StoryBrowserTest::text)
                        .toList());
        page.locator("#story-which").selectOption("3");
        assertThat(listed(page))
                .containsExactlyElementsOf(sentences.stream()
                        .filter(row -> row.getField("contacts").isEmpty()
                                || Arrays.asList(row.getField("contacts").split(" "))
                                        .contains("3"))
                        .map(StoryBrowserTest::text)
                        .toList());
    }

    @Test
    void thePlayedMomentHighlightsItsSentence(Visitor visitor) {
        Page page = open(visitor);
        page.locator("#story-speed").selectOption("8");
        page.locator(".play").click();
        playUpTo(page, 3);
        page.locator(".play").click();
        assertThat(page.locator(".play").textContent()).isEqualTo("Play");
        double moment = moment(page);
        assertThat(moment).isLessThan(WEEKS);
        List<NamedCsvRecord> told = sentences.stream()
                .filter(row -> row.getField("told").equals("true"))
                .toList();
        // What the slider shows is rounded to a day.
        List<String> possible = told.stream()
                .filter(row -> {
                    int next = told.indexOf(row) + 1;
                    return week(row) <= moment + 0.11 && (next == told.size() || week(told.get(next)) > moment - 0.11);
                })
                .map(StoryBrowserTest::text)
                .toList();
        String highlighted = page.locator(".sentences [aria-current]").textContent();
        assertThat(possible).contains(highlighted);
        assertThat(page.locator(".story-now").textContent().replaceFirst(":", ""))
                .isEqualTo(highlighted);
        page.waitForTimeout(300);
        assertThat(moment(page)).isEqualTo(moment);
    }

    @Test
    void thePlayedStoryEnds(Visitor visitor) {
        Page page = open(visitor);
        page.locator("#story-speed").selectOption("8");
        page.locator(".play").click();
        page.locator(".play:text-is('Play')").waitFor();
        assertThat(moment(page)).isEqualTo(WEEKS);
        assertThat(page.locator(".sentences [aria-current]").textContent()).isEqualTo(told().get(told().size() - 1));
    }

    /** Whoever wants no motion gets whole weeks, one after the other. */
    @Test
    void motionCanBeUnwanted(Visitor visitor) {
        visitor.wantNoMotion();
        Page page = open(visitor);
        page.evaluate("window.seen = new Set(); new MutationObserver(() =>"
                + " window.seen.add(document.querySelector('.head').getAttribute('x1')))"
                + ".observe(document.querySelector('.head'), {attributes: true})");
        page.locator("#story-speed").selectOption("8");
        page.locator(".play").click();
        page.locator(".play:text-is('Play')").waitFor();
        assertThat(page.evaluate("window.seen.size")).isEqualTo(WEEKS + 1);
    }

    @Test
    void theKeyboardIsEnough(Visitor visitor) {
        Page page = open(visitor);
        page.locator("#story-moment").press("Home");
        assertThat(moment(page)).isZero();
        page.locator("#story-moment").press("ArrowRight");
        assertThat(moment(page)).isEqualTo(0.2);
        page.locator("#story-moment").press("Home");
        page.locator("#story-moment").press(" ");
        playUpTo(page, 0.1);
        assertThat(page.locator(".play").textContent()).isEqualTo("Pause");
        page.locator("#story-moment").press(" ");
        page.locator("#story-moment").press("Home");
        page.locator("#story-moment").press("n");
        String highlighted = page.locator(".sentences [aria-current]").textContent();
        assertThat(told()).contains(highlighted);
        assertThat(page.locator("#story-moment").getAttribute("aria-valuetext"))
                .contains(highlighted.substring(highlighted.indexOf(' ', 20)));
    }

    /** The oracle counts the rows of stages.csv that hold at the moment. */
    @Test
    void contactsAreCountedByStage(Visitor visitor) {
        Page page = open(visitor);
        for (String moment : List.of("0", "1.4", "4", "13.2", "25.8")) {
            page.locator("#story-moment").fill(moment);
            Map<String, Long> expected = stages.stream()
                    .filter(row -> Double.parseDouble(row.getField("from_week")) <= Double.parseDouble(moment) + 1e-6)
                    .filter(row -> row.getField("to_week").isEmpty()
                            || Double.parseDouble(row.getField("to_week")) > Double.parseDouble(moment) + 1e-6)
                    .collect(Collectors.groupingBy(
                            row -> row.getField("stage_name"), TreeMap::new, Collectors.counting()));
            Map<String, Long> shown = new TreeMap<>();
            for (String key :
                    page.locator(".story-legend").first().locator("li").allTextContents()) {
                if (key.matches(".* [0-9]+") && !key.endsWith(" 0")) {
                    shown.put(
                            key.substring(0, key.lastIndexOf(' ')),
                            Long.valueOf(key.substring(key.lastIndexOf(' ') + 1)));
                }
            }
            assertThat(shown).as("week %s", moment).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 1440", "DARK, 390"})
    void nothingBarsTheWay(ColorScheme scheme, int width, Visitor visitor) throws IOException {
        visitor.prefer(scheme);
        visitor.narrow(width);
        Page page = open(visitor);
        page.locator("#story-moment").fill("12");
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(visitor.barriers()).isEmpty();
        assertThat(visitor.overflow()).isZero();
    }

    private static Page open(Visitor visitor) {
        visitor.goOffline();
        return visitor.open("file://" + folder.resolve("result/report.html"));
    }

    private static List<String> listed(Page page) {
        return page.locator(".sentences li").allTextContents();
    }

    private static List<String> told() {
        return sentences.stream()
                .filter(row -> row.getField("told").equals("true"))
                .map(StoryBrowserTest::text)
                .toList();
    }

    private static String text(NamedCsvRecord row) {
        return "Week " + row.getField("week") + ", " + row.getField("day") + " " + row.getField("date") + " "
                + row.getField("text") + ".";
    }

    private static double week(NamedCsvRecord row) {
        return Double.parseDouble(row.getField("moment"));
    }

    private static void playUpTo(Page page, double week) {
        for (int look = 0; look < 600 && moment(page) < week; look++) {
            page.waitForTimeout(50);
        }
        assertThat(moment(page)).isGreaterThanOrEqualTo(week);
    }

    private static double moment(Page page) {
        return Double.parseDouble(page.locator("#story-moment").inputValue());
    }
}
