package dev.handoff.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.scenario.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents say what is so: their commands end as stated, their scenarios can be read, their links lead somewhere. */
class DocumentsTest {

    @TempDir
    private Path folder;

    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"));
                Stream<Path> others = Stream.of(
                                "README.md",
                                "CONTRIBUTING.md",
                                "CHANGELOG.md",
                                "notebooks/README.md",
                                "output/README.md")
                        .map(Path::of)) {
            return Stream.concat(docs, others)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> documentsAboutSettings() {
        return Stream.of("README.md", "docs/model.md", "docs/scenario-files.md", "docs/findings.md")
                .map(Path::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatADocumentShowsWorks(Path document) throws IOException {
        assertThat(Proof.mistakes(document, Files.readString(document), folder)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documentsAboutSettings")
    void everySettingThatADocumentNamesExists(Path document) throws IOException {
        assertThat(Proof.unknownSettings(Files.readString(document))).isEmpty();
    }

    @Test
    void theUnitsOfScenarioFilesAreAllOfThem() throws IOException {
        String document = Files.readString(Path.of("docs/scenario-files.md"));
        assertThat(Unit.values())
                .filteredOn(unit -> !unit.symbols().isEmpty())
                .allSatisfy(unit -> assertThat(document)
                        .contains("\n| " + unit.documented() + " | `"
                                + String.join("`, `", unit.symbols().keySet()) + "` |\n"));
    }

    @Test
    void thereAreCommandsAndScenariosToCheck() throws IOException {
        assertThat(Document.of(Files.readString(Path.of("README.md"))).blocks())
                .flatMap(Shell::of)
                .hasSizeGreaterThan(5);
        assertThat(Document.of(Files.readString(Path.of("docs/scenario-files.md")))
                        .blocks())
                .filteredOn(block -> block.language().equals("yaml"))
                .hasSizeGreaterThan(5);
    }

    @Test
    void commandsThatDoNotWorkAreFound() throws IOException {
        assertThat(mistakes("""
                ```
                ./handoff check scenarios/staged-handoff.yaml
                ./handoff check scenarios/no-such-file.yaml
                ./handoff explain handoff.pace   # exit code 2
                ./handoff explain handof.pace   # exit code 2
                ./handoff list | sort
                ```
                """))
                .satisfiesExactly(
                        missing -> assertThat(missing)
                                .startsWith(
                                        "README.md:1 ./handoff check scenarios/no-such-file.yaml ends with 2, not 0"),
                        wrongCode -> assertThat(wrongCode).contains("explain handoff.pace ends with 0, not 2"),
                        pipe -> assertThat(pipe).contains("./handoff list | sort ends with 2, not 0"));
    }

    @Test
    void runsAreMadeWithTheirOptions() throws IOException {
        assertThat(mistakes("""
                ```
                ./handoff run scenarios/staged-handoff.yaml -n 1000000 --quiet --set 'horizon=9 weeks'
                ./handoff run scenarios/staged-handoff.yaml -n 1000000 --quiet --set 'horizon=9 apples'
                ```
                """))
                .singleElement()
                .asString()
                .contains("9 apples ends with 2, not 0: --set horizon (9 apples)");
        assertThat(folder.resolve("result/curves.csv")).exists();
    }

    @Test
    void outputThatIsNotPrintedIsFound() throws IOException {
        assertThat(mistakes("""
                ```console
                $ ./handoff explain handoff.pace
                handoff.pace
                  Length of a stage.
                  Length of a snake.
                ```
                """))
                .containsExactly("README.md:1 ./handoff explain handoff.pace does not print:   Length of a snake.");
    }

    @Test
    void scenariosThatCannotBeReadAreFound() throws IOException {
        assertThat(mistakes("""
                ```yaml
                habit: {initial: 0.5}
                ```
                <!-- fragment -->
                ```yaml
                habit: {initial: 0.5}
                ```
                <!-- fragment -->
                ```yaml
                habit: {initial: 5}
                ```
                <!-- file: mine.yaml, refused -->
                ```yaml
                format: 1
                ```
                """))
                .satisfiesExactly(
                        whole -> assertThat(whole).startsWith("README.md:1 ").contains("format is missing"),
                        part -> assertThat(part).startsWith("README.md:9 ").contains("habit.initial (5)"),
                        right -> assertThat(right).isEqualTo("README.md:13 is said to be refused, and is not"));
        assertThat(folder.resolve("mine.yaml")).hasContent("format: 1");
    }

    @Test
    void linksThatLeadNowhereAreFound() throws IOException {
        assertThat(mistakes("""
                # One way
                [a](docs/model.md) [b](docs/modell.md) [c](#one-way) [d](#another-way) [e](https://example.org)
                ![f](docs/model.md#12-parameters) [g](docs/model.md#parameters-of-nothing)
                """))
                .contains(
                        "README.md: nothing is at docs/modell.md",
                        "README.md: no heading is at #another-way",
                        "README.md: no heading is at docs/model.md#parameters-of-nothing")
                .noneMatch(problem -> problem.endsWith("#one-way") || problem.contains("example"));
    }

    @Test
    void settingsThatDoNotExistAreFound() {
        assertThat(Proof.unknownSettings("`habit.initial` `habit.initiall` `contacts[2].rate` `contacts[2].rat`\n"
                        + "`handoff.delay` `defaults.yaml` `contacts.file` `habbit.initial` `after-failure`"
                        + " `afterwards-failure` `as-listed`"))
                .containsExactly("habit.initiall", "contacts[2].rat", "habbit.initial", "afterwards-failure");
    }

    private List<String> mistakes(String markdown) throws IOException {
        return Proof.mistakes(Path.of("README.md"), markdown, folder);
    }
}
