package dev.handoff.scenario;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a plain number of a parameter means, and which other units may be written instead. */
public enum Unit {
    WEEKS(
            "weeks",
            "time",
            "Weeks",
            "weeks",
            "min 1/2400, h 1/40, hour 1/40, hours 1/40, day 1/5, days 1/5, week 1, weeks 1, month 13/3, months 13/3,"
                    + " year 52, years 52"),
    HOURS("hours", "effort", "Hours", "h", "min 1/60, h 1, hour 1, hours 1"),
    HOURS_PER_WEEK(
            "hours per week", "workload", "HoursPerWeek", "h/week", "h/day 5, h/week 1, h/month 3/13, h/year 1/52"),
    PER_WEEK("per week", "rate", "PerWeek", "/week", "/day 5, /week 1, /month 3/13, /year 1/52"),
    PER_YEAR(
            "per year",
            "hazard",
            "PerWeek",
            "/year",
            "%/day 13/5, %/week 13/25, %/month 3/25, %/year 1/100, /day 260, /week 52, /month 12, /year 1"),
    DOLLARS_PER_YEAR("dollars per year", "money", "DollarsPerYear", "$/year", "$ 1, $/week 52, $/month 12, $/year 1"),
    DOLLARS("dollars", "amount", "Dollars", "$", "$ 1"),
    SHARE("share", "share", "", "", "% 1/100"),
    PROBABILITY("probability", "probability", "", "", "% 1/100"),
    LEVEL("level", "level", "", "", "% 1/100"),
    NUMBER("number", "plain number", "", "", ""),
    COUNT("count", "whole number", "", "", ""),
    FLAG("flag", "flag", "", "", ""),
    CHOICE("choice", "choice", "", "", ""),
    TEXT("text", "text", "", "", "");

    private static final int WEEKS_PER_YEAR = 52;

    private final String documented;
    private final String dimension;
    private final String componentSuffix;
    private final String canonical;
    private final Map<String, Ratio> symbols = new LinkedHashMap<>();

    Unit(String documented, String dimension, String componentSuffix, String canonical, String symbols) {
        this.documented = documented;
        this.dimension = dimension;
        this.componentSuffix = componentSuffix;
        this.canonical = canonical;
        for (String symbol : symbols.isEmpty() ? new String[0] : symbols.split(", ")) {
            int blank = symbol.lastIndexOf(' ');
            this.symbols.put(symbol.substring(0, blank), Ratio.parse(symbol.substring(blank + 1)));
        }
    }

    /** The unit that the catalogue calls so. */
    static Unit documentedAs(String text) {
        return Arrays.stream(values())
                .filter(unit -> unit.documented.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no unit is called " + text));
    }

    /** A unit among whose symbols the given one is. */
    static Optional<Unit> knowing(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbols.containsKey(symbol))
                .findFirst();
    }

    /** What people call it: {@code hours per week}. */
    public String documented() {
        return documented;
    }

    /** What its symbols have in common: {@code workload}. */
    public String dimension() {
        return dimension;
    }

    /** Appended to the value in canonical form, empty where a plain number has no unit. */
    public String canonical() {
        return canonical;
    }

    /** What may follow a number, each with the factor that converts to the documented unit. */
    public Map<String, Ratio> symbols() {
        return new LinkedHashMap<>(symbols);
    }

    /** Whether a number may have a multiple such as k before its symbol. */
    boolean isMoney() {
        return this == DOLLARS_PER_YEAR || this == DOLLARS;
    }

    /** Whether values are numbers. */
    public boolean isNumeric() {
        return this != FLAG && this != CHOICE && this != TEXT;
    }

    /** Whether a plain number says something about the world only together with the unit. */
    boolean hasSymbol() {
        return !canonical.isEmpty();
    }

    /** The name of the record component for a key: its words, and the model's unit where they do not name it. */
    String component(String key) {
        StringBuilder name = new StringBuilder();
        for (String word : key.split("-")) {
            name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        boolean named = this == HOURS_PER_WEEK && key.endsWith("hours");
        return name + (named ? "PerWeek" : componentSuffix);
    }

    /** The nearest number in the model's unit: weekly where the documented one is a hazard per year. */
    double inModel(Ratio documentedValue) {
        return (this == PER_YEAR ? documentedValue.times(Ratio.of(1, WEEKS_PER_YEAR)) : documentedValue).nearest();
    }

    /**
     * An exact fraction.
     *
     * @param divisor above 0
     */
    public record Ratio(BigDecimal dividend, BigDecimal divisor) {

        private static final int DIGITS = 60;

        static Ratio of(long dividend, long divisor) {
            return new Ratio(BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor));
        }

        static Ratio parse(String text) {
            int slash = text.indexOf('/');
            return slash < 0
                    ? new Ratio(new BigDecimal(text), BigDecimal.ONE)
                    : new Ratio(new BigDecimal(text.substring(0, slash)), new BigDecimal(text.substring(slash + 1)));
        }

        Ratio times(Ratio other) {
            return new Ratio(dividend.multiply(other.dividend), divisor.multiply(other.divisor));
        }

        /** The nearest double; digits far beyond a double's make a second rounding harmless. */
        double nearest() {
            return dividend.divide(divisor, new java.math.MathContext(DIGITS)).doubleValue();
        }

        /** Decimal text that gives the same value again: exact where that is possible in few digits. */
        String decimal() {
            BigDecimal quotient = dividend.divide(divisor, new java.math.MathContext(DIGITS));
            boolean exact = quotient.multiply(divisor).compareTo(dividend) == 0;
            BigDecimal shown = exact ? quotient : ShortestDecimal.of(quotient.doubleValue());
            BigDecimal stripped = shown.stripTrailingZeros();
            return Math.abs(stripped.scale()) > DIGITS ? stripped.toString() : stripped.toPlainString();
        }
    }
}
