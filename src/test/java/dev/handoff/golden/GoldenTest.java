package dev.handoff.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The results of the shipped scenarios are those that were committed, on every JDK: twenty replications with seed 1.
 *
 * <p>The committed SHA-256 of {@code curves.csv} guards every number, and the headlines beside it, which can be read, show
 * in a diff what has moved. {@code -Dgolden=update} writes both anew. They were made on x86-64: {@code kernel.Fast} calls
 * {@code Math.exp}, whose last bit may differ between processor architectures, so on another one a difference here need not
 * be a defect.
 */
class GoldenTest {
    private static final Path SCENARIOS = Path.of("scenarios");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    private Path folder;

    static List<String> scenarios() throws IOException {
        return names(SCENARIOS, ".yaml");
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theResultsOfAScenarioAreThoseCommitted(String scenario) throws Exception {
        Path result = folder.resolve("result");
        assertThat(Typed.of(List.of(
                        "run",
                        SCENARIOS.resolve(scenario + ".yaml").toString(),
                        "-n",
                        "20",
                        "--seed",
                        "1",
                        "--quiet",
                        "-o",
                        result.toString())))
                .isEqualTo(new Typed(0, ""));
        byte[] curves = Files.readAllBytes(result.resolve("curves.csv"));
        check(GOLDEN.resolve(scenario + ".csv"), Headlines.of(result.resolve("curves.csv")));
        check(GOLDEN.resolve(scenario + ".sha256"), sha256(curves) + "  curves.csv\n");
    }

    @Test
    void everyGoldenFileHasItsScenario() throws IOException {
        TreeSet<String> golden = new TreeSet<>(names(GOLDEN, ".csv"));
        golden.addAll(names(GOLDEN, ".sha256"));
        assertThat(golden).containsExactlyElementsOf(scenarios());
    }

    private static void check(Path golden, String present) throws IOException {
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, present);
        }
        assertThat(golden).as("mvn test -Dgolden=update makes it").exists();
        assertThat(present)
                .as("%s; mvn test -Dgolden=update takes the new results over", golden)
                .isEqualTo(Files.readString(golden));
    }

    private static List<String> names(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
