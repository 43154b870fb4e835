package dev.handoff.report;

import dev.handoff.experiment.ArmResult;
import java.time.LocalDate;
import java.util.List;

/**
 * What a report is about, apart from the numbers.
 *
 * @param id the scenario's file name without extension
 * @param name the scenario's title
 * @param question what the scenario asks; empty if it asks nothing
 * @param start date of week 0; null if weeks have no dates
 * @param resolved file name and text of each resolved scenario file
 * @param sources the resolved scenario of each variant
 * @param replay the command that runs this scenario, to which a seed and a replication are added
 */
public record Subject(
        String id,
        String name,
        String question,
        LocalDate start,
        List<TextFile> resolved,
        List<Source> sources,
        String replay) {

    /** A text to be written under a name. */
    public record TextFile(String name, String text) {}

    /** Which text a variant's scenario comes from, as its SHA-256 in hexadecimal digits. */
    public record Source(String variant, String sha256) {}

    /** What people call an arm: a scenario without variants goes by its title. */
    String label(ArmResult result) {
        return sources.size() == 1 && !result.arm().added()
                ? name
                : result.arm().name();
    }

    public Subject {
        resolved = List.copyOf(resolved);
        sources = List.copyOf(sources);
    }
}
