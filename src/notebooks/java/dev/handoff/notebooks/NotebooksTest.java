package dev.handoff.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every notebook, executed for real by the command with which users open them, shows what is stored in it. With {@code
 * -Dgolden=update} what it shows is stored.
 */
class NotebooksTest {
    private static final Path FOLDER = Path.of("notebooks");
    private static final Path EXECUTED =
            Path.of("target", "notebooks", "executed").toAbsolutePath();
    private static final String NO_ANSWER = "Kernel didn't respond";
    private static final int SIDE_BY_SIDE = 2;
    private static final int MINUTES = 5;

    /** How long a kernel may take to answer, in seconds, attempt by attempt: one of five never does. */
    private static final int[] PATIENCE = {15, 20, 30, 40, 60};

    private static final Map<Path, Future<Executed>> running = new HashMap<>();
    private static final ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE);

    /** How an execution ended, and what it said. */
    private record Executed(int code, String log) {}

    static List<Path> notebooks() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        }
    }

    @BeforeAll
    static void beginAll() throws IOException, InterruptedException {
        Files.createDirectories(EXECUTED);
        Executed prepared = start("--version");
        assertThat(prepared.code()).as(prepared.log()).isZero();
        for (Path notebook : notebooks()) {
            running.put(notebook, workers.submit(() -> execute(notebook)));
        }
    }

    @AfterAll
    static void end() {
        workers.shutdownNow();
    }

    private static Executed start(String... arguments) throws IOException, InterruptedException {
        String[] command = Stream.concat(Stream.of(FOLDER.resolve("start").toString()), Stream.of(arguments))
                .toArray(String[]::new);
        Path log = Files.createTempFile(EXECUTED, "log", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                return new Executed(-1, "no end after " + MINUTES + " minutes: " + Files.readString(log));
            }
            return new Executed(process.exitValue(), Files.readString(log));
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            Files.delete(log);
        }
    }

    /* A kernel that does not answer is no fault of the notebook: it gets another one. */
    private static Executed execute(Path notebook) throws IOException, InterruptedException {
        Executed executed = null;
        for (int seconds : PATIENCE) {
            executed = execute(notebook, seconds);
            if (executed.code() == 0 || !executed.log().contains(NO_ANSWER)) {
                break;
            }
        }
        return executed;
    }

    private static Executed execute(Path notebook, int seconds) throws IOException, InterruptedException {
        return start(
                "nbconvert",
                "--execute",
                "--to=notebook",
                "--ExecutePreprocessor.startup_timeout=" + seconds,
                "--ExecutePreprocessor.timeout=120",
                "--ExecutePreprocessor.record_timing=False",
                "--output-dir=" + EXECUTED,
                notebook.toString());
    }

    @ParameterizedTest
    @MethodSource("notebooks")
    void aNotebookShowsWhatIsStoredInIt(Path notebook) throws IOException, InterruptedException, ExecutionException {
        Executed executed = running.get(notebook).get();
        assertThat(executed.code()).as(executed.log()).isZero();
        Path result = EXECUTED.resolve(notebook.getFileName());
        Notebook now = Notebook.read(result);
        assertThat(now.hasErrors()).isFalse();
        if ("update".equals(System.getProperty("golden"))) {
            String text = Files.readString(result).replaceAll("(\"version\": \"\\d+)[^\"]*", "$1");
            Files.writeString(notebook, text.endsWith("\n") ? text : text + "\n");
        }
        Notebook stored = Notebook.read(notebook);
        assertThat(now.differencesFrom(stored)).isEmpty();
        int[] pictures = now.equalPictures(stored);
        System.out.println(
                notebook + ": texts are equal, and " + pictures[1] + " of " + pictures[0] + " pictures to the byte");
    }

    @Test
    void thereAreNotebooks() throws IOException {
        assertThat(notebooks()).hasSizeGreaterThanOrEqualTo(4);
    }
}
