package dev.handoff.validation;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Payback;
import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import dev.handoff.scenario.Scenarios;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All metrics of each of some replications and their payback weeks, summed up as docs/outputs.md says. An experiment would simulate the
 * twin without delegation too, for which there is no use here.
 */
final class Readings {
    private static final long SEED = 1;
    private static final Metric[] METRICS = Metric.values();

    private final double[][] values; // by replication, then metric; the payback week is the last

    private Readings(double[][] values) {
        this.values = values;
    }

    /** @param settings on top of the defaults, by path */
    static Scenario scenario(Map<String, String> settings) {
        Scenarios scenarios = Scenarios.base();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            scenarios = scenarios.with(setting.getKey(), setting.getValue());
        }
        return scenarios.build();
    }

    static Readings of(Scenario scenario, int replications) {
        return none().extended(scenario, replications);
    }

    static Readings none() {
        return new Readings(new double[0][]);
    }

    /** These and those of the same scenario that are missing up to so many replications. */
    Readings extended(Scenario scenario, int replications) {
        IntFunction<double[]> simulated =
                replication -> summary(new World(scenario, SEED, replication), (int) scenario.horizonWeeks());
        return new Readings(Stream.concat(
                        Arrays.stream(values),
                        IntStream.range(values.length, Math.max(values.length, replications))
                                .parallel()
                                .mapToObj(simulated))
                .toArray(double[][]::new));
    }

    /** @param replications at most those that there are */
    Readings first(int replications) {
        return new Readings(Arrays.copyOf(values, replications));
    }

    private static double[] summary(World world, int weeks) {
        world.advanceTo(0);
        double[] totals = new double[METRICS.length];
        double[] divisors = new double[METRICS.length];
        read(world, totals, divisors);
        double[] sums = new double[METRICS.length];
        double[] freed = new double[weeks + 1];
        for (int week = 0; week <= weeks; week++) {
            world.advanceTo(week);
            freed[week] = Metric.CAPACITY_FREED_CUMULATIVE.of(world);
            for (Metric metric : METRICS) {
                if (metric.kind() == Metric.Kind.MEAN_LEVEL && week > 0) {
                    sums[metric.ordinal()] += metric.of(world);
                }
            }
        }
        double[] values = new double[METRICS.length + 1];
        for (Metric metric : METRICS) {
            int number = metric.ordinal();
            double last = metric.of(world);
            values[number] = switch (metric.kind()) {
                case FLOW -> (last - totals[number]) / weeks;
                case RATIO -> (last - totals[number]) / (metric.perValue(world) - divisors[number]);
                case MEAN_LEVEL -> sums[number] / weeks;
                case FINAL_LEVEL, FINAL_ONLY -> last;
            };
        }
        values[METRICS.length] = Payback.week(freed);
        return values;
    }

    private static void read(World world, double[] totals, double[] divisors) {
        for (Metric metric : METRICS) {
            totals[metric.ordinal()] = metric.of(world);
            if (metric.kind() == Metric.Kind.RATIO) {
                divisors[metric.ordinal()] = metric.perValue(world);
            }
        }
    }

    /** The value of a measure in each replication. */
    double[] of(String measure) {
        int number = measure.equals(Measure.PAYBACK_WEEK.id())
                ? METRICS.length
                : metric(measure).ordinal();
        return IntStream.range(0, values.length)
                .mapToDouble(replication -> values[replication][number])
                .toArray();
    }

    static String unit(String measure) {
        return measure.equals(Measure.PAYBACK_WEEK.id())
                ? Measure.PAYBACK_WEEK.unit()
                : metric(measure).unit();
    }

    private static Metric metric(String id) {
        for (Metric metric : METRICS) {
            if (metric.id().equals(id)) {
                return metric;
            }
        }
        throw new IllegalArgumentException("no metric " + id);
    }
}
