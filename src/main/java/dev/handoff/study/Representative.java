package dev.handoff.study;

import dev.handoff.experiment.CurvePoint;
import dev.handoff.experiment.Measure;
import dev.handoff.kernel.Check;
import dev.handoff.metric.Metric;
import dev.handoff.statistics.BandDepth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A replication that stands for others, chosen by the depth of its curves among those of all replications (modified band depth,
 * López-Pintado and Romo 2009), the mean over the three curves. Good and bad ones are ordered by customers lost at the end, then by
 * burnout, then by hours freed in all. What is equal goes to the lower number.
 *
 * @param replication its number
 * @param depth by replication, 0 to 1; NaN where a replication has no value
 * @param standings where the replication stands, by curve
 */
public record Representative(Choice choice, int replication, double[] depth, List<Standing> standings) {
    /** Replications of a tenth at least. */
    private static final int FEWEST = 2;

    /** Which replication is wanted. */
    public enum Choice {
        /** The deepest. */
        TYPICAL,
        /** The deepest of the best tenth. */
        GOOD,
        /** The deepest of the worst tenth. */
        BAD,
        /** One by its number. */
        NUMBERED
    }

    /**
     * Where the value of a replication stands among those of all others.
     *
     * @param value at the end, or for hours freed the mean week
     * @param lower share of the others that are lower
     * @param equal share of the others that are equal
     */
    public record Standing(Measure measure, double value, double lower, double equal) {}

    /** Values of a measure by replication. */
    @FunctionalInterface
    public interface Values {
        double[] of(Measure measure);
    }

    /** All that is asked of a replication. */
    public static List<Measure> measures(int horizonWeeks) {
        List<Measure> measures = new ArrayList<>();
        for (Metric metric : CurvePoint.CURVES) {
            measures.add(Measure.of(metric));
            CurvePoint.of(metric, horizonWeeks).forEach(point -> measures.add(point.measure()));
        }
        return List.copyOf(measures);
    }

    /**
     * Chooses.
     *
     * @param number of the replication that is wanted; looked at only where it is {@link Choice#NUMBERED}
     */
    public static Representative of(Choice choice, int number, int horizonWeeks, Values values) {
        double[] depth = depth(horizonWeeks, values);
        List<double[]> ends = CurvePoint.CURVES.stream()
                .map(metric -> values.of(Measure.of(metric)))
                .toList();
        int chosen = choice == Choice.NUMBERED ? number : deepest(candidates(choice, depth, ends), depth);
        Check.that(chosen >= 0 && chosen < depth.length, "replication (%s) must be one of %s", chosen, depth.length);
        List<Standing> standings = new ArrayList<>();
        for (int curve = 0; curve < ends.size(); curve++) {
            standings.add(standing(Measure.of(CurvePoint.CURVES.get(curve)), ends.get(curve), chosen));
        }
        return new Representative(choice, chosen, depth, List.copyOf(standings));
    }

    private static double[] depth(int horizonWeeks, Values values) {
        List<double[]> depths = CurvePoint.CURVES.stream()
                .map(metric -> depth(metric, horizonWeeks, values))
                .filter(depth -> IntStream.range(0, depth.length).anyMatch(curve -> !Double.isNaN(depth[curve])))
                .toList();
        int count = values.of(Measure.of(CurvePoint.CURVES.get(0))).length;
        return IntStream.range(0, count)
                .mapToDouble(replication -> depths.stream()
                        .mapToDouble(depth -> depth[replication])
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    /* A replication without values, because it failed, has no depth and does not count for the others. */
    private static double[] depth(Metric metric, int horizonWeeks, Values values) {
        List<double[]> points = CurvePoint.of(metric, horizonWeeks).stream()
                .map(point -> values.of(point.measure()))
                .toList();
        int[] known = IntStream.range(0, points.get(0).length)
                .filter(replication -> points.stream().noneMatch(point -> Double.isNaN(point[replication])))
                .toArray();
        double[] depth = new double[points.get(0).length];
        java.util.Arrays.fill(depth, Double.NaN);
        if (known.length >= FEWEST) {
            double[][] curves = new double[known.length][points.size()];
            for (int curve = 0; curve < known.length; curve++) {
                for (int point = 0; point < points.size(); point++) {
                    curves[curve][point] = points.get(point)[known[curve]];
                }
            }
            double[] found = BandDepth.of(curves);
            for (int curve = 0; curve < known.length; curve++) {
                depth[known[curve]] = found[curve];
            }
        }
        return depth;
    }

    /** The best or worst tenth, or all. */
    private static List<Integer> candidates(Choice choice, double[] depth, List<double[]> ends) {
        List<Integer> known = new ArrayList<>(IntStream.range(0, depth.length)
                .filter(replication -> !Double.isNaN(depth[replication]))
                .boxed()
                .toList());
        Check.that(!known.isEmpty(), "no replication has curves");
        if (choice == Choice.TYPICAL) {
            return known;
        }
        Comparator<Integer> goodFirst = Comparator.comparingDouble((Integer replication) -> ends.get(2)[replication])
                .thenComparingDouble(replication -> ends.get(1)[replication])
                .thenComparingDouble(replication -> -ends.get(0)[replication]);
        known.sort(choice == Choice.GOOD ? goodFirst : goodFirst.reversed());
        int tenth = Math.max(1, (int) Math.ceil(known.size() / 10.0));
        return known.subList(0, tenth);
    }

    private static int deepest(List<Integer> candidates, double[] depth) {
        return candidates.stream()
                .max(Comparator.comparingDouble((Integer replication) -> depth[replication])
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static Standing standing(Measure measure, double[] values, int chosen) {
        double value = values[chosen];
        double others = 0;
        double lower = 0;
        double equal = 0;
        for (int replication = 0; replication < values.length; replication++) {
            if (replication != chosen && !Double.isNaN(values[replication])) {
                others++;
                lower += values[replication] < value ? 1 : 0;
                equal += values[replication] == value ? 1 : 0;
            }
        }
        return new Standing(measure, value, lower / others, equal / others);
    }
}
