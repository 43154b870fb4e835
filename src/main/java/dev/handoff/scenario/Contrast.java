package dev.handoff.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.IntPredicate;

/** The settings in which two variants differ, and every scenario that lies between them. Immutable. */
public final class Contrast {
    private static final String NOTHING = "none";

    private final Settings first;
    private final Settings second;
    private final List<Difference> differences = new ArrayList<>();
    private final List<BinaryOperator<Settings>> changes =
            new ArrayList<>(); // by difference: the first with the second's setting

    /**
     * @param path with a group's number where there are several groups; a section where the number of its groups differs, or {@code changes}
     * @param from the first variant's value in canonical form
     * @param to the second variant's
     */
    public record Difference(String path, String from, String to) {}

    private Contrast(Settings first, Settings second) {
        this.first = first;
        this.second = second;
    }

    /**
     * Compares all settings, path by path and group by group.
     *
     * @throws ScenarioException if a file that one of them names cannot be read
     */
    public static Contrast of(Variation from, Variation to) {
        Problems problems = new Problems();
        Contrast contrast = new Contrast(from.resolved(problems), to.resolved(problems));
        problems.refuse();
        contrast.compareValues();
        Catalogue.standard().sections().keySet().stream()
                .filter(Catalogue.GROUPS::contains)
                .forEach(contrast::compareGroups);
        contrast.compareChanges();
        return contrast;
    }

    private void compareValues() {
        first.values().forEach((path, value) -> compare(path, value, second.value(path)));
    }

    private void compareGroups(String section) {
        List<Map<String, Value>> from = first.groups(section);
        List<Map<String, Value>> to = second.groups(section);
        if (from.size() != to.size()) {
            add(
                    new Difference(section, groups(from), groups(to)),
                    (settings, other) -> settings.withGroupsOf(other, section));
            return;
        }
        for (int place = 0; place < from.size(); place++) {
            for (Map.Entry<String, Value> each : from.get(place).entrySet()) {
                String path = from.size() == 1 ? each.getKey() : SettingPath.withNumber(each.getKey(), place + 1);
                compare(path, each.getValue(), to.get(place).get(each.getKey()));
            }
        }
    }

    private static String groups(List<Map<String, Value>> groups) {
        return groups.size() + (groups.size() == 1 ? " group" : " groups");
    }

    private void compareChanges() {
        String from = SettingsWriter.changes(first);
        String to = SettingsWriter.changes(second);
        if (!from.equals(to)) {
            Difference difference =
                    new Difference("changes", from.isEmpty() ? NOTHING : from, to.isEmpty() ? NOTHING : to);
            add(difference, Settings::withChangesOf);
        }
    }

    private void compare(String path, Value from, Value to) {
        if (!from.text().equals(to.text())) {
            add(new Difference(path, from.text(), to.text()), (settings, other) -> settings.withValueOf(other, path));
        }
    }

    private void add(Difference difference, BinaryOperator<Settings> change) {
        differences.add(difference);
        changes.add(change);
    }

    /** In the order of the catalogue, groups after what is outside of groups, changes in time last. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }

    /**
     * The first variant with some settings of the second.
     *
     * @param changed whether a difference, by its place in {@link #differences()}, has the second variant's value
     * @return empty if that is no scenario, as settings that belong together are torn apart
     */
    public Optional<Variant> between(String name, IntPredicate changed) {
        Settings settings = first;
        for (int place = 0; place < changes.size(); place++) {
            if (changed.test(place)) {
                settings = changes.get(place).apply(settings, second);
            }
        }
        return ScenarioReader.bound(name, settings, new Problems());
    }
}
