package dev.handoff.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code handoff run} in a process of its own, which writes the folder {@code result} beside its scenario. */
final class RunningProgram {
    private static final int ATTEMPTS = 6000;
    private static final int PAUSE_MILLIS = 10;

    private final Path folder;
    private final Process process;

    RunningProgram(Path scenario, String... options) throws IOException {
        folder = scenario.getParent();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                scenario.toString()));
        command.addAll(List.of(options));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    Process process() {
        return process;
    }

    /** What it has printed so far. */
    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** As Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    /** Staging folders for the result, of this process or of dead ones. */
    List<Path> staging() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().startsWith(".result.staging-"))
                    .toList();
        }
    }

    /** Its staging folder, once it is there. */
    Path awaitStaging() throws IOException, InterruptedException {
        return awaitRows(0);
    }

    /** Its staging folder, once every spool in it has grown to as many bytes. */
    Path awaitRows(long bytes) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            for (Path each : staging()) {
                if (bytes == 0 || smallestSpool(each) >= bytes) {
                    return each;
                }
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("the program did not begin: " + log());
    }

    private static long smallestSpool(Path staging) throws IOException {
        try (Stream<Path> files = Files.list(staging)) {
            return files.filter(file -> file.toString().endsWith(".spool"))
                    .mapToLong(file -> file.toFile().length())
                    .min()
                    .orElse(0);
        }
    }

    /** Kills it, if it still runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
