package dev.handoff.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of docs/validation.md are those of tests that there are, each once; what they say is checked by these tests. */
class ValidationPageTest {
    private static final Pattern ROW = Pattern.compile("\\| (.+?) \\| .* \\| `(\\w+Test)` \\|");

    @Test
    void everyRowNamesATestThatThereIsAndStandsOnce() throws IOException {
        List<Matcher> rows = Files.readAllLines(Path.of("docs/validation.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .toList();
        assertThat(rows).hasSizeGreaterThan(150);
        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates();
        assertThat(tests()).containsAll(rows.stream().map(row -> row.group(2)).toList());
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
