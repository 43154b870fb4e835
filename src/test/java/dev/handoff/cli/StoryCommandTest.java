package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.handoff.model.EventKind;
import dev.handoff.scenario.RandomScenarios;
import dev.handoff.story.Event;
import dev.handoff.story.Log;
import dev.handoff.story.Sentence;
import dev.handoff.story.Story;
import dev.handoff.story.Teller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryCommandTest {
    private static final Pattern CHANGE = Pattern.compile(
            "(habit|satisfaction|belief in .+?) (?:rose|fell|strengthened|weakened) from (\\S+) to ([0-9.]+)");
    private static final Pattern WAIT = Pattern.compile(" after ([0-9.]+) (min|h|days|weeks)");
    private static final Pattern ANSWER = Pattern.compile(
            "(?:stepped in and answered|you answered(?: for Junior \\d)?|called back|gave in|backed Junior \\d|put it right) after"
                    + "|answered after [^;]*, with an error|solved it after [^;,]*(?:, once an error was put right)?(?:;|$)");
    private static final Map<String, Double> WEEKS =
            Map.of("min", 1 / 2400.0, "h", 1 / 40.0, "days", 1 / 5.0, "weeks", 1.0);

    private static final String FIRM = "format: 1\nname: A firm\nhorizon: 30 weeks\nstart: 2027-01-04\n"
            + "contacts: {count: 8, rate: 2 /week}\ndelegates: {count: 2, name: Junior}\n"
            + "handoff: {pace: 2 weeks}\nchurn: {customer-hazard: 1 /year}\n";

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("firm.yaml"), FIRM);
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    /** What the firm's people would recognise, with the day and the date of the scenario's calendar. */
    @Test
    void theStoryIsToldInDatedSentences() throws IOException {
        assertThat(story("-n", "20")).isZero();
        assertThat(program.out())
                .startsWith("A firm\nReplication ")
                .contains(
                        " of seed 1 is the most typical of 20 replications: its three curves lie deepest among all.\n")
                .contains("Week 1, Monday 2027-01-04: You were promoted; 8 contacts entered the stage receptionist.\n")
                .contains("Week 3, Monday 2027-01-18: 8 contacts entered the stage friendly talk.\n")
                .contains("Junior 1 took a message")
                .endsWith("\nWritten to " + folder.resolve("result") + "\n");
        assertThat(folder.resolve("result/story.md"))
                .content()
                .contains("\n## Week 1\n\n- **Monday 2027-01-04** You were promoted;");
        assertThat(Files.readString(folder.resolve("result/story.json"))).contains("\"date\": \"2027-01-04\"");
        assertThat(folder.resolve("result/timeline.svg"))
                .content()
                .contains(
                        ">Customer 6<", ">Vendor 1<", ">Junior 2, ", ">delegate leads<", ">Weeks since the promotion<");
        assertThat(ImageIO.read(folder.resolve("result/timeline.png").toFile()).getWidth())
                .isEqualTo(1920);
    }

    /** The sentences come from the stored files alone: told again from them they are the same. */
    @Test
    void storiesAreTheSameWhenToldFromTheirFiles() throws IOException {
        Random random = new Random(11);
        List<String> firms = new ArrayList<>(List.of(FIRM));
        for (int firm = 0; firm < 4; firm++) {
            firms.add(RandomScenarios.smallYaml(random));
        }
        for (String firm : firms) {
            Files.writeString(file, firm);
            assertThat(story("-n", "2", "--replication", "1", "--quiet"))
                    .as(program.err())
                    .isZero();
            Log log = StoredStory.read(folder.resolve("result"));
            Story again = Teller.of(log);
            assertThat(StoredStory.rows(folder.resolve("result/story.csv")))
                    .extracting(row -> row.getField("text"))
                    .containsExactlyElementsOf(
                            again.sentences().stream().map(Sentence::text).toList());
            eachEventIsToldOnceOrCounted(log, again);
            Map<Long, Event> events = log.events().stream().collect(Collectors.toMap(Event::number, event -> event));
            assertThat(again.sentences())
                    .filteredOn(sentence -> !numbersAgree(sentence, events))
                    .isEmpty();
        }
    }

    private static void eachEventIsToldOnceOrCounted(Log log, Story story) {
        List<Long> told = story.sentences().stream()
                .flatMap(sentence -> sentence.events().stream())
                .toList();
        assertThat(told).doesNotHaveDuplicates();
        int counted = story.rest().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(told.size() + counted).isEqualTo(log.events().size());
        assertThat(story.sentences())
                .extracting(sentence -> sentence.events().get(0))
                .isSorted();
    }

    /** Levels are those before and after events of the sentence, waits those since its first event. */
    private static boolean numbersAgree(Sentence sentence, Map<Long, Event> events) {
        List<Event> own = sentence.events().stream().map(events::get).toList();
        boolean agree = true;
        Matcher change = CHANGE.matcher(sentence.text());
        while (change.find()) {
            String level = change.group(1);
            agree &= own.stream().anyMatch(event -> level(event, level, true).equals(change.group(2)));
            agree &= own.stream().anyMatch(event -> level(event, level, false).equals(change.group(3)));
        }
        Matcher wait = WAIT.matcher(sentence.text());
        while (wait.find() && own.size() > 1) {
            double unit = WEEKS.get(wait.group(2));
            double shown = Double.parseDouble(wait.group(1)) * unit;
            double rounding = (wait.group(2).equals("min") ? 0.5001 : 0.0501) * unit;
            agree &= own.stream()
                    .anyMatch(event -> Math.abs(event.week() - own.get(0).week() - shown) <= rounding);
        }
        return agree;
    }

    private static String level(Event event, String level, boolean before) {
        var state = before ? event.before() : event.after();
        double value = level.equals("habit")
                ? state.habit()
                : level.equals("satisfaction") ? state.satisfaction() : state.belief();
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** What a contact was asked for and given, counted in the sentences, is what the tallies of the run say. */
    @Test
    void sentencesAddUpToTheTallies() {
        assertThat(story("-n", "2", "--replication", "0", "--quiet")).isZero();
        Log log = StoredStory.read(folder.resolve("result"));
        Event last = log.events().get(log.events().size() - 1);
        Story told = Teller.of(log);
        assertThat(told.sentences())
                .filteredOn(sentence -> CHANGE.matcher(sentence.text()).find())
                .hasSizeGreaterThan(told.sentences().size() / 2);
        Map<String, Long> turns = new TreeMap<>();
        told.sentences().forEach(sentence -> sentence.turns().forEach(turn -> turns.merge(turn.name(), 1L, Long::sum)));
        assertThat((double) turns.get("DROPPED"))
                .isEqualTo(last.totals().dropped())
                .isPositive();
        long left = log.changes().stream().filter(each -> each.stage() == -1).count();
        assertThat(turns.get("LEFT")).isEqualTo(left).isPositive();
        long answered = told.sentences().stream()
                .flatMap(sentence -> ANSWER.matcher(sentence.text()).results())
                .count();
        assertThat((double) answered + earlierAnswers(log))
                .isEqualTo(last.totals().answered());
    }

    /* Answers since the promotion to requests from before it, which are not told. */
    private static double earlierAnswers(Log log) {
        long promotion = log.events().stream()
                .filter(event -> event.kind() == EventKind.PROMOTION)
                .findFirst()
                .orElseThrow()
                .number();
        Set<List<Integer>> earlier = log.events().stream()
                .filter(event -> event.number() < promotion && event.kind() == EventKind.REQUEST_ARRIVES)
                .map(event -> List.of(event.contact(), event.request()))
                .collect(Collectors.toSet());
        return IntStream.range((int) promotion, log.events().size())
                .filter(place -> earlier.contains(List.of(
                        log.events().get(place).contact(),
                        log.events().get(place).request())))
                .mapToDouble(place -> log.events().get(place).totals().answered()
                        - log.events().get(place - 1).totals().answered())
                .sum();
    }

    @Test
    void oneContactIsToldWhole() {
        assertThat(story("-n", "4", "--contact", "2")).isZero();
        String byNumber = program.out();
        assertThat(story("-n", "4", "--contact", "Customer 2")).isZero();
        assertThat(program.out()).isEqualTo(byNumber).doesNotContain("Customer 3 called");
        List<NamedCsvRecord> rows = StoredStory.rows(folder.resolve("result/story.csv"));
        assertThat(rows)
                .filteredOn(row -> List.of(row.getField("contacts").split(" ")).contains("2"))
                .hasSizeGreaterThan(20)
                .allMatch(row -> row.getField("told").equals("true"));
        assertThat(rows)
                .filteredOn(row -> row.getField("contacts").equals("3"))
                .isNotEmpty()
                .allMatch(row -> row.getField("told").equals("false"));
        assertThat(story("-n", "4", "--all", "--quiet")).isZero();
        assertThat(StoredStory.rows(folder.resolve("result/story.csv")))
                .allMatch(row -> row.getField("told").equals("true"));
    }

    @Test
    void threadsAndContinuingChangeNothing() throws IOException {
        assertThat(story("-n", "24", "--bad", "--threads", "1")).isZero();
        Map<String, String> one = contents();
        assertThat(story("-n", "24", "--bad", "--threads", "3")).isZero();
        assertThat(contents()).isEqualTo(one);
        assertThat(story("-n", "24", "--bad", "--resume")).isZero();
        assertThat(contents()).isEqualTo(one);
        assertThat(story("-n", "20", "--bad")).isZero();
        assertThat(story("-n", "24", "--bad", "--extend")).isZero();
        assertThat(contents()).isEqualTo(one);
        assertThat(program.execute("verify", folder.resolve("result").toString()))
                .isZero();
    }

    /** The replication that is told as good has no more customers lost than the one that is told as bad. */
    @Test
    void goodAndBadAreWhatTheySay() throws IOException {
        Map<String, Double> lost = new HashMap<>();
        for (String choice : List.of("--good", "--bad")) {
            assertThat(story("-n", "40", choice, "--json")).isZero();
            assertThat(program.out()).isEqualTo(Files.readString(folder.resolve("result/summary.json")));
            Matcher value = Pattern.compile("\"customer_churn\",\\s+\"unit\": \"share\",\\s+\"value\": ([0-9.]+)")
                    .matcher(program.out());
            assertThat(value.find()).isTrue();
            lost.put(choice, Double.parseDouble(value.group(1)));
        }
        assertThat(lost.get("--good")).isLessThan(lost.get("--bad"));
    }

    @Test
    void mistakesAreOneLine() throws IOException {
        assertThat(story("-n", "4", "--replication", "4")).isEqualTo(2);
        assertThat(program.err()).startsWith("handoff story: --replication (4) must be from 0 to 3");
        assertThat(story("-n", "4", "--contact", "Custmer 2")).isEqualTo(2);
        assertThat(program.err())
                .isEqualTo("handoff story: --contact (Custmer 2) must be from 1 to 8, or a name; maybe Customer 2"
                        + " (see handoff story --help)\n");
        assertThat(story("--good", "--bad")).isEqualTo(2);
        Files.writeString(file, FIRM + "variants: {slow: {handoff.pace: 3}, quick: {}}\n");
        assertThat(story("-n", "4")).isEqualTo(2);
        assertThat(program.err()).contains("--variant is missing: " + file + " has the variants slow, quick");
        assertThat(story("-n", "4", "--variant", "slow")).isZero();
        assertThat(program.out()).startsWith("A firm, slow\n");
    }

    private int story(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("story", file.toString(), "-o", folder.resolve("result").toString()));
        arguments.addAll(List.of(options));
        return program.execute(arguments.toArray(String[]::new));
    }

    private Map<String, String> contents() throws IOException {
        return StudyFixture.contents(folder.resolve("result"));
    }
}
