package dev.handoff.scenario;

import dev.handoff.scenario.Unit.Ratio;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with or without a unit, as the user writes them. */
final class Quantity {

    /** A decimal number, then perhaps a unit. */
    static final String NUMBER = "[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?";

    private static final Pattern FORM = Pattern.compile("(" + NUMBER + ")\\s*(.*)", Pattern.DOTALL);
    private static final Pattern BEYOND_USE = Pattern.compile(".*[eE][+-]?[0-9]{3,}", Pattern.DOTALL);
    private static final Pattern MORE_OF_A_NUMBER = Pattern.compile("[0-9_,.'].*", Pattern.DOTALL);
    private static final int LONGEST = 100;
    private static final Map<String, Ratio> MULTIPLES = Map.of("k", Ratio.of(1_000, 1), "M", Ratio.of(1_000_000, 1));

    private Quantity() {}

    /**
     * The exact value in the documented unit.
     *
     * @throws IllegalArgumentException with a message that continues the name and value
     */
    static Ratio parse(String text, Unit unit) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches() || isNumberOfAnotherKind(form)) {
            throw new IllegalArgumentException("must be a number" + example(unit));
        }
        Ratio number = new Ratio(new BigDecimal(form.group(1)), BigDecimal.ONE);
        String symbol = form.group(2).replaceAll("\\s*/\\s*", "/");
        if (unit.isMoney() && !symbol.isEmpty() && MULTIPLES.containsKey(symbol.substring(0, 1))) {
            number = number.times(MULTIPLES.get(symbol.substring(0, 1)));
            symbol = symbol.substring(1).strip();
        }
        return symbol.isEmpty() ? number : number.times(factor(symbol, unit));
    }

    private static boolean isNumberOfAnotherKind(Matcher form) {
        return BEYOND_USE.matcher(form.group(1)).matches()
                || MORE_OF_A_NUMBER.matcher(form.group(2)).matches();
    }

    private static Ratio factor(String symbol, Unit unit) {
        Map<String, Ratio> symbols = unit.symbols();
        if (symbols.containsKey(symbol)) {
            return symbols.get(symbol);
        }
        if (!unit.hasSymbol()) {
            throw new IllegalArgumentException("takes no unit" + (symbols.isEmpty() ? "" : " but %"));
        }
        Optional<Unit> other = Unit.knowing(symbol);
        String known = unit.dimension() + " is given in " + String.join(", ", symbols.keySet());
        throw new IllegalArgumentException(other.map(named -> "has a unit of " + named.dimension() + "; " + known)
                .orElse("has an unknown unit; " + known));
    }

    private static String example(Unit unit) {
        return unit.hasSymbol() ? ", perhaps with a unit, such as 3 " + unit.canonical() : "";
    }
}
