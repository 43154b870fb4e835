package dev.handoff.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The commented scenario file from which a modeller starts. */
public final class ScenarioTemplate {

    private static final String RESOURCE = "/handoff/template.yaml";

    private ScenarioTemplate() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @throws FileAlreadyExistsException if there is one already
     */
    public static void write(Path file) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), ".init", ".yaml");
        try (InputStream template = ScenarioTemplate.class.getResourceAsStream(RESOURCE)) {
            Files.write(beside, template.readAllBytes());
            Files.move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
