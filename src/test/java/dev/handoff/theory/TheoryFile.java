package dev.handoff.theory;

import dev.handoff.model.Scenario;
import dev.handoff.scenario.ScenarioReader;
import java.nio.file.Path;

/** The scenario files whose results are known, in {@code src/test/resources/theory}. */
public final class TheoryFile {
    private static final Path FOLDER = Path.of("src/test/resources/theory");

    private TheoryFile() {}

    /** @param variant one that the file names, or {@code base} where it names none */
    public static Scenario read(String file, String variant) {
        return ScenarioReader.read(FOLDER.resolve(file + ".yaml")).variants().stream()
                .filter(each -> each.name().equals(variant))
                .findFirst()
                .orElseThrow()
                .scenario();
    }
}
