package dev.handoff.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.metric.Metric;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of docs/reference are what the program says of itself; {@code -Dgolden=update} writes them anew. */
class ReferenceTest {
    private static final Path FOLDER = Path.of("docs/reference");

    @Test
    void thePagesAreUpToDate() throws IOException {
        for (Map.Entry<String, String> page : ReferencePages.all().entrySet()) {
            Path file = FOLDER.resolve(page.getKey());
            if ("update".equals(System.getProperty("golden"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, page.getValue());
            }
            assertThat(file)
                    .as("mvn test -Dtest=ReferenceTest -Dgolden=update makes it")
                    .exists();
            assertThat(Files.readString(file))
                    .as("%s; mvn test -Dtest=ReferenceTest -Dgolden=update takes over what is so now", file)
                    .isEqualTo(page.getValue());
        }
    }

    @Test
    void thereAreNoOtherPages() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ReferencePages.all().keySet());
        }
    }

    @Test
    void everyParameterAndMetricStandsOnItsPageOnce() {
        assertThat(firstCells(ReferencePages.all().get("parameters.md")))
                .isEqualTo(Catalogue.standard().parameters().stream()
                        .map(Parameter::path)
                        .toList());
        assertThat(firstCells(ReferencePages.all().get("metrics.md")))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Metric.values()).map(Metric::id).toList());
    }

    private static List<String> firstCells(String page) {
        return Pattern.compile("(?m)^\\| \\[?`([^`]+)`")
                .matcher(page)
                .results()
                .map((MatchResult cell) -> cell.group(1))
                .toList();
    }

    /** Every command has an example and says how it can end; DocumentsTest runs the examples. */
    @Test
    void everyCommandHasAnExample() {
        String page = ReferencePages.all().get("commands.md");
        List<String> commands = Pattern.compile("(?m)^## (\\w+)$")
                .matcher(page)
                .results()
                .map((MatchResult heading) -> heading.group(1))
                .toList();
        assertThat(commands)
                .hasSizeGreaterThan(15)
                .allSatisfy(command -> assertThat(page)
                        .containsPattern("(?s)\n## " + command + "\n.*?\nExit codes: 0, 1.*?\n\n```\n\\./handoff "
                                + command + "\\b"));
    }
}
