package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Satisfaction.Cause;
import dev.handoff.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waits that are felt before the answer (model.md, section 5), and approval that comes late (section 8), by hand. */
class AbsenceTest {

    /* One request of the hour a week; patience 0.6 weeks, expectation 0.1 weeks, so that the limit is 0.2 weeks. */
    private static final Scenarios QUIET = Scenarios.base()
            .with("warmup", "1 week")
            .with("contacts.count", 2)
            .with("contacts.rate", 0)
            .with("contacts.friend-share", 0)
            .with("contacts.patience", "0.6 weeks")
            .with("contacts.expected-response", "0.1 weeks")
            .with("executive.duty-hours", 0)
            .with("promotion.added-hours", 0)
            .with("burnout.active", false)
            .with("fatigue.active", false)
            .with("handoff.mode", "none");

    private static final Scenarios IMPATIENT = QUIET.with("impatience.active", true);

    /** 0.75 x 0.9^(0.6 + 0.6) at the patience; the loss of the answer is no larger, so it takes nothing more and gives nothing. */
    @Test
    void aWaitIsFeltOnceAtThePatience() {
        World world = away(IMPATIENT, 2, false);
        world.advanceTo(1.59);
        assertThat(world.satisfaction.of(0)).isEqualTo(0.75);
        world.advanceTo(1.61);
        double felt = 0.75 * Math.pow(0.9, 1.2);
        assertThat(world.satisfaction.of(0)).isCloseTo(felt, within(1e-12));
        assertThat(world.satisfaction.deficit(0, Cause.WAIT)).isCloseTo(0.75 - felt, within(1e-12));
        world.advanceTo(4);
        assertThat(world.requests.open()).isZero();
        assertThat(world.satisfaction.of(0)).isCloseTo(felt, within(1e-12));
        assertThat(world.expectation.overall(0)).isGreaterThan(0.2);
    }

    /** Where the patience ends a quarter beyond the limit, 0.6 x 0.25 + 0.6 is felt then, and the other 0.45 at the answer. */
    @Test
    void whatTheAnswerAddsIsFeltThen() {
        World world = away(IMPATIENT.with("contacts.patience", "0.25 weeks"), 2, false);
        world.advanceTo(1.26);
        assertThat(world.satisfaction.of(0)).isCloseTo(0.75 * Math.pow(0.9, 0.75), within(1e-12));
        world.advanceTo(4);
        assertThat(world.satisfaction.of(0)).isCloseTo(0.75 * Math.pow(0.9, 1.2), within(1e-12));
    }

    /** An urgent one: 0.6 + 0.6 + 1 is more than the most, 2, and the same without impatience. */
    @Test
    void togetherNoMoreThanTheMostIsLost() {
        World world = away(IMPATIENT, 2, true);
        world.advanceTo(4);
        assertThat(world.satisfaction.of(0)).isCloseTo(0.75 * 0.81, within(1e-12));
        World patient = away(QUIET, 2, true);
        patient.advanceTo(4);
        assertThat(patient.satisfaction.of(0)).isCloseTo(0.75 * 0.81, within(1e-12));
    }

    /** Answered at last, a request has cost the same whether its wait was felt on the way or at the end. */
    @Test
    void feltEarlierOrLaterTheWaitCostsTheSame() {
        for (String patience : List.of("0.15 weeks", "0.3 weeks", "0.5 weeks", "0.9 weeks")) {
            World early = away(IMPATIENT.with("contacts.patience", patience), 2.3, false);
            World late = away(QUIET.with("contacts.patience", patience), 2.3, false);
            early.advanceTo(5);
            late.advanceTo(5);
            assertThat(late.satisfaction.of(0)).isLessThan(0.75);
            assertThat(early.satisfaction.of(0)).isCloseTo(late.satisfaction.of(0), within(1e-12));
        }
    }

    /** Never answered, it costs as much as answered late, instead of nothing. */
    @Test
    void silenceIsNoBetterThanALateAnswer() {
        World silent = away(IMPATIENT, 100, false);
        silent.advanceTo(90);
        assertThat(silent.requests.open()).isEqualTo(1);
        assertThat(silent.satisfaction.of(0)).isCloseTo(0.75 * Math.pow(0.9, 1.2), within(1e-12));
        World unfelt = away(QUIET, 100, false);
        unfelt.advanceTo(90);
        assertThat(unfelt.satisfaction.of(0)).isEqualTo(0.75);
    }

    /** Given up after the patience: the loss of giving up, 1, was felt already, so nothing is added; of 1.5, 0.3 are added. */
    @Test
    void givingUpCostsNotTwice() {
        for (double loss : new double[] {1, 1.5}) {
            World world = away(
                    IMPATIENT.with("abandonment.active", true).with("satisfaction.abandonment-loss", loss), 100, false);
            int request = world.requests.anyOpen(0);
            world.requests.limitPatience(request, 3);
            world.events.schedule(EventKind.PATIENCE_ENDS.ordinal(), request, 3);
            world.advanceTo(4);
            assertThat(world.requests.open()).isZero();
            assertThat(world.satisfaction.of(0)).isCloseTo(0.75 * Math.pow(0.9, Math.max(1.2, loss)), within(1e-12));
        }
    }

    @Test
    void anAnswerInTimeIsFeltAsBefore() {
        World world = new World(IMPATIENT.build(), 1, 0);
        world.advanceTo(1);
        call(world, false);
        world.advanceTo(4);
        assertThat(world.satisfaction.of(0)).isCloseTo(0.75 + 0.03 * 0.25, within(1e-12));
    }

    /** Stages of two weeks that begin in week 3; check-ins, planning and the announcement come as long after the approval as else after the promotion. */
    @Test
    void theHandoverBeginsWhenItIsApproved() {
        List<String> prompt = calendar("0 weeks", 0);
        List<String> late = calendar("3 weeks", 3);
        assertThat(late.remove(0)).isEqualTo("handover approved 0.0");
        assertThat(late).isEqualTo(prompt);
        assertThat(prompt).hasSizeGreaterThan(15);
    }

    private static List<String> calendar(String delay, double from) {
        List<String> events = new ArrayList<>();
        Scenario scenario = QUIET.with("handoff.mode", "staged")
                .with("handoff.pace", "2 weeks")
                .with("handoff.approval-delay", delay)
                .build();
        World world = new World(scenario, 1, 0, each -> {
            if (each.event().matches("stage begins|planning due|check in due|handover approved")) {
                events.add(each.event() + " " + (Math.rint(1e9 * (each.now() - from)) / 1e9));
            }
        });
        world.advanceTo(from);
        assertThat(world.handoff.stage(0)).isEqualTo(1);
        world.advanceTo(from + 12);
        assertThat(world.belief.of(0)).isEqualTo(0.4);
        return events;
    }

    @Test
    void whatIsCalledOffBeforeItIsApprovedNeverBegins() {
        World world = new World(
                QUIET.with("handoff.mode", "staged")
                        .with("handoff.approval-delay", "3 weeks")
                        .with(
                                "changes",
                                "[{at: 1 week, set: {follow-up.check-ins: 2}}, {at: 2 weeks, set: {handoff.mode: none}}]")
                        .build(),
                1,
                0);
        world.advanceTo(20);
        assertThat(world.handoff.stage(0)).isZero();
        assertThat(world.ledger().hours(Activity.CHECK_IN)).isZero();
    }

    /* Contact 0 calls in week 1, and the executive is away from before until the given week. */
    private static World away(Scenarios scenarios, double until, boolean urgent) {
        Scenario scenario = scenarios
                .with("executive.away", true)
                .with("churn.active", false)
                .with("changes", "[{at: " + until + " weeks, set: {executive.away: false}}]")
                .build();
        World world = new World(scenario, 1, 0);
        world.advanceTo(1);
        call(world, urgent);
        return world;
    }

    private static void call(World world, boolean urgent) {
        int request = world.requests.open(0, 0, world.now(), 1, 1, 0);
        if (urgent) {
            world.requests.markUrgent(request);
        }
        world.life.watch(request);
        world.life.callExecutive(request, dev.handoff.model.people.Jobs.Kind.DIRECT, 1, 2);
    }
}
