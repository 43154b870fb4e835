package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.scenario.ScenarioReader;
import dev.handoff.validation.Evidence;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/** Worlds from the files {@code behaviour-*.yaml} of the test resources, read like a user's, and how a sample is compared. */
final class Behaviour {
    private static final Path FOLDER = Path.of("src/test/resources/theory");
    private static final long SEED = 11;

    private Behaviour() {}

    /** @param settings on top of the file, such as {@code habit.repetitions=18} */
    static Scenario scenario(String name, String... settings) {
        Path file = FOLDER.resolve("behaviour-" + name + ".yaml");
        return ScenarioReader.read(file, List.of(settings)).variants().get(0).scenario();
    }

    static World world(Scenario scenario) {
        return world(scenario, 0);
    }

    static World world(Scenario scenario, int replication) {
        return new World(scenario, SEED, replication);
    }

    static World world(Scenario scenario, Trace trace) {
        return new World(scenario, SEED, 0, trace);
    }

    /**
     * The mean of independent values lies within 4 standard errors of what is expected: false alarm 0.006 %, by Student's t 0.012 % with
     * 100 values, 0.06 % with 24.
     *
     * @param precision that the tolerance must have for the comparison to mean something
     */
    static void compare(Evidence evidence, String what, double expected, SummaryStatistics values, double precision) {
        double tolerance = 4 * values.getStandardDeviation() / Math.sqrt(values.getN());
        compare(evidence, what, expected, values.getMean(), tolerance, precision);
    }

    /** A share of so many independent cases, with 4 standard errors of the binomial law. */
    static void compareShare(
            Evidence evidence, String what, double expected, double measured, int cases, double precision) {
        compare(evidence, what, expected, measured, tolerance(expected, cases), precision);
    }

    /** The same without a row of its own. */
    static void assertShare(String what, double expected, double measured, int cases, double precision) {
        assertThat(tolerance(expected, cases)).as("precision of '%s'", what).isLessThan(precision);
        assertThat(measured).as(what).isCloseTo(expected, within(tolerance(expected, cases)));
    }

    private static double tolerance(double share, int cases) {
        return 4 * Math.sqrt(share * (1 - share) / cases);
    }

    private static void compare(
            Evidence evidence, String what, double expected, double measured, double tolerance, double precision) {
        assertThat(tolerance).as("precision of '%s'", what).isBetween(1e-12, precision);
        evidence.near(what, expected, measured, tolerance);
    }

    /**
     * Times until something happens are exponential, as far as it happens before the horizon: Kolmogorov and Smirnov's largest
     * distance from the law conditioned on that. 2 exp(-2 x 2.28^2) = 0.006 % is how often chance alone would exceed the limit.
     */
    static void assertExponential(double[] times, double rate, double horizon) {
        double[] seen =
                Arrays.stream(times).filter(time -> time <= horizon).sorted().toArray();
        double largest = 0;
        for (int n = 0; n < seen.length; n++) {
            double expected = Math.expm1(-rate * seen[n]) / Math.expm1(-rate * horizon);
            largest = Math.max(
                    largest, Math.max(expected - (double) n / seen.length, (n + 1.0) / seen.length - expected));
        }
        double limit = 2.28 / Math.sqrt(seen.length);
        assertThat(limit).as("precision").isLessThan(0.05);
        assertThat(largest).as("rate %s, %s cases", rate, seen.length).isLessThan(limit);
    }
}
