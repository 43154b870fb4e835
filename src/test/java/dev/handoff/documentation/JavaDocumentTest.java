package dev.handoff.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.api.Handoff;
import dev.handoff.api.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/java.md, compiled and run line by line, with few replications. */
class JavaDocumentTest {
    private static final int REPLICATIONS = 3;

    @TempDir
    private Path folder;

    @Test
    void theExampleRuns() throws IOException {
        String example = example()
                .replace("run(100)", "run(" + REPLICATIONS + ")")
                .replace("freed.png", folder.resolve("freed.png").toString());
        String printed = printed(example);
        Result fast =
                Handoff.scenario("staged-handoff").set("handoff.pace", "1 week").run(REPLICATIONS);
        Result slow = Handoff.scenario("staged-handoff").run(REPLICATIONS);
        assertThat(printed)
                .startsWith(fast.toString())
                .contains("\n" + fast.difference(slow, "capacity_freed") + "\n")
                .contains(fast.compare(slow).toString());
        assertThat(ImageIO.read(folder.resolve("freed.png").toFile()).getWidth())
                .isEqualTo(960);
    }

    private static String example() throws IOException {
        List<Document.Block> blocks = Document.of(Files.readString(Path.of("docs/java.md"))).blocks().stream()
                .filter(block -> block.language().equals("java"))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.get(0).body();
    }

    /** What the lines print, run in this process. */
    private static String printed(String lines) {
        PrintStream systemOut = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            shell.addToClasspath(System.getProperty("java.class.path"));
            assertThat(failures(shell, lines)).isEmpty();
        } finally {
            System.setOut(systemOut);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<String> failures(JShell shell, String lines) {
        List<String> failures = new ArrayList<>();
        String rest = lines;
        while (!rest.isBlank()) {
            CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            for (SnippetEvent event : shell.eval(next.source())) {
                if (event.status() != Snippet.Status.VALID || event.exception() != null) {
                    failures.add(next.source() + " -> " + event.exception()
                            + shell.diagnostics(event.snippet())
                                    .map(problem -> problem.getMessage(null))
                                    .toList());
                }
            }
            rest = next.remaining();
        }
        return failures;
    }
}
