package dev.handoff.study;

import dev.handoff.scenario.Unit;
import dev.handoff.scenario.Variation;
import dev.handoff.statistics.FullFactorial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Settings that are decided, and what a place in the unit cube, with a coordinate from 0 to 1 for each, means: of a range the value there,
 * rounded to a few thousandths of its width or, for a count, to a whole number; of a list the value in whose equal part it lies.
 */
public final class Decisions {
    private static final int DIGITS = 3;
    private static final int MOST_COUNTS = 1000;

    private final List<Axis> axes;
    private final List<Boolean> numeric; // by setting

    /**
     * @param axes each with a path of its own
     * @throws Axis.Refused if there is nothing to decide
     */
    public Decisions(List<Axis> axes) {
        this.axes = axes.stream().map(Decisions::withCounts).toList();
        numeric = this.axes.stream().map(Decisions::isNumeric).toList();
        for (Axis axis : axes) {
            if (!axis.isRange() && axis.levels().size() < 2) {
                throw new Axis.Refused(axis.path() + " (" + String.join(", ", axis.levels())
                        + ") must be a range or have two values or more");
            }
            if (axis.path().equals("horizon")) {
                throw new Axis.Refused("(horizon) cannot be decided: what is compared must last equally long");
            }
        }
    }

    /** A range of few whole numbers is a list of them. */
    private static Axis withCounts(Axis axis) {
        boolean counts = axis.parameter().unit() == Unit.COUNT
                && axis.levels().isEmpty()
                && axis.high() - axis.low() < MOST_COUNTS;
        if (!counts) {
            return axis;
        }
        List<String> levels = IntStream.rangeClosed((int) Math.ceil(axis.low()), (int) Math.floor(axis.high()))
                .mapToObj(count -> axis.parameter().written(count))
                .toList();
        return new Axis(axis.path(), axis.parameter(), levels, axis.low(), axis.high());
    }

    public List<Axis> axes() {
        return axes;
    }

    /** How many combinations there are; the largest number where a setting may have any value of a range. */
    long combinations() {
        long combinations = 1;
        for (Axis axis : axes) {
            if (axis.levels().isEmpty()) {
                return Long.MAX_VALUE;
            }
            combinations =
                    Math.min(Integer.MAX_VALUE, combinations * axis.levels().size());
        }
        return combinations;
    }

    /** Every combination, where all have levels. */
    List<List<String>> all() {
        int[] counts = axes.stream().mapToInt(axis -> axis.levels().size()).toArray();
        List<List<String>> all = new ArrayList<>();
        for (int[] levels : FullFactorial.levels(counts)) {
            all.add(IntStream.range(0, levels.length)
                    .mapToObj(axis -> axes.get(axis).levels().get(levels[axis]))
                    .toList());
        }
        return all;
    }

    /** Values as YAML, by setting. */
    List<String> at(double[] place) {
        return IntStream.range(0, place.length)
                .mapToObj(axis -> at(axes.get(axis), Math.max(0, Math.min(1, place[axis]))))
                .toList();
    }

    private static String at(Axis axis, double share) {
        if (!axis.levels().isEmpty()) {
            int levels = axis.levels().size();
            return axis.levels().get(Math.min(levels - 1, (int) (share * levels)));
        }
        double width = axis.high() - axis.low();
        int decimals = DIGITS - (int) Math.floor(StrictMath.log10(width));
        double value = BigDecimal.valueOf(axis.low() + width * share)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .doubleValue();
        return axis.parameter().written(Math.max(axis.low(), Math.min(axis.high(), value)));
    }

    /** The place of values in the unit cube; the middle of its part for one of a list. */
    double[] place(List<String> values) {
        double[] place = new double[values.size()];
        for (int axis = 0; axis < place.length; axis++) {
            Axis each = axes.get(axis);
            place[axis] = each.levels().isEmpty()
                    ? (amount(each, values.get(axis)) - each.low()) / (each.high() - each.low())
                    : (each.levels().indexOf(values.get(axis)) + 0.5)
                            / each.levels().size();
        }
        return place;
    }

    /** A value as a number in the documented unit, or as its place in the list where that is none; both order the values. */
    public double coordinate(int axis, String value) {
        return isNumeric(axis)
                ? amount(axes.get(axis), value)
                : axes.get(axis).levels().indexOf(value);
    }

    /** Whether values are numbers. */
    public boolean isNumeric(int axis) {
        return numeric.get(axis);
    }

    private static boolean isNumeric(Axis axis) {
        return axis.levels().stream().noneMatch(level -> Double.isNaN(amount(axis, level)));
    }

    private static double amount(Axis axis, String value) {
        try {
            return axis.parameter().amount(value);
        } catch (IllegalArgumentException notANumber) {
            return Double.NaN;
        }
    }

    /** The values that a scenario has already; empty if one of them may not be chosen. */
    public Optional<List<String>> of(Variation scenario) {
        List<String> values = new ArrayList<>();
        for (Axis axis : axes) {
            String own = scenario.value(axis.path(), "optimise");
            double amount = amount(axis, own);
            Optional<String> chosen = axis.levels().isEmpty()
                    ? Optional.of(own).filter(value -> amount >= axis.low() && amount <= axis.high())
                    : axis.levels().stream()
                            .filter(level -> level.equals(own) || amount(axis, level) == amount)
                            .findFirst();
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            values.add(chosen.get());
        }
        return Optional.of(values);
    }
}
