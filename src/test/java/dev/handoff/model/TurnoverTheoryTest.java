package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.Distribution;
import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Turnover;
import dev.handoff.scenario.Scenarios;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When delegates quit, and for how long their posts are vacant, in whole runs (model.md, section 18.3). */
class TurnoverTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", TurnoverTheoryTest.class);

    private static final Scenarios QUIET = Scenarios.steady()
            .with("horizon", "520 weeks")
            .with("warmup", "2 weeks")
            .with("contacts.rate", 0)
            .with("executive.duty-hours", 0)
            .with("promotion.added-hours", 0)
            .with("churn.active", false)
            .with("burnout.active", false)
            .with("follow-up.planning", 0)
            .with("turnover.active", true)
            .with("delegates.count", 40);

    /** Hazard a year at morale m: 0.11 x max(0.2, 1 + 4 (0.75 - m)); each quits when its own budget is spent, to the day. */
    @ParameterizedTest
    @CsvSource({"0.75, 0.11", "0.5, 0.22", "0.85, 0.066", "0.99, 0.022"})
    void whoHasSteadyMoraleQuitsWhenTheBudgetIsSpent(double morale, double yearly) {
        List<double[]> quits = new ArrayList<>();
        World world = new World(QUIET.with("morale.initial", morale).build(), 1, 0, each -> {
            if (each.event().equals("delegate quits")) {
                quits.add(new double[] {each.eventSubject(), each.now()});
            }
        });
        world.advanceTo(520);
        double[] begun = new double[40];
        int[] person = new int[40];
        for (double[] quit : quits) {
            int delegate = (int) quit[0];
            double budget = world.draws.exponential(Source.QUIT_BUDGET, delegate, person[delegate]);
            assertThat(quit[1]).isCloseTo(begun[delegate] + budget / (yearly / 52), within(1e-8));
            begun[delegate] = quit[1] + world.draws.vacancy(delegate, person[delegate]++);
        }
        for (int delegate = 0; delegate < 40; delegate++) {
            double budget = world.draws.exponential(Source.QUIT_BUDGET, delegate, person[delegate]);
            assertThat(begun[delegate] + budget / (yearly / 52)).isGreaterThan(520);
        }
        assertThat(quits).hasSizeGreaterThan(3);
        assertThat(world.measures().quits()).isEqualTo(quits.size());
    }

    /**
     * Quits counted in whole runs of staged handoffs with twelve delegates, for each year in a post. The count is Poisson given the years, so four of its
     * standard errors are exceeded by chance once in 16,000 times.
     */
    @Test
    void elevenPercentQuitInAYearAtNeutralMorale() {
        Scenario scenario = Scenarios.steady()
                .with("turnover.active", true)
                .with("delegates.count", 12)
                .build();
        double quits = 0;
        double years = 0;
        double vacant = 0;
        for (int replication = 0; replication < 400; replication++) {
            World world = new World(scenario, 11, replication);
            world.advanceTo(104);
            quits += world.measures().quits();
            years += world.measures().delegateYears();
            vacant += 24 - world.measures().delegateYears();
        }
        double error = Math.sqrt(0.11 / years);
        EVIDENCE.near("delegates who quit in a year at neutral morale", 0.11, quits / years, 4 * error);
        assertThat(error).isLessThan(0.004);
        // A post is vacant for six weeks after each quit, but for what lies beyond the horizon.
        assertThat(vacant / quits * 52).isBetween(5.0, 6.5);
    }

    /** The integral by fine steps, with the floor crossed on the way up, on the way down, always and never. */
    @ParameterizedTest
    @CsvSource({"0.9, 0.99", "0.99, 0.9", "0.97, 0.99", "0.3, 0.8", "0.8, 0.2", "0.7, 0.7"})
    void theHazardOfAMovingMoraleIsItsIntegral(double morale, double target) {
        double memory = 3;
        double hazard = 0;
        int steps = 200_000;
        for (int step = 0; step < steps; step++) {
            double week = 4.0 * (step + 0.5) / steps;
            double at = target + (morale - target) * Math.exp(-week / memory);
            hazard += 4.0 / steps * 0.01 * Math.max(0.2, 1 + 4 * (0.75 - at));
        }
        Turnover turnover =
                new Turnover(new Turnover.Settings(true, 0.01, 4, 0.75, 0.2, new Distribution.Fixed(1), 0, 0), 1);
        turnover.begin(0, 1.5 * hazard);
        assertThat(turnover.quitsWithin(0, morale, target, memory, 4)).isInfinite();
        assertThat(turnover.quitsWithin(0, morale, target, memory, 4)).isCloseTo(2, within(1e-7));
    }

    /** The second error costs the post: its repair goes to the executive, and a successor may make two again. */
    @Test
    void whoMakesTooManyErrorsIsReplaced() {
        List<Double> errors = new ArrayList<>();
        Scenario scenario = Scenarios.steady()
                .with("handoff.mode", "abrupt")
                .with("delegates.count", 1)
                .with("turnover.active", true)
                .with("turnover.quit-hazard", 0)
                .with("turnover.dismissal-errors", 2)
                .build();
        World world = new World(scenario, 1, 0, each -> {
            if (each.event().equals("post filled")) {
                errors.add(each.now());
            }
        });
        world.advanceTo(104);
        assertThat(errors).hasSizeGreaterThan(3);
        assertThat(world.delegates.occupant(0)).isEqualTo(errors.size());
        assertThat(world.measures().quits()).isZero();
        World tolerant = new World(
                Scenarios.steady()
                        .with("turnover.active", true)
                        .with("turnover.quit-hazard", 0)
                        .build(),
                1,
                0);
        tolerant.advanceTo(104);
        assertThat(tolerant.delegates.occupant(0)).isZero();
    }

    @Test
    void nobodyQuitsBeforeThePromotion() {
        World world = new World(
                QUIET.with("warmup", "50 weeks")
                        .with("turnover.quit-hazard", "500 %/year")
                        .build(),
                1,
                0);
        world.advanceTo(-0.01);
        for (int delegate = 0; delegate < 40; delegate++) {
            assertThat(world.delegates.isEmployed(delegate)).isTrue();
        }
        world.advanceTo(20);
        assertThat(world.measures().quits()).isGreaterThan(20);
        assertThat(world.measures().vacantShare()).isBetween(0.1, 0.7);
    }
}
