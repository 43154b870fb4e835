package dev.handoff.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Says which tests an ordinary build leaves out, and how to run them. */
class LeftOutTest {
    private static final String PROFILE = "browser";

    @Test
    void testsInABrowserAreNamedWithTheirCommand() throws IOException {
        List<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src", PROFILE, "java"))) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
        }
        System.out.println("left out, as they need a browser: " + tests.stream().collect(Collectors.joining(", "))
                + "; they run with: mvn -P" + PROFILE + " test");
        assertThat(tests).isNotEmpty();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<id>" + PROFILE + "</id>", "<source>src/" + PROFILE + "/java</source>");
        assertThat(Files.readString(Path.of(".ci/run"))).contains("mvn -B -P" + PROFILE + " test");
    }
}
