package dev.handoff.page;

import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Contrast;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variation;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resolved scenarios of a folder, in the order of their numbers. */
final class Scenarios {
    private static final Pattern NAME = Pattern.compile("scenario(?:-(\\d+)(?:-(.*))?)?\\.yaml");
    private static final int MOST = 12;
    private static final int MOST_GROUPS = 20;

    private final List<String> files = new ArrayList<>();
    private final List<Variation> read = new ArrayList<>(); // without those that are too large to be read
    private final List<Map<String, Contrast.Difference>> fromDefaults = new ArrayList<>(); // by scenario, then path

    private Scenarios() {}

    static Scenarios in(Path folder) throws IOException {
        Scenarios scenarios = new Scenarios();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, "scenario*.yaml")) {
            all.forEach(file -> scenarios.files.add(file.getFileName().toString()));
        }
        scenarios.files.removeIf(name -> !NAME.matcher(name).matches());
        scenarios.files.sort(Comparator.comparingInt(Scenarios::number).thenComparing(Comparator.naturalOrder()));
        for (String file : scenarios.files.subList(0, Math.min(MOST, scenarios.files.size()))) {
            scenarios.read(folder.resolve(file));
        }
        return scenarios;
    }

    private static int number(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && matcher.group(1) != null ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private void read(Path file) {
        try {
            Variation variation = ScenarioReader.resolved(file);
            Map<String, Contrast.Difference> differences = new LinkedHashMap<>();
            Contrast.of(ScenarioReader.defaults(), variation)
                    .differences()
                    .forEach(difference -> differences.put(difference.path(), difference));
            read.add(variation);
            fromDefaults.add(differences);
        } catch (ScenarioException tooLarge) {
            // The page then says nothing of this scenario; its file is in the folder.
        }
    }

    /** Names of all files, also of those that were not read. */
    List<String> files() {
        return List.copyOf(files);
    }

    /** How many were read. */
    int count() {
        return read.size();
    }

    /** What a file calls its scenario, for the heading of a column. */
    String label(int scenario) {
        Matcher matcher = NAME.matcher(files.get(scenario));
        return matcher.matches() && matcher.group(2) != null ? matcher.group(2).replace('-', ' ') : "this scenario";
    }

    /** The settings in which a scenario differs from the defaults, by path. */
    Map<String, Contrast.Difference> fromDefaults(int scenario) {
        return fromDefaults.get(scenario);
    }

    /** A parameter's value in the first scenario; empty where its mechanism takes no part or groups have values of their own. */
    Optional<String> value(Parameter parameter) {
        if (read.isEmpty() || !read.get(0).isActive(parameter)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.get(0).value(parameter.path(), ""));
        } catch (ScenarioException severalGroups) {
            return Optional.empty();
        }
    }

    /** Under which paths the scenarios have a parameter: one for each group where one of them has several. */
    List<String> paths(Parameter parameter) {
        Set<String> paths = new LinkedHashSet<>();
        for (int scenario = 0; scenario < read.size(); scenario++) {
            if (setting(scenario, parameter.path()).isPresent()) {
                paths.add(parameter.path());
                continue;
            }
            for (int group = 1; group <= MOST_GROUPS; group++) {
                String path = parameter.path().replaceFirst("\\.", "[" + group + "].");
                if (setting(scenario, path).isEmpty()) {
                    break;
                }
                paths.add(path);
            }
        }
        return List.copyOf(paths);
    }

    /** A setting in canonical form, whether it takes part or not; empty if the scenario has none under this path. */
    Optional<String> setting(int scenario, String path) {
        try {
            return Optional.of(read.get(scenario).value(path, ""));
        } catch (ScenarioException none) {
            return Optional.empty();
        }
    }

    /** Whether the mechanism of a parameter takes part in a scenario. */
    boolean takesPart(int scenario, Parameter parameter) {
        return read.get(scenario).isActive(parameter);
    }

    /** The default of a setting, as the catalogue writes it. */
    static Optional<Parameter> parameter(String path) {
        return Catalogue.standard().parameter(path.replaceFirst("\\[\\d+]", ""));
    }
}
