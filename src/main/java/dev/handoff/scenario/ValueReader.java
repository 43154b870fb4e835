package dev.handoff.scenario;

import dev.handoff.kernel.Distribution;
import dev.handoff.scenario.Unit.Ratio;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks what is written for a parameter and turns it into what the record component receives. */
final class ValueReader {

    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final int LONGEST_TEXT = 100;

    private final Problems problems;

    ValueReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The value, or nothing after a problem.
     *
     * @param path the parameter as the user knows it, with a group's number
     */
    Optional<Value> read(Parameter parameter, String path, Tree tree) {
        String written = tree instanceof Tree.Scalar scalar && !scalar.isAbsent()
                ? " (" + Problems.shown(scalar.text()) + ")"
                : "";
        try {
            return Optional.of(read(parameter, tree));
        } catch (IllegalArgumentException refused) {
            Place place = refused instanceof Refusal inside ? inside.place() : tree.place();
            String blank = refused.getMessage().startsWith(".") ? "" : " ";
            problems.add(place, "%s%s%s%s", path, written, blank, refused.getMessage());
            return Optional.empty();
        }
    }

    private static Value read(Parameter parameter, Tree tree) {
        if (parameter.isDistribution() && !(tree instanceof Tree.Scalar)) {
            return LawReader.read(parameter, tree);
        }
        if (!(tree instanceof Tree.Scalar scalar)) {
            throw new IllegalArgumentException("must be one value, not a " + kind(tree));
        }
        if (scalar.isAbsent()) {
            throw new IllegalArgumentException("needs a value");
        }
        return switch (parameter.unit()) {
            case FLAG -> flag(scalar);
            case CHOICE -> choice(parameter, scalar);
            case TEXT -> text(scalar);
            case COUNT -> count(parameter, scalar);
            default -> number(parameter, scalar);
        };
    }

    static String kind(Tree tree) {
        return tree instanceof Tree.Sequence ? "list" : "map";
    }

    private static Value flag(Tree.Scalar scalar) {
        boolean yes = TRUE.contains(scalar.text());
        if (!scalar.plain() || !yes && !FALSE.contains(scalar.text())) {
            throw new IllegalArgumentException("must be true or false");
        }
        return new Value(scalar.place(), scalar.text(), yes, String.valueOf(yes));
    }

    private static Value choice(Parameter parameter, Tree.Scalar scalar) {
        if (!parameter.choices().contains(scalar.text())) {
            String maybe = Nearest.to(scalar.text(), parameter.choices())
                    .map(name -> "; maybe " + name)
                    .orElse("");
            throw new IllegalArgumentException("must be one of " + String.join(", ", parameter.choices()) + maybe);
        }
        return new Value(scalar.place(), scalar.text(), constant(parameter.type(), scalar.text()), scalar.text());
    }

    /** The constant of an enum that files call so. */
    static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (inFiles((Enum<?>) constant).equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException(type.getName() + " has no constant " + name);
    }

    /** What files call a constant: {@code contacts-first}. */
    static String inFiles(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Value text(Tree.Scalar scalar) {
        String text = scalar.text();
        if (text.codePoints().anyMatch(Character::isISOControl) || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("must be one line of at most " + LONGEST_TEXT + " characters");
        }
        return new Value(scalar.place(), text, text, quoted(text));
    }

    /** A text in double quotes, as YAML reads it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\').appendCodePoint(point);
            } else if (isVisible(point)) {
                quoted.appendCodePoint(point);
            } else {
                quoted.append(String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08X" : "\\u%04X", point));
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static Value count(Parameter parameter, Tree.Scalar scalar) {
        Ratio number = Quantity.parse(scalar.text(), parameter.unit());
        check(parameter, number);
        double count = number.nearest();
        if (count != Math.rint(count) || count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("must be a whole number up to " + Integer.MAX_VALUE);
        }
        return new Value(scalar.place(), scalar.text(), (int) count, number.decimal());
    }

    private static Value number(Parameter parameter, Tree.Scalar scalar) {
        Ratio number = checked(parameter, scalar.text());
        double value = parameter.unit().inModel(number);
        Object bound = parameter.isDistribution() ? new Distribution.Fixed(value) : (Object) value;
        return new Value(scalar.place(), scalar.text(), bound, canonical(number, parameter.unit()));
    }

    /** A quantity in the documented unit, within the allowed range. */
    static Ratio checked(Parameter parameter, String text) {
        Ratio number = Quantity.parse(text, parameter.unit());
        check(parameter, number);
        return number;
    }

    private static void check(Parameter parameter, Ratio number) {
        if (!parameter.allowed().orElseThrow().contains(number.nearest())) {
            throw new IllegalArgumentException("must be " + parameter.allowedPhrase());
        }
    }

    static String canonical(Ratio number, Unit unit) {
        return number.decimal() + (unit.hasSymbol() ? " " + unit.canonical() : "");
    }
}
