package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;
import dev.handoff.scenario.Scenarios;
import org.junit.jupiter.api.Test;

/** Who works at what, where every piece of work is given by hand to an executive of 40 hours a week (model.md, sections 2 and 3). */
class WorkTest {

    private static final Scenarios QUIET = Scenarios.steady()
            .with("warmup", "1 week")
            .with("contacts.count", 3)
            .with("contacts.rate", 0)
            .with("executive.maximum-hours", "40 h/week")
            .with("executive.duty-hours", 0)
            .with("executive.interruption", "0.25 h")
            .with("executive.duty-patience", "1 week")
            .with("promotion.added-hours", 0)
            .with("churn.active", false)
            .with("fatigue.active", false)
            .with("burnout.active", false)
            .with("handoff.mode", "none");

    @Test
    void hoursOfAnInterruptedRequestThatIsNeverAnsweredAreBookedAsSuch() {
        World world = at(1, QUIET.with("requests.urgent-preempts", true));
        int first = call(world, 0, 4);
        world.advanceTo(1.025);
        int urgent = world.requests.open(1, 0, 1.025, 1, 1, 0);
        world.life.callExecutive(urgent, Jobs.Kind.DIRECT, 1, Server.URGENT);
        assertThat(world.work.isInService(urgent)).isTrue();
        assertThat(world.work.isInService(first)).isFalse();
        world.departures.leaves(0);
        assertThat(world.ledger().hours(Activity.NEVER_CLOSED)).isCloseTo(1, within(1e-12));
        world.advanceTo(2);
        assertThat(world.ledger().hours(Activity.NEVER_CLOSED)).isCloseTo(1, within(1e-12));
        assertThat(world.measures().answeredRequests()).isEqualTo(1);
        assertThat(world.measures().executiveClockHours()).isCloseTo(2, within(1e-12));
        assertThat(world.requests.open()).isZero();
    }

    @Test
    void whatIsInServiceForWhoLeavesIsFinishedForNobody() {
        World world = at(1, QUIET);
        call(world, 0, 4);
        int next = call(world, 1, 2);
        world.departures.leaves(0);
        assertThat(world.requests.open()).isEqualTo(1);
        assertThat(world.work.isInService(next)).isFalse();
        world.advanceTo(1.05);
        assertThat(world.ledger().hours(Activity.NEVER_CLOSED)).isZero();
        world.advanceTo(2);
        assertThat(world.ledger().hours(Activity.NEVER_CLOSED)).isEqualTo(4);
        assertThat(world.ledger().hours(Activity.DIRECT)).isEqualTo(2);
        assertThat(world.measures().waitedDays()).isCloseTo(5 * 0.15, within(1e-12));
    }

    @Test
    void whatWaitsForWhoLeavesIsTakenOutOfItsLine() {
        World world = at(1, QUIET);
        call(world, 0, 4);
        call(world, 1, 2);
        call(world, 2, 1);
        world.departures.leaves(1);
        world.advanceTo(2);
        assertThat(world.ledger().hours(Activity.DIRECT)).isEqualTo(5);
        assertThat(world.measures().answeredRequests()).isEqualTo(2);
        assertThat(world.ledger().hours(Activity.NEVER_CLOSED)).isZero();
    }

    /**
     * 60 hours, then 10, keep the executive busy until week 2.5 and 2.75: the duty of week 1 has waited longer than a week when its turn comes, that of
     * week 1.75 just a week.
     */
    @Test
    void aDutyWhoseTurnComesTooLateIsLeftUndoneAndARequestNever() {
        World world = at(1, QUIET);
        call(world, 0, 60);
        duty(world, 3);
        call(world, 1, 10);
        world.advanceTo(1.75);
        duty(world, 2);
        world.advanceTo(2);
        assertThat(world.ledger().undoneDutyHours())
                .as("has waited just a week")
                .isZero();
        world.advanceTo(2.5);
        assertThat(world.ledger().undoneDutyHours()).isEqualTo(3);
        world.advanceTo(4);
        assertThat(world.ledger().undoneDutyHours()).isEqualTo(3);
        assertThat(world.ledger().hours(Activity.DUTIES)).isEqualTo(2);
        assertThat(world.ledger().hours(Activity.DIRECT)).isEqualTo(70);
    }

    @Test
    void theWeeklyReviewDropsDutiesThatHaveWaitedTooLong() {
        World world = at(1, QUIET);
        call(world, 0, 400);
        world.advanceTo(1.3);
        duty(world, 3);
        duty(world, 4);
        world.advanceTo(1.9);
        duty(world, 5);
        world.advanceTo(2.9);
        assertThat(world.ledger().undoneDutyHours()).isZero();
        assertThat(world.executives.server(0).waiting()).isEqualTo(3);
        world.advanceTo(3);
        assertThat(world.ledger().undoneDutyHours()).isEqualTo(12);
        assertThat(world.executives.server(0).waiting()).isZero();
    }

    @Test
    void dutiesLeftUndoneInTheOldJobAreNotCounted() {
        World world = new World(QUIET.with("warmup", "6 weeks").build(), 1, 0);
        world.advanceTo(-5.5);
        call(world, 0, 100);
        duty(world, 3);
        world.advanceTo(0);
        assertThat(world.executives.server(0).waiting()).isZero();
        assertThat(world.ledger().undoneDutyHours()).isZero();
        assertThat(world.ledger().hours(Activity.DIRECT)).isZero();
    }

    @Test
    void whoIsAwayBeginsNothingAndIsNotInterrupted() {
        World world = at(
                1,
                QUIET.with("requests.urgent-preempts", true)
                        .with(
                                "changes",
                                "[{at: 1.05 weeks, set: {executive.away: true}}, {at: 3 weeks, set: {executive.away: false}}]"));
        int inService = call(world, 0, 4);
        int waiting = call(world, 1, 1);
        world.advanceTo(1.06);
        int urgent = world.requests.open(2, 0, 1.06, 1, 1, 0);
        world.life.callExecutive(urgent, Jobs.Kind.DIRECT, 1, Server.URGENT);
        assertThat(world.work.isInService(inService)).isTrue();
        world.advanceTo(2.9);
        assertThat(world.measures().answeredRequests()).isEqualTo(1);
        assertThat(world.work.isInService(waiting)).isFalse();
        world.advanceTo(3);
        assertThat(world.work.isInService(urgent)).isTrue();
        world.advanceTo(4);
        assertThat(world.measures().answeredRequests()).isEqualTo(3);
        assertThat(world.measures().executiveClockHours()).isCloseTo(6, within(1e-12));
    }

    @Test
    void aChangeOfSettingsDoesNotTouchTheJobInService() {
        World world = at(1, QUIET.with("changes", "[{at: 1.05 weeks, set: {appeal.learning-rate: 0.3}}]"));
        call(world, 0, 4);
        call(world, 1, 2);
        world.advanceTo(1.0999);
        assertThat(world.measures().answeredRequests()).isZero();
        world.advanceTo(1.1);
        assertThat(world.measures().answeredRequests()).isEqualTo(1);
        world.advanceTo(2);
        assertThat(world.measures().executiveClockHours()).isCloseTo(6, within(1e-12));
        assertThat(world.ledger().hours(Activity.DIRECT)).isEqualTo(6);
    }

    @Test
    void withoutPreemptionAnUrgentRequestGoesNext() {
        World world = at(1, QUIET);
        int first = call(world, 0, 4);
        call(world, 1, 4);
        int urgent = world.requests.open(2, 0, 1, 1, 1, 0);
        world.life.callExecutive(urgent, Jobs.Kind.DIRECT, 1, Server.URGENT);
        assertThat(world.work.isInService(first)).isTrue();
        world.advanceTo(1.11);
        assertThat(world.work.isInService(urgent)).isTrue();
    }

    @Test
    void anUrgentRequestDoesNotInterruptAnother() {
        World world = at(1, QUIET.with("requests.urgent-preempts", true));
        int[] urgent = new int[2];
        for (int contact = 0; contact < 2; contact++) {
            urgent[contact] = world.requests.open(contact, 0, 1, 1, 1, 0);
            world.life.callExecutive(urgent[contact], Jobs.Kind.DIRECT, 1, Server.URGENT);
        }
        assertThat(world.work.isInService(urgent[0])).isTrue();
        assertThat(world.executives.server(0).waiting()).isEqualTo(1);
    }

    /** The executive's 0.1 hours are spent in vain: the delegate has one job in service and one that waits, which is as many as may. */
    @Test
    void whoIsSentBackToADelegateWithAFullLineGivesUp() {
        World world = at(1, QUIET.with("abandonment.longest-line", 1).with("delegates.net-hours", "1 h/week"));
        for (int number = 0; number < 2; number++) {
            world.life.giveToDelegate(world.requests.open(0, number, 1, 1, 1, 5));
        }
        int sentBack = world.requests.open(0, 2, 1, 1, 1, 5);
        world.life.callExecutive(sentBack, Jobs.Kind.REDIRECT, 0.1, Server.MANAGEMENT);
        world.advanceTo(1.01);
        assertThat(world.measures().givenUpRequests()).isEqualTo(1);
        assertThat(world.requests.open()).isEqualTo(2);
        assertThat(world.executives.server(0).waiting()).isZero();
        assertThat(world.delegates.server(world.contacts.delegate(0)).waiting()).isEqualTo(1);
        assertThat(world.ledger().hours(Activity.NEVER_CLOSED)).isEqualTo(0.1);
        assertThat(world.ledger().hours(Activity.REDIRECT)).isZero();
    }

    @Test
    void aRequestThatIsHeldBackIsNotInService() {
        World world = at(1, QUIET);
        int held = world.requests.open(0, 0, 1, 1, 1, 3);
        world.requests.hold(held, 2);
        assertThat(world.work.isInService(held)).isFalse();
        assertThat(world.work.withdraw(held)).isZero();
    }

    /** A full line of one job turns away whoever comes next, to the executive and to the delegate alike. */
    @Test
    void whoFindsTheLineFullIsTurnedAwayAndCounted() {
        World world = at(1, QUIET.with("abandonment.longest-line", 1));
        call(world, 0, 4);
        call(world, 1, 1);
        assertThat(world.measures().givenUpRequests()).isZero();
        double before = world.expectation.overall(2);
        call(world, 2, 1);
        assertThat(world.measures().givenUpRequests()).isEqualTo(1);
        assertThat(world.requests.open()).isEqualTo(2);
        assertThat(world.satisfaction.of(2)).isCloseTo(0.75 * 0.9, within(1e-15));
        assertThat(world.expectation.overall(2)).isCloseTo(0.8 * before, within(1e-15));
        for (int request = 0; request < 3; request++) {
            world.life.giveToDelegate(world.requests.open(0, request, 1, 1, 1, 5));
        }
        assertThat(world.measures().givenUpRequests()).isEqualTo(2);
        assertThat(world.delegates.server(world.contacts.delegate(0)).waiting()).isEqualTo(1);
    }

    /** More jobs than fit at once have come and gone, in service, withdrawn and dropped; none of their numbers is lost. */
    @Test
    void numbersOfJobsComeBack() {
        World world = at(1, QUIET.with("executive.duty-patience", "0.5 weeks"));
        int room = world.jobs.capacity();
        for (int round = 1; round <= 3 * room; round++) {
            call(world, 0, 40);
            call(world, 1, 1);
            duty(world, 1);
            world.life.closeUnanswered(world.requests.anyOpen(1));
            world.advanceTo(1 + round);
        }
        assertThat(world.ledger().undoneDutyHours()).isEqualTo(3 * room);
        assertThat(world.measures().answeredRequests()).isEqualTo(3 * room);
        assertThat(world.jobs.capacity()).isEqualTo(room);
        assertThat(world.requests.capacity()).isEqualTo(64);
    }

    private static World at(double week, Scenarios scenarios) {
        World world = new World(scenarios.build(), 1, 0);
        world.advanceTo(week);
        return world;
    }

    private static int call(World world, int contact, double hours) {
        int request = world.requests.open(contact, 0, world.now(), hours, hours, 0);
        world.life.callExecutive(request, Jobs.Kind.DIRECT, hours, Server.CONTACTS);
        return request;
    }

    private static void duty(World world, double hours) {
        world.work.giveExecutive(0, Jobs.Kind.DUTY, hours, Requests.NONE, Server.DUTIES);
    }
}
