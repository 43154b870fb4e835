package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.report.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every study that was killed is resumed to the bytes of the one that was not. */
class ResumedStudyTest {
    /* Of no process that is alive: beyond the largest number that systems give to one. */
    private static final String DEAD = "5000000000-1";

    @TempDir
    private Path folder;

    private TinyStudies studies;

    @BeforeEach
    void listen() throws IOException {
        studies = new TinyStudies(folder);
    }

    @AfterEach
    void hearNoMore() {
        studies.close();
    }

    /** What is left of it: the circumstances and a journal whose last row is torn. */
    @ParameterizedTest
    @MethodSource("dev.handoff.cli.TinyStudies#ofEveryKind")
    void whatWasKilledIsResumedToTheSameBytes(List<String> study) throws IOException {
        int code = studies.run("whole", study, "-n", "20");
        byte[] journal = Files.readAllBytes(folder.resolve("whole/journal.bin"));
        Path left = Files.createDirectory(folder.resolve(".result.staging-" + DEAD));
        Files.write(left.resolve("journal.bin"), Arrays.copyOf(journal, journal.length * 3 / 5));
        Files.writeString(left.resolve("circumstances.txt"), circumstances());
        assertThat(studies.run("result", study, "-n", "20", "--resume")).isEqualTo(code);
        Map<String, String> whole = studies.contents("whole");
        assertThat(studies.contents("result")).isEqualTo(whole).containsKeys("journal.bin", "summary.json");
        assertThat(left).doesNotExist();
        assertThat(studies.program().allErrors()).isEmpty();
    }

    private String circumstances() throws IOException {
        StringBuilder text = new StringBuilder();
        Manifest.in(folder.resolve("whole"))
                .circumstances()
                .values()
                .forEach((name, value) ->
                        text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
