package dev.handoff.claims;

import dev.handoff.scenario.Nearest;
import dev.handoff.scenario.Place;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.Tree;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of one map in a file of claims, with what is wrong with them. */
final class Fields {
    private final Place place;
    private final String path;
    private final Problems problems;
    private final Map<String, Tree> values = new LinkedHashMap<>();
    private final Set<String> mistyped = new HashSet<>(); // keys that were probably meant by unknown ones

    private Fields(Place place, String path, Problems problems) {
        this.place = place;
        this.path = path;
        this.problems = problems;
    }

    /**
     * @param path of the map, for messages; empty for the whole file
     * @param known keys that it may hold
     */
    static Fields of(Tree tree, String path, List<String> known, Problems problems) {
        Fields fields = new Fields(tree.place(), path, problems);
        if (!(tree instanceof Tree.Mapping mapping)) {
            problems.add(tree.place(), "%s must be a map with the keys %s", path, String.join(", ", known));
            return fields;
        }
        for (Tree.Entry entry : mapping.entries()) {
            if (known.contains(entry.key())) {
                fields.values.put(entry.key(), entry.value());
            } else {
                Optional<String> near = Nearest.to(entry.key(), known);
                near.ifPresent(fields.mistyped::add);
                String maybe = near.map(name -> "; maybe " + name).orElse("; known here: " + String.join(", ", known));
                problems.add(entry.place(), "%s is unknown%s", Problems.shown(fields.path(entry.key())), maybe);
            }
        }
        return fields;
    }

    /** These keys, and those of a wider map where they are missing here. */
    Fields over(Fields wider, List<String> inherited) {
        Fields both = new Fields(place, path, problems);
        inherited.forEach(key -> wider.tree(key).ifPresent(tree -> both.values.put(key, tree)));
        both.values.putAll(values);
        both.mistyped.addAll(mistyped);
        return both;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    Place place() {
        return place;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<Tree> tree(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The value of a key that must be there. */
    Optional<Tree> needed(String key, String example) {
        if (!has(key) && !mistyped.contains(key)) {
            problems.add(place, "%s is missing, such as %s: %s", path(key), key, example);
        }
        return tree(key);
    }

    Optional<Tree.Scalar> scalar(String key, String what) {
        Optional<Tree> tree = tree(key);
        if (tree.isPresent()
                && !(tree.get() instanceof Tree.Scalar scalar && !scalar.text().isBlank())) {
            problems.add(tree.get().place(), "%s must be %s", path(key), what);
            return Optional.empty();
        }
        return tree.map(Tree.Scalar.class::cast);
    }

    Optional<String> text(String key) {
        return scalar(key, "a text").map(scalar -> scalar.text().strip());
    }

    /** One of a number of words. */
    Optional<String> choice(String key, List<String> known) {
        Optional<Tree.Scalar> scalar = scalar(key, "one of " + String.join(", ", known));
        Optional<String> word = scalar.map(Tree.Scalar::text).filter(known::contains);
        if (scalar.isPresent() && word.isEmpty()) {
            String maybe = Nearest.to(scalar.get().text(), known)
                    .map(name -> "; maybe " + name)
                    .orElse("");
            refuse(key, scalar.get(), "must be one of " + String.join(", ", known) + maybe);
        }
        return word;
    }

    Optional<Double> number(String key) {
        Optional<Tree.Scalar> scalar = scalar(key, "a number");
        try {
            return scalar.map(Tree.Scalar::text).map(Fields::parsed);
        } catch (IllegalArgumentException refused) {
            refuse(key, scalar.orElseThrow(), "must be a number");
            return Optional.empty();
        }
    }

    private static double parsed(String text) {
        if (!text.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?")) {
            throw new IllegalArgumentException(text);
        }
        return Double.parseDouble(text);
    }

    /** The maps of a list; empty where there is no list. */
    List<Tree> list(String key) {
        Optional<Tree> tree = tree(key);
        if (tree.isPresent()
                && tree.get() instanceof Tree.Sequence sequence
                && !sequence.items().isEmpty()) {
            return sequence.items();
        }
        tree.ifPresent(other -> problems.add(other.place(), "%s must be a list of maps", path(key)));
        return List.of();
    }

    void refuse(String key, Tree.Scalar scalar, String reason) {
        problems.add(scalar.place(), "%s (%s) %s", path(key), Problems.shown(scalar.text()), reason);
    }
}
