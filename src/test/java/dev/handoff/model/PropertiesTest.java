package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.mechanism.Money.Line;
import dev.handoff.model.mechanism.Satisfaction.Cause;
import dev.handoff.model.people.Contacts.Type;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.RandomScenarios;
import dev.handoff.scenario.Scenarios;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every world, over random scenarios drawn from the plausible ranges of all parameters. */
class PropertiesTest {

    private static final int SCENARIOS = 45;
    private static final Set<Activity> OUTSIDE = EnumSet.of(
            Activity.DUTIES,
            Activity.LEADS,
            Activity.IMPROVEMENT,
            Activity.SALES,
            Activity.NEW_CONTACTS,
            Activity.TASK_CONTROL,
            Activity.NEVER_CLOSED);

    static LongStream seeds() {
        return LongStream.range(0, SCENARIOS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void levelsStayFromZeroToOneAndDeficitsAddUp(long seed) {
        World world = new World(scenario(seed), seed, 0, PropertiesTest::checkStates);
        world.advanceTo(world.scenario().horizonWeeks());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void withoutDelegationNothingIsFreedInAnyWeek(long seed) {
        World world = new World(scenario(seed).withoutDelegation(), seed, 0);
        for (int week = 0; week <= world.scenario().horizonWeeks(); week++) {
            world.advanceTo(week);
            assertThat(world.ledger().freedHours()).isEqualTo(0.0);
        }
        assertThat(world.ledger().hours(Activity.CHECK_IN)).isZero();
        assertThat(world.ledger().hours(Activity.OVERSIGHT)).isZero();
        assertThat(world.ledger().delegatedTaskHours()).isZero();
        assertThat(world.measures().choices()).isZero();
    }

    /** Freed = baseline less portfolio, portfolio = sum of its activities; both ways of adding, to 1e-9. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theLedgerBalancesEveryWeek(long seed) {
        World world = new World(scenario(seed), seed, 0);
        for (int week = 0; week <= world.scenario().horizonWeeks(); week++) {
            world.advanceTo(week);
            Ledger ledger = world.ledger();
            double portfolio = 0;
            for (Activity activity : Activity.values()) {
                if (!OUTSIDE.contains(activity)) {
                    portfolio += ledger.hours(activity);
                }
            }
            assertThat(ledger.portfolioHours()).isCloseTo(portfolio, within(1e-9));
            assertThat(ledger.freedHours()).isCloseTo(ledger.baselineHours() - portfolio, within(1e-9));
        }
    }

    /** Cash is the cash at the start and every line since; both ways of adding, to 1e-9 of what went through the account. */
    @ParameterizedTest
    @MethodSource("seeds")
    void moneyBalancesEveryWeek(long seed) {
        Scenario scenario = scenario(seed);
        CashBook book = new CashBook(scenario);
        World world = new World(scenario, seed, 0, book);
        for (int week = 0; week <= scenario.horizonWeeks(); week++) {
            world.advanceTo(week);
            double turnover =
                    world.money.sum(Line.REVENUE, week) + world.measures().costs();
            double atOnce = world.money.sum(Line.HIRING, week)
                    + world.money.sum(Line.FEES, week)
                    + world.money.sum(Line.LEAKAGE, week);
            assertThat(world.measures().cash()).isCloseTo(book.at(week) - atOnce, within(1e-9 * (1 + turnover)));
        }
    }

    /** Hours that the servers did since week 0 = hours booked + hours on requests still open + what is in service. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyHourWorkedIsBookedOnce(long seed) {
        World world = new World(scenario(seed), seed, 0);
        world.advanceTo(0);
        double before = doneSoFar(world);
        double carried = openHours(world);
        world.advanceTo(world.scenario().horizonWeeks());
        double booked = 0;
        for (Activity activity : Activity.values()) {
            booked += world.ledger().hours(activity);
        }
        double done = doneSoFar(world) - before;
        assertThat(booked + openHours(world) - carried).isCloseTo(done, within(1e-8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyCallIsAnsweredGivenUpWithdrawnOrStillOpen(long seed) {
        World world = new World(scenario(seed), seed, 0);
        world.advanceTo(world.scenario().horizonWeeks());
        int open = 0;
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            int request = world.requests.anyOpen(contact);
            assertThat(world.contacts.isPresent(contact) || request == -1).isTrue();
            open += request == -1 ? 0 : 1;
        }
        assertThat(open).isLessThanOrEqualTo(world.requests.open());
        assertThat(world.measures().meanSatisfaction()).matches(mean -> Double.isNaN(mean) || mean >= 0 && mean <= 1);
    }

    /** Pruned customers are no churn: who was there at week 0 is there, lost or pruned. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyInitialCustomerIsThereLostOrPruned(long seed) {
        World world = new World(scenario(seed), seed, 0);
        world.advanceTo(world.scenario().horizonWeeks());
        int customers = world.contacts.count(Type.CUSTOMER);
        long there = IntStream.range(0, world.scenario().contactCount())
                .filter(contact -> world.contacts.isCustomer(contact) && world.contacts.isPresent(contact))
                .count();
        assertThat(there + world.tally.lost(Type.CUSTOMER) + world.tally.lostCustomers(Reason.PRUNED))
                .isEqualTo(customers);
    }

    /** Contacts that were won later are looked after as the first ones are: with every mechanism on, every hour is booked once. */
    @ParameterizedTest
    @MethodSource("growingFirms")
    void everyHourIsBookedOnceInAFirmThatHasGrown(long seed) {
        World world = new World(growing(), seed, 0);
        world.advanceTo(0);
        double before = doneSoFar(world);
        double carried = openHours(world);
        world.advanceTo(world.scenario().horizonWeeks());
        assertThat(world.contacts.count()).isGreaterThan(2 * world.scenario().contactCount());
        double booked = 0;
        for (Activity activity : Activity.values()) {
            booked += world.ledger().hours(activity);
        }
        assertThat(booked + openHours(world) - carried).isCloseTo(doneSoFar(world) - before, within(1e-8));
    }

    static LongStream growingFirms() {
        return LongStream.range(0, 3);
    }

    private static Scenario growing() {
        Scenarios scenario = Scenarios.base()
                .with("horizon", 156)
                .with("executive.duty-hours", 5)
                .with("promotion.added-hours", 0)
                .with("delegates.count", 8)
                .with("growth.market", 80);
        for (Parameter parameter : Catalogue.standard().parameters()) {
            if (parameter.key().equals("active")) {
                scenario = scenario.with(parameter.path(), true);
            }
        }
        return scenario.build();
    }

    @Test
    void theRandomScenariosReachEveryKindOfEvent() {
        Set<String> seen = new TreeSet<>();
        int kinds = EventKind.values().length;
        for (long seed = 0; seed < 20 * SCENARIOS && seen.size() < kinds; seed++) {
            World world = new World(scenario(seed), seed, 0, each -> seen.add(each.event()));
            world.advanceTo(world.scenario().horizonWeeks());
        }
        for (EventKind kind : EventKind.values()) {
            assertThat(seen).contains(kind.words());
        }
    }

    @Test
    void aWorldWithoutContactsOrWithOneRuns() {
        for (int count = 0; count <= 1; count++) {
            Scenario scenario = Scenarios.base().with("contacts.count", count).build();
            World world = new World(scenario, 1, 0);
            world.advanceTo(104);
            assertThat(world.measures().executiveClockHours()).isGreaterThan(1000);
        }
    }

    private static Scenario scenario(long seed) {
        return RandomScenarios.nextSmall(new SplittableRandom(seed));
    }

    private static void checkStates(World world) {
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            level(world.habit.of(contact));
            level(world.belief.of(contact));
            level(world.satisfaction.of(contact));
            level(world.appeal.of(contact));
            level(world.skill.context(contact));
            double sum = world.satisfaction.missingFromStart(contact);
            for (Cause cause : Cause.values()) {
                level(world.satisfaction.deficit(contact, cause));
                sum += world.satisfaction.deficit(contact, cause);
            }
            if (Math.abs(sum - (1 - world.satisfaction.of(contact))) > 1e-12) {
                throw new AssertionError("deficits " + sum + " of contact " + contact + " at " + world.now());
            }
        }
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            level(world.skill.of(delegate));
            level(world.confidence.of(delegate));
            level(world.ownership.of(delegate));
            level(world.trust.of(delegate));
        }
        for (int executive = 0; executive < world.executives.count(); executive++) {
            level(world.intervention.propensity(executive));
            level(world.fatigue.yield(executive));
        }
    }

    private static void level(double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new AssertionError(value + " is no level from 0 to 1");
        }
    }

    private static double doneSoFar(World world) {
        double done = 0;
        for (int executive = 0; executive < world.executives.count(); executive++) {
            done += world.executives.server(executive).jobHours(world.now());
        }
        return done;
    }

    /* Hours of executives that are not booked yet: on open requests, and on jobs that are begun. */
    private static double openHours(World world) {
        double open = 0;
        for (int executive = 0; executive < world.executives.count(); executive++) {
            open += world.executives.server(executive).unfinishedHours(world.now());
        }
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            for (int request = world.requests.anyOpen(contact);
                    request != -1;
                    request = world.requests.nextOpen(request)) {
                for (Activity activity : Activity.ON_REQUESTS) {
                    open += world.requests.spent(request, activity.ordinal());
                }
            }
        }
        return open;
    }
}
