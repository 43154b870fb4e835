package dev.handoff.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Says which tests an ordinary build leaves out, and how to run them. */
class LeftOutTest {

    @ParameterizedTest
    @CsvSource({"browser, a browser", "notebooks, Jupyter and JDK 25"})
    void testsThatNeedMoreAreNamedWithTheirCommand(String profile, String need) throws IOException {
        List<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src", profile, "java"))) {
            tests = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .map(name -> name.replace(".java", ""))
                    .sorted()
                    .toList();
        }
        System.out.println("left out, as they need " + need + ": "
                + tests.stream().collect(Collectors.joining(", ")) + "; they run with: mvn -P" + profile + " test");
        assertThat(tests).isNotEmpty();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<id>" + profile + "</id>", "<source>src/" + profile + "/java</source>");
        assertThat(Files.readString(Path.of(".ci/run"))).containsPattern("mvn -B -P[a-z,]*" + profile + "[a-z,]* test");
    }
}
