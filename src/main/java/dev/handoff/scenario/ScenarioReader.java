package dev.handoff.scenario;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * From scenario files to scenarios: the defaults, then the files that a file extends, the file, one of its variants, and the
 * overrides, each on top of the one before. Variants belong to the file that names them; the files that it extends give it
 * their settings, changes and start.
 */
public final class ScenarioReader {

    private static final int LONGEST_BYTES = 1 << 20;

    private final Problems problems;
    private final List<Layer> layers = new ArrayList<>();
    private final Set<Path> files = new LinkedHashSet<>(); // all that were read, as they were named
    private final Map<Path, String> chain = new LinkedHashMap<>(); // what was read, as the user named it
    private Optional<LocalDate> start = Optional.empty();
    private Optional<String> inheritedQuestion = Optional.empty();

    private ScenarioReader() {
        this(new Problems());
    }

    private ScenarioReader(Problems problems) {
        this.problems = problems;
    }

    /** The layers of a file and of those that it extends, without variants; the file's own last. */
    static List<Layer> layers(Path file, String named, Problems problems) {
        ScenarioReader reader = new ScenarioReader(problems);
        reader.load(file, named);
        return reader.layers;
    }

    /** What the layers say together, the later ones on top; empty after a problem, also an earlier one. */
    static Optional<Variant> compose(String name, List<Layer> layers, Problems problems) {
        Settings settings = Settings.ofDefaults();
        for (Layer layer : layers) {
            settings = settings.with(layer, problems);
        }
        return bound(name, settings.withContactsFromFiles(problems), problems);
    }

    /** What the settings say; empty after a problem, also an earlier one. */
    static Optional<Variant> bound(String name, Settings settings, Problems problems) {
        ScenarioReader reader = new ScenarioReader(problems);
        Map<Layer.Timed, Settings> changes = reader.changes(settings);
        return problems.isEmpty() ? reader.bound(name, settings, changes) : Optional.empty();
    }

    /** A single setting that was given outside of a file. */
    static Layer single(String origin, String path, String value, Problems problems) {
        Place place = Place.withoutLines(origin);
        Tree tree = TreeReader.read(place, value, problems).orElse(new Tree.Scalar(place, "", true));
        Tree.Mapping mapping = new Tree.Mapping(place, List.of(new Tree.Entry(place, path, tree)));
        return new LayerReader(problems, LayerReader.Origin.OVERRIDE).read(mapping, Set.of());
    }

    /** @throws ScenarioException with every mistake in the file and in those that it extends */
    public static ScenarioFile read(Path file) {
        return read(file, List.of());
    }

    /**
     * @param overrides such as {@code habit.initial=0.7}, each on top of the one before
     * @throws ScenarioException with every mistake in the files and overrides
     */
    public static ScenarioFile read(Path file, List<String> overrides) {
        return read(file, reader -> overrides.stream().map(reader::override).toList());
    }

    /**
     * @param origin what the user gave the values behind, for messages
     * @param values YAML by path, each on top of the one before
     * @throws ScenarioException with every mistake in the files and values
     */
    public static ScenarioFile read(Path file, String origin, Map<String, String> values) {
        return read(file, reader -> reader.singles(origin, values));
    }

    private static ScenarioFile read(Path file, Function<ScenarioReader, List<Layer>> overriding) {
        ScenarioReader reader = new ScenarioReader();
        Optional<SourceFile> source = reader.load(file, file + ":");
        return reader.result(file, source, overriding);
    }

    /**
     * @param label stands for the file in messages, and relative names are relative to it
     * @throws ScenarioException with every mistake in the text, in the files that it extends and in the overrides
     */
    public static ScenarioFile parse(String label, String text, List<String> overrides) {
        return parse(
                label, text, reader -> overrides.stream().map(reader::override).toList());
    }

    /** The same with values as {@link #read(Path, String, Map)} takes them. */
    public static ScenarioFile parse(String label, String text, String origin, Map<String, String> values) {
        return parse(label, text, reader -> reader.singles(origin, values));
    }

    private static ScenarioFile parse(String label, String text, Function<ScenarioReader, List<Layer>> overriding) {
        ScenarioReader reader = new ScenarioReader();
        Path file = Path.of(label);
        reader.chain.put(key(file), label);
        Optional<SourceFile> source = reader.source(label, text);
        return reader.result(file, source, overriding);
    }

    /**
     * The variants of a file, to be varied.
     *
     * @throws ScenarioException with every mistake in the files and overrides
     */
    public static List<Variation> variations(Path file, List<String> overrides) {
        read(file, overrides);
        ScenarioReader reader = new ScenarioReader();
        Optional<SourceFile> source = reader.load(file, file + ":");
        List<Layer> overriding = overrides.stream().map(reader::override).toList();
        Settings settings = reader.settings();
        return source.orElseThrow().variants().entrySet().stream()
                .map(variant ->
                        new Variation(variant.getKey(), settings.with(variant.getValue(), reader.problems), overriding))
                .toList();
    }

    /**
     * The scenario of a file without variants that was resolved by this program, whose values are not looked at together again.
     *
     * @throws ScenarioException if it cannot be read
     */
    public static Variation resolved(Path file) {
        ScenarioReader reader = new ScenarioReader();
        reader.load(file, file + ":");
        Settings settings = reader.settings();
        reader.problems.refuse();
        return new Variation("resolved", settings, List.of());
    }

    /** The scenario of a file that sets nothing. */
    public static Variation defaults() {
        return new Variation("defaults", Settings.ofDefaults(), List.of());
    }

    /** Reads a file and those that it extends; their layers go below its own. */
    private Optional<SourceFile> load(Path file, String named) {
        chain.put(key(file), file.toString());
        files.add(file);
        return TextFile.read(file, named, LONGEST_BYTES, problems).flatMap(text -> source(file.toString(), text));
    }

    private Optional<SourceFile> source(String label, String text) {
        Optional<SourceFile> source = SourceFile.parse(label, text, problems);
        source.ifPresent(file -> {
            file.parent().ifPresent(this::loadParent);
            layers.add(file.layer());
            start = file.start().or(() -> start);
        });
        return source;
    }

    private void loadParent(Tree.Scalar named) {
        String start = named.place() + " extends (" + Problems.shown(named.text()) + ")";
        try {
            Path parent = named.place().sibling(named.text().strip()).normalize();
            if (chain.containsKey(key(parent))) {
                problems.add(start + " goes in a circle: " + String.join(" -> ", chain.values()) + " -> " + parent);
                return;
            }
            load(parent, start)
                    .ifPresent(file -> inheritedQuestion = file.question().or(() -> inheritedQuestion));
        } catch (InvalidPathException notAPath) {
            problems.add(start + " is not a file name");
        }
    }

    private static Path key(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException missing) {
            return file.toAbsolutePath().normalize();
        }
    }

    private Settings settings() {
        Settings settings = Settings.ofDefaults();
        for (Layer layer : layers) {
            settings = settings.with(layer, problems);
        }
        return settings;
    }

    private ScenarioFile result(
            Path file, Optional<SourceFile> source, Function<ScenarioReader, List<Layer>> overrides) {
        Settings settings = settings();
        List<Layer> overriding = overrides.apply(this);
        Map<String, Settings> chosen = new LinkedHashMap<>();
        layers.forEach(layer -> files.addAll(layer.contactsFiles()));
        for (Map.Entry<String, Layer> variant :
                source.map(SourceFile::variants).orElse(Map.of()).entrySet()) {
            files.addAll(variant.getValue().contactsFiles());
            chosen.put(variant.getKey(), chosen(settings.with(variant.getValue(), problems), overriding));
        }
        overriding.forEach(layer -> files.addAll(layer.contactsFiles()));
        String id = id(file);
        String name = source.flatMap(SourceFile::name).orElse(id);
        String question =
                source.flatMap(SourceFile::question).or(() -> inheritedQuestion).orElse("");
        List<ScenarioFile.Expected> expected =
                source.map(SourceFile::expectations).orElse(List.of());
        Optional<OptimiseBlock> optimised = source.flatMap(SourceFile::optimised);
        return new ScenarioFile(id, name, question, start, bound(chosen), expected, optimised, List.copyOf(files));
    }

    private Settings chosen(Settings ofVariant, List<Layer> overriding) {
        Settings settings = ofVariant;
        for (Layer layer : overriding) {
            settings = settings.with(layer, problems);
        }
        return settings.withContactsFromFiles(problems);
    }

    /** @throws ScenarioException if there was or is any problem */
    private List<Variant> bound(Map<String, Settings> chosen) {
        Map<Settings, Map<Layer.Timed, Settings>> changes = new LinkedHashMap<>();
        chosen.values().forEach(settings -> changes.put(settings, changes(settings)));
        problems.refuse();
        List<Variant> variants = new ArrayList<>();
        chosen.forEach(
                (name, settings) -> bound(name, settings, changes.get(settings)).ifPresent(variants::add));
        problems.refuse();
        return variants;
    }

    private Optional<Variant> bound(String name, Settings settings, Map<Layer.Timed, Settings> changes) {
        return new Binder(problems)
                .bind(settings, changes)
                .map(scenario -> new Variant(name, scenario, new ResolvedSettings(SettingsWriter.write(settings))));
    }

    private Layer override(String override) {
        int equals = override.indexOf('=');
        if (equals < 1) {
            problems.add(Place.withoutLines("--set"), "%s must have the form path=value", Problems.shown(override));
            return new Layer();
        }
        return single("--set", override.substring(0, equals).strip(), override.substring(equals + 1), problems);
    }

    private List<Layer> singles(String origin, Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> single(origin, value.getKey(), value.getValue(), problems))
                .toList();
    }

    /** By change, in the order of time, everything that holds from then on. */
    private Map<Layer.Timed, Settings> changes(Settings settings) {
        Map<Layer.Timed, Settings> changes = new LinkedHashMap<>();
        Value horizon = settings.value("horizon");
        Settings present = settings;
        for (Layer.Timed change : settings.changes()) {
            if (change.week() > (Double) horizon.bound()) {
                problems.add(
                        change.at().place(),
                        "changes: at (%s) must be from 0 to the horizon (%s)",
                        change.at().written(),
                        horizon.written());
            }
            present = present.with(change.set(), problems);
            changes.put(change, present);
        }
        return changes;
    }

    private static String id(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString().replaceFirst("\\.ya?ml$", "");
    }
}
