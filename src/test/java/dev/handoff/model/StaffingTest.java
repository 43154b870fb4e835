package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Satisfaction.Cause;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;
import dev.handoff.scenario.RandomScenarios;
import dev.handoff.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts of delegates fall vacant and are filled (model.md, section 18): by hand where nobody calls, and by conservation. */
class StaffingTest {

    /* One post of 20 h a week and four contacts; the executive has 50 h a week, each in person costs a quarter of an hour more. */
    private static final Scenarios QUIET = Scenarios.steady()
            .with("warmup", "1 week")
            .with("contacts.count", 4)
            .with("contacts.rate", 0)
            .with("contacts.friend-share", 0)
            .with("executive.duty-hours", 0)
            .with("executive.maximum-hours", 50)
            .with("executive.interruption", "0.25 h")
            .with("promotion.added-hours", 0)
            .with("delegates.count", 1)
            .with("delegates.net-hours", 20)
            .with("churn.active", false)
            .with("burnout.active", false)
            .with("follow-up.check-ins", 0)
            .with("follow-up.planning", 0)
            .with("escalation.active", false)
            .with("handoff.order", "as-listed")
            .with("handoff.pace", "2 weeks");

    @Test
    void workThatWasBegunIsLostAndRequestsGoToTheExecutiveInTheirOrder() {
        World world = world(QUIET.with("handoff.mode", "abrupt"));
        world.advanceTo(1);
        giveTask(world, 0, 10);
        giveTask(world, 1, 5);
        world.work.giveDelegate(0, Jobs.Kind.MINUTES, 3, Requests.NONE, Server.MANAGEMENT);
        world.advanceTo(1.25);
        world.staffing.leavesPost(0);
        assertThat(world.delegates.isEmployed(0)).isFalse();
        assertThat(world.delegates.server(0).isIdle()).isTrue();
        assertThat(world.delegates.server(0).waiting()).isZero();
        assertThat(world.delegates.server(0).clockHours(1.25)).isCloseTo(5, within(1e-12));
        // 10.25 h from 1.25 on at 50 h a week, then 5.25 h: until 1.455 and 1.56.
        world.advanceTo(1.4549);
        assertThat(world.requests.open()).isEqualTo(2);
        world.advanceTo(1.4551);
        assertThat(world.requests.open()).isEqualTo(1);
        world.advanceTo(1.5599);
        assertThat(world.requests.open()).isEqualTo(1);
        world.advanceTo(30);
        assertThat(world.requests.open()).isZero();
        assertThat(world.measures().answeredRequests()).isEqualTo(2);
        assertThat(world.ledger().hours(Activity.DIRECT)).isEqualTo(15.5);
        assertThat(world.ledger().freedHours()).isZero();
        assertThat(world.delegates.server(0).clockHours(30)).isCloseTo(5, within(1e-12));
    }

    @Test
    void aRepairInPersonChangesNoHabitAndHasNoBaseline() {
        World world = world(QUIET.with("handoff.mode", "abrupt"));
        world.advanceTo(1);
        double habit = world.habit.of(0);
        double belief = world.belief.of(0);
        int repair = world.requests.open(0, 0, world.now(), 2, 0, 5);
        world.work.giveDelegate(0, Jobs.Kind.REPAIR, 0, repair, Server.CONTACTS);
        world.staffing.leavesPost(0);
        world.advanceTo(2);
        assertThat(world.requests.open()).isZero();
        assertThat(world.ledger().hours(Activity.DIRECT)).isEqualTo(2.25);
        assertThat(world.ledger().freedHours()).isEqualTo(-2.25);
        assertThat(world.habit.of(0)).isEqualTo(habit);
        assertThat(world.belief.of(0)).isEqualTo(belief);
    }

    /** Sent back while the post was held; when the sending back ends there is nobody: no forced loss, and the executive does it. */
    @Test
    void whoeverIsSentBackToNobodyIsServedInPerson() {
        World world = world(QUIET.with("handoff.mode", "abrupt"));
        world.advanceTo(1);
        int request = world.requests.open(0, 0, world.now(), 2, 2.25, 5);
        world.life.callExecutive(request, Jobs.Kind.REDIRECT, 0.5, Server.MANAGEMENT);
        world.staffing.leavesPost(0);
        world.advanceTo(2);
        assertThat(world.ledger().hours(Activity.REDIRECT)).isEqualTo(0.5);
        assertThat(world.ledger().hours(Activity.DIRECT)).isEqualTo(2.25);
        assertThat(world.satisfaction.deficit(0, Cause.FORCED)).isZero();
    }

    /** Belief 0.9 becomes 0.3 + 0.2 x 0.9, belief 0.2 stays; of habit h, 0.07 x (1 - h) x 0.7 of satisfaction is lost. */
    @Test
    void aSuccessorBeginsAsAnybodyDoesAndContactsLoseByTheChange() {
        World world = world(QUIET.with("handoff.mode", "abrupt").with("habit.initial", 0.5));
        world.advanceTo(1);
        raiseBelief(world, 0, 0.9);
        raiseBelief(world, 1, 0);
        double belief = world.belief.of(0);
        double low = world.belief.of(1);
        assertThat(belief).isGreaterThan(0.9);
        assertThat(low).isLessThan(0.35);
        world.confidence.onSolved(0);
        world.ownership.onSolved(0, 1);
        world.skill.onTask(0, 0, 0.5);
        world.staffing.leavesPost(0);
        world.advanceTo(3);
        double before = world.satisfaction.of(0);
        world.staffing.takesPost(0);
        assertThat(world.delegates.occupant(0)).isEqualTo(1);
        assertThat(world.belief.of(0)).isCloseTo(0.3 + 0.2 * belief, within(1e-12));
        assertThat(world.belief.of(1)).isEqualTo(low);
        assertThat(world.satisfaction.of(0)).isCloseTo(before * (1 - 0.07 * 0.5 * 0.7), within(1e-12));
        assertThat(world.satisfaction.deficit(0, Cause.FORCED)).isCloseTo(before * 0.0245, within(1e-12));
        assertThat(world.skill.of(0)).isEqualTo(world.draws.initialSkill(0, 0, 1));
        assertThat(world.skill.of(0)).isNotEqualTo(world.draws.initialSkill(0, 0, 0));
        assertThat(world.skill.context(0)).isZero();
        assertThat(world.confidence.of(0)).isEqualTo(0.5);
        assertThat(world.ownership.of(0)).isEqualTo(0.3);
    }

    @Test
    void eachOccupantHasHoursOfItsOwn() {
        World world = world(QUIET.with("delegates.net-hours", "{uniform: {from: 10, to: 30}}"));
        for (int person = 0; person < 4; person++) {
            assertThat(world.delegates.netHours(0)).isEqualTo(world.draws.netHours(0, 0, person));
            assertThat(world.delegates.occupant(0)).isEqualTo(person);
            world.staffing.leavesPost(0);
            world.staffing.takesPost(0);
        }
    }

    /** Batches of one, two weeks apart: in week 7.5 the four have reached stages 4, 3, 2 and 1. The post is filled in week 10. */
    @Test
    void stagesStopWhileThePostIsVacantAndGoOnAtTheThirdAtTheFurthest() {
        World world = world(QUIET.with("handoff.batch-size", 1).with("handoff.batch-interval", "2 weeks"));
        world.advanceTo(7.5);
        assertStages(world, 4, 3, 2, 1);
        world.staffing.leavesPost(0);
        world.advanceTo(10);
        assertStages(world, 4, 3, 2, 1);
        for (int contact = 0; contact < 4; contact++) {
            assertThat(world.handover.stageAtCall(contact)).isZero();
        }
        world.staffing.takesPost(0);
        assertStages(world, 3, 3, 2, 1);
        assertThat(world.handover.stageAtCall(2)).isEqualTo(2);
        world.advanceTo(11.99);
        assertStages(world, 3, 3, 2, 1);
        world.advanceTo(12);
        assertStages(world, 4, 4, 3, 2);
        world.advanceTo(18);
        assertStages(world, 5, 5, 5, 5);
    }

    @Test
    void anAbruptHandoverGoesOnWhereItWas() {
        World world = world(QUIET.with("handoff.mode", "abrupt"));
        world.advanceTo(3);
        world.staffing.leavesPost(0);
        world.staffing.takesPost(0);
        assertStages(world, 5, 5, 5, 5);
    }

    /** With two posts, contacts 1 and 3 belong to the second; a batch whose time comes while the post is vacant begins when it is filled. */
    @Test
    void aPostThatIsVacantAtFirstIsHandedItsContactsWhenItIsFilled() {
        Scenario scenario = QUIET.with("delegates.count", 1)
                .with("delegates.vacant-for", "5 weeks")
                .with("delegates.wage", "52k $/year")
                .with("handoff.batch-size", 2)
                .with("handoff.batch-interval", "7 weeks")
                .with("follow-up.planning", 1)
                .with("follow-up.planning-work", "2 h")
                .build();
        List<Double> plannings = new ArrayList<>();
        World world = new World(scenario, 1, 0, each -> {
            if (each.event().equals("planning due")) {
                plannings.add(each.now());
            }
        });
        world.advanceTo(4.99);
        double value = world.measures().netValue();
        assertStages(world, 0, 0, 0, 0);
        assertThat(world.measures().meanSkill()).isNaN();
        world.advanceTo(5);
        assertThat(value - world.measures().netValue()).isCloseTo(52_000, within(1e-6));
        assertThat(world.belief.of(0)).as("told of the new role").isEqualTo(0.4);
        assertThat(world.satisfaction.deficit(0, Cause.FORCED)).isZero();
        assertThat(world.skill.context(0)).isEqualTo(0.1);
        assertThat(world.measures().meanSkill()).isEqualTo(world.draws.initialSkill(0, 0, 0));
        assertStages(world, 1, 1, 0, 0);
        world.advanceTo(7);
        assertStages(world, 2, 2, 1, 1);
        world.advanceTo(60);
        assertStages(world, 5, 5, 5, 5);
        // The first two from week 5 on, the others from week 7: after 1/8, 3/8, 5/8 and 7/8 of the pace.
        assertThat(plannings).containsExactly(5.25, 5.75, 8.25, 8.75);
        assertThat(world.ledger().hours(Activity.PLANNING)).isEqualTo(8);
    }

    /** Due in weeks 1, 2, .., 10; vacant from 2.5 to 6.5: the third to sixth are left out. */
    @Test
    void checkInsPause() {
        World world = world(QUIET.with("follow-up.check-ins", 1));
        world.advanceTo(2.5);
        world.staffing.leavesPost(0);
        world.advanceTo(6.5);
        world.staffing.takesPost(0);
        world.advanceTo(10.5);
        assertThat(world.ledger().hours(Activity.CHECK_IN)).isCloseTo(6 * 0.5, within(1e-12));
    }

    @Test
    void whatIsNotHandedOverDoesNotNoticeAChange() {
        World world = world(QUIET.with("handoff.mode", "none"));
        world.advanceTo(1);
        world.staffing.leavesPost(0);
        world.staffing.takesPost(0);
        assertThat(world.belief.of(0)).isEqualTo(0.3);
        assertThat(world.satisfaction.of(0)).isEqualTo(0.75);
        assertStages(world, 0, 0, 0, 0);
    }

    /** Posts fall vacant and are filled at random moments: each call is answered once, given up once, or still open. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void noRequestIsLostOrServedTwice(int seed) {
        World world = new World(
                Scenarios.steady()
                        .with("executive.count", 1 + seed % 2)
                        .with("delegates.count", 4)
                        .with("contacts.rate", "3 /week")
                        .with("handoff.mode", seed % 3 == 0 ? "abrupt" : "staged")
                        .with("handoff.pace", "1 week")
                        .with("churn.active", false)
                        .with("errors.active", false)
                        .with("abandonment.active", seed > 3)
                        .build(),
                seed,
                0);
        world.advanceTo(0);
        int calls = calls(world);
        int open = world.requests.open();
        turnOver(world, new SplittableRandom(seed), 60);
        double closed = world.measures().answeredRequests() + world.measures().givenUpRequests();
        assertThat(closed).isEqualTo(calls(world) - calls + open - world.requests.open());
        assertThat(closed).isGreaterThan(2000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverElseHappensTheLedgerBalancesAndNothingWaitsForNobody(long seed) {
        World world = new World(RandomScenarios.nextSmall(new SplittableRandom(seed)), seed, 0);
        turnOver(world, new SplittableRandom(seed), world.scenario().horizonWeeks());
        Ledger ledger = world.ledger();
        double portfolio = ledger.portfolioHours();
        assertThat(ledger.freedHours()).isCloseTo(ledger.baselineHours() - portfolio, within(1e-9));
    }

    /** When nobody is left and the last escalated request is answered, every call is direct: what is freed stands still. */
    @Test
    void withoutAnybodyInTheirPostsNothingIsFreed() {
        World world = new World(Scenarios.steady().with("follow-up.planning", 0).build(), 3, 0);
        world.advanceTo(40);
        world.staffing.leavesPost(0);
        world.staffing.leavesPost(1);
        world.advanceTo(45);
        double freed = world.ledger().freedHours();
        double baseline = world.ledger().baselineHours();
        double choices = world.measures().choices();
        world.advanceTo(104);
        assertThat(world.ledger().baselineHours()).isGreaterThan(baseline + 500);
        assertThat(world.ledger().freedHours()).isCloseTo(freed, within(1e-9));
        assertThat(world.measures().choices()).isEqualTo(choices);
    }

    private static void turnOver(World world, SplittableRandom random, double until) {
        while (world.now() < until) {
            world.advanceTo(Math.min(until, world.now() + random.nextDouble()));
            for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
                if (!world.delegates.isEmployed(delegate)) {
                    world.staffing.takesPost(delegate);
                } else if (random.nextInt(3) == 0) {
                    world.staffing.leavesPost(delegate);
                }
            }
            checkOpenRequests(world);
        }
    }

    private static void checkOpenRequests(World world) {
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            int request = world.requests.anyOpen(contact);
            while (request != Requests.NONE) {
                int job = world.requests.job(request);
                boolean works = job != Jobs.NONE;
                assertThat(works).isNotEqualTo(world.requests.isHeld(request) || world.requests.isLying(request));
                if (works && world.jobs.kind(job).isOfDelegate()) {
                    assertThat(world.delegates.isEmployed(world.contacts.delegate(contact)))
                            .isTrue();
                }
                request = world.requests.nextOpen(request);
            }
        }
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            Server server = world.delegates.server(delegate);
            assertThat(world.delegates.isEmployed(delegate) || server.isIdle() && server.waiting() == 0)
                    .isTrue();
        }
    }

    private static int calls(World world) {
        int calls = 0;
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            calls += world.contacts.calls(contact);
        }
        return calls;
    }

    private static void giveTask(World world, int contact, double size) {
        int request = world.requests.open(contact, 0, world.now(), size, size + 0.25, 5);
        world.life.giveToDelegate(request);
    }

    private static void raiseBelief(World world, int contact, double atLeast) {
        while (world.belief.of(contact) < atLeast) {
            world.belief.onSolved(contact);
        }
        if (atLeast == 0) {
            world.belief.onError(contact);
        }
    }

    private static void assertStages(World world, int... stages) {
        for (int contact = 0; contact < stages.length; contact++) {
            assertThat(world.handoff.stage(contact)).as("contact " + contact).isEqualTo(stages[contact]);
        }
    }

    private static World world(Scenarios scenarios) {
        return new World(scenarios.build(), 1, 0);
    }
}
