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
        try (InputStream template = ScenarioTemplate.class.getResourceAsStream(RESOURCE)) {
            Files.copy(template, file);
        } catch (FileAlreadyExistsException exists) {
            throw exists;
        } catch (IOException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }
}
