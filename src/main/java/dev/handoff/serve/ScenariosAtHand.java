package dev.handoff.serve;

import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.ShippedScenarios;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scenario files that a page can choose from, and those that were dropped on it. */
final class ScenariosAtHand {
    private static final String ORIGIN = "page";

    private static final String USUAL = "staged-handoff";

    private final Map<String, Path> files = new LinkedHashMap<>(); // by id
    private final boolean isGiven;
    private final Path folder;

    /** A scenario that was chosen, read, with its settings on top. */
    record Chosen(ScenarioFile file, Variation variation, Variant variant) {}

    /**
     * @param given a file that comes first; null for none
     * @param folder where those of the program and dropped ones are written
     */
    ScenariosAtHand(Path given, Path folder) throws IOException {
        this.folder = folder;
        isGiven = given != null;
        if (isGiven) {
            files.put(id(given), given);
        }
        for (Path file : ShippedScenarios.files(folder)) {
            files.putIfAbsent(id(file), file);
        }
    }

    private static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    /** The one that is shown first. */
    String begin() {
        String first = files.keySet().iterator().next();
        return isGiven || !files.containsKey(USUAL) ? first : USUAL;
    }

    /** By id. */
    Map<String, Path> files() {
        return files;
    }

    /**
     * Reads what is chosen.
     *
     * @throws Refused with status 404 if there is no such file; with status 200, as the page is in order, and everything that is wrong with the scenario
     */
    Chosen chosen(Asked.Choice choice) throws Refused, IOException {
        Path file = choice.text() == null ? known(choice.file()) : dropped(choice);
        try {
            ScenarioFile read = ScenarioReader.read(file);
            List<Variation> variations = ScenarioReader.variations(file, List.of());
            Variation variation = variations.stream()
                    .filter(each -> choice.variant().isEmpty() || each.name().equals(choice.variant()))
                    .findFirst()
                    .orElseThrow(
                            () -> new ScenarioException(List.of(read.id() + " has no variant " + choice.variant())));
            Variant variant = variation.with(name(read, variation), ORIGIN, new TreeMap<>(choice.settings()));
            return new Chosen(read, variation, variant);
        } catch (ScenarioException mistakes) {
            throw new Refused(200, cleaned(mistakes.messages()), fields(file, choice));
        }
    }

    private static String name(ScenarioFile file, Variation variation) {
        return file.variants().size() == 1 ? file.name() : file.name() + ", " + variation.name();
    }

    private Path known(String id) throws Refused {
        Path file = files.get(id);
        if (file == null) {
            throw new Refused(404, "there is no scenario " + id);
        }
        return file;
    }

    /* By what is in it, so that equal texts are one file; the name tells nothing about where it is put. */
    private Path dropped(Asked.Choice choice) throws IOException {
        Path place = Files.createDirectories(
                folder.resolve("dropped-" + Integer.toHexString(choice.text().hashCode())));
        String name = choice.file().replaceAll("[^A-Za-z0-9 _-]+", "-").replaceFirst("-ya?ml$", "");
        Path file = place.resolve((name.isBlank() ? "scenario" : name.strip()) + ".yaml");
        Files.writeString(file, choice.text());
        return file;
    }

    /** What is wrong with a setting by itself, by its path. */
    private static Map<String, String> fields(Path file, Asked.Choice choice) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            Variation variation = ScenarioReader.variations(file, List.of()).get(0);
            choice.settings().forEach((path, value) -> {
                try {
                    Problems problems = new Problems();
                    variation.check(ORIGIN, Map.of(path, value), problems);
                    problems.refuse();
                } catch (ScenarioException wrong) {
                    fields.put(path, String.join("; ", cleaned(wrong.messages())));
                }
            });
        } catch (ScenarioException wholeFile) {
            return Map.of();
        }
        return fields;
    }

    private static List<String> cleaned(List<String> messages) {
        return messages.stream()
                .map(message -> message.replaceFirst("^" + ORIGIN + ":? ", ""))
                .distinct()
                .toList();
    }

    /** The canonical value of each parameter that has one in this scenario; those of several groups have none by themselves. */
    static Map<String, String> values(Chosen chosen, Map<String, String> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : Catalogue.standard().parameters()) {
            try {
                values.put(parameter.path(), chosen.variation().value(parameter.path(), ORIGIN));
            } catch (ScenarioException severalGroups) {
                continue;
            }
        }
        values.putAll(settings);
        return values;
    }
}
