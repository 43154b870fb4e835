package dev.handoff.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a file, a variant, an override or a change sets. */
final class LayerReader {

    /** Where a layer comes from, which decides what it may hold. */
    enum Origin {
        FILE,
        VARIANT,
        OVERRIDE,
        CHANGE
    }

    static final String CONTACTS_FILE = "contacts.file";

    private static final String CHANGES = "changes";
    private static final Parameter AT = at();

    private final Catalogue catalogue = Catalogue.standard();
    private final Problems problems;
    private final Origin origin;
    private Layer layer = new Layer();

    LayerReader(Problems problems, Origin origin) {
        this.problems = problems;
        this.origin = origin;
    }

    private static Parameter at() {
        Parameter horizon = Catalogue.standard().parameter("horizon").orElseThrow();
        return new Parameter(
                "at",
                double.class,
                "",
                "",
                Unit.WEEKS,
                Optional.of(Range.parse("0 or more")),
                horizon.plausible(),
                List.of(),
                false,
                "");
    }

    /** @param elsewhere keys at the top that are no settings and are read by others */
    Layer read(Tree.Mapping mapping, Set<String> elsewhere) {
        for (Tree.Entry entry : mapping.entries()) {
            if (!elsewhere.contains(entry.key())) {
                take("", entry);
            }
        }
        return layer;
    }

    private void take(String prefix, Tree.Entry entry) {
        String path = prefix + entry.key();
        String known = SettingPath.withoutNumber(path);
        if (origin == Origin.FILE && known.indexOf('.', prefix.length()) > 0 && isKnown(known)) {
            problems.add(
                    entry.place(),
                    "%s is written with a dot; in a file, nest it: dots are for variants and changes",
                    path);
        } else if (path.equals(CHANGES) && origin != Origin.CHANGE) {
            changes(entry.value());
        } else if (catalogue.parameter(known).isPresent()) {
            parameter(path, entry);
        } else if (known.equals(CONTACTS_FILE) && origin != Origin.CHANGE) {
            put(path, entry, contactsFile(path, entry));
        } else if (prefix.isEmpty() && UnknownName.TOP.contains(path)) {
            problems.add(entry.place(), "%s belongs to a file and cannot be set here", path);
        } else if (catalogue.isSection(known)) {
            section(path, entry.value());
        } else {
            problems.add(entry.place(), "%s", UnknownName.message(path));
        }
    }

    private boolean isKnown(String path) {
        return catalogue.parameter(path).isPresent() || catalogue.isSection(path);
    }

    private void parameter(String path, Tree.Entry entry) {
        Parameter parameter =
                catalogue.parameter(SettingPath.withoutNumber(path)).orElseThrow();
        if (origin == Origin.CHANGE && !parameter.changesInTime()) {
            problems.add(entry.place(), "%s is fixed at the start and cannot change in time", path);
            return;
        }
        new ValueReader(problems)
                .read(parameter, path, entry.value())
                .ifPresent(value -> put(path, entry, Optional.of(value)));
    }

    private void put(String path, Tree.Entry entry, Optional<Value> value) {
        value.flatMap(given -> layer.put(path, given))
                .ifPresent(earlier ->
                        problems.add(entry.place(), "%s is given twice, first at %s", path, earlier.place()));
    }

    private Optional<Value> contactsFile(String path, Tree.Entry entry) {
        if (!(entry.value() instanceof Tree.Scalar scalar) || scalar.isAbsent()) {
            problems.add(entry.value().place(), "%s must be the name of a CSV file", path);
            return Optional.empty();
        }
        return ContactsTable.read(scalar, problems);
    }

    private void section(String path, Tree tree) {
        boolean several = Catalogue.GROUPS.contains(path);
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach(entry -> take(path + ".", entry));
        } else if (several && tree instanceof Tree.Sequence sequence) {
            groups(path, sequence);
        } else if (!(tree instanceof Tree.Scalar scalar && scalar.isAbsent())) {
            problems.add(
                    tree.place(),
                    several ? "%s must be a map of settings or a list of such maps" : "%s must be a map of settings",
                    path);
        }
    }

    private void groups(String section, Tree.Sequence sequence) {
        if (origin == Origin.CHANGE) {
            problems.add(
                    sequence.place(),
                    "%s: groups cannot change in time; name one, such as %s[1].wage",
                    section,
                    section);
            return;
        }
        if (sequence.items().isEmpty()) {
            problems.add(sequence.place(), "%s must hold at least one group; none of them: count: 0", section);
        }
        List<Map<String, Value>> groups = new ArrayList<>();
        for (Tree item : sequence.items()) {
            groups.add(group(section, groups.size() + 1, item));
        }
        layer.putList(section, groups);
    }

    private Map<String, Value> group(String section, int number, Tree tree) {
        Layer outer = layer;
        layer = new Layer();
        String path = section + "[" + number + "]";
        section(path, tree);
        Map<String, Value> group = new LinkedHashMap<>();
        layer.values().forEach((key, value) -> group.put(SettingPath.withoutNumber(key), value));
        layer = outer;
        return group;
    }

    private void changes(Tree tree) {
        if (!(tree instanceof Tree.Sequence sequence)) {
            problems.add(tree.place(), "changes must be a list such as [{at: 26 weeks, set: {...}}]");
            return;
        }
        List<Layer.Timed> changes = new ArrayList<>();
        for (Tree item : sequence.items()) {
            change("changes[" + (changes.size() + 1) + "]", item, changes);
        }
        layer.putChanges(changes);
    }

    private void change(String path, Tree tree, List<Layer.Timed> changes) {
        Map<String, Tree> parts = new LinkedHashMap<>();
        if (tree instanceof Tree.Mapping mapping) {
            mapping.entries().forEach(entry -> parts.put(entry.key(), entry.value()));
        }
        if (!parts.keySet().equals(Set.of("at", "set")) || !(parts.get("set") instanceof Tree.Mapping set)) {
            problems.add(tree.place(), "%s must have the form {at: 26 weeks, set: {...}}", path);
            return;
        }
        Layer read = new LayerReader(problems, Origin.CHANGE).read(set, Set.of());
        new ValueReader(problems)
                .read(AT, path + ".at", parts.get("at"))
                .ifPresent(at -> changes.add(new Layer.Timed(at, read)));
    }
}
