package dev.handoff.study;

import dev.handoff.kernel.Check;
import dev.handoff.statistics.FullFactorial;
import dev.handoff.statistics.LatinHypercube;
import dev.handoff.statistics.SobolSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The points of a sweep.
 *
 * @param axes in the order given; the policy last, if there is one
 * @param points by point, then axis: the value as YAML
 * @param hasPolicy whether the levels of the last axis are alternatives, each of which is tried at every combination of the others
 */
public record SweepDesign(List<Axis> axes, List<List<String>> points, boolean hasPolicy) {
    /** Most points of a design. */
    public static final int MOST_POINTS = 100_000;

    /** How points are chosen. */
    public enum Kind {
        FULL,
        LATIN_HYPERCUBE,
        SOBOL
    }

    public SweepDesign {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    /**
     * Every combination of the levels.
     *
     * @param axes all with levels
     */
    public static SweepDesign full(List<Axis> axes, boolean hasPolicy) {
        int[] counts = axes.stream().mapToInt(axis -> axis.levels().size()).toArray();
        List<List<String>> points = new ArrayList<>();
        for (int[] levels : FullFactorial.levels(counts)) {
            points.add(IntStream.range(0, levels.length)
                    .mapToObj(axis -> axes.get(axis).levels().get(levels[axis]))
                    .toList());
        }
        return new SweepDesign(axes, points, hasPolicy);
    }

    /**
     * A sample of the ranges, and of levels where an axis has those. With a policy each of its levels is tried at every sampled place.
     *
     * @param sample how many places
     */
    public static SweepDesign sampled(List<Axis> axes, boolean hasPolicy, Kind kind, int sample, long seed) {
        Check.that(kind != Kind.FULL, "a full factorial is no sample");
        int factors = axes.size() - (hasPolicy ? 1 : 0);
        double[][] places = kind == Kind.SOBOL
                ? SobolSequence.points(sample, factors, seed)
                : LatinHypercube.points(sample, factors, seed);
        List<List<String>> points = new ArrayList<>();
        for (double[] place : places) {
            List<String> values = new ArrayList<>();
            for (int factor = 0; factor < factors; factor++) {
                values.add(axes.get(factor).at(place[factor]));
            }
            if (!hasPolicy) {
                points.add(List.copyOf(values));
                continue;
            }
            for (String policy : axes.get(factors).levels()) {
                List<String> with = new ArrayList<>(values);
                with.add(policy);
                points.add(List.copyOf(with));
            }
        }
        return new SweepDesign(axes, points, hasPolicy);
    }

    /** Alternatives; 1 without a policy. */
    public int policies() {
        return hasPolicy ? axes.get(axes.size() - 1).levels().size() : 1;
    }

    /** Whether all values of an axis are numbers. */
    public boolean isNumeric(int axis) {
        try {
            points.forEach(point -> axes.get(axis).parameter().amount(point.get(axis)));
            return true;
        } catch (IllegalArgumentException nameOrLaw) {
            return false;
        }
    }

    /** Values of an axis by point as numbers in the documented unit; of names and laws their places among the levels. */
    public double[] coordinates(int axis) {
        boolean numeric = isNumeric(axis);
        return points.stream()
                .map(point -> point.get(axis))
                .mapToDouble(value -> numeric
                        ? axes.get(axis).parameter().amount(value)
                        : axes.get(axis).levels().indexOf(value))
                .toArray();
    }
}
