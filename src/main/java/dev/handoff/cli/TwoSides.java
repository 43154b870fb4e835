package dev.handoff.cli;

import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of two sides: a scenario, and what it is compared with, another file or the same one with other settings or another variant. */
final class TwoSides {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--against", paramLabel = "OTHER", description = "Scenario file to compare with.")
    private Path file;

    @Option(
            names = "--against-set",
            paramLabel = "PATH=VALUE",
            description = "Setting of the other side; without --against that is FILE itself. May be given again.")
    private List<String> written = new ArrayList<>();

    @Option(names = "--against-variant", paramLabel = "NAME", description = "Variant of the other side.")
    private String variant;

    @Option(names = "--variant", paramLabel = "NAME", description = "Variant of FILE, if it has several.")
    private String ownVariant;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting, on both sides; may be given again.")
    private List<String> overrides = new ArrayList<>();

    boolean isGiven() {
        return file != null || variant != null || !written.isEmpty();
    }

    /** The files of both sides, the own one first, each once. */
    List<ScenarioFile> read(Path own) {
        List<ScenarioFile> read = new ArrayList<>(List.of(ScenarioReader.read(own, overrides)));
        if (file != null) {
            read.add(ScenarioReader.read(file, overrides));
        }
        return read;
    }

    /**
     * The side of the file itself.
     *
     * @throws ChosenVariant.Unclear if the variant is not known
     */
    Variation own(Path own) {
        return ChosenVariant.of(ScenarioReader.variations(own, overrides), ownVariant, "--variant", own);
    }

    private Path from(Path own) {
        return file == null ? own : file;
    }

    /**
     * The other side as its file has it, without its settings; the own variant where nothing but settings are given.
     *
     * @throws ChosenVariant.Unclear if the variant is not known
     */
    Variation variation(Path own) {
        String chosen = variant == null && file == null ? ownVariant : variant;
        return ChosenVariant.of(
                ScenarioReader.variations(from(own), overrides), chosen, "--against-variant", from(own));
    }

    /**
     * Settings on top of it, YAML by path.
     *
     * @throws ParameterException if one has another form
     */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : written) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(
                        spec.commandLine(), "--against-set (" + setting + ") must have the form path=value");
            }
            settings.put(setting.substring(0, equals).strip(), setting.substring(equals + 1));
        }
        return settings;
    }

    /** For people: the file, its variant and the settings. */
    String title(Path own, Variation variation) {
        String with = written.isEmpty() ? "" : " with " + String.join(" ", written);
        return ChosenVariant.title(from(own), variation) + with;
    }
}
