package dev.handoff.study;

import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Variation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A setting that a study varies.
 *
 * @param path as in files, with a group's number where there are several groups
 * @param levels values as YAML, in the order given; empty for a range without steps
 * @param low lowest value in the documented unit; NaN unless it is a range
 * @param high highest value, above the lowest; NaN unless it is a range
 */
public record Axis(String path, Parameter parameter, List<String> levels, double low, double high) {
    private static final int FEWEST_STEPS = 2;
    private static final int MOST_STEPS = 1000;
    private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+?)(?:/([0-9]{1,9}))?", Pattern.DOTALL);
    private static final Pattern UNITLESS = Pattern.compile("\\s*[+-]?[0-9.]+\\s*");
    private static final Pattern UNIT = Pattern.compile("[+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?\\s*(.*)", Pattern.DOTALL);

    public Axis {
        levels = List.copyOf(levels);
    }

    /** A mistake in what the user typed for an axis. */
    public static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * Reads {@code path=a,b,c}, {@code path=low..high} or {@code path=low..high/steps}. A unit behind the highest value counts for the
     * lowest one too.
     *
     * @throws Refused with one line that tells what is allowed
     */
    public static Axis parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new Refused("(" + text + ") must have the form path=a,b,c or path=low..high/steps");
        }
        String path = text.substring(0, equals).strip();
        String values = text.substring(equals + 1).strip();
        Parameter parameter = parameter(path);
        Matcher range = RANGE.matcher(values);
        if (range.matches()) {
            return range(path, parameter, range);
        }
        List<String> levels = split(values);
        if (levels.stream().anyMatch(String::isBlank)) {
            throw new Refused("(" + text + ") must have a value on each side of a comma");
        }
        if (Set.copyOf(levels).size() < levels.size()) {
            throw new Refused("(" + text + ") names a value twice");
        }
        return new Axis(path, parameter, levels, Double.NaN, Double.NaN);
    }

    private static Parameter parameter(String path) {
        String plain = path.replaceAll("\\[[0-9]+]", "");
        return Catalogue.standard()
                .parameter(plain)
                .orElseThrow(() -> new Refused("(" + path + ") is no setting"
                        + Catalogue.standard()
                                .suggestion(path)
                                .map(name -> "; maybe " + name)
                                .orElse("; handoff explain lists every setting")));
    }

    private static Axis range(String path, Parameter parameter, Matcher range) {
        String highest = range.group(2).strip();
        String lowest = range.group(1).strip();
        Matcher unit = UNIT.matcher(highest);
        if (UNITLESS.matcher(lowest).matches() && unit.matches()) {
            lowest = lowest + " " + unit.group(1);
        }
        double low = amount(path, parameter, lowest.strip());
        double high = amount(path, parameter, highest);
        if (low >= high) {
            throw new Refused(path + " (" + range.group() + ") must go from a lower to a higher value");
        }
        List<String> levels = range.group(3) == null ? List.of() : steps(path, parameter, low, high, range.group(3));
        return new Axis(path, parameter, levels, low, high);
    }

    private static double amount(String path, Parameter parameter, String text) {
        try {
            return parameter.amount(text);
        } catch (IllegalArgumentException refused) {
            throw new Refused(path + " (" + text + ") " + refused.getMessage());
        }
    }

    private static List<String> steps(String path, Parameter parameter, double low, double high, String written) {
        int steps = Integer.parseInt(written);
        if (steps < FEWEST_STEPS || steps > MOST_STEPS) {
            throw new Refused(
                    path + " (/" + written + ") must have from " + FEWEST_STEPS + " to " + MOST_STEPS + " steps");
        }
        Set<String> levels = new LinkedHashSet<>();
        for (int step = 0; step < steps; step++) {
            levels.add(parameter.written(low + (high - low) * step / (steps - 1)));
        }
        return List.copyOf(levels);
    }

    /** At commas outside of braces and brackets. */
    private static List<String> split(String values) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int place = 0; place < values.length(); place++) {
            char letter = values.charAt(place);
            if (letter == '{' || letter == '[') {
                depth++;
            } else if (letter == '}' || letter == ']') {
                depth--;
            } else if (letter == ',' && depth == 0) {
                parts.add(values.substring(start, place).strip());
                start = place + 1;
            }
        }
        parts.add(values.substring(start).strip());
        return parts;
    }

    /** Whether any value between the ends may be taken. */
    public boolean isRange() {
        return !Double.isNaN(low);
    }

    /** The value at a share of the way from the lowest to the highest, or the level there, as YAML. */
    public String at(double share) {
        if (isRange()) {
            return parameter.written(low + (high - low) * share);
        }
        return levels.get(Math.min(levels.size() - 1, (int) (share * levels.size())));
    }

    /**
     * A range of a parameter as its documentation gives it.
     *
     * @throws Refused if it has none, or the variant has a law there
     */
    public static Axis plausible(String path, Variation variation) {
        Parameter parameter = parameter(path);
        var range = parameter
                .plausible()
                .filter(plausible -> plausible.highest().isPresent())
                .orElseThrow(() -> new Refused(path + " has no plausible range; give one: " + path + "=low..high"));
        return new Axis(
                path,
                parameter,
                List.of(),
                range.lowest().doubleValue(),
                range.highest().orElseThrow().doubleValue());
    }
}
