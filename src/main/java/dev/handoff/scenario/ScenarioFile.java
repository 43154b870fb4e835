package dev.handoff.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario file says.
 *
 * @param id name of the file without extension
 * @param name title for people
 * @param question what the file asks, empty where it does not say
 * @param start date of the promotion, where there is one
 * @param variants at least one, in the order of the file
 * @param files all that were read: the file, those that it extends, and contacts files, as they were named
 */
public record ScenarioFile(
        String id, String name, String question, Optional<LocalDate> start, List<Variant> variants, List<Path> files) {

    public ScenarioFile {
        variants = List.copyOf(variants);
        files = List.copyOf(files);
    }
}
