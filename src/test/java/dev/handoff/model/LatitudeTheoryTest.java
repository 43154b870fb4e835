package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Satisfaction.Cause;
import dev.handoff.scenario.Scenarios;
import dev.handoff.validation.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Latitude, agreed milestones and what the firm has written down (model.md, section 19), in whole runs. */
class LatitudeTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", LatitudeTheoryTest.class);

    /* Everybody takes the delegates, who make no errors, and nobody minds waiting. */
    private static final Scenarios SMOOTH = Scenarios.steady()
            .with("horizon", "60 weeks")
            .with("contacts.count", 40)
            .with("contacts.rate", "3 /week")
            .with("delegates.count", 8)
            .with("requests.prompt-urgent", false)
            .with("handoff.mode", "abrupt")
            .with("choice.active", false)
            .with("errors.active", false)
            .with("escalation.active", false)
            .with("appeal.active", false)
            .with("churn.active", false)
            .with("satisfaction.late-loss", 0)
            .with("satisfaction.impatience-loss", 0)
            .with("satisfaction.urgent-loss", 0);

    /** Probability 0.3 x level x (1 - clarity); a deficit of errors rises with a mismatch and with nothing else here. */
    @ParameterizedTest
    @CsvSource({"1, 0, 0.3", "0.5, 0.2, 0.12", "1, 1, 0", "0, 0, 0"})
    void styleIsAmissAsOftenAsLatitudeAndClaritySay(double level, double clarity, double probability) {
        int[] cases = new int[2];
        double[] before = new double[40];
        Scenario scenario = SMOOTH.with("latitude.active", true)
                .with("latitude.level", level)
                .with("latitude.mismatch-rate", 0.3)
                .with("follow-up.clarity", clarity)
                .build();
        World world = new World(scenario, 1, 0, each -> {
            if (each.event().equals("delegate done")) {
                for (int contact = 0; contact < 40; contact++) {
                    double deficit = each.satisfaction.deficit(contact, Cause.ERROR);
                    cases[1] += deficit > before[contact] ? 1 : 0;
                    before[contact] = deficit;
                }
            }
        });
        world.advanceTo(60);
        cases[0] = (int) world.measures().delegateRequests();
        assertThat(cases[0]).isGreaterThan(6000);
        double share = (double) cases[1] / cases[0];
        // Four standard errors of a share: chance exceeds them once in 16,000 times.
        double tolerance = 4 * Math.sqrt(probability * (1 - probability) / cases[0]);
        if (probability == 0.12) {
            EVIDENCE.near("answers in another way than expected, half latitude, clarity 0.2", 0.12, share, tolerance);
        }
        assertThat(share).isCloseTo(probability, within(tolerance + 1e-12));
    }

    /** Without overrides the gap of ownership keeps 1 - 0.04 x (1 + w (level - 0.5)) with each solved request. */
    @ParameterizedTest
    @CsvSource({"true, 1, 0.08", "true, 0, 0", "true, 0.5, 0.04", "false, 1, 0.04"})
    void ownershipRisesWithLatitude(boolean active, double level, double gain) {
        Scenario scenario = SMOOTH.with("delegates.count", 1)
                .with("contacts.count", 1)
                .with("latitude.active", active)
                .with("latitude.level", level)
                .with("latitude.ownership-weight", 2)
                .build();
        World world = new World(scenario, 1, 0);
        world.advanceTo(20);
        double solved = world.measures().delegateRequests() - world.requests.open();
        assertThat(solved).isGreaterThan(20);
        assertThat(world.ownership.of(0)).isCloseTo(1 - 0.7 * Math.pow(1 - gain, solved), within(1e-12));
    }

    @Test
    void latitudeIsPartOfMorale() {
        Scenarios free =
                SMOOTH.with("contacts.rate", 0).with("morale.active", true).with("latitude.level", 0.9);
        World inactive = new World(free.build(), 1, 0);
        World active = new World(free.with("latitude.active", true).build(), 1, 0);
        inactive.advanceTo(3);
        active.advanceTo(3);
        assertThat(active.morale.target(0) - inactive.morale.target(0)).isCloseTo(0.05 * 0.4, within(1e-12));
    }

    /** Ownership 0.3 becomes 0.3 + 0.5 x 0.7; the executive and each delegate spend three hours, also with who comes later. */
    @Test
    void agreeingOnMilestonesTakesTimeAndRaisesOwnership() {
        Scenarios quiet = SMOOTH.with("contacts.rate", 0)
                .with("executive.duty-hours", 0)
                .with("promotion.added-hours", 0)
                .with("follow-up.check-ins", 0)
                .with("follow-up.planning", 0)
                .with("delegates.count", 2)
                .with("milestones.ownership-gain", 0.5)
                .with("milestones.work", "3 h");
        World imposed = new World(quiet.build(), 1, 0);
        imposed.advanceTo(2);
        assertThat(imposed.ownership.of(0)).isEqualTo(0.3);
        assertThat(imposed.ledger().hours(Activity.PLANNING)).isZero();
        World agreed = new World(quiet.with("milestones.active", true).build(), 1, 0);
        agreed.advanceTo(2);
        assertThat(agreed.ownership.of(1)).isCloseTo(0.65, within(1e-12));
        assertThat(agreed.ledger().hours(Activity.PLANNING)).isEqualTo(6);
        assertThat(agreed.measures().delegateHours()).isCloseTo(6, within(1e-12));
        agreed.staffing.leavesPost(1);
        agreed.staffing.takesPost(1);
        agreed.advanceTo(3);
        assertThat(agreed.ownership.of(1)).isCloseTo(0.65, within(1e-12));
        assertThat(agreed.ledger().hours(Activity.PLANNING)).isEqualTo(9);
    }

    /** Effective skill e becomes e + 0.3 x 0.5 x (1 - e), and each of eight delegates writes for half an hour a week. */
    @Test
    void sharedKnowledgeRaisesEffectiveSkillAndIsKeptUpToDate() {
        Scenarios quiet = SMOOTH.with("contacts.rate", 0).with("follow-up.check-ins", 0);
        World own = new World(quiet.build(), 1, 0);
        World shared = new World(quiet.with("skill.shared-knowledge", 0.5).build(), 1, 0);
        own.advanceTo(9.5);
        shared.advanceTo(9.5);
        double effective = own.skill.effective(0, 0);
        assertThat(effective).isCloseTo(0.7 * own.skill.of(0) + 0.3 * 0.1, within(1e-12));
        assertThat(shared.skill.effective(0, 0)).isCloseTo(effective + 0.15 * (1 - effective), within(1e-12));
        assertThat(own.measures().delegateHours()).isZero();
        assertThat(shared.measures().delegateHours()).isCloseTo(10 * 8 * 0.5, within(1e-9));
    }

    /** In the long run everybody is as good as practice makes them: 0.95 less a spread of 0.4 of an own, even variate. */
    @Test
    void ceilingsDiffer() {
        World world = new World(
                SMOOTH.with("skill.ceiling-spread", 0.4)
                        .with("delegates.initial-skill", 0.1)
                        .with("delegates.learning-rate", 0.3)
                        .build(),
                1,
                0);
        world.advanceTo(60);
        double lowest = 1;
        for (int delegate = 0; delegate < 8; delegate++) {
            double ceiling = 0.95 - 0.4 * world.draws.uniform(Draws.Source.CEILING, delegate, 0);
            assertThat(world.skill.of(delegate)).isCloseTo(ceiling, within(1e-9));
            lowest = Math.min(lowest, ceiling);
        }
        assertThat(lowest).isLessThan(0.75);
    }
}
