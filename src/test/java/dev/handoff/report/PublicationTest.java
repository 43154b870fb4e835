package dev.handoff.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
    @TempDir
    private Path parent;

    private Path target;

    @BeforeEach
    void nameTheTarget() {
        target = parent.resolve("firm-1");
    }

    @Test
    void aFolderAppearsWithAllItsFiles() throws IOException {
        publish(target, "first");
        assertThat(target.resolve("curves.csv")).hasContent("first");
        assertThat(names()).containsExactly("firm-1");
    }

    @Test
    void anEarlierFolderOfOursIsReplaced() throws IOException {
        publish(target, "first");
        publish(target, "second");
        assertThat(target.resolve("curves.csv")).hasContent("second");
        assertThat(names()).containsExactly("firm-1");
    }

    @Test
    void nothingIsChangedWhenTheFilesAreNotCompleted() throws IOException {
        publish(target, "first");
        try (Publication publication = Publication.begin(target)) {
            Files.writeString(publication.staging().resolve("curves.csv"), "half");
        }
        assertThat(target.resolve("curves.csv")).hasContent("first");
        assertThat(names()).containsExactly("firm-1");
    }

    @Test
    void anEmptyFolderMayBeFilled() throws IOException {
        Files.createDirectory(target);
        publish(target, "first");
        assertThat(target.resolve("curves.csv")).hasContent("first");
    }

    @Test
    void aFolderWithSomebodyElsesFileIsLeftAlone() throws IOException {
        publish(target, "first");
        Files.writeString(target.resolve("notes.txt"), "mine");
        assertThatThrownBy(() -> Publication.begin(target))
                .isInstanceOf(PlaceException.class)
                .hasMessage(target + " holds notes.txt, which this program did not write;"
                        + " move it away or choose another place with -o");
        assertThat(target.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void aFileThatWasChangedSinceIsLeftAlone() throws IOException {
        publish(target, "first");
        Files.writeString(target.resolve("curves.csv"), "improved by hand");
        assertThatThrownBy(() -> Publication.begin(target)).hasMessageContaining("curves.csv, which was changed");
        assertThat(target.resolve("curves.csv")).hasContent("improved by hand");
    }

    @Test
    void aFileThatIsAddedWhileARunIsUnderWayIsNotLost() throws IOException {
        publish(target, "first");
        try (Publication publication = Publication.begin(target)) {
            write(publication.staging(), "second");
            Files.writeString(target.resolve("notes.txt"), "mine");
            assertThatThrownBy(publication::publish).isInstanceOf(PlaceException.class);
        }
        assertThat(target.resolve("notes.txt")).hasContent("mine");
        assertThat(target.resolve("curves.csv")).hasContent("first");
    }

    @Test
    void aFolderWithoutOurManifestIsLeftAlone() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("manifest.json"), "{\"program\": \"other\", \"files\": {}}");
        assertThatThrownBy(() -> Publication.begin(target)).hasMessageContaining("no manifest.json of this program");
    }

    @Test
    void aFileInThePlaceOfTheFolderOrAboveItIsRefused() throws IOException {
        Files.writeString(target, "a file");
        assertThatThrownBy(() -> Publication.begin(target)).hasMessageContaining("is a file, not a folder");
        assertThatThrownBy(() -> Publication.begin(target.resolve("below")))
                .isInstanceOf(PlaceException.class)
                .hasMessage(target.resolve("below") + " cannot be written: " + target + " is a file, not a folder");
    }

    @Test
    void theWorkingFolderIsNeverReplaced() {
        assertThatThrownBy(() -> Publication.begin(Path.of(""))).isInstanceOf(PlaceException.class);
        assertThatThrownBy(() -> Publication.begin(Path.of("/"))).isInstanceOf(PlaceException.class);
    }

    @Test
    void whatADeadRunLeftIsClearedAwayAndALivingOneIsLeftAlone() throws IOException {
        Path dead = Files.createDirectory(parent.resolve(".firm-1.staging-" + deadProcess()));
        Files.writeString(dead.resolve("curves.csv"), "half");
        ProcessHandle init = ProcessHandle.current().parent().orElseThrow();
        long since = init.info().startInstant().orElseThrow().toEpochMilli();
        Path living = Files.createDirectory(parent.resolve(".firm-1.staging-" + init.pid() + "-" + since));
        Path reused = Files.createDirectory(parent.resolve(".firm-1.staging-" + init.pid() + "-1000"));
        publish(target, "first");
        assertThat(dead).doesNotExist();
        assertThat(reused).doesNotExist();
        assertThat(living).exists();
    }

    @Test
    void whoDiedBetweenTheRenamesIsPutRight() throws IOException {
        publish(target, "first");
        Files.move(target, parent.resolve(".firm-1.previous-" + deadProcess()));
        try (Publication publication = Publication.begin(target)) {
            assertThat(target.resolve("curves.csv")).hasContent("first");
            assertThat(publication.staging()).isEmptyDirectory();
        }
        assertThat(names()).containsExactly("firm-1");
    }

    @Test
    void theNextRunForAnotherTargetPutsThatRightToo() throws IOException {
        publish(target, "first");
        Files.move(target, parent.resolve(".firm-1.previous-" + deadProcess()));
        publish(parent.resolve("other-1"), "second");
        assertThat(target.resolve("curves.csv")).hasContent("first");
        assertThat(names()).containsExactly("firm-1", "other-1");
    }

    @Test
    void runsForTheSameTargetAtOnceLeaveOneOfThemWhole() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Boolean>> runs = List.of(() -> publishesAsAnother("a"), () -> publishesAsAnother("b"));
            for (int round = 0; round < 5; round++) {
                for (Future<Boolean> run : executor.invokeAll(runs)) {
                    run.get();
                }
                OwnFolder.requireReplaceable(target);
                assertThat(target.resolve("curves.csv")).content().isIn("a", "b");
            }
        } finally {
            executor.shutdownNow();
        }
    }

    /* Whether it came through; being refused is all right. */
    private boolean publishesAsAnother(String content) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublicationTest.class.getName(),
                        target.toString(),
                        content)
                .redirectErrorStream(true)
                .start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(printed).isIn(0, 2);
            return process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Another process publishes again and again and is killed at a random moment, twenty times. */
    @Test
    void killingLeavesAWholeFolder() throws Exception {
        publish(target, "0");
        Random moments = new Random(20);
        for (int kill = 0; kill < 20; kill++) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PublicationTest.class.getName(),
                            target.toString())
                    .redirectErrorStream(true)
                    .start();
            try {
                assertThat(process.getInputStream().read()).isEqualTo('.');
                Thread.sleep(moments.nextInt(60));
            } finally {
                process.destroyForcibly().waitFor();
            }
            Publication.begin(target).close();
            assertThat(Manifest.in(target)).isNotNull();
            OwnFolder.requireReplaceable(target);
            assertThat(target.resolve("curves.csv")).exists();
            assertThat(names()).containsExactly("firm-1");
        }
    }

    /** What the killed process does. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 1) {
            publishOften(Path.of(arguments[0]), arguments[1]);
            return;
        }
        for (int round = 0; round < 100_000; round++) {
            publish(Path.of(arguments[0]), "round " + round);
            if (round == 0) {
                System.out.print('.');
                System.out.flush();
            }
        }
    }

    private static void publishOften(Path target, String content) throws IOException {
        try {
            for (int round = 0; round < 100; round++) {
                publish(target, content);
            }
        } catch (PlaceException refused) {
            System.exit(2);
        }
    }

    private static void publish(Path target, String content) throws IOException {
        try (Publication publication = Publication.begin(target)) {
            write(publication.staging(), content);
            publication.publish();
        }
    }

    private static void write(Path staging, String content) throws IOException {
        Files.writeString(staging.resolve("curves.csv"), content);
        String sha256 = Digest.of(staging.resolve("curves.csv"));
        String manifest = Json.text(json ->
                json.text("program", Manifest.PROGRAM).object("files", files -> files.text("curves.csv", sha256)));
        Files.writeString(staging.resolve(Manifest.NAME), manifest);
    }

    private static String deadProcess() throws IOException {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-version")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            process.waitFor();
            return process.pid() + "-" + System.currentTimeMillis();
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
