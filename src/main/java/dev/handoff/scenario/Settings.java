package dev.handoff.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The value of every setting, as the layers read so far leave it. */
final class Settings {

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, List<Map<String, Value>>> groups = new LinkedHashMap<>();
    private List<Layer.Timed> changes = List.of();

    private Settings() {}

    static Settings ofDefaults() {
        Settings settings = new Settings();
        Catalogue.standard().defaults().forEach((path, value) -> {
            if (!Catalogue.GROUPS.contains(SettingPath.first(path))) {
                settings.values.put(path, value);
            }
        });
        Catalogue.GROUPS.forEach(section -> settings.groups.put(section, List.of(defaultGroup(section))));
        return settings;
    }

    private static Map<String, Value> defaultGroup(String section) {
        Map<String, Value> group = Catalogue.standard().defaults();
        group.keySet().removeIf(path -> !path.startsWith(section + "."));
        return group;
    }

    /** These settings with another layer on top. */
    Settings with(Layer layer, Problems problems) {
        Settings result = copy();
        layer.lists()
                .forEach((section, list) -> result.groups.put(
                        section,
                        list.stream()
                                .map(given -> {
                                    Map<String, Value> group = defaultGroup(section);
                                    group.putAll(given);
                                    return group;
                                })
                                .toList()));
        Map<String, Value> put = new HashMap<>();
        layer.values().forEach((path, value) -> result.put(path, value, put, problems));
        layer.changes().ifPresent(given -> result.changes = given);
        return result;
    }

    /** These settings with a group of its own for each row of a contacts file. */
    Settings withContactsFromFiles(Problems problems) {
        Settings result = copy();
        List<Map<String, Value>> expanded = new ArrayList<>();
        groups.get("contacts").forEach(group -> expanded.addAll(ContactsTable.expand(group, problems)));
        result.groups.put("contacts", List.copyOf(expanded));
        return result;
    }

    private Settings copy() {
        Settings copy = new Settings();
        copy.values.putAll(values);
        copy.groups.putAll(groups);
        copy.changes = changes;
        return copy;
    }

    /** @param before what the same layer set, by path with number */
    private void put(String path, Value value, Map<String, Value> before, Problems problems) {
        String known = SettingPath.withoutNumber(path);
        String section = SettingPath.first(path);
        if (!groups.containsKey(section)) {
            values.put(path, value);
            return;
        }
        OptionalInt found = groupNumber(path, value.place(), problems);
        if (found.isEmpty()) {
            return;
        }
        int number = found.getAsInt();
        Value earlier = before.putIfAbsent(SettingPath.withNumber(known, number), value);
        if (earlier != null) {
            problems.add(value.place(), "%s is given twice, first at %s", path, earlier.place());
        }
        List<Map<String, Value>> changed = new ArrayList<>(groups.get(section));
        Map<String, Value> group = new LinkedHashMap<>(changed.get(number - 1));
        group.put(known, value);
        changed.set(number - 1, group);
        groups.put(section, List.copyOf(changed));
    }

    /** A setting in canonical form; empty after a problem. */
    String text(String path, Place place, Problems problems) {
        String known = SettingPath.withoutNumber(path);
        String section = SettingPath.first(path);
        if (!groups.containsKey(section)) {
            return values.get(known).text();
        }
        OptionalInt number = groupNumber(path, place, problems);
        return number.isEmpty()
                ? ""
                : groups.get(section).get(number.getAsInt() - 1).get(known).text();
    }

    /** The group that a path means, from 1; empty after a problem. */
    private OptionalInt groupNumber(String path, Place place, Problems problems) {
        String section = SettingPath.first(path);
        int count = groups.get(section).size();
        int number = SettingPath.number(path).orElse(count == 1 ? 1 : 0);
        if (number >= 1 && number <= count) {
            return OptionalInt.of(number);
        }
        String which = count == 1 ? "is 1 group" : "are " + count + " groups, " + section + "[1] and so on";
        problems.add(place, "%s does not say which: there %s", path, which);
        return OptionalInt.empty();
    }

    /** These settings with one setting of others, who have as many groups. */
    Settings withValueOf(Settings other, String path) {
        Settings result = copy();
        String known = SettingPath.withoutNumber(path);
        String section = SettingPath.first(path);
        if (!groups.containsKey(section)) {
            result.values.put(path, other.values.get(path));
            return result;
        }
        int place = SettingPath.number(path).orElse(1) - 1;
        List<Map<String, Value>> changed = new ArrayList<>(groups.get(section));
        Map<String, Value> group = new LinkedHashMap<>(changed.get(place));
        group.put(known, other.groups.get(section).get(place).get(known));
        changed.set(place, group);
        result.groups.put(section, List.copyOf(changed));
        return result;
    }

    /** These settings with all groups of a section as others have them. */
    Settings withGroupsOf(Settings other, String section) {
        Settings result = copy();
        result.groups.put(section, other.groups.get(section));
        return result;
    }

    /** These settings with the changes in time that others have. */
    Settings withChangesOf(Settings other) {
        Settings result = copy();
        result.changes = other.changes;
        return result;
    }

    /** @param path outside of groups */
    Value value(String path) {
        return values.get(path);
    }

    /** By group, then by path without number. */
    List<Map<String, Value>> groups(String section) {
        return groups.get(section);
    }

    /** Everything outside of groups, by path. */
    Map<String, Value> values() {
        return values;
    }

    /** In the order of time. */
    List<Layer.Timed> changes() {
        return changes;
    }
}
