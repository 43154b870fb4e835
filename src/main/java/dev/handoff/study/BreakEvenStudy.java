package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.scenario.Unit;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import dev.handoff.statistics.BreakEven;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ConfidenceIntervals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where a mean over replications crosses a target, or that of another scenario on the same random worlds, while a setting varies. */
public final class BreakEvenStudy {
    private static final int SCAN_POINTS = 9;
    private static final double CONFIDENCE = 0.95;

    private final Axis axis;
    private final Estimand estimand;
    private final Side own;
    private final Optional<Side> other;
    private final double target;
    private final int replications;
    private final Map<Double, double[][]> evaluated = new TreeMap<>(); // by value; each side's values by replication

    /**
     * A scenario that takes part.
     *
     * @param name for people
     * @param settings put on top, YAML by path
     * @param isVaried whether the varied setting is set in it
     */
    public record Side(
            String name, Variation variation, String origin, Map<String, String> settings, boolean isVaried) {

        /** The scenario where the varied setting has a value. */
        public Variant at(Axis axis, double value) {
            Map<String, String> all = new TreeMap<>(settings);
            if (isVaried) {
                all.put(axis.path(), axis.parameter().written(value));
            }
            return variation.with(name + pointName(axis, value), isVaried ? "--vary" : origin, all);
        }

        private String pointName(Axis axis, double value) {
            return isVaried ? ", " + axis.path() + "=" + axis.parameter().written(value) : "";
        }
    }

    /**
     * A place that was looked at.
     *
     * @param mean of the response with its own 95 % interval
     * @param own mean of the first side
     * @param other mean of the other side; NaN without one
     */
    public record Point(double value, int replications, ConfidenceInterval mean, double own, double other) {}

    /**
     * @param answer empty if the study was stopped before
     * @param points all that were looked at, by rising value: the estimate, or the difference to the other side
     * @param target that the response is compared with; 0 for a difference
     */
    public record Found(Optional<BreakEven.Answer> answer, List<Point> points, double target, long simulated) {

        /** The points next to a place on either side; of a whole number's crossing its neighbours. */
        public List<Point> around(double value) {
            List<Point> around = new ArrayList<>();
            points.stream()
                    .filter(point -> point.value() <= value)
                    .reduce((a, b) -> b)
                    .ifPresent(around::add);
            points.stream().filter(point -> point.value() > value).findFirst().ifPresent(around::add);
            return around;
        }
    }

    /** A replication without the value that is needed. */
    public static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message);
        }
    }

    /**
     * @param axis a range
     * @param estimand a mean or a probability
     * @param other whose estimate is taken off; empty to compare with the target
     */
    public BreakEvenStudy(
            Axis axis, Estimand estimand, Side own, Optional<Side> other, double target, int replications) {
        this.axis = axis;
        this.estimand = estimand;
        this.own = own;
        this.other = other;
        this.target = target;
        this.replications = replications;
    }

    /**
     * Scans the range and seeks the crossings.
     *
     * @throws Stopped if it was asked to stop before any place was looked at
     * @throws Missing if the metric has no value in a replication
     */
    public Found run(Simulations simulations) {
        Optional<BreakEven.Answer> answer;
        try {
            answer = Optional.of(BreakEven.find((x, first, end) -> response(simulations, x, first, end), search()));
        } catch (Stopped stopped) {
            if (evaluated.isEmpty()) {
                throw stopped;
            }
            answer = Optional.empty();
        }
        return new Found(answer, points(), target, simulations.simulated());
    }

    private boolean isCount() {
        return axis.parameter().unit() == Unit.COUNT;
    }

    private BreakEven.Search search() {
        BreakEven.Search usual = BreakEven.Search.of(axis.low(), axis.high(), target, replications);
        int points = isCount() ? (int) Math.min(SCAN_POINTS, axis.high() - axis.low() + 1) : SCAN_POINTS;
        return new BreakEven.Search(
                usual.low(), usual.high(), target, points, usual.pilot(), replications, CONFIDENCE, usual.tolerance());
    }

    private double[] response(Simulations simulations, double x, int first, int end) {
        double value = isCount() ? Math.rint(x) : x;
        List<Variant> points = new ArrayList<>();
        points.add(own.at(axis, value));
        other.ifPresent(side -> points.add(side.at(axis, value)));
        simulations.require(points, end);
        double[][] sides =
                points.stream().map(point -> estimated(simulations, point, end)).toArray(double[][]::new);
        if (!evaluated.containsKey(value) || evaluated.get(value)[0].length < end) {
            evaluated.put(value, sides);
        }
        double[] all = difference(sides);
        return Arrays.copyOfRange(all, first, end);
    }

    /** What is averaged, of the first replications of a point. */
    private double[] estimated(Simulations simulations, Variant point, int end) {
        Measure measure = estimand.measure();
        double[] values = simulations.values(point, measure, end);
        for (int replication = 0; replication < end; replication++) {
            if (Double.isNaN(values[replication])) {
                throw new Missing(String.format(
                        Locale.ROOT,
                        "%s has no value in replication %d of %s; a break-even needs a metric that always has one",
                        measure.id(),
                        replication,
                        point.name()));
            }
            if (estimand.kind() == Estimand.Kind.PROBABILITY) {
                values[replication] = estimand.relation().holds(values[replication], estimand.limit()) ? 1 : 0;
            }
        }
        return values;
    }

    private static double[] difference(double[][] sides) {
        double[] difference = sides[0].clone();
        for (int replication = 0; sides.length > 1 && replication < difference.length; replication++) {
            difference[replication] -= sides[1][replication];
        }
        return difference;
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        evaluated.forEach((value, sides) -> {
            ConfidenceInterval mean = ConfidenceIntervals.ofMean(difference(sides), CONFIDENCE);
            points.add(new Point(
                    value, sides[0].length, mean, mean(sides[0]), sides.length > 1 ? mean(sides[1]) : Double.NaN));
        });
        return List.copyOf(points);
    }

    private static double mean(double[] values) {
        return ConfidenceIntervals.ofMean(values, CONFIDENCE).estimate();
    }
}
