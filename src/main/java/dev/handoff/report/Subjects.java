package dev.handoff.report;

import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Subjects of reports, made from scenario files. */
public final class Subjects {
    private static final int LONGEST_FILE_NAME = 60;

    private Subjects() {}

    /** @param replay the command that runs the scenario, without seed */
    public static Subject of(ScenarioFile file, String replay) {
        List<Subject.TextFile> resolved = new ArrayList<>();
        List<Subject.Source> sources = new ArrayList<>();
        for (Variant variant : file.variants()) {
            int number = resolved.size() + 1;
            String name = resolvedName(number, variant.name(), file.variants().size());
            resolved.add(new Subject.TextFile(name, variant.settings().yaml()));
            sources.add(new Subject.Source(variant.name(), variant.settings().sha256()));
        }
        return new Subject(
                file.id(), file.name(), file.question(), file.start().orElse(null), resolved, sources, replay);
    }

    /** Name of the file with the settings of a variant, whose number counts from 1. */
    static String resolvedName(int number, String variant, int variants) {
        return variants == 1 ? "scenario.yaml" : "scenario-" + fileName(number, variant) + ".yaml";
    }

    /** Part of a file name for a variant, unique by its number and harmless everywhere. */
    public static String fileName(int number, String variant) {
        String plain =
                variant.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = plain.substring(0, Math.min(LONGEST_FILE_NAME, plain.length()));
        return number + (shortened.isEmpty() ? "" : "-" + shortened);
    }
}
