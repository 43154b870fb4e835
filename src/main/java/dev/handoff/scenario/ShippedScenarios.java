package dev.handoff.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenario files in {@code scenarios/}, or else those that come with the program. */
public final class ShippedScenarios {

    private static final Path FOLDER = Path.of("scenarios");
    private static final String PROGRAM_FOLDER = "/handoff/scenarios/";
    private static final String KNOWN_FILE = PROGRAM_FOLDER + "staged-handoff.yaml";
    private static final int LONGEST_BYTES = 1 << 20;

    /**
     * A scenario file.
     *
     * @param question what it asks, or why that cannot be read
     */
    public record Entry(String file, String question) {}

    private ShippedScenarios() {}

    /** In the order of their names. */
    public static List<Entry> atHand() {
        return Files.isDirectory(FOLDER) ? in(FOLDER) : inProgram();
    }

    /** The files of {@link #atHand}, where those that come with the program are copied into a folder. */
    public static List<Path> files(Path copies) throws IOException {
        List<Path> files = new ArrayList<>();
        boolean shipped = !Files.isDirectory(FOLDER);
        for (Entry entry : atHand()) {
            Path file = shipped ? copies.resolve(entry.file()) : Path.of(entry.file());
            if (shipped) {
                try (InputStream text = ShippedScenarios.class.getResourceAsStream(PROGRAM_FOLDER + entry.file())) {
                    Files.copy(text, file);
                }
            }
            files.add(file);
        }
        return files;
    }

    /** Names of those that come with the program, without their extension. */
    static List<String> names() {
        return inProgram().stream()
                .map(entry -> entry.file().replaceFirst(".*/", "").replace(".yaml", ""))
                .toList();
    }

    static List<Entry> inProgram() {
        try {
            URI known = ShippedScenarios.class.getResource(KNOWN_FILE).toURI();
            if (!known.getScheme().equals("jar")) {
                return in(Path.of(known).getParent());
            }
            try (FileSystem jar = FileSystems.newFileSystem(known, Map.of())) {
                return in(jar.getPath(KNOWN_FILE).getParent());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (URISyntaxException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static List<Entry> in(Path folder) {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(file -> entries.add(entry(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return entries;
    }

    private static Entry entry(Path file) {
        Problems problems = new Problems();
        Optional<SourceFile> source = TextFile.read(file, file + ":", LONGEST_BYTES, problems)
                .flatMap(text -> SourceFile.parse(file.toString(), text, problems));
        String question = source.flatMap(SourceFile::question).orElse("");
        String shown =
                file.startsWith(FOLDER) ? file.toString() : file.getFileName().toString();
        return new Entry(shown, problems.isEmpty() ? question : "(has mistakes: handoff check tells which)");
    }
}
