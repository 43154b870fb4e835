package dev.handoff.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A variant of a scenario file that was read once, to be asked what it is with other settings on top. Immutable. */
public final class Variation {
    private final String name;
    private final Settings settings; // before contacts are read from files
    private final List<Layer> overrides;

    Variation(String name, Settings settings, List<Layer> overrides) {
        this.name = name;
        this.settings = settings;
        this.overrides = List.copyOf(overrides);
    }

    /** Name of the variant; {@code base} where the file has none. */
    public String name() {
        return name;
    }

    /**
     * The variant with other values, also on top of the overrides with which it was read.
     *
     * @param point name of the result
     * @param origin what the user typed the values behind, for messages, such as {@code --vary}
     * @param values YAML by path, such as {@code 3 weeks}
     * @throws ScenarioException with every mistake
     */
    public Variant with(String point, String origin, Map<String, String> values) {
        Problems problems = new Problems();
        List<Layer> layers = new ArrayList<>(overrides);
        values.forEach((path, value) -> layers.add(ScenarioReader.single(origin, path, value, problems)));
        Settings result = settings;
        for (Layer layer : layers) {
            result = result.with(layer, problems);
        }
        Optional<Variant> variant = ScenarioReader.bound(point, result.withContactsFromFiles(problems), problems);
        problems.refuse();
        return variant.orElseThrow();
    }

    /** Looks whether each value can stand at its path, whatever the others are; mistakes go to the problems. */
    public void check(String origin, Map<String, String> values, Problems problems) {
        values.forEach((path, value) -> settings.with(ScenarioReader.single(origin, path, value, problems), problems));
    }

    /** The variant as it stands in the file, with the overrides. */
    public Variant unchanged() {
        return with(name, "", Map.of());
    }

    /** All settings with the overrides on top, and contacts from files one by one. */
    Settings resolved(Problems problems) {
        Settings result = settings;
        for (Layer layer : overrides) {
            result = result.with(layer, problems);
        }
        return result.withContactsFromFiles(problems);
    }

    /** Whether the mechanism to which a parameter belongs takes part. */
    public boolean isActive(Parameter parameter) {
        String section = parameter.section();
        while (!section.isEmpty()) {
            String flag = section + ".active";
            if (Catalogue.standard().parameter(flag).isPresent()
                    && value(flag, "").equals("false")) {
                return false;
            }
            section = section.substring(0, Math.max(0, section.lastIndexOf('.')));
        }
        return true;
    }

    /**
     * A setting of this variant in canonical form.
     *
     * @param path with a group's number where there are several groups
     * @throws ScenarioException if the path is no setting
     */
    public String value(String path, String origin) {
        Problems problems = new Problems();
        Optional<Parameter> parameter = Catalogue.standard().parameter(SettingPath.withoutNumber(path));
        if (parameter.isEmpty()) {
            problems.add(Place.withoutLines(origin), "%s", UnknownName.message(path));
        }
        Settings present = settings;
        for (Layer layer : overrides) {
            present = present.with(layer, problems);
        }
        String text = parameter.isPresent() ? present.text(path, Place.withoutLines(origin), problems) : "";
        problems.refuse();
        return text;
    }
}
