package dev.handoff.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one file, variant, override or change sets. */
public final class Layer {

    /**
     * What holds from a moment on.
     *
     * @param at in weeks
     */
    record Timed(Value at, Layer set) {
        double week() {
            return (Double) at.bound();
        }
    }

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Value>>> lists = new LinkedHashMap<>();
    private Optional<List<Timed>> changes = Optional.empty();

    /** The value that the path had before. */
    Optional<Value> put(String path, Value value) {
        return Optional.ofNullable(values.putIfAbsent(path, value));
    }

    /** @param groups by group, then by path without number */
    void putList(String section, List<Map<String, Value>> groups) {
        lists.put(section, groups);
    }

    void putChanges(List<Timed> inAnyOrder) {
        List<Timed> sorted = new ArrayList<>(inAnyOrder);
        sorted.sort((one, other) -> Double.compare(one.week(), other.week()));
        changes = Optional.of(List.copyOf(sorted));
    }

    /** Paths as the user wrote them, with or without a group's number. */
    Map<String, Value> values() {
        return values;
    }

    /** By section, the groups of a list that takes the place of what was there. */
    Map<String, List<Map<String, Value>>> lists() {
        return lists;
    }

    /** The contacts files that it names, as its places name them. */
    List<Path> contactsFiles() {
        List<Value> named = new ArrayList<>();
        values.forEach((path, value) -> {
            if (SettingPath.withoutNumber(path).equals(LayerReader.CONTACTS_FILE)) {
                named.add(value);
            }
        });
        lists.values().stream()
                .flatMap(List::stream)
                .filter(group -> group.containsKey(LayerReader.CONTACTS_FILE))
                .forEach(group -> named.add(group.get(LayerReader.CONTACTS_FILE)));
        return named.stream()
                .map(value -> value.place().sibling(value.written()))
                .toList();
    }

    /** In the order of time. */
    Optional<List<Timed>> changes() {
        return changes;
    }
}
