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
 * @param expectations those of the file itself, not of the files that it extends, in their order
 * @param optimised what the file itself, not those that it extends, says is to be optimised
 * @param files all that were read: the file, those that it extends, and contacts files, as they were named
 */
public record ScenarioFile(
        String id,
        String name,
        String question,
        Optional<LocalDate> start,
        List<Variant> variants,
        List<Expected> expectations,
        Optional<OptimiseBlock> optimised,
        List<Path> files) {

    /** A limit or an objective of a file: a text that was not looked at yet, and where it stands. */
    public record Expected(Place place, String text) {}

    public ScenarioFile {
        variants = List.copyOf(variants);
        expectations = List.copyOf(expectations);
        files = List.copyOf(files);
    }
}
