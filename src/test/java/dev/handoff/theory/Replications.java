package dev.handoff.theory;

import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.model.ServiceRecord;
import dev.handoff.model.World;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/**
 * Replications of one variant of a {@link TheoryFile}, counted from week 50 on, so that lines which begin empty at the promotion
 * are in motion too.
 */
final class Replications {
    static final double DAYS_PER_WEEK = 5;

    private static final long SEED = 4;
    private static final int COUNT = 24;
    private static final double COUNTED_FROM = 50;

    private final List<Run> runs;

    /** What is known about the same requests as a measured value: with a known mean it takes chance out of that value. */
    record Control(ToDoubleFunction<Run> measured, double mean) {}

    /** One replication at its end. */
    record Run(World world, ServiceRecord record, double[] atStart) {
        double weeks() {
            return world.now() - COUNTED_FROM;
        }

        /** Of a running total, while counting. */
        double increase(Metric metric) {
            return metric.of(world) - atStart[metric.ordinal()];
        }

        /** Mean wait for an answer in days, as the program measures it. */
        double responseDays() {
            return increase(Metric.RESPONSE_TIME) / increase(Metric.REQUESTS_ANSWERED);
        }

        /** Mean time in days from coming to the end of the work. */
        double stayedDays(ServiceRecord.Type type) {
            return DAYS_PER_WEEK * record.stayedWeeks(type) / record.finished(type);
        }
    }

    private Replications(List<Run> runs) {
        this.runs = runs;
    }

    static Replications of(String file, String variant) {
        Scenario scenario = TheoryFile.read(file, variant);
        return new Replications(IntStream.range(0, COUNT)
                .mapToObj(replication -> run(scenario, replication))
                .toList());
    }

    private static Run run(Scenario scenario, int replication) {
        ServiceRecord record = new ServiceRecord(COUNTED_FROM);
        World world = new World(scenario, SEED, replication, record);
        world.advanceTo(COUNTED_FROM);
        double[] atStart = Arrays.stream(Metric.values())
                .mapToDouble(metric -> metric.of(world))
                .toArray();
        world.advanceTo(scenario.horizonWeeks());
        return new Run(world, record, atStart);
    }

    Estimate mean(ToDoubleFunction<Run> value) {
        double[] values = runs.stream().mapToDouble(value).toArray();
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        return new Estimate(mean, Math.sqrt(squares / (COUNT - 1) / COUNT));
    }

    /** The mean where the controls have their known means: intercept of the regression on how far off they are. */
    Estimate adjustedMean(ToDoubleFunction<Run> value, List<Control> controls) {
        double[] values = runs.stream().mapToDouble(value).toArray();
        double[][] offs = runs.stream()
                .map(run -> controls.stream()
                        .mapToDouble(control -> control.measured().applyAsDouble(run) - control.mean())
                        .toArray())
                .toArray(double[][]::new);
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.newSampleData(values, offs);
        return new Estimate(
                regression.estimateRegressionParameters()[0],
                regression.estimateRegressionParametersStandardErrors()[0]);
    }
}
