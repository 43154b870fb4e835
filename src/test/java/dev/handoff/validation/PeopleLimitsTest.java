package dev.handoff.validation;

import static dev.handoff.validation.Plan.CONTACTS;
import static dev.handoff.validation.Plan.DUTY;
import static dev.handoff.validation.Plan.IN_PERSON;
import static dev.handoff.validation.Plan.PLAN;
import static dev.handoff.validation.Plan.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.metric.Metric;
import dev.handoff.model.World;
import dev.handoff.model.people.Contacts.Type;
import dev.handoff.validation.Plan.Counter;
import org.junit.jupiter.api.Test;

/** Worlds with nobody, with one, and with more executives or delegates than contacts: hours and requests are counted exactly. */
class PeopleLimitsTest {

    @Test
    void whereNobodyIsNobodyCallsAndOnlyDutiesAreWorked() {
        Counter counter = new Counter();
        World world = new World(
                PLAN.with("contacts.count", 0).with("handoff.mode", "staged").build(), 1, 0, counter);
        world.advanceTo(104);
        Plan.waitUntilIdle(world);
        assertThat(counter.calls()).isZero();
        assertThat(Metric.EXECUTIVE_HOURS.of(world)).isCloseTo(counter.duties() * DUTY, within(1e-7));
        assertThat(world.measures().meanSatisfaction()).isNaN();
        assertThat(world.measures().lostShare(Type.CUSTOMER)).isNaN();
        assertThat(world.ledger().freedHours()).isZero();
    }

    @Test
    void aSingleContactIsAnsweredEveryTime() {
        Counter counter = new Counter();
        World world = new World(PLAN.with("contacts.count", 1).build(), 1, 0, counter);
        world.advanceTo(0);
        double answeredBefore = counter.calls() - world.measures().openRequests();
        world.advanceTo(104);
        Plan.waitUntilIdle(world);
        assertThat(world.measures().answeredRequests())
                .isEqualTo(counter.calls() - answeredBefore)
                .isGreaterThan(50);
        assertThat(Metric.EXECUTIVE_HOURS.of(world))
                .isCloseTo(counter.calls() * IN_PERSON + counter.duties() * DUTY, within(1e-7));
    }

    @Test
    void severalExecutivesWithoutDelegatesShareTheContactsAndFreeNothing() {
        Counter counter = new Counter();
        World world = new World(
                PLAN.with("executive.count", 3).with("delegates.count", 0).build(), 1, 0, counter);
        world.advanceTo(104);
        Plan.waitUntilIdle(world);
        double asked = counter.calls() * IN_PERSON + counter.duties() * DUTY;
        assertThat(3 * Metric.EXECUTIVE_HOURS.of(world)).isCloseTo(asked, within(1e-6));
        assertThat(world.ledger().freedHours()).isZero();
        assertThat(Metric.DELEGATE_HOURS.of(world)).isZero();
    }

    /** Contacts 0, 3, 6, .. belong to the executive who has the delegate; only their requests after week 0 are freed. */
    @Test
    void ofThreeExecutivesTheOneWithADelegateHandsOver() {
        int[] calls = new int[CONTACTS];
        World world = new World(
                PLAN.with("executive.count", 3)
                        .with("delegates.count", 1)
                        .with("handoff.mode", "abrupt")
                        .build(),
                1,
                0,
                each -> countCalls(each, calls));
        world.advanceTo(104);
        Plan.waitUntilIdle(world);
        int handedOver = 0;
        for (int contact = 0; contact < CONTACTS; contact += 3) {
            handedOver += calls[contact];
        }
        assertThat(handedOver).isGreaterThan(1000);
        assertThat(world.ledger().freedHours()).isCloseTo(handedOver * IN_PERSON, within(1e-8));
    }

    @Test
    void moreExecutivesAndDelegatesThanContactsAreIdle() {
        Counter counter = new Counter();
        World world = new World(
                PLAN.with("contacts.count", 2)
                        .with("executive.count", 5)
                        .with("executive.duty-hours", 0)
                        .with("promotion.added-hours", 0)
                        .with("delegates.count", 12)
                        .with("handoff.mode", "abrupt")
                        .build(),
                1,
                0,
                counter);
        world.advanceTo(0);
        double before = counter.calls();
        world.advanceTo(104);
        Plan.waitUntilIdle(world);
        assertThat(5 * Metric.EXECUTIVE_HOURS.of(world)).isCloseTo(before * IN_PERSON, within(1e-7));
        double ofDelegates = (counter.calls() - before) * SIZE * (1.6 - 0.6 * 0.35);
        assertThat(Metric.DELEGATE_HOURS.of(world))
                .isCloseTo(ofDelegates, within(1e-7))
                .isPositive();
    }

    @Test
    void aHandoverOfNobodyIsNone() {
        World none = new World(PLAN.build(), 1, 0);
        World nobody = new World(
                PLAN.with("handoff.mode", "staged")
                        .with("handoff.delegated-share", 0)
                        .build(),
                1,
                0);
        none.advanceTo(104);
        nobody.advanceTo(104);
        assertThat(none.measures().answeredRequests()).isGreaterThan(3000);
        assertThat(Plan.valuesOf(nobody)).isEqualTo(Plan.valuesOf(none));
    }

    @Test
    void whereTheSecondBatchNeverComesOnlyTheFirstContactIsHandedOver() {
        int[] calls = new int[CONTACTS];
        World world = new World(
                PLAN.with("handoff.mode", "abrupt")
                        .with("handoff.order", "as-listed")
                        .with("handoff.batch-size", 1)
                        .with("handoff.batch-interval", "1000 weeks")
                        .build(),
                1,
                0,
                each -> countCalls(each, calls));
        world.advanceTo(104);
        Plan.waitUntilIdle(world);
        assertThat(calls[0]).isGreaterThan(50);
        assertThat(world.ledger().freedHours()).isCloseTo(calls[0] * IN_PERSON, within(1e-9));
    }

    private static void countCalls(World world, int[] calls) {
        if (world.event().equals("request arrives") && world.now() > 0) {
            calls[world.eventSubject()]++;
        }
    }
}
