package dev.handoff.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import dev.handoff.scenario.Scenarios;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Waits against closed forms, through scenarios with everything else switched off, so that the whole path is tested. One
 * executive of 40 h a week serves requests of 1 h on average. Tolerances are 4 standard errors over 24 replications of 1,500
 * weeks (false alarm about 0.05 % a comparison by Student's t), and are asserted to be within a tenth of the
 * value, at a load of 0.9, where waits vary most, within a fifth.
 */
class QueueTheoryTest {

    private static final int REPLICATIONS = 24;
    private static final int WEEKS = 1500;
    private static final double HOURS = 40;
    private static final double DAYS_PER_SERVICE = 5 / HOURS;

    private static final Scenarios BARE = Scenarios.base()
            .with("horizon", WEEKS)
            .with("warmup", "50 weeks")
            .with("handoff.mode", "none")
            .with("delegates.count", 0)
            .with("executive.maximum-hours", HOURS)
            .with("executive.duty-hours", 0)
            .with("executive.interruption", 0)
            .with("promotion.added-hours", 0)
            .with("contacts.count", 50)
            .with("requests.urgent-share", 0)
            .with("fatigue.active", false)
            .with("burnout.active", false)
            .with("churn.active", false)
            .with("satisfaction.active", false)
            .with("expectation.active", false)
            .with("habit.active", false);

    /** Pollaczek and Khinchine: wait = load/(1 - load) (1 + CV^2)/2 services, plus the service itself. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 1, {exponential: {mean: 1 h}}",
        "0.8, 1, {exponential: {mean: 1 h}}",
        "0.9, 1, {exponential: {mean: 1 h}}",
        "0.8, 0, 1 h",
        "0.8, 0.25, {gamma: {mean: 1 h; shape: 4}}",
        "0.8, 0.64, {lognormal: {mean: 1 h; cv: 0.8}}"
    })
    void waitsAreThoseOfPollaczekAndKhinchine(double load, double squaredVariation, String size) {
        Scenario scenario = BARE.with("contacts.rate", rate(load))
                .with("contacts.request-size", size.replace(';', ','))
                .build();
        double services = load / (1 - load) * (1 + squaredVariation) / 2 + 1;
        compare(
                scenario,
                services * DAYS_PER_SERVICE,
                load > 0.85 ? 0.2 : 0.1,
                world -> world.measures().waitedDays() / world.measures().answeredRequests());
        compare(
                scenario,
                load * HOURS,
                0.03,
                world -> Metric.EXECUTIVE_HOURS.of(world) / (WEEKS + scenario.warmupWeeks()));
    }

    /** Little's law: requests in the system = calls a week times the wait in weeks, both measured apart. */
    @Test
    void littlesLawHolds() {
        Scenario scenario = BARE.with("contacts.rate", rate(0.8))
                .with("contacts.request-size", "{exponential: {mean: 1 h}}")
                .build();
        SummaryStatistics ratio = new SummaryStatistics();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            World world = new World(scenario, 4, replication);
            double present = 0;
            for (int moment = 1; moment <= 10 * WEEKS; moment++) {
                world.advanceTo(moment / 10.0);
                present += Metric.REQUESTS_OPEN.of(world);
            }
            double waitedWeeks = world.measures().waitedDays() / 5;
            ratio.addValue(present / (10 * WEEKS) / (waitedWeeks / WEEKS));
        }
        assertWithin(ratio, 1, 0.05);
    }

    /** Erlang-A with one server, loads 1.2 and 0.8 in services, patience of two services: exact by the balance equations. */
    @ParameterizedTest
    @CsvSource({"1.2, 0.5", "0.8, 0.5", "1.2, 2"})
    void abandonmentIsThatOfErlangA(double callsPerService, double impatience) {
        Scenario scenario = BARE.with("contacts.rate", rate(callsPerService))
                .with("contacts.request-size", "{exponential: {mean: 1 h}}")
                .with("abandonment.active", true)
                .with("abandonment.patience", number("{exponential: {mean: %s weeks}}", 1 / impatience / HOURS))
                .build();
        compare(
                scenario,
                erlangA(callsPerService, impatience),
                0.02,
                world -> world.measures().givenUpRequests()
                        / (world.measures().givenUpRequests() + world.measures().answeredRequests()));
    }

    @Test
    void theBalanceEquationsGiveThePublishedValue() {
        assertThat(erlangA(1.2, 0.5)).isBetween(0.3662035, 0.3662045);
    }

    /** Share of calls given up before one server: arrivals 'calls', services 1, each waiting call gives up at 'impatience'. */
    private static double erlangA(double calls, double impatience) {
        double weight = 1;
        double sum = 1;
        double waiting = 0;
        for (int present = 1; present < 500; present++) {
            weight *= calls / (1 + (present - 1) * impatience);
            sum += weight;
            waiting += (present - 1) * weight;
        }
        return impatience * waiting / sum / calls;
    }

    private static void compare(Scenario scenario, double expected, double precision, ToDoubleFunction<World> value) {
        SummaryStatistics measured = new SummaryStatistics();
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            World world = new World(scenario, 4, replication);
            world.advanceTo(WEEKS);
            measured.addValue(value.applyAsDouble(world));
        }
        assertWithin(measured, expected, precision);
    }

    private static void assertWithin(SummaryStatistics measured, double expected, double precision) {
        double tolerance = 4 * measured.getStandardDeviation() / Math.sqrt(measured.getN());
        assertThat(tolerance).as("precision of the test").isLessThan(precision * expected);
        assertThat(Math.abs(measured.getMean() - expected))
                .as("measured %s, expected %s", measured.getMean(), expected)
                .isLessThan(tolerance);
    }

    private static String rate(double load) {
        return number("%s /week", load * HOURS / 50);
    }

    private static String number(String form, double value) {
        return String.format(Locale.ROOT, form, value);
    }
}
