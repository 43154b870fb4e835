package dev.handoff.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Commands run in this process, with what they print and write. */
final class StudyFixture implements AutoCloseable {
    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final StringBuilder earlierErrors = new StringBuilder();

    StudyFixture() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    int execute(String... arguments) {
        earlierErrors.append(err());
        out.reset();
        err.reset();
        return Main.execute(arguments);
    }

    /** What the latest command printed. */
    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the latest command told as errors. */
    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What all commands told as errors. */
    String allErrors() {
        return earlierErrors + err();
    }

    /** Some arguments and more behind them. */
    static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    /** All files but the manifest, by name. */
    static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                contents.put(each.getFileName().toString(), Files.readString(each, StandardCharsets.ISO_8859_1));
            }
        }
        contents.remove("manifest.json");
        return contents;
    }

    @Override
    public void close() {
        System.setOut(systemOut);
        System.setErr(systemErr);
    }
}
