package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.scenario.Scenarios;
import dev.handoff.validation.Evidence;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Morale against the exponential that it follows while conditions stand still (model.md, section 18.2). */
class MoraleTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", MoraleTheoryTest.class);

    /* Nobody calls, so a delegate has nothing but its check-ins to do. */
    private static final Scenarios QUIET = Scenarios.steady()
            .with("warmup", "2 weeks")
            .with("contacts.rate", 0)
            .with("churn.active", false)
            .with("burnout.active", false)
            .with("follow-up.planning", 0)
            .with("morale.active", true)
            .with("morale.initial", 0.5)
            .with("morale.base", 0.6)
            .with("morale.memory", "5 weeks");

    /** 0.6 + 0.08 min(1, y) - 0.07 max(0, y - 2) for y touches a week. */
    @ParameterizedTest
    @CsvSource({"0, 0.6", "0.5, 0.64", "1, 0.68", "2, 0.68", "5, 0.47"})
    void itRelaxesExponentially(double checkIns, double aim) {
        World world = new World(QUIET.with("follow-up.check-ins", checkIns).build(), 1, 0);
        world.advanceTo(-0.5);
        assertThat(world.morale.of(0, world.now())).isEqualTo(0.5);
        for (double week : new double[] {0.3, 1, 2.7, 10, 30}) {
            world.advanceTo(week);
            double expected = aim + (0.5 - aim) * Math.exp(-week / 5);
            for (int delegate = 0; delegate < 2; delegate++) {
                assertThat(world.morale.of(delegate, world.now())).isCloseTo(expected, within(1e-12));
            }
            assertThat(world.measures().meanMorale()).isCloseTo(expected, within(1e-12));
        }
    }

    /** A check-in a week and a follow-up every third of a week are four touches: two too many. Asking contacts alone is none. */
    @Test
    void followUpsThatAskTheDelegateAreTouches() {
        Scenarios followed = QUIET.with("follow-up.touches.active", true).with("follow-up.touches.interval", 1 / 3.0);
        World world = new World(followed.build(), 1, 0);
        world.advanceTo(10);
        assertThat(world.morale.target(0)).isCloseTo(0.6 + 0.08 - 0.07 * 2, within(1e-12));
        World discreet =
                new World(followed.with("follow-up.touches.sides", "client").build(), 1, 0);
        discreet.advanceTo(10);
        assertThat(discreet.morale.target(0)).isCloseTo(0.68, within(1e-12));
    }

    @Test
    void withoutAHandoverThereAreNoTouches() {
        World world = new World(QUIET.with("handoff.mode", "none").build(), 1, 0);
        world.advanceTo(200);
        assertThat(world.morale.of(0, 200)).isCloseTo(0.6, within(1e-12));
    }

    /** From week 10 on 4 check-ins a week; the next review is that of week 10 itself. */
    @Test
    void aChangedPolicyCountsFromTheNextReview() {
        World world = new World(
                QUIET.with("follow-up.check-ins", 1)
                        .with("changes", "[{at: 9.5 weeks, set: {follow-up.check-ins: 4}}]")
                        .build(),
                1,
                0);
        world.advanceTo(10);
        double before = 0.68 + (0.5 - 0.68) * Math.exp(-10 / 5.0);
        assertThat(world.morale.of(0, 10)).isCloseTo(before, within(1e-12));
        world.advanceTo(13);
        assertThat(world.morale.of(0, 13)).isCloseTo(0.54 + (before - 0.54) * Math.exp(-3 / 5.0), within(1e-12));
    }

    /** One override in the week before week 6: the remembered rate is 1 - e^(-1/4), then decays by e^(-1/4) a week. */
    @Test
    void overridesWeighOnItAsLongAsTheyAreRemembered() {
        World world = new World(QUIET.with("follow-up.check-ins", 0).build(), 1, 0);
        world.advanceTo(5.5);
        world.morale.onOverride(0);
        world.advanceTo(6);
        double rate = -Math.expm1(-0.25);
        assertThat(world.morale.target(0)).isCloseTo(0.6 - 0.03 * rate, within(1e-12));
        assertThat(world.morale.target(1)).isCloseTo(0.6, within(1e-12));
        world.advanceTo(8);
        assertThat(world.morale.target(0)).isCloseTo(0.6 - 0.03 * rate * Math.exp(-0.5), within(1e-12));
    }

    /** Half the scale in a year, were it to go on, is half of the gain; more than the scale is no more than the gain. */
    @Test
    void growingRaisesIt() {
        World world = new World(QUIET.with("follow-up.check-ins", 0).build(), 1, 0);
        world.advanceTo(0);
        double rate = -Math.expm1(-0.25);
        double skill = world.skill.of(0);
        world.skill.onNewDelegate(0, skill + 0.01, 0, 0);
        world.skill.onNewDelegate(1, world.skill.of(1) + 0.3, 0, 0);
        world.advanceTo(1);
        assertThat(world.morale.target(0)).isCloseTo(0.6 + 0.05 * 52 * 0.01 * rate, within(1e-12));
        assertThat(world.morale.target(1)).isCloseTo(0.65, within(1e-12));
    }

    /** Of 10 hours a week 10 are worked and 5 wait: half a week more than 0.9 of a week, and 0.1 more. */
    @Test
    void overloadLowersIt() {
        World world = new World(
                QUIET.with("follow-up.check-ins", 0)
                        .with("delegates.net-hours", 10)
                        .with("handoff.mode", "abrupt")
                        .with("errors.active", false)
                        .with("escalation.active", false)
                        .with("skill.active", false)
                        .with("skill.novice-time", 1)
                        .with("skill.time-saved-by-skill", 0)
                        .build(),
                1,
                0);
        world.advanceTo(3);
        for (double size : new double[] {12, 5}) {
            world.life.giveToDelegate(world.requests.open(0, 0, world.now(), size, size, 5));
        }
        world.advanceTo(4);
        assertThat(world.morale.target(0)).isCloseTo(0.6 - 0.1 * (1.5 - 0.9), within(1e-12));
        world.advanceTo(5);
        assertThat(world.morale.target(0)).as("seven hours are bearable").isCloseTo(0.6, within(1e-12));
    }

    /** Four check-ins a week are two more than tolerated: ownership keeps 0.98 of itself each week, at the reviews from week 0 on. */
    @Test
    void ownershipDeclinesGeometricallyUnderTooManyTouches() {
        World world = new World(QUIET.with("follow-up.check-ins", 4).build(), 1, 0);
        world.advanceTo(51.5);
        assertThat(world.ownership.of(0)).isCloseTo(0.3 * Math.pow(0.98, 52), within(1e-12));
        World calm = new World(QUIET.with("follow-up.check-ins", 2).build(), 1, 0);
        calm.advanceTo(51.5);
        assertThat(calm.ownership.of(0)).isEqualTo(0.3);
    }

    /** Mean over two years; the neutral morale is what the base is calibrated to. */
    @Test
    void itIsAboutNeutralInAStagedHandoff() {
        Scenario scenario = Scenarios.steady().with("morale.active", true).build();
        SummaryStatistics means = new SummaryStatistics();
        for (int replication = 0; replication < 60; replication++) {
            World world = new World(scenario, 11, replication);
            double sum = 0;
            for (int week = 1; week <= 104; week++) {
                world.advanceTo(week);
                sum += world.measures().meanMorale();
            }
            means.addValue(sum / 104);
        }
        double halfWidth = 2 * means.getStandardDeviation() / Math.sqrt(means.getN());
        EVIDENCE.within(
                "morale of delegates in a staged handoff, mean of two years; calibrated to be neutral",
                0.74,
                0.76,
                means.getMean(),
                "± " + Evidence.text(halfWidth));
    }
}
