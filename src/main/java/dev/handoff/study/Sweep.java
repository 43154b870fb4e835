package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Quantiles;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ConfidenceIntervals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Simulates a scenario at every point of a design, all in the same random worlds. */
public final class Sweep {
    private static final double CONFIDENCE = 0.95;

    private final SweepDesign design;
    private final List<Point> points;

    /**
     * A point of the design as a scenario.
     *
     * @param number from 1
     * @param variant empty if its settings do not go together
     * @param message why; else empty
     */
    public record Point(int number, List<String> values, Optional<Variant> variant, String message) {}

    /**
     * A metric at a point.
     *
     * @param n replications that have a value
     * @param mean with its 95 % interval; NaN for none
     */
    public record Summary(int n, ConfidenceInterval mean, double p10, double p50, double p90) {}

    /**
     * @param values by measure, then replication; NaN where there is none
     * @param summaries by measure
     * @param message empty where everything went well
     */
    public record Result(Point point, List<double[]> values, List<Summary> summaries, String message) {}

    /** @param partial whether it was stopped before all points were done */
    public record Found(SweepDesign design, List<Measure> measures, List<Result> results, boolean partial) {
        /** By point: the mean of a measure; NaN where it is unknown. */
        public double[] means(int measure) {
            return results.stream()
                    .mapToDouble(
                            result -> result.summaries().get(measure).mean().estimate())
                    .toArray();
        }
    }

    public Sweep(SweepDesign design, Variation variation) {
        this.design = design;
        List<Point> bound = new ArrayList<>();
        for (List<String> values : design.points()) {
            bound.add(bound(bound.size() + 1, values, variation));
        }
        points = List.copyOf(bound);
    }

    private Point bound(int number, List<String> values, Variation variation) {
        Map<String, String> settings = new TreeMap<>();
        for (int axis = 0; axis < values.size(); axis++) {
            settings.put(design.axes().get(axis).path(), values.get(axis));
        }
        try {
            Variant variant = variation.with("point " + number, "--vary", settings);
            return new Point(number, values, Optional.of(variant), "");
        } catch (ScenarioException refused) {
            return new Point(number, values, Optional.empty(), String.join("; ", refused.messages()));
        }
    }

    public List<Point> points() {
        return points;
    }

    /** What any of the points has, each once. */
    public List<Measure> known() {
        Map<String, Measure> known = new LinkedHashMap<>();
        points.stream()
                .flatMap(point -> point.variant().stream())
                .flatMap(variant -> SingleReplication.measures(variant.scenario()).stream())
                .forEach(measure -> known.putIfAbsent(measure.id(), measure));
        return List.copyOf(known.values());
    }

    /**
     * Simulates all points, those that lack a metric excepted.
     *
     * @throws Stopped if it was asked to stop before any replication was done
     */
    public Found run(Simulations simulations, int replications) {
        List<Point> checked = points.stream()
                .map(point -> checked(point, simulations.measures()))
                .toList();
        List<Variant> variants =
                checked.stream().flatMap(point -> point.variant().stream()).toList();
        boolean partial = false;
        try {
            simulations.require(variants, replications);
        } catch (Stopped stopped) {
            partial = true;
            if (variants.stream().allMatch(variant -> simulations.known(variant) == 0)) {
                throw stopped;
            }
        }
        List<Result> results = new ArrayList<>();
        for (Point point : checked) {
            results.add(result(point, simulations, replications));
        }
        return new Found(design, simulations.measures(), List.copyOf(results), partial);
    }

    private static Point checked(Point point, List<Measure> measures) {
        if (point.variant().isEmpty()) {
            return point;
        }
        List<Measure> known = SingleReplication.measures(point.variant().get().scenario());
        List<String> missing = measures.stream()
                .filter(measure -> !known.contains(measure))
                .map(Measure::id)
                .toList();
        return missing.isEmpty()
                ? point
                : new Point(point.number(), point.values(), Optional.empty(), "has no " + String.join(", ", missing));
    }

    private static Result result(Point point, Simulations simulations, int replications) {
        int done = point.variant()
                .map(variant -> Math.min(replications, simulations.known(variant)))
                .orElse(0);
        List<double[]> values = new ArrayList<>();
        List<Summary> summaries = new ArrayList<>();
        for (Measure measure : simulations.measures()) {
            double[] each = done == 0
                    ? new double[0]
                    : simulations.values(point.variant().orElseThrow(), measure, done);
            values.add(each);
            summaries.add(summary(each));
        }
        int failed = done == 0 ? 0 : simulations.failed(point.variant().orElseThrow(), done);
        String message = failed == 0 ? point.message() : failed + " of " + done + " replications failed";
        return new Result(point, values, summaries, message);
    }

    private static Summary summary(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        boolean binary = known.length > 0 && Arrays.stream(known).allMatch(value -> value == 0 || value == 1);
        ConfidenceInterval mean = binary
                ? ConfidenceIntervals.ofProbability((int) Arrays.stream(known).sum(), known.length, CONFIDENCE)
                : ConfidenceIntervals.ofMean(known, CONFIDENCE);
        Arrays.sort(known);
        return new Summary(
                known.length,
                mean,
                Quantiles.ofSorted(known, known.length, 0.1),
                Quantiles.ofSorted(known, known.length, 0.5),
                Quantiles.ofSorted(known, known.length, 0.9));
    }
}
