package dev.handoff.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project of its own, with a made-up java and mvn that tell what they were asked. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is for POSIX shells; Windows has handoff.cmd")
class LauncherTest {
    private static final List<String> TOOLS =
            List.of("cat", "cksum", "find", "grep", "head", "mkdir", "mv", "readlink", "rm", "sed", "sleep", "touch");
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
            -version) echo 'openjdk version "%s" 2024-01-16' >&2; exit ;;
            *ArchiveClassesAtExit*|*AOTCacheOutput*) echo trained >>"$TRACE"; exit ;;
            esac
            while [ "$1" != -jar ]; do shift; done
            shift 2
            for word; do echo "<$word>"; done
            exit ${EXIT_CODE:-0}
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo built >>"$TRACE"
            for word; do case $word in -DbuildFolder=*) folder=${word#*=} ;; esac; done
            sleep 0.3
            [ -z "${BREAK:-}" ] || { echo '[ERROR] it broke'; exit 1; }
            echo jar >"$folder/handoff.jar"
            """;

    private static final String BUILDING =
            "handoff: building target/handoff.jar, once after each change of the sources ...\n";

    private record Ended(int code, String out, String err) {}

    @TempDir
    Path folder;

    private Path project;
    private Path tools;
    private Path trace;

    private final List<Process> children = new ArrayList<>();

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        tools = Files.createDirectories(folder.resolve("tools"));
        trace = Files.createFile(folder.resolve("trace"));
        Files.copy(Path.of("handoff"), project.resolve("handoff"));
        Files.createDirectories(project.resolve("src/main"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        for (String tool : TOOLS) {
            script(tool, "#!/bin/sh\nexec " + onThePath(tool) + " \"$@\"\n");
        }
        script("java", JAVA.formatted("17.0.10"));
        script("mvn", MAVEN);
    }

    @Test
    void passesItsArgumentsOnAsTheyAre() throws Exception {
        assertThat(launch("run", "a b", "", "*", "$HOME", "--set", "x=1").out())
                .isEqualTo("<run>\n<a b>\n<>\n<*>\n<$HOME>\n<--set>\n<x=1>\n");
    }

    @Test
    void passesTheExitCodeOn() throws Exception {
        assertThat(launch(Map.of("EXIT_CODE", "3"), project.resolve("handoff"), "run")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void worksThroughLinksFromAnotherFolder() throws Exception {
        Path near = Files.createSymbolicLink(project.resolve("near"), Path.of("handoff"));
        Path far = Files.createSymbolicLink(folder.resolve("far away"), near);
        assertThat(launch(Map.of(), far, "list")).isEqualTo(new Ended(0, "<list>\n", BUILDING));
    }

    @Test
    void buildsOnceAndTrainsOnce() throws Exception {
        launch("list");
        Ended second = launch("list");
        assertThat(second).isEqualTo(new Ended(0, "<list>\n", ""));
        assertThat(trace).hasContent("built\ntrained");
    }

    @Test
    void trainsAgainForAnotherJdkOnly() throws Exception {
        launch("list");
        script("java", JAVA.formatted("25.0.1"));
        launch("list");
        script("java", JAVA.formatted("17.0.10"));
        launch("list");
        assertThat(trace).hasContent("built\ntrained\ntrained");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        launch("list");
        Path source = Files.writeString(project.resolve("src/main/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch("list").err()).isEqualTo(BUILDING);
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws Exception {
        Process first = start(Map.of(), project.resolve("handoff"), "one");
        Process second = start(Map.of(), project.resolve("handoff"), "two");
        assertThat(ended(first)).extracting(Ended::code, Ended::out).containsExactly(0, "<one>\n");
        assertThat(ended(second)).extracting(Ended::code, Ended::out).containsExactly(0, "<two>\n");
        assertThat(Files.readAllLines(trace)).containsOnlyOnce("built");
        assertThat(project.resolve("target")).isDirectoryNotContaining("glob:**launcher*");
    }

    @Test
    void whatAKilledStartLeftIsClearedAway() throws Exception {
        Process gone = new ProcessBuilder("sh", "-c", "exit 0").start();
        gone.waitFor();
        Path lock = Files.createDirectories(project.resolve("target/launcher.lock"));
        Files.writeString(lock.resolve("owner"), gone.pid() + "\n");
        Path work = Files.createDirectories(project.resolve("target/launcher-" + gone.pid()));
        assertThat(launch("list").code()).isZero();
        assertThat(lock).doesNotExist();
        assertThat(work).doesNotExist();
    }

    @Test
    void aFailedBuildShowsItsErrorAndLeavesNothing() throws Exception {
        Ended ended = launch(Map.of("BREAK", "yes"), project.resolve("handoff"), "list");
        assertThat(ended)
                .isEqualTo(new Ended(
                        2, "", BUILDING + "[ERROR] it broke\nhandoff: the build failed; the lines above say why.\n"));
        assertThat(project.resolve("target")).isEmptyDirectory();
    }

    @Test
    void withoutMavenTheOlderBuildRunsWithAWarning() throws Exception {
        launch("list");
        Files.setLastModifiedTime(
                project.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
        Files.delete(tools.resolve("mvn"));
        assertThat(launch("list"))
                .isEqualTo(new Ended(
                        0,
                        "<list>\n",
                        "handoff: the sources are newer than target/handoff.jar, but Maven (mvn) was not found;"
                                + " running the older build.\n"));
    }

    @Test
    void withoutMavenAndJarItSaysWhatIsMissing() throws Exception {
        Files.delete(tools.resolve("mvn"));
        assertThat(launch("list"))
                .isEqualTo(refused("Maven (mvn) was not found; it is needed once, to build target/handoff.jar."));
    }

    @Test
    void withoutJavaItSaysWhatIsMissing() throws Exception {
        Files.delete(tools.resolve("java"));
        assertThat(launch("list"))
                .isEqualTo(refused("Java was not found; install a JDK, 17 or newer, or set JAVA_HOME to one."));
    }

    @Test
    void anOldJavaIsRefused() throws Exception {
        for (String version : List.of("11.0.22", "1.8.0_392", "16")) {
            script("java", JAVA.formatted(version));
            assertThat(launch("list"))
                    .isEqualTo(refused(tools.resolve("java") + " is Java " + version
                            + "; handoff needs a JDK, 17 or newer (see JAVA_HOME)."));
        }
    }

    @Test
    void aJavaHomeWithoutJavaIsRefused() throws Exception {
        assertThat(launch(Map.of("JAVA_HOME", "/nowhere"), project.resolve("handoff"), "list"))
                .isEqualTo(
                        refused("JAVA_HOME (/nowhere) has no bin/java; it must be the folder of a JDK, 17 or newer."));
    }

    @Test
    void aJdkTellsItsVersionByItsFile() throws Exception {
        Path home = Files.createDirectories(folder.resolve("a jdk/bin")).getParent();
        Files.move(tools.resolve("java"), home.resolve("bin/java"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"A\"\nJAVA_VERSION=\"11.0.1\"\n");
        assertThat(launch(Map.of("JAVA_HOME", home.toString()), project.resolve("handoff"), "list"))
                .isEqualTo(refused(home.resolve("bin/java")
                        + " is Java 11.0.1; handoff needs a JDK, 17 or newer (see JAVA_HOME)."));
    }

    private static Ended refused(String message) {
        return new Ended(2, "", "handoff: " + message + "\n");
    }

    private Ended launch(String... arguments) throws Exception {
        return launch(Map.of(), project.resolve("handoff"), arguments);
    }

    private Ended launch(Map<String, String> environment, Path launcher, String... arguments) throws Exception {
        return ended(start(environment, launcher, arguments));
    }

    private Process start(Map<String, String> environment, Path launcher, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", tools.toString(), "TRACE", trace.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        children.add(process);
        return process;
    }

    @AfterEach
    void endChildren() {
        for (Process child : children) {
            child.descendants().forEach(ProcessHandle::destroyForcibly);
            child.destroyForcibly();
        }
    }

    private static Ended ended(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), out, err);
    }

    private void script(String name, String text) throws IOException {
        Path script = Files.writeString(tools.resolve(name), text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onThePath(String tool) {
        for (String place : System.getenv("PATH").split(":")) {
            Path file = Path.of(place, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException(tool + " is not on the PATH");
    }
}
