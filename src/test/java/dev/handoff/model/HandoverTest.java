package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Handoff;
import dev.handoff.scenario.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The calendar of a handover where nobody calls and nobody has duties, so that every moment is known (model.md, section 8). */
class HandoverTest {

    /* Four contacts who are handed over in stages of two weeks. */
    private static final Scenarios QUIET = Scenarios.steady()
            .with("warmup", "1 week")
            .with("contacts.count", 4)
            .with("contacts.rate", 0)
            .with("executive.duty-hours", 0)
            .with("promotion.added-hours", 0)
            .with("churn.active", false)
            .with("burnout.active", false)
            .with("follow-up.check-ins", 0)
            .with("follow-up.planning", 0)
            .with("handoff.order", "as-listed")
            .with("handoff.pace", "2 weeks");

    @Test
    void eachStageLastsThePace() {
        World world = world(QUIET);
        assertStages(world, -0.5, 0, 0, 0, 0);
        assertStages(world, 0, 1, 1, 1, 1);
        assertStages(world, 1.99, 1, 1, 1, 1);
        assertStages(world, 2, 2, 2, 2, 2);
        assertStages(world, 6, 4, 4, 4, 4);
        assertStages(world, 8, 5, 5, 5, 5);
        assertStages(world, 50, 5, 5, 5, 5);
        assertThat(world.handoff.thirdStageBeganAt(0)).isEqualTo(4);
    }

    @Test
    void stagesOfNoLengthArePassedAtOnce() {
        List<Integer> stages = new ArrayList<>();
        World world = new World(QUIET.with("handoff.pace", 0).build(), 1, 0, each -> {
            if (each.event().equals("promotion")) {
                stages.add(each.handoff.stage(0));
            }
        });
        assertStages(world, 0, 5, 5, 5, 5);
        assertThat(stages).as("with the promotion itself").containsExactly(5);
        assertThat(world.handoff.thirdStageBeganAt(0)).isZero();
    }

    /** Stage 3 began in week 4; adaptively it ends after five weeks at the latest. */
    @Test
    void aChangeFromStagedToAdaptiveHurriesNobody() {
        World world = world(QUIET.with("handoff.adaptive.longest-stage", "5 weeks")
                .with("changes", "[{at: 5 weeks, set: {handoff.mode: adaptive}}]"));
        assertStages(world, 5, 3, 3, 3, 3);
        assertStages(world, 8.99, 3, 3, 3, 3);
        assertStages(world, 9, 4, 4, 4, 4);
        assertStages(world, 14, 5, 5, 5, 5);
    }

    /** Stage 3 began in week 4, so with four weeks it ends in week 8, and stage 4 in week 12. */
    @Test
    void aLongerPaceHoldsForThePresentStageToo() {
        World world = world(QUIET.with("changes", "[{at: 5 weeks, set: {handoff.pace: 4 weeks}}]"));
        assertStages(world, 7.99, 3, 3, 3, 3);
        assertStages(world, 8, 4, 4, 4, 4);
        assertStages(world, 11.99, 4, 4, 4, 4);
        assertStages(world, 12, 5, 5, 5, 5);
    }

    /** The third stage has lasted a week in week 5, longer than half a week: it ends at once. */
    @Test
    void aShorterPaceEndsAStageThatHasLastedLonger() {
        World world = world(QUIET.with("changes", "[{at: 5 weeks, set: {handoff.pace: 0.5 weeks}}]"));
        assertStages(world, 4.99, 3, 3, 3, 3);
        assertStages(world, 5, 4, 4, 4, 4);
        assertStages(world, 5.49, 4, 4, 4, 4);
        assertStages(world, 5.5, 5, 5, 5, 5);
    }

    @Test
    void anotherSettingLeavesTheStageAlone() {
        World world = world(QUIET.with("changes", "[{at: 5 weeks, set: {habit.after-failure: 0.9}}]"));
        assertStages(world, 5.99, 3, 3, 3, 3);
        assertStages(world, 6, 4, 4, 4, 4);
        assertThat(world.handoff.stageBeganAt(0)).isEqualTo(6);
    }

    /** Of four contacts half are handed over; one of them leaves in week 1. */
    @Test
    void aChangedPaceConcernsThoseWhoAreBeingHandedOver() {
        World world = world(QUIET.with("handoff.delegated-share", 0.5)
                .with("changes", "[{at: 3 weeks, set: {handoff.pace: 0 weeks}}]"));
        world.advanceTo(1);
        world.departures.leaves(0);
        assertStages(world, 2.5, 1, 2, 0, 0);
        assertStages(world, 3, 1, 5, 0, 0);
        assertStages(world, 20, 1, 5, 0, 0);
    }

    @Test
    void aChangedPaceLeavesThoseAloneWhoAreLedByTheDelegate() {
        World world = world(QUIET.with("changes", "[{at: 9 weeks, set: {handoff.pace: 3 weeks}}]"));
        assertStages(world, 8, 5, 5, 5, 5);
        world.advanceTo(20);
        assertThat(world.handoff.stageBeganAt(0)).isEqualTo(8);
    }

    @Test
    void batchesBeginOneIntervalAfterTheOther() {
        World world = world(QUIET.with("handoff.batch-size", 1)
                .with("handoff.batch-interval", "3 weeks")
                .with("handoff.first-stage", 2));
        assertStages(world, 0, 2, 0, 0, 0);
        assertStages(world, 2.99, 3, 0, 0, 0);
        assertStages(world, 3, 3, 2, 0, 0);
        assertStages(world, 6, 5, 3, 2, 0);
        assertStages(world, 8.99, 5, 4, 3, 0);
        assertStages(world, 9, 5, 5, 3, 2);
    }

    /** In week 4 the first batch is in stage 3, the second in stage 1; the others follow in weeks 6 and 9 and are led by the delegate at once. */
    @Test
    void aChangeToAbruptHurriesThoseUnderWayAndLaterBatchesInTheirTurn() {
        World world = world(QUIET.with("handoff.batch-size", 1)
                .with("handoff.batch-interval", "3 weeks")
                .with("changes", "[{at: 4 weeks, set: {handoff.mode: abrupt}}]"));
        assertStages(world, 3.99, 2, 1, 0, 0);
        assertStages(world, 4, 5, 5, 0, 0);
        assertStages(world, 5.99, 5, 5, 0, 0);
        assertStages(world, 6, 5, 5, 5, 0);
        assertStages(world, 9, 5, 5, 5, 5);
        assertThat(world.handoff.stageBeganAt(0)).isEqualTo(4);
    }

    @Test
    void aChangeToAbruptConcernsThoseUnderWayOnly() {
        World world = world(QUIET.with("handoff.delegated-share", 0.75)
                .with("changes", "[{at: 9 weeks, set: {handoff.mode: abrupt}}]"));
        world.advanceTo(1);
        world.departures.leaves(1);
        assertStages(world, 8, 5, 1, 5, 0);
        assertStages(world, 9, 5, 1, 5, 0);
        assertThat(world.handoff.stageBeganAt(0)).isEqualTo(8);
    }

    @Test
    void aChangeToNoneEndsEverything() {
        Scenarios busy = QUIET.with("handoff.batch-size", 1)
                .with("handoff.batch-interval", "3 weeks")
                .with("follow-up.check-ins", 1)
                .with("follow-up.planning", 1)
                .with("changes", "[{at: 4 weeks, set: {handoff.mode: none}}]");
        List<String> events = new ArrayList<>();
        World world = new World(busy.build(), 1, 0, each -> {
            if (each.now() > 4 && !each.event().equals("weekly review")) {
                events.add(each.event());
            }
        });
        assertStages(world, 3.99, 2, 1, 0, 0);
        assertStages(world, 4, 0, 0, 0, 0);
        assertStages(world, 40, 0, 0, 0, 0);
        assertThat(events).isSubsetOf("executive done", "delegate done").hasSizeLessThan(8);
    }

    @Test
    void withoutAHandoverAChangeOfAnythingBeginsNone() {
        World world = world(QUIET.with("handoff.mode", "none")
                .with("follow-up.check-ins", 1)
                .with(
                        "changes",
                        "[{at: 2 weeks, set: {follow-up.check-ins: 2}}, {at: 3 weeks, set: {handoff.pace: 5 weeks}}]"));
        assertStages(world, 30, 0, 0, 0, 0);
        assertThat(world.ledger().hours(Activity.CHECK_IN)).isZero();
        assertThat(world.announcement.isMade()).isFalse();
    }

    /** Belief of 0.3 gains 0.1 in week 2, and not a second time when the handover begins anew in week 5. */
    @Test
    void theContactsAreToldOnceWhenTheHandoverBegins() {
        World world = world(QUIET.with("handoff.mode", "none")
                .with(
                        "changes",
                        "[{at: 2 weeks, set: {handoff.mode: staged}}, {at: 4 weeks, set: {handoff.mode: none}},"
                                + " {at: 5 weeks, set: {handoff.mode: staged}}]"));
        world.advanceTo(1.9);
        assertThat(world.belief.of(0)).isEqualTo(0.3);
        world.advanceTo(2);
        assertThat(world.belief.of(0)).isCloseTo(0.4, within(1e-15));
        assertStages(world, 5, 1, 1, 1, 1);
        assertThat(world.belief.of(0)).isCloseTo(0.4, within(1e-15));
        World silent = world(QUIET.with("announcement.active", false));
        silent.advanceTo(1);
        assertThat(silent.belief.of(0)).isEqualTo(0.3);
        assertThat(silent.announcement.isMade()).isFalse();
    }

    /** Rank 0 to 3 of four: (r + 0.5)/4 x 2 weeks after the contact's own beginning, in batches of two that are three weeks apart. */
    @Test
    void plansAreSpreadOverThePace() {
        List<Double> moments = new ArrayList<>();
        Scenarios planned = QUIET.with("follow-up.planning", 0.5)
                .with("handoff.batch-size", 2)
                .with("handoff.batch-interval", "3 weeks");
        World world = new World(planned.build(), 1, 0, each -> {
            if (each.event().equals("planning due")) {
                moments.add(each.now());
            }
        });
        world.advanceTo(20);
        assertThat(moments).hasSize(4);
        double[] expected = {0.25, 0.75, 3 + 1.25, 3 + 1.75};
        for (int plan = 0; plan < expected.length; plan++) {
            assertThat(moments.get(plan)).isCloseTo(expected[plan], within(1e-12));
        }
        assertThat(world.ledger().hours(Activity.PLANNING)).isCloseTo(4, within(1e-12));
    }

    @Test
    void withoutPlanningNothingIsDue() {
        List<String> events = new ArrayList<>();
        new World(QUIET.build(), 1, 0, each -> events.add(each.event())).advanceTo(20);
        assertThat(events).contains("stage begins").doesNotContain("planning due");
    }

    /** Delegate j of m: (i + j/m)/n weeks after the beginning, here and again after the change in week 2.2. */
    @Test
    void checkInsAreSpreadOverDelegatesAndBeginAnewWhenTheirNumberChanges() {
        List<Double> moments = new ArrayList<>();
        Scenarios checked = QUIET.with("follow-up.check-ins", 1)
                .with("changes", "[{at: 2.2 weeks, set: {follow-up.check-ins: 2}}]");
        new World(checked.build(), 1, 0, each -> {
                    if (each.event().equals("check in due")) {
                        moments.add(each.now());
                    }
                })
                .advanceTo(3.5);
        double[] expected = {1, 1.5, 2, 2.7, 2.95, 3.2, 3.45};
        assertThat(moments).hasSize(expected.length);
        for (int checkIn = 0; checkIn < expected.length; checkIn++) {
            assertThat(moments.get(checkIn)).isCloseTo(expected[checkIn], within(1e-12));
        }
    }

    /** Three executives and one delegate: contacts 0 and 3 belong to the executive who has it. */
    @Test
    void whoHasNoDelegateIsNotHandedOver() {
        World world = world(QUIET.with("executive.count", 3).with("delegates.count", 1));
        assertStages(world, 0, 1, 0, 0, 1);
        assertThat(world.belief.of(0)).isCloseTo(0.4, within(1e-15));
        assertThat(world.belief.of(1)).isEqualTo(0.3);
    }

    @Test
    void whoHasLeftIsNotHandedOver() {
        World world = world(
                QUIET.with("handoff.mode", "none").with("changes", "[{at: 2 weeks, set: {handoff.mode: staged}}]"));
        world.advanceTo(1);
        world.departures.leaves(2);
        assertStages(world, 2, 1, 1, 0, 1);
    }

    /** The share of 4 x 0.6 = 2.4 contacts is 2: the two that are worth most, or least. */
    @Test
    void theMostOrLeastValuableAreHandedOver() {
        for (String order : new String[] {"most-valuable", "least-valuable"}) {
            World world = world(QUIET.with("handoff.order", order).with("handoff.delegated-share", 0.6));
            world.advanceTo(0);
            double[] values = new double[4];
            for (int contact = 0; contact < 4; contact++) {
                values[contact] = world.contacts.value(contact);
            }
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            for (int contact = 0; contact < 4; contact++) {
                boolean most = values[contact] >= sorted[2];
                assertThat(world.handoff.stage(contact)).isEqualTo(most == order.equals("most-valuable") ? 1 : 0);
            }
        }
    }

    @Test
    void callsCompleteAStageAndCallsOfStageFiveMatterNoMore() {
        World world = world(QUIET.with("handoff.calls-per-stage", 2).with("handoff.first-stage", 4));
        world.advanceTo(1);
        world.handover.onCall(0);
        world.handover.onOffer(1, Handoff.OFFER, false);
        assertStages(world, 1.5, 4, 4, 4, 4);
        world.handover.onCall(0);
        world.handover.onOffer(1, Handoff.OFFER, true);
        assertStages(world, 2, 5, 5, 4, 4);
        for (int call = 0; call < 9; call++) {
            world.handover.onOffer(0, Handoff.DELEGATE_LEADS, true);
        }
        assertStages(world, 20, 5, 5, 4, 4);
        assertThat(world.handoff.stageBeganAt(0)).isEqualTo(1.5);
    }

    @Test
    void acceptedOffersInARowCompleteAnAdaptiveStage() {
        World world = world(QUIET.with("handoff.mode", "adaptive")
                .with("handoff.first-stage", 3)
                .with("handoff.adaptive.accepted-offers", 2)
                .with("handoff.adaptive.longest-stage", "5 weeks"));
        world.advanceTo(1);
        for (boolean accepted : new boolean[] {true, false, true}) {
            world.handover.onOffer(0, Handoff.MESSAGE, accepted);
        }
        assertStages(world, 1.5, 3, 3, 3, 3);
        world.handover.onOffer(0, Handoff.MESSAGE, true);
        assertStages(world, 2, 4, 3, 3, 3);
        assertStages(world, 5, 4, 4, 4, 4);
        assertStages(world, 6.5, 5, 4, 4, 4);
    }

    /** One contact a week: the week in which it enters stage 5 is its rank in an order found by sorting. */
    @Test
    void contactsBeginInTheOrderOfTheirValueForAnHour() {
        Scenarios oneByOne = QUIET.with("handoff.mode", "abrupt")
                .with("contacts.count", 12)
                .with("contacts.rate", "{lognormal: {mean: 1 /week, cv: 1}}")
                .with("handoff.batch-size", 1)
                .with("handoff.batch-interval", "1 week");
        List<Integer> most = order(oneByOne.with("handoff.order", "most-valuable-per-hour"));
        List<Integer> least = order(oneByOne.with("handoff.order", "least-valuable-per-hour"));
        World world = world(oneByOne);
        List<Integer> sorted = IntStream.range(0, 12)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        contact -> -world.contacts.value(contact) / world.contacts.rate(contact)))
                .toList();
        assertThat(most).isEqualTo(sorted);
        Collections.reverse(least);
        assertThat(least).isEqualTo(sorted);
        List<Integer> random = order(oneByOne.with("handoff.order", "random"));
        assertThat(random).containsExactlyInAnyOrderElementsOf(sorted).isNotIn(sorted, order(oneByOne));
        assertThat(order(oneByOne.with("handoff.order", "random").with("promotion.added-hours", 9)))
                .isEqualTo(random);
    }

    private static List<Integer> order(Scenarios scenarios) {
        World world = world(scenarios);
        world.advanceTo(20);
        return IntStream.range(0, 12)
                .boxed()
                .sorted(Comparator.comparingDouble(world.handoff::stageBeganAt))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static World world(Scenarios scenarios) {
        return new World(scenarios.build(), 1, 0);
    }

    private static void assertStages(World world, double week, Integer... expected) {
        world.advanceTo(week);
        List<Integer> stages = new ArrayList<>();
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            stages.add(world.handoff.stage(contact));
        }
        assertThat(stages).as("week %s", week).containsExactly(expected);
    }
}
