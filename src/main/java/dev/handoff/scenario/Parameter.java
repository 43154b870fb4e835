package dev.handoff.scenario;

import dev.handoff.kernel.Distribution;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the catalogue.
 *
 * @param path such as {@code handoff.delay.stage-2}
 * @param type of the record component: double, int, boolean, String, Distribution or an enum
 * @param defaultText as the catalogue writes it
 * @param meaning for people, one or more sentences
 * @param allowed what is refused outside; empty where values are not numbers
 * @param plausible the range worth exploring; empty where values are not numbers
 * @param choices what may be chosen, empty unless the unit is a choice
 * @param changesInTime whether {@code changes} may set it
 * @param source where the default comes from
 */
public record Parameter(
        String path,
        Class<?> type,
        String defaultText,
        String meaning,
        Unit unit,
        Optional<Range> allowed,
        Optional<Range> plausible,
        List<String> choices,
        boolean changesInTime,
        String source) {

    /** The path without its last key; empty for {@code horizon}. */
    public String section() {
        return path.substring(0, Math.max(0, path.lastIndexOf('.')));
    }

    /** The last key of the path. */
    public String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** What the default rests on. */
    public Evidence evidence() {
        return Evidence.of(source);
    }

    /** Whether a law may stand where a value may stand. */
    public boolean isDistribution() {
        return type == Distribution.class;
    }

    /** Completes "must be ...": the allowed range with its unit. */
    public String allowedPhrase() {
        String range = allowed.map(Range::toString).orElse("");
        return unit.hasSymbol() ? range + " (" + unit.documented() + ")" : range;
    }

    /**
     * A number as the user writes it, perhaps with a unit, in the documented unit.
     *
     * @throws IllegalArgumentException if it is none or outside the allowed range, with a message that continues path and value
     */
    public double amount(String text) {
        if (!unit.isNumeric()) {
            throw new IllegalArgumentException("is no number: " + path + " is a " + unit.documented());
        }
        return ValueReader.checked(this, text).nearest();
    }

    /** A number in the documented unit, as a file may say it; a count is rounded to a whole number. */
    public String written(double amount) {
        double value = unit == Unit.COUNT ? Math.rint(amount) : amount;
        return ValueReader.canonical(new Unit.Ratio(ShortestDecimal.of(value), BigDecimal.ONE), unit);
    }
}
