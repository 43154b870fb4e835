package dev.handoff.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values from a lowest to a highest one, in the documented unit of a parameter.
 *
 * @param lowestExcluded whether the lowest value itself is outside; the highest never is
 * @param highest empty where there is none
 */
public record Range(BigDecimal lowest, boolean lowestExcluded, Optional<BigDecimal> highest) {

    private static final Pattern FORM = Pattern.compile("(above )?(-?[0-9.]+)(?: to (-?[0-9.]+)| or more)?");

    /** @param text such as {@code 0 to 1}, {@code above 0 to 168}, {@code 1 or more}, {@code above 0} */
    public static Range parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("not a range: " + text);
        }
        Optional<BigDecimal> highest = Optional.ofNullable(form.group(3)).map(BigDecimal::new);
        return new Range(new BigDecimal(form.group(2)), form.group(1) != null, highest);
    }

    public boolean contains(double value) {
        boolean highEnough = lowestExcluded ? value > lowest.doubleValue() : value >= lowest.doubleValue();
        return highEnough && highest.map(limit -> value <= limit.doubleValue()).orElse(true);
    }

    public boolean contains(Range other) {
        boolean below = other.lowest.compareTo(lowest) > 0
                || other.lowest.compareTo(lowest) == 0 && (other.lowestExcluded || !lowestExcluded);
        boolean above = highest.map(limit -> other.highest
                        .map(theirs -> theirs.compareTo(limit) <= 0)
                        .orElse(false))
                .orElse(true);
        return below && above;
    }

    /** Completes "must be ...": {@code from 0 to 1}. */
    @Override
    public String toString() {
        if (highest.isEmpty()) {
            return lowestExcluded ? "above " + lowest : lowest + " or more";
        }
        return lowestExcluded
                ? "above " + lowest + " and up to " + highest.get()
                : "from " + lowest + " to " + highest.get();
    }
}
