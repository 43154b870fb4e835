package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever learns closes a fixed share of its gap with each equal experience, in whole runs: habits, expectations, delegates. And
 * the average over learners of different speed follows another curve than any of them.
 */
class LearningTheoryTest {
    private static final double EXACT = 1e-12;
    private static final int TASKS = 300;
    private static final double FASTEST =
            0.06; // rate with which 300 tasks leave enough of the gap to take its logarithm
    private static final Evidence EVIDENCE = Evidence.in("closed forms", LearningTheoryTest.class);

    /** Equal experiences by a contact since week 0, and a state after each of them; number 0 is the state at week 0. */
    private record Course(List<Double> states) {

        static Course of(Scenario scenario, ToDoubleFunction<World> experiences, ToDoubleFunction<World> state) {
            List<Double> states = new ArrayList<>();
            World world = Behaviour.world(scenario, after -> record(states, after, experiences, state));
            world.advanceTo(scenario.horizonWeeks());
            return new Course(states);
        }

        /* An experience may take several events of one moment: the last of them counts. */
        private static void record(
                List<Double> states, World world, ToDoubleFunction<World> experiences, ToDoubleFunction<World> state) {
            int number = (int) experiences.applyAsDouble(world);
            if (number == states.size()) {
                states.add(state.applyAsDouble(world));
            } else {
                assertThat(number).isEqualTo(states.size() - 1);
                states.set(number, state.applyAsDouble(world));
            }
        }

        /** The share of the gap to a limit that is left after n experiences. */
        double left(double limit, int n) {
            return (limit - states.get(n)) / (limit - states.get(0));
        }

        void closesWithEach(double limit, double share) {
            assertThat(states).hasSizeGreaterThan(300);
            for (int n = 0; n < states.size(); n++) {
                double expected = limit - (limit - states.get(0)) * Math.pow(1 - share, n);
                assertThat(states.get(n)).as("after %s", n).isCloseTo(expected, within(EXACT));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"18", "66", "254"})
    void asManyAnswersAsItsRepetitionsMakeAHabit(int repetitions) {
        Course habit = answers("habit", world -> world.habit.of(0), "habit.repetitions=" + repetitions);
        habit.closesWithEach(1, 1 - Math.pow(0.05, 1.0 / repetitions));
        String what = "habit, share of the way after " + repetitions + " immediate answers";
        EVIDENCE.near(what, 0.95, 1 - habit.left(1, repetitions), EXACT);
    }

    @Test
    void asManySolvedRequestsBreakIt() {
        Course habit = answers("habit", world -> world.habit.of(0), "habit.repetitions=66", "handoff.mode=abrupt");
        habit.closesWithEach(0, 1 - Math.pow(0.05, 1.0 / 66));
        EVIDENCE.near("habit, share of the way back after 66 solved requests", 0.95, 1 - habit.left(0, 66), EXACT);
    }

    /** The reward of an answer falls linearly to nothing at twice the patience: after half of it, 3/4 are left. */
    @Test
    void lateAnswersAndFailuresTeachLess() {
        double rate = 1 - Math.pow(0.05, 1.0 / 66);
        Course late = answers("habit", world -> world.habit.of(0), waits("0.3 weeks", "habit.repetitions=66"));
        late.closesWithEach(1, 0.75 * rate);
        EVIDENCE.near(
                "habit, gap left after 66 answers that take half the patience",
                Math.pow(1 - 0.75 * rate, 66),
                late.left(1, 66),
                EXACT);
        Course failures = course(
                "habit",
                world -> world.measures().delegateRequests(),
                world -> world.habit.of(0),
                "habit.repetitions=66",
                "handoff.mode=abrupt",
                "errors.active=true");
        failures.closesWithEach(1, 0.5 * rate);
        EVIDENCE.near(
                "habit, gap left after 66 failures of the delegate",
                Math.pow(1 - 0.5 * rate, 66),
                failures.left(1, 66),
                EXACT);
        Course neverLearnt = answers("habit", world -> world.habit.of(0), waits("1.3 weeks"));
        neverLearnt.closesWithEach(1, 0);
    }

    /** To the wait itself, or to the longest that counts; of the two persons only the one who answers is judged. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.3", "3, 2"})
    void expectationsCloseAFifthOfTheGapToAConstantWait(double wait, double limit) {
        String[] settings = waits(wait + " weeks");
        Course overall = answers("habit", world -> world.expectation.overall(0), settings);
        overall.closesWithEach(limit, 0.2);
        answers("habit", world -> world.expectation.fromExecutive(0), settings).closesWithEach(limit, 0.2);
        Course other = answers("habit", world -> world.expectation.fromDelegate(0), settings);
        assertThat(other.states()).containsOnly(0.1);
        String what = "expectation, gap left after 20 waits of " + Evidence.text(wait) + " weeks";
        EVIDENCE.near(what, Math.pow(0.8, 20), overall.left(limit, 20), EXACT);
    }

    @Test
    void theExpectationOfTheDelegateLearnsFromTheDelegate() {
        answers("habit", world -> world.expectation.fromDelegate(0), "handoff.mode=abrupt")
                .closesWithEach(0, 0.2);
    }

    @Test
    void theDelegatesGapClosesByItsLearningRateWithEachTask() {
        Course skill = answers("practice", world -> world.skill.of(0), "delegates.learning-rate=" + 3.0 / 560);
        skill.closesWithEach(0.95, 3.0 / 560);
        EVIDENCE.near("skill, gap left after 560 tasks", Math.pow(1 - 3.0 / 560, 560), skill.left(0.95, 560), EXACT);
        assertThat(skill.left(0.95, 560)).isCloseTo(0.05, within(0.001));
    }

    /**
     * Learners whose rates are spread evenly from 0 to b: the mean gap is E(1 - rate)^n = (1 - (1 - b)^(n + 1))/(b(n + 1)), which comes near
     * to the power law 1/(b n). For each delegate the logarithm of the gap is a straight line in n, so an exponential fits perfectly,
     * and how well a power law fits depends on the numbers of tasks alone. The logarithm of a mean of different exponentials is
     * convex, by Cauchy and Schwarz at every n. So the exponential must lose there, the power law gains, and with rates down to 0 it wins
     * (Anderson and Tweney 1997; Heathcote, Brown and Mewhort 2000).
     */
    @Test
    void theMeanOverDelegatesIsNearerToAPowerLawThanAnyDelegate() {
        double[][] gap = gapsOfDelegates();
        double[] mean = new double[TASKS + 1];
        double[] worstFit = {1, 0}; // of an exponential, lowest; of a power law, highest
        for (double[] own : gap) {
            worstFit[0] = Math.min(worstFit[0], exponentialFit(own));
            worstFit[1] = Math.max(worstFit[1], powerFit(own));
            for (int n = 0; n <= TASKS; n++) {
                mean[n] += own[n] / gap.length;
            }
        }
        for (int n : new int[] {10, 50}) {
            SummaryStatistics values = new SummaryStatistics();
            for (double[] own : gap) {
                values.addValue(own[n]);
            }
            double expected = (1 - Math.pow(1 - FASTEST, n + 1)) / (FASTEST * (n + 1));
            Behaviour.compare(
                    EVIDENCE, "mean gap of many delegates after " + n + " tasks", expected, values, 0.15 * expected);
        }
        assertThat(worstFit[0]).isGreaterThan(1 - 1e-9);
        assertThat(exponentialFit(mean)).isLessThan(powerFit(mean));
        EVIDENCE.within(
                "fit of a power law to the mean gap (R²)",
                worstFit[1] + 0.1,
                1,
                powerFit(mean),
                "exponential " + Evidence.text(exponentialFit(mean)) + "; each delegate " + Evidence.text(worstFit[1]));
        for (int n = 1; n < TASKS; n++) {
            assertThat(mean[n - 1] * mean[n + 1]).isGreaterThan(mean[n] * mean[n]);
        }
    }

    /** By delegate and number of tasks, relative to the gap at the start. */
    private static double[][] gapsOfDelegates() {
        int delegates = 1500;
        Scenario scenario = Behaviour.scenario(
                "practice",
                "horizon=36 weeks",
                "contacts.count=" + delegates,
                "delegates.count=" + delegates,
                "delegates.learning-rate={uniform: {from: 0, to: " + FASTEST + "}}");
        double[][] gap = new double[delegates][TASKS + 1];
        int[] tasks = new int[delegates];
        World world = Behaviour.world(scenario, after -> {
            int delegate = after.events.subject();
            if (after.events.kind() == EventKind.DELEGATE_DONE.ordinal() && ++tasks[delegate] <= TASKS) {
                gap[delegate][tasks[delegate]] = (0.95 - after.skill.of(delegate)) / 0.6;
            }
        });
        for (double[] own : gap) {
            own[0] = 1;
        }
        world.advanceTo(scenario.horizonWeeks());
        assertThat(Arrays.stream(tasks).min().orElse(0)).isGreaterThanOrEqualTo(TASKS);
        return gap;
    }

    private static double exponentialFit(double[] gap) {
        return fit(gap, false);
    }

    private static double powerFit(double[] gap) {
        return fit(gap, true);
    }

    /* Coefficient of determination of the logarithm of the gap. */
    private static double fit(double[] gap, boolean power) {
        SimpleRegression line = new SimpleRegression();
        for (int n = 1; n <= TASKS; n++) {
            line.addData(power ? Math.log(n) : n, Math.log(gap[n]));
        }
        return line.getRSquare();
    }

    private static String[] waits(String wait, String... more) {
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("handoff.mode=staged");
        settings.add("handoff.first-stage=2");
        settings.add("handoff.pace=1000 weeks");
        settings.add("handoff.delay.stage-2=" + wait);
        return settings.toArray(new String[0]);
    }

    private static Course answers(String name, ToDoubleFunction<World> state, String... settings) {
        return course(name, world -> world.measures().answeredRequests(), state, settings);
    }

    private static Course course(
            String name, ToDoubleFunction<World> experiences, ToDoubleFunction<World> state, String... settings) {
        return Course.of(Behaviour.scenario(name, settings), experiences, state);
    }
}
