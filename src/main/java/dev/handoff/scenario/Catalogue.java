package dev.handoff.scenario;

import dev.handoff.model.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every parameter with its default and its documentation, as {@code defaults.yaml} gives them. */
public final class Catalogue {

    /** Sections of which there may be several, as a list. */
    static final Set<String> GROUPS = Set.of("contacts", "delegates", "tasks");

    private static final String RESOURCE = "/handoff/defaults.yaml";
    private static final Catalogue STANDARD = load();

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final Map<String, Value> defaults = new LinkedHashMap<>();

    private Catalogue() {}

    /** The catalogue of this program. */
    public static Catalogue standard() {
        return STANDARD;
    }

    /** In the order of the catalogue. */
    public Collection<Parameter> parameters() {
        return Collections.unmodifiableCollection(parameters.values());
    }

    /** Paths of sections with their meanings, in the order of the catalogue. */
    public Map<String, String> sections() {
        return new LinkedHashMap<>(sections);
    }

    /** @param path without a group's number */
    public Optional<Parameter> parameter(String path) {
        return Optional.ofNullable(parameters.get(path));
    }

    /** The setting or section that a mistyped path most probably means. */
    public Optional<String> suggestion(String path) {
        return UnknownName.suggestion(SettingPath.withoutNumber(path));
    }

    boolean isSection(String path) {
        return sections.containsKey(path);
    }

    Map<String, Value> defaults() {
        return new LinkedHashMap<>(defaults);
    }

    /** The record behind a component: a group's where it is a list. */
    static Class<?> recordOf(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    private static Catalogue load() {
        try (InputStream resource = Catalogue.class.getResourceAsStream(RESOURCE)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            Problems problems = new Problems();
            Tree tree = TreeReader.read(new Place("defaults.yaml", 1, 1), text, problems)
                    .orElseThrow();
            Catalogue catalogue = new Catalogue();
            catalogue.addAll("", (Tree.Mapping) tree, Scenario.class, new CommentReader(text));
            catalogue.readDefaults((Tree.Mapping) tree, "", problems);
            problems.refuse();
            return catalogue;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void addAll(String prefix, Tree.Mapping mapping, Class<?> type, CommentReader comments) {
        for (Tree.Entry entry : mapping.entries()) {
            String path = prefix + entry.key();
            if (entry.value() instanceof Tree.Mapping inner && !comments.isParameter(entry.place())) {
                sections.put(path, comments.meaning(entry.place()));
                addAll(path + ".", inner, recordOf(component(type, Unit.TEXT.component(entry.key()))), comments);
            } else {
                parameters.put(path, comments.parameter(path, entry, type));
            }
        }
    }

    static RecordComponent component(Class<?> type, String name) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        throw new IllegalStateException(type.getName() + " has no component " + name);
    }

    private void readDefaults(Tree.Mapping mapping, String prefix, Problems problems) {
        for (Tree.Entry entry : mapping.entries()) {
            String path = prefix + entry.key();
            Parameter parameter = parameters.get(path);
            if (parameter == null) {
                readDefaults((Tree.Mapping) entry.value(), path + ".", problems);
            } else {
                new ValueReader(problems)
                        .read(parameter, path, entry.value())
                        .ifPresent(value -> defaults.put(path, value));
            }
        }
    }
}
