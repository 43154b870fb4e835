package dev.handoff.validation;

import static dev.handoff.validation.Plan.CONTACTS;
import static dev.handoff.validation.Plan.DUTY;
import static dev.handoff.validation.Plan.IN_PERSON;
import static dev.handoff.validation.Plan.PLAN;
import static dev.handoff.validation.Plan.PLANNED_HOURS;
import static dev.handoff.validation.Plan.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.handoff.cli.Typed;
import dev.handoff.metric.Metric;
import dev.handoff.model.Activity;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import dev.handoff.scenario.Scenarios;
import dev.handoff.validation.Plan.Counter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where the answer is known without simulating: nothing random but the arrivals, nobody or very many people, far too much work, a
 * single week. What is counted is exact; where arrivals make a mean random, the tolerance is four standard errors (false alarm 0.006 %).
 */
class LimitsTest {
    /* One executive of 40 h and nothing but requests of one hour. */
    private static final Scenarios LINE = PLAN.with("executive.maximum-hours", "40 h/week")
            .with("executive.interruption", 0)
            .with("executive.duty-hours", 0)
            .with("promotion.added-hours", 0)
            .with("contacts.request-size", "{exponential: {mean: 1 h}}");

    private final Evidence evidence = Evidence.in("limits", LimitsTest.class);

    @TempDir
    private Path folder;

    @Test
    void hoursWorkedAreThoseAskedForToTheLast() {
        Scenario scenario = PLAN.build();
        for (long seed = 1; seed <= 5; seed++) {
            Counter counter = new Counter();
            World world = new World(scenario, seed, 0, counter);
            world.advanceTo(104);
            Plan.waitUntilIdle(world);
            double asked = counter.calls() * IN_PERSON + counter.duties() * DUTY;
            double worked = Metric.EXECUTIVE_HOURS.of(world);
            assertThat(counter.calls()).isGreaterThan(3000);
            assertThat(worked).isCloseTo(asked, within(1e-7));
            assertBooked(world);
            if (seed == 1) {
                evidence.row("hours worked, sizes fixed, behaviour off, seed 1", hours(asked), hours(worked), "1e-7 h");
            }
        }
    }

    /* Booked is every request that was answered and every duty that was done since week 0, whole ones only; nothing is freed. */
    private static void assertBooked(World world) {
        double direct = world.ledger().hours(Activity.DIRECT);
        double duties = world.ledger().hours(Activity.DUTIES) / DUTY;
        assertThat(direct).isCloseTo(world.measures().answeredRequests() * IN_PERSON, within(1e-9));
        assertThat(world.ledger().baselineHours()).isEqualTo(direct);
        assertThat(world.ledger().freedHours()).isZero();
        assertThat(world.ledger().undoneDutyHours()).isZero();
        assertThat(duties).isCloseTo(Math.rint(duties), within(1e-9)).isGreaterThan(500);
    }

    /** Variance of a compound Poisson sum: calls x 0.75^2 + duties x 2^2 a week. */
    @Test
    void hoursWorkedMeetThePlanInTheMean() {
        Scenario scenario = PLAN.build();
        int replications = 20;
        int weeks = 260;
        SummaryStatistics measured = new SummaryStatistics();
        for (int replication = 0; replication < replications; replication++) {
            World world = new World(scenario, 3, replication);
            world.advanceTo(0);
            double before = Metric.EXECUTIVE_HOURS.of(world);
            world.advanceTo(weeks);
            measured.addValue((Metric.EXECUTIVE_HOURS.of(world) - before) / weeks);
        }
        double weekly = CONTACTS * 0.8 * IN_PERSON * IN_PERSON + 20 / DUTY * DUTY * DUTY;
        double tolerance = 4 * Math.sqrt(weekly / weeks / replications);
        assertThat(tolerance).isLessThan(0.02 * PLANNED_HOURS);
        evidence.near("hours worked a week, sizes fixed, behaviour off", PLANNED_HOURS, measured.getMean(), tolerance);
    }

    /** Two delegates of 52,000 dollars a year cost 2,000 a week between them; customers of no value bring nothing. */
    @Test
    void wagesPaidAreThePlanToTheLast() {
        Scenario scenario = Plan.PLAN
                .with("contacts.value", 0)
                .with("delegates.count", 2)
                .with("delegates.wage", 52_000)
                .with("money.initial-cash", 30_000)
                .build();
        World world = new World(scenario, 1, 0);
        for (int week = 0; week <= 40; week++) {
            world.advanceTo(week);
            assertThat(Metric.CASH.of(world)).isCloseTo(30_000 - 2_000 * week, within(1e-9));
        }
    }

    /** All are handed over in a day and nobody asks for the executive: each request frees what it would have cost in person. */
    @Test
    void whatIsHandedOverInADayIsFreedWhole() {
        Scenario scenario = PLAN.with("handoff.mode", "abrupt").build();
        World world = new World(scenario, 1, 0);
        world.advanceTo(0);
        double underWay = world.measures().openRequests();
        world.advanceTo(104);
        Plan.waitUntilIdle(world);
        double handedOver = world.measures().answeredRequests() - underWay;
        assertThat(handedOver).isGreaterThan(3500);
        assertThat(world.ledger().freedHours()).isCloseTo(handedOver * IN_PERSON, within(1e-8));
        assertThat(world.ledger().hours(Activity.DIRECT)).isCloseTo(underWay * IN_PERSON, within(1e-9));
        assertThat(world.ledger().portfolioHours()).isCloseTo(underWay * IN_PERSON, within(1e-9));
        double ofDelegates = handedOver * SIZE * (1.6 - 0.6 * 0.35);
        assertThat(Metric.DELEGATE_HOURS.of(world)).isCloseTo(ofDelegates, within(1e-7));
        evidence.row(
                "hours freed, everybody handed over in a day, behaviour off, seed 1",
                hours(handedOver * IN_PERSON),
                hours(world.ledger().freedHours()),
                "1e-8 h");
    }

    /** Two delegates have weekly check-ins at 1, 2, .. and at 1.5, 2.5, .. weeks; nobody calls, so nothing is random at all. */
    @Test
    void withoutCallsAHandoverCostsItsPlanningAndCheckIns() {
        Scenario scenario = PLAN.with("handoff.mode", "staged")
                .with("contacts.rate", 0)
                .with("executive.duty-hours", 0)
                .with("promotion.added-hours", 0)
                .with("follow-up.check-ins", 1)
                .with("follow-up.planning", 0.5)
                .build();
        World world = new World(scenario, 1, 0);
        world.advanceTo(104.4);
        double checkIns = 104 + 103;
        double executive = checkIns * 0.5 + CONTACTS * 0.5 * 2;
        assertThat(world.ledger().hours(Activity.CHECK_IN)).isCloseTo(checkIns * 0.5, within(1e-9));
        assertThat(world.ledger().hours(Activity.PLANNING)).isCloseTo(CONTACTS * 0.5 * 2, within(1e-9));
        assertThat(world.ledger().freedHours()).isCloseTo(-executive, within(1e-9));
        assertThat(Metric.EXECUTIVE_HOURS.of(world)).isCloseTo(executive, within(1e-9));
        assertThat(Metric.DELEGATE_HOURS.of(world)).isCloseTo(checkIns * 0.3, within(1e-9));
        evidence.row(
                "hours freed by a handover of contacts who never call",
                hours(-executive),
                hours(world.ledger().freedHours()),
                "1e-9 h");
    }

    /**
     * As many delegates as there are thousands of contacts, all handed over in stages. Calls are Poisson. Memory and time are bounded so
     * loosely that only a cost which grows faster than the number of contacts exceeds them.
     */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000_000})
    void manyContactsCostInProportion(int count) {
        Scenario scenario = PLAN.with("contacts.count", count)
                .with("warmup", "1 week")
                .with("horizon", "1 week")
                .with("handoff.mode", "staged")
                .with("delegates.count", count / 1000)
                .with("contacts.rate", "0.02 /week")
                .with("contacts.request-size", number(20 / (0.02 * count)) + " h")
                .with("executive.interruption", 0)
                .build();
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytesBefore = thread.getCurrentThreadAllocatedBytes();
        long timeBefore = thread.getCurrentThreadCpuTime();
        Counter counter = new Counter();
        World world = new World(scenario, 1, 0, counter);
        world.advanceTo(0);
        int callsBefore = counter.calls();
        double openBefore = world.measures().openRequests();
        world.advanceTo(1);
        double seconds = (thread.getCurrentThreadCpuTime() - timeBefore) / 1e9;
        double bytes = thread.getCurrentThreadAllocatedBytes() - bytesBefore;
        assertThat(bytes / count).as("bytes a contact").isLessThan(1000);
        assertThat(seconds).as("seconds of the processor").isLessThan(5 + count / 50_000.0);
        double expected = 2 * 0.02 * count;
        String what = String.format(Locale.ROOT, "calls in two weeks, %,d contacts", count);
        evidence.near(what, expected, counter.calls(), 4 * Math.sqrt(expected));
        assertBalance(world, counter.calls() - callsBefore, openBefore);
        assertThat(world.measures().givenUpRequests()).isZero();
    }

    @Test
    void aHandoverToNobodyIsRefusedInOneLine() throws IOException {
        Path file = folder.resolve("nobody.yaml");
        Files.writeString(file, "format: 1\ndelegates: {count: 0}\nhandoff: {mode: staged}\n");
        Path result = folder.resolve("result");
        Typed typed = Typed.of(List.of("run", file.toString(), "-n", "2", "-o", result.toString()));
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.text().strip().lines()).hasSize(1);
        assertThat(typed.text()).contains("handoff.mode (staged) needs delegates.count of at least 1");
        assertThat(result).doesNotExist();
        evidence.row(
                "a handover with `delegates.count: 0`, exit code and lines of the message",
                "2, 1",
                typed.code() + ", " + typed.text().strip().lines().count(),
                "none");
    }

    @Test
    void aSingleWeekIsTheFirstOfMany() throws IOException {
        World one = new World(Scenarios.steady().with("horizon", "1 week").build(), 1, 0);
        World many = new World(Scenarios.steady().build(), 1, 0);
        one.advanceTo(1);
        many.advanceTo(1);
        assertThat(Plan.valuesOf(one)).isEqualTo(Plan.valuesOf(many));
        assertThat(one.measures().answeredRequests()).isPositive();
        Path result = folder.resolve("result");
        Typed typed = Typed.of(List.of(
                "run",
                "scenarios/staged-handoff.yaml",
                "--set",
                "horizon=1 week",
                "-n",
                "3",
                "--quiet",
                "-o",
                result.toString()));
        assertThat(typed).isEqualTo(new Typed(0, ""));
        assertThat(Files.readAllLines(result.resolve("curves.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(",")[2])
                        .distinct())
                .containsExactly("0", "1");
    }

    /**
     * At five times the load the executive never rests: answered is what fits, given up is the rest, 1 - 1/5 of the calls, and (200 - 40) calls a
     * week x 0.6 weeks of patience wait.
     */
    @Test
    void fiveTimesTheLoadEndsInRequestsGivenUp() {
        Scenario scenario = LINE.with("contacts.rate", "4 /week")
                .with("abandonment.active", true)
                .with("abandonment.patience", "{exponential: {mean: 0.6 weeks}}")
                .build();
        int replications = 12;
        SummaryStatistics share = new SummaryStatistics();
        SummaryStatistics open = new SummaryStatistics();
        for (int replication = 0; replication < replications; replication++) {
            Counter counter = new Counter();
            World world = new World(scenario, 5, replication, counter);
            world.advanceTo(0);
            int callsBefore = counter.calls();
            double openBefore = world.measures().openRequests();
            double sum = 0;
            for (int moment = 1; moment <= 1040; moment++) {
                world.advanceTo(moment / 10.0);
                sum += world.measures().openRequests();
            }
            int calls = counter.calls() - callsBefore;
            assertBalance(world, calls, openBefore);
            assertThat(counter.mostOpen).isLessThan(97 + 7 * Math.sqrt(97));
            share.addValue(world.measures().givenUpRequests() / calls);
            open.addValue(sum / 1040);
        }
        near("share given up at five times the load", 0.8, share, 0.01);
        near("requests open at five times the load, patience 0.6 weeks", 96 + 1, open, 2);
    }

    /** One server with room for n: the share turned away is load^n (load - 1)/(load^(n + 1) - 1), and 1/(n + 1) at load 1. */
    @ParameterizedTest
    @CsvSource({"5, 10", "1, 3", "0.5, 1"})
    void aFullLineTurnsAwayTheShareOfTheClosedForm(double load, int longestLine) {
        Scenario scenario = LINE.with("contacts.rate", number(load * 40 / CONTACTS) + " /week")
                .with("abandonment.longest-line", longestLine)
                .build();
        int room = longestLine + 1;
        double expected =
                load == 1 ? 1.0 / (room + 1) : Math.pow(load, room) * (load - 1) / (Math.pow(load, room + 1) - 1);
        SummaryStatistics share = new SummaryStatistics();
        for (int replication = 0; replication < 12; replication++) {
            Counter counter = new Counter();
            World world = new World(scenario, 6, replication, counter);
            world.advanceTo(0);
            int callsBefore = counter.calls();
            double openBefore = world.measures().openRequests();
            world.advanceTo(260);
            int calls = counter.calls() - callsBefore;
            assertBalance(world, calls, openBefore);
            assertThat(counter.mostOpen).isEqualTo(room);
            share.addValue(world.measures().givenUpRequests() / calls);
        }
        near(
                String.format(Locale.ROOT, "share turned away at load %s, longest line %d", load, longestLine),
                expected,
                share,
                0.02);
    }

    /* Calls, with those open before, are answered, given up, or open; exactly. */
    private static void assertBalance(World world, int calls, double openBefore) {
        double settled = world.measures().answeredRequests() + world.measures().givenUpRequests();
        assertThat(settled + world.measures().openRequests()).isEqualTo(calls + openBefore);
    }

    @Test
    void whoIsAwayFromTheStartAnswersNobody() {
        Counter counter = new Counter();
        World world = new World(
                LINE.with("executive.away", true)
                        .with("abandonment.longest-line", 7)
                        .build(),
                1,
                0,
                counter);
        world.advanceTo(104);
        assertThat(Metric.EXECUTIVE_HOURS.of(world)).isZero();
        assertThat(world.measures().answeredRequests()).isZero();
        assertThat(world.measures().openRequests()).isEqualTo(7);
        assertThat(counter.calls()).isGreaterThan(3000);
    }

    @Test
    void aRequestThatTakesLongerThanTheHorizonKeepsTheExecutiveBusyToTheEnd() {
        World world = new World(LINE.with("contacts.request-size", "100000 h").build(), 1, 0);
        world.advanceTo(0);
        double before = Metric.EXECUTIVE_HOURS.of(world);
        world.advanceTo(104);
        assertThat(Metric.EXECUTIVE_HOURS.of(world) - before).isCloseTo(104 * 40, within(1e-6));
        assertThat(world.measures().answeredRequests()).isZero();
    }

    private void near(String what, double expected, SummaryStatistics measured, double precision) {
        double tolerance = 4 * measured.getStandardDeviation() / Math.sqrt(measured.getN());
        assertThat(tolerance).as("precision of the test").isLessThan(precision);
        evidence.near(what, expected, measured.getMean(), tolerance);
    }

    private static String hours(double value) {
        return String.format(Locale.ROOT, "%.6f h", value);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.12f", value);
    }
}
