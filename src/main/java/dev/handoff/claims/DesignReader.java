package dev.handoff.claims;

import dev.handoff.model.Scenario;
import dev.handoff.scenario.Composer;
import dev.handoff.scenario.Layer;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.Tree;
import dev.handoff.scenario.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is simulated for a claim: base, contexts, second factor and levels. */
final class DesignReader {
    private static final int MOST_ARMS = 64;
    private static final Map<String, Layer> ONE = noLayer();

    private final Fields claim;
    private final Problems problems;
    private final Composer composer;
    private final List<Layer> base = new ArrayList<>();
    private final Map<String, Layer> contexts;

    DesignReader(Fields claim, Problems problems) {
        this.claim = claim;
        this.problems = problems;
        composer = new Composer(problems);
        claim.scalar("scenario", "the name of a scenario")
                .ifPresent(named -> base.addAll(composer.scenario(claim.path("scenario"), named)));
        claim.tree("settings")
                .ifPresent(tree -> settings(claim.path("settings"), tree).ifPresent(base::add));
        contexts = layers(claim, "contexts");
    }

    private static Map<String, Layer> noLayer() {
        Map<String, Layer> one = new LinkedHashMap<>();
        one.put("", null);
        return one;
    }

    /**
     * @param fields of the part, with what it inherits
     * @param own settings of the part alone
     */
    Optional<Design> design(Fields fields, Optional<Tree> own) {
        return design(fields, own, Optional.empty());
    }

    /** @param top settings on top of everything else */
    Optional<Design> design(Fields fields, Optional<Tree> own, Optional<Layer> top) {
        List<Layer> below = new ArrayList<>(base);
        own.flatMap(tree -> settings(fields.path("settings"), tree)).ifPresent(below::add);
        Map<String, Layer> across = layers(fields, "across");
        Map<String, Layer> levels = levels(fields);
        int arms = contexts.size() * across.size() * levels.size();
        if (arms > MOST_ARMS) {
            problems.add(
                    fields.place(),
                    "%s asks for %s arms; at most %s are allowed",
                    fields.path("levels"),
                    arms,
                    MOST_ARMS);
        }
        if (levels.isEmpty() || !problems.isEmpty()) {
            return Optional.empty();
        }
        List<Scenario> scenarios = new ArrayList<>();
        contexts.forEach((context, first) -> across.forEach((second, middle) -> levels.forEach((level, last) -> {
            List<Layer> layers = new ArrayList<>(below);
            for (Layer layer : new Layer[] {first, middle, last, top.orElse(null)}) {
                if (layer != null) {
                    layers.add(layer);
                }
            }
            composer.compose(level, layers).map(Variant::scenario).ifPresent(scenarios::add);
        })));
        return scenarios.size() == arms
                ? Optional.of(new Design(names(contexts), names(across), names(levels), scenarios))
                : Optional.empty();
    }

    /** A single setting. */
    Layer setting(Tree.Scalar path, Tree.Scalar value) {
        Tree.Entry entry = new Tree.Entry(path.place(), path.text().strip(), value);
        return composer.layer(new Tree.Mapping(value.place(), List.of(entry)));
    }

    private static List<String> names(Map<String, Layer> layers) {
        return List.copyOf(layers.keySet());
    }

    private Optional<Layer> settings(String path, Tree tree) {
        if (tree instanceof Tree.Mapping mapping) {
            return Optional.of(composer.layer(mapping));
        }
        problems.add(tree.place(), "%s must be a map of settings; {} sets none", path);
        return Optional.empty();
    }

    /** Settings by name; one that sets nothing where the key is missing. */
    private Map<String, Layer> layers(Fields fields, String key) {
        Optional<Tree> tree = fields.tree(key);
        if (tree.isEmpty()) {
            return ONE;
        }
        Map<String, Layer> layers = new LinkedHashMap<>();
        if (tree.get() instanceof Tree.Mapping mapping && mapping.entries().size() > 1) {
            for (Tree.Entry entry : mapping.entries()) {
                settings(fields.path(key) + "." + Problems.shown(entry.key()), entry.value())
                        .ifPresent(layer -> layers.put(entry.key(), layer));
            }
            return layers;
        }
        problems.add(tree.get().place(), "%s must be a map from two names or more to settings", fields.path(key));
        return ONE;
    }

    private Map<String, Layer> levels(Fields fields) {
        Optional<Tree> tree = fields.needed("levels", "[0, 1] with factor: handoff.delegated-share");
        Optional<Tree.Scalar> factor = fields.scalar("factor", "the name of a setting");
        Map<String, Layer> levels = new LinkedHashMap<>();
        if (tree.isEmpty()) {
            return levels;
        }
        if (tree.get() instanceof Tree.Sequence sequence && factor.isPresent()) {
            for (Tree item : sequence.items()) {
                level(fields, levels, item instanceof Tree.Scalar scalar ? scalar.text() : "", factor.get(), item);
            }
        } else if (tree.get() instanceof Tree.Mapping mapping) {
            for (Tree.Entry entry : mapping.entries()) {
                if (factor.isPresent()) {
                    level(fields, levels, entry.key(), factor.get(), entry.value());
                } else {
                    settings(fields.path("levels") + "." + Problems.shown(entry.key()), entry.value())
                            .ifPresent(layer -> levels.put(entry.key(), layer));
                }
            }
        } else {
            problems.add(
                    tree.get().place(),
                    "%s must be a map from names to settings, or with factor a list of its values",
                    fields.path("levels"));
        }
        return levels;
    }

    private void level(Fields fields, Map<String, Layer> levels, String name, Tree.Scalar factor, Tree value) {
        if (name.isBlank()) {
            problems.add(value.place(), "%s: a law needs a name: {a name: {exponential: ...}}", fields.path("levels"));
            return;
        }
        Tree.Entry entry = new Tree.Entry(factor.place(), factor.text().strip(), value);
        Layer layer = composer.layer(new Tree.Mapping(value.place(), List.of(entry)));
        if (levels.put(name, layer) != null) {
            problems.add(value.place(), "%s (%s) is given twice", fields.path("levels"), Problems.shown(name));
        }
    }
}
