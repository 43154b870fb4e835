package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.scenario.Scenarios;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oversight in whole runs where nothing else happens, against the plan worked out by hand (model.md, section 26). */
class CoordinationTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", CoordinationTheoryTest.class);
    private static final double EXACT = 1e-9;

    private static final Scenarios QUIET = Scenarios.steady()
            .with("warmup", "1 week")
            .with("contacts.count", 0)
            .with("executive.duty-hours", 0)
            .with("promotion.added-hours", 0)
            .with("burnout.active", false)
            .with("coordination.active", true);

    /** Weekly: an hour and a check-in of half an hour for each direct report; a coordinator is one of them, takes 1.5 h more, and leaves five payments of 0.1 h for each delegate. */
    @Test
    void hoursOfTheExecutiveAreThePlanForOneToTwelveDelegates() {
        for (int delegates = 1; delegates <= 12; delegates++) {
            double direct = 1.5 * delegates;
            int under = Math.min(delegates, 8);
            double coordinated = 1.5 * (delegates - under) + 0.5 * under + 1.5 + 1.5;
            double measuredDirect = weeklyHours(delegates, false);
            double measuredCoordinated = weeklyHours(delegates, true);
            assertThat(measuredDirect).as("%s direct", delegates).isCloseTo(direct, within(EXACT));
            assertThat(measuredCoordinated).as("%s coordinated", delegates).isCloseTo(coordinated, within(EXACT));
            if (List.of(1, 3, 4, 8, 12).contains(delegates)) {
                String what = String.format(Locale.ROOT, "weekly hours for %d delegates", delegates);
                EVIDENCE.near(what + ", each a direct report", direct, measuredDirect, EXACT);
                EVIDENCE.near(what + ", with a coordinator", coordinated, measuredCoordinated, EXACT);
            }
            double gain = measuredDirect - measuredCoordinated;
            assertThat(Math.signum(Math.abs(gain) < EXACT ? 0 : gain))
                    .as("a coordinator pays from the fourth delegate on, and breaks even with three")
                    .isEqualTo(Integer.compare(delegates, 3));
        }
    }

    /** Ten weeks in the middle, so that each delegate has ten of everything, whatever its day. */
    private static double weeklyHours(int delegates, boolean coordinator) {
        World world = new World(
                QUIET.with("delegates.count", delegates)
                        .with("coordination.coordinator", coordinator)
                        .build(),
                1,
                0);
        world.advanceTo(10);
        double before = world.ledger().portfolioHours();
        world.advanceTo(20);
        assertThat(world.ledger().freedHours()).isEqualTo(-world.ledger().portfolioHours());
        assertThat(world.ledger().hours(Activity.OVERSIGHT)).isPositive();
        return (world.ledger().portfolioHours() - before) / 10;
    }

    /** Delegate j of m: i + j/m weeks after the beginning, i = 1, 2 and so on; a change to no handover ends it. */
    @Test
    void oversightIsSpreadOverTheWeekAndEndsWithTheHandover() {
        List<Double> moments = new ArrayList<>();
        Scenarios scenarios = QUIET.with(
                "changes", "[{at: 2.2 weeks, set: {handoff.mode: none}}, {at: 3 weeks, set: {handoff.mode: abrupt}}]");
        new World(scenarios.build(), 1, 0, each -> {
                    if (each.event().equals("oversight due")) {
                        moments.add(each.now());
                    }
                })
                .advanceTo(5);
        assertThat(moments).containsExactly(1.0, 1.5, 2.0, 4.0, 4.5, 5.0);
    }

    @Test
    void oversightBeginsAndEndsWhenItIsSwitchedOnAndOff() {
        World world = new World(
                QUIET.with("coordination.active", false)
                        .with(
                                "changes",
                                "[{at: 10 weeks, set: {coordination.active: true}}, {at: 20.2 weeks, set: {coordination.active: false}}]")
                        .build(),
                1,
                0);
        world.advanceTo(10.9);
        assertThat(world.ledger().hours(Activity.OVERSIGHT)).isZero();
        world.advanceTo(50);
        assertThat(world.ledger().hours(Activity.OVERSIGHT)).isCloseTo(10 + 9, within(EXACT));
    }

    @Test
    void whereNothingIsHandedOverNobodyIsOverseen() {
        World world = new World(
                QUIET.with("handoff.mode", "none")
                        .with("coordination.coordinator", true)
                        .build(),
                1,
                0);
        world.advanceTo(52);
        assertThat(world.ledger().portfolioHours()).isZero();
        assertThat(world.ledger().freedHours()).isZero();
    }

    /** The gap to the ceiling after n weeks of h hours: (1 - 3 h x rate)^n. More hours teach more, each less than the one before. */
    @Test
    void oversightTeachesWithDiminishingReturns() {
        double[] skill = new double[5];
        for (int hours = 0; hours <= 4; hours++) {
            World world = new World(
                    QUIET.with("delegates.count", 1)
                            .with("delegates.initial-skill", 0.35)
                            .with("delegates.learning-rate", 0.005)
                            .with("coordination.oversight", hours)
                            .build(),
                    1,
                    0);
            world.advanceTo(52);
            skill[hours] = world.skill.of(0);
            double expected = 0.95 - 0.6 * Math.pow(1 - 0.015 * hours, 52);
            EVIDENCE.near(
                    "skill after a year of " + hours + " hours of oversight a week", expected, skill[hours], EXACT);
        }
        for (int hours = 1; hours < 4; hours++) {
            assertThat(skill[hours + 1] - skill[hours]).isLessThan(skill[hours] - skill[hours - 1]);
        }
    }

    /** Beyond the span the teaching thins out: of sixteen each gets half, unless eight are under a coordinator and nine report. */
    @Test
    void beyondTheSpanTeachingThinsOut() {
        Scenarios sixteen = QUIET.with("delegates.count", 16)
                .with("delegates.initial-skill", 0.35)
                .with("delegates.learning-rate", 0.005);
        World direct = new World(sixteen.build(), 1, 0);
        direct.advanceTo(52);
        assertThat(direct.skill.of(0)).isCloseTo(0.95 - 0.6 * Math.pow(1 - 0.015 / 2, 52), within(EXACT));
        World coordinated =
                new World(sixteen.with("coordination.coordinator", true).build(), 1, 0);
        coordinated.advanceTo(52);
        assertThat(coordinated.skill.of(0)).isCloseTo(0.95 - 0.6 * Math.pow(1 - 0.015, 52), within(EXACT));
        assertThat(coordinated.skill.of(8)).isCloseTo(0.95 - 0.6 * Math.pow(1 - 0.015 * 8 / 9, 51), within(EXACT));
    }

    /** A check-in a week catches half of the errors; of n delegates beyond a span of eight, 8/n of that. Binomial, 4 standard errors: false alarm 0.006 %. */
    @ParameterizedTest
    @CsvSource({"4, false, 0.5", "8, false, 0.5", "16, false, 0.25", "16, true, 0.472"})
    void beyondTheSpanFewerErrorsAreCaught(int delegates, boolean coordinator, double caught) {
        World world = new World(
                QUIET.with("delegates.count", delegates)
                        .with("coordination.coordinator", coordinator)
                        .with("skill.active", false)
                        .with("skill.steepness", 1000)
                        .with("delegates.initial-skill", 0.3)
                        .with("follow-up.catch-probability", 0.5)
                        .with("follow-up.clarity", 1)
                        .with("tasks.hours", "40 h/week")
                        .with("tasks.size", "0.2 h")
                        .with("tasks.difficulty", 1)
                        .with("tasks.error-work", 0)
                        .with("tasks.delegated-to", 1)
                        .build(),
                1,
                0);
        world.advanceTo(52);
        double tasks = world.ledger().delegatedTaskHours() / 0.2;
        double expected = delegates == 16 && coordinator ? (0.5 + 0.5 * 8 / 9) / 2 : caught;
        double tolerance = 4 * Math.sqrt(expected * (1 - expected) / tasks);
        assertThat(expected).isCloseTo(caught, within(0.001));
        assertThat(tolerance).isLessThan(0.03);
        String what = String.format(
                Locale.ROOT, "errors caught, %d delegates%s", delegates, coordinator ? " and a coordinator" : "");
        EVIDENCE.near(what, expected, 1 - world.ledger().taskErrors() / tasks, tolerance);
    }
}
