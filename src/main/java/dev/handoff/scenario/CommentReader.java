package dev.handoff.scenario;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The documentation of parameters in the comments above their keys. */
final class CommentReader {

    private static final String NO_DEFAULT = "";

    private final List<String> lines;

    CommentReader(String text) {
        lines = text.lines().toList();
    }

    /** Whether the comment above this key has a part that the program reads. */
    boolean isParameter(Place key) {
        return !facts(key).isEmpty();
    }

    /** The sentences above a key, without the part that the program reads. */
    String meaning(Place key) {
        StringBuilder meaning = new StringBuilder();
        for (String line : above(key)) {
            if (!line.startsWith("unit: ")) {
                meaning.append(meaning.isEmpty() ? "" : " ").append(line);
            }
        }
        return meaning.toString();
    }

    Parameter parameter(String path, Tree.Entry entry, Class<?> record) {
        Map<String, String> facts = facts(entry.place());
        Unit unit = Unit.documentedAs(fact(facts, path, "unit"));
        String allowed = facts.getOrDefault("allowed", "");
        boolean choice = unit == Unit.CHOICE;
        return new Parameter(
                path,
                Catalogue.component(record, unit.component(entry.key())).getType(),
                defaultText(entry),
                meaning(entry.place()),
                unit,
                unit.isNumeric() ? Optional.of(Range.parse(fact(facts, path, "allowed"))) : Optional.empty(),
                unit.isNumeric() ? Optional.of(Range.parse(fact(facts, path, "plausible"))) : Optional.empty(),
                choice ? List.of(allowed.substring("one of ".length()).split(", ")) : List.of(),
                !"no".equals(facts.get("changes")),
                fact(facts, path, "source"));
    }

    private static String fact(Map<String, String> facts, String path, String name) {
        String fact = facts.get(name);
        if (fact == null) {
            throw new IllegalStateException("defaults.yaml: " + path + " has no " + name);
        }
        return fact;
    }

    private Map<String, String> facts(Place key) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String line : above(key)) {
            if (line.startsWith("unit: ")) {
                for (String part : line.split(" \\| ")) {
                    facts.put(part.substring(0, part.indexOf(": ")), part.substring(part.indexOf(": ") + 2));
                }
            }
        }
        return facts;
    }

    private String defaultText(Tree.Entry entry) {
        String line = lines.get(entry.place().line() - 1).strip();
        String text = line.substring(entry.key().length() + 1).strip();
        return text.equals("\"\"") ? NO_DEFAULT : text;
    }

    private List<String> above(Place key) {
        int end = key.line() - 1;
        int begin = end;
        while (begin > 0 && lines.get(begin - 1).strip().startsWith("#")) {
            begin--;
        }
        String[] comment = new String[end - begin];
        for (int line = begin; line < end; line++) {
            comment[line - begin] = lines.get(line).strip().substring(1).strip();
        }
        return Arrays.asList(comment);
    }
}
