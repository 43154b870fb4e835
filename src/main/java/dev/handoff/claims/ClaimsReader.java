package dev.handoff.claims;

import dev.handoff.scenario.Composer;
import dev.handoff.scenario.Place;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.TextFile;
import dev.handoff.scenario.Tree;
import dev.handoff.scenario.TreeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads files of claims; every mistake is told with its place. */
final class ClaimsReader {
    private static final List<String> TOP = List.of("format", "source", "title", "claims");
    private static final List<String> KINDS = List.of("simulated", "arithmetic", "out-of-scope");
    private static final List<String> CLAIM = List.of(
            "claim",
            "says",
            "kind",
            "note",
            "scenario",
            "settings",
            "contexts",
            "factor",
            "levels",
            "across",
            "outcome",
            "shape",
            "smallest-effect",
            "value",
            "parts",
            "turns",
            "arithmetic");
    private static final List<String> CALCULATION = List.of("compute", "equals", "within");
    private static final int HIGHEST_NUMBER = 9999;

    private final Problems problems = new Problems();
    private final Map<Integer, Place> numbers = new HashMap<>();

    private ClaimsReader() {}

    static Book read(Path file) {
        ClaimsReader reader = new ClaimsReader();
        Optional<String> text = TextFile.read(file, file + ":", Composer.longestBytes(), reader.problems);
        reader.problems.refuse();
        return reader.book(file.toString(), text.orElseThrow());
    }

    /** The claims of a source such as {@code S0}; none where the program knows no such source. */
    static Book shipped(String source) {
        String name = "/handoff/claims/" + source + ".yaml";
        try (InputStream stream = ClaimsReader.class.getResourceAsStream(name)) {
            return stream == null
                    ? new Book(List.of())
                    : parse(source + ".yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @param label stands for the file in messages */
    static Book parse(String label, String text) {
        return new ClaimsReader().book(label, text);
    }

    private Book book(String label, String text) {
        Place begin = new Place(label, 1, 1);
        Optional<Tree> tree = TreeReader.read(begin, text, problems);
        if (tree.isEmpty() && problems.isEmpty()) {
            problems.add(label + " is empty; a file of claims begins with format: 1");
        }
        problems.refuse();
        Fields file = Fields.of(tree.orElseThrow(), "", TOP, problems);
        checkFormat(file);
        String source =
                file.text("source").orElse(label.replaceFirst(".*[/\\\\]", "").replaceFirst("\\.ya?ml$", ""));
        List<Claim> claims = new ArrayList<>();
        file.needed("claims", "[{claim: 1, says: ...}]");
        for (Tree item : file.list("claims")) {
            claim(Fields.of(item, "claims[" + (claims.size() + 1) + "]", CLAIM, problems), source)
                    .ifPresent(claims::add);
        }
        problems.refuse();
        return new Book(claims);
    }

    private void checkFormat(Fields file) {
        file.needed("format", "1");
        file.scalar("format", "1")
                .filter(scalar -> !scalar.text().equals("1"))
                .ifPresent(scalar -> file.refuse("format", scalar, "is not known; this program reads format: 1"));
    }

    /** Always something, so that the numbers in paths count; the caller refuses what has problems. */
    private Optional<Claim> claim(Fields fields, String source) {
        int number = number(fields);
        fields.needed("says", "what is claimed, in a sentence");
        String says = fields.text("says").orElse("");
        Claim.Kind kind = Claim.Kind.valueOf(fields.choice("kind", KINDS)
                .orElse("simulated")
                .toUpperCase(Locale.ROOT)
                .replace('-', '_'));
        String note = fields.text("note").orElse("");
        if (kind == Claim.Kind.OUT_OF_SCOPE) {
            fields.needed("note", "why no experiment can decide it");
        }
        PartsReader reader = new PartsReader(fields, problems);
        List<Part> parts = kind == Claim.Kind.SIMULATED ? reader.parts() : List.of();
        Turning turning = parts.isEmpty() ? null : reader.turning(parts.get(0)).orElse(null);
        List<Calculation> calculations = kind == Claim.Kind.ARITHMETIC ? calculations(fields) : List.of();
        return Optional.of(new Claim(number, source, says, kind, note, parts, calculations, turning));
    }

    private int number(Fields fields) {
        fields.needed("claim", "1");
        Optional<Tree.Scalar> scalar = fields.scalar("claim", "a number from 1 to " + HIGHEST_NUMBER);
        if (scalar.isEmpty()) {
            return 0;
        }
        String text = scalar.get().text();
        int number = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (number == 0) {
            fields.refuse("claim", scalar.get(), "must be a number from 1 to " + HIGHEST_NUMBER);
            return 0;
        }
        Place earlier = numbers.putIfAbsent(number, scalar.get().place());
        if (earlier != null) {
            fields.refuse("claim", scalar.get(), "is given twice, first at " + earlier);
        }
        return number;
    }

    private List<Calculation> calculations(Fields claim) {
        List<Calculation> calculations = new ArrayList<>();
        claim.needed("arithmetic", "[{compute: 1.01^52, equals: 1.67, within: 0.01}]");
        for (Tree item : claim.list("arithmetic")) {
            String path = claim.path("arithmetic[" + (calculations.size() + 1) + "]");
            calculations.add(calculation(Fields.of(item, path, CALCULATION, problems)));
        }
        return calculations;
    }

    private Calculation calculation(Fields fields) {
        fields.needed("compute", "1.01^52");
        fields.needed("equals", "1.67");
        fields.needed("within", "0.01");
        double value = Double.NaN;
        Optional<Tree.Scalar> formula = fields.scalar("compute", "a formula");
        try {
            value = formula.map(scalar -> Formula.value(scalar.text())).orElse(Double.NaN);
        } catch (IllegalArgumentException refused) {
            fields.refuse("compute", formula.orElseThrow(), refused.getMessage());
        }
        return new Calculation(
                formula.map(Tree.Scalar::text).orElse(""),
                value,
                fields.number("equals").orElse(Double.NaN),
                fields.number("within").orElse(Double.NaN));
    }
}
