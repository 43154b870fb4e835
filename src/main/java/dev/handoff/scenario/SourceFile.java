package dev.handoff.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One scenario file by itself: what it sets and what it says about itself. */
final class SourceFile {

    private static final String FORMAT = "1";
    private static final Set<String> ABOUT_ITSELF =
            Set.of("format", "name", "question", "extends", "start", "variants", "expect", "optimise");

    private final Problems problems;
    private final Map<String, Tree> about = new HashMap<>();
    private final String firstComment;
    private final Layer layer;
    private final List<ScenarioFile.Expected> expectations;
    private final Optional<OptimiseBlock> optimised;

    private SourceFile(Tree.Mapping mapping, String text, Problems problems) {
        this.problems = problems;
        for (Tree.Entry entry : mapping.entries()) {
            if (ABOUT_ITSELF.contains(entry.key())) {
                about.put(entry.key(), entry.value());
            }
        }
        firstComment = firstComment(text);
        checkFormat(mapping.place());
        expectations = readExpectations();
        optimised = Optional.ofNullable(about.get("optimise")).map(tree -> OptimiseBlock.read(tree, problems));
        layer = new LayerReader(problems, LayerReader.Origin.FILE).read(mapping, ABOUT_ITSELF);
    }

    /** The file; empty after a problem that made reading impossible. */
    static Optional<SourceFile> parse(String label, String text, Problems problems) {
        Problems before = new Problems();
        Optional<Tree> tree = TreeReader.read(new Place(label, 1, 1), text, before);
        before.forEach(problems::add);
        if (tree.isEmpty() && before.isEmpty()) {
            problems.add(label + " is empty; the smallest scenario file is: format: 1");
        } else if (tree.isPresent() && !(tree.get() instanceof Tree.Mapping)) {
            problems.add(tree.get().place(), "must be a map of settings");
        }
        return tree.filter(Tree.Mapping.class::isInstance)
                .map(mapping -> new SourceFile((Tree.Mapping) mapping, text, problems));
    }

    private static String firstComment(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+", "").strip())
                .orElse("");
    }

    private void checkFormat(Place file) {
        Tree format = about.get("format");
        if (format == null) {
            problems.add(file, "format is missing; this program reads format: %s", FORMAT);
        } else if (!(format instanceof Tree.Scalar scalar && scalar.text().equals(FORMAT))) {
            problems.add(
                    format.place(), "format (%s) is not known; this program reads format: %s", written(format), FORMAT);
        }
    }

    private List<ScenarioFile.Expected> readExpectations() {
        List<ScenarioFile.Expected> expected = new ArrayList<>();
        Tree tree = about.get("expect");
        if (tree instanceof Tree.Sequence list && !list.items().isEmpty()) {
            list.items().forEach(item -> expectation(item).ifPresent(expected::add));
        } else if (tree != null) {
            problems.add(tree.place(), "expect must be a list of texts such as: mean customer_churn <= 20 %%");
        }
        return expected;
    }

    private Optional<ScenarioFile.Expected> expectation(Tree item) {
        if (item instanceof Tree.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(new ScenarioFile.Expected(
                    scalar.place(), scalar.text().strip().replaceAll("\\s+", " ")));
        }
        problems.add(item.place(), "expect must be a list of texts such as: mean customer_churn <= 20 %%");
        return Optional.empty();
    }

    private static String written(Tree tree) {
        return tree instanceof Tree.Scalar scalar ? Problems.shown(scalar.text()) : ValueReader.kind(tree);
    }

    Layer layer() {
        return layer;
    }

    /** Title; empty where the file gives none. */
    Optional<String> name() {
        return text("name");
    }

    /** What the file asks: its {@code question}, or else the comment in its first line. */
    Optional<String> question() {
        return text("question").or(() -> Optional.of(firstComment).filter(comment -> !comment.isEmpty()));
    }

    /** The file on which this one builds, as a scalar with its place. */
    Optional<Tree.Scalar> parent() {
        return text("extends").map(name -> (Tree.Scalar) about.get("extends"));
    }

    /** What the file expects of each of its variants; none where it does not say. */
    List<ScenarioFile.Expected> expectations() {
        return expectations;
    }

    /** What is to be optimised; empty where the file does not say. */
    Optional<OptimiseBlock> optimised() {
        return optimised;
    }

    private Optional<String> text(String key) {
        Tree tree = about.get(key);
        if (tree == null) {
            return Optional.empty();
        }
        if (tree instanceof Tree.Scalar scalar && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
        }
        problems.add(tree.place(), "%s must be a text", key);
        return Optional.empty();
    }

    Optional<LocalDate> start() {
        Optional<String> text = text("start");
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException notADate) {
            problems.add(
                    about.get("start").place(),
                    "start (%s) must be a date such as 2026-01-05",
                    Problems.shown(text.orElseThrow()));
            return Optional.empty();
        }
    }

    /** What each variant sets, by name in the order of the file; one that sets nothing where the file has none. */
    Map<String, Layer> variants() {
        Map<String, Layer> variants = new LinkedHashMap<>();
        Tree tree = about.get("variants");
        if (tree instanceof Tree.Mapping mapping && !mapping.entries().isEmpty()) {
            mapping.entries().forEach(entry -> variants.put(entry.key(), variant(entry)));
        } else if (tree == null) {
            variants.put("base", new Layer());
        } else {
            problems.add(tree.place(), "variants must be a map from names to settings");
        }
        return variants;
    }

    private Layer variant(Tree.Entry entry) {
        String name = entry.key();
        if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
            problems.add(entry.place(), "variants: a name must be one line of text");
        }
        if (entry.value() instanceof Tree.Mapping mapping) {
            return new LayerReader(problems, LayerReader.Origin.VARIANT).read(mapping, Set.of());
        }
        if (!(entry.value() instanceof Tree.Scalar scalar && scalar.isAbsent())) {
            problems.add(
                    entry.value().place(), "variants.%s must be a map of settings; {} sets none", Problems.shown(name));
        }
        return new Layer();
    }
}
