package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.Distribution;
import org.junit.jupiter.api.Test;

/** M5 by hand. */
class HabitTest {

    private static final double RATE = 1 - Math.pow(0.05, 1 / 66.0);

    @Test
    void sixtySixRewardsGoNinetyFivePercentOfTheWay() {
        Habit habit = habit(0.2, true);
        for (int call = 0; call < 66; call++) {
            habit.onServedByExecutive(0, 0, 0.6);
        }
        assertThat(habit.of(0)).isCloseTo(1 - 0.8 * 0.05, within(1e-12));
    }

    @Test
    void rewardFallsWithTheWaitAndEndsAtTwiceThePatience() {
        Habit half = habit(0.5, true);
        half.onServedByExecutive(0, 0.6, 0.6);
        assertThat(half.of(0)).isCloseTo(0.5 + 0.5 * RATE * 0.5, within(1e-15));
        Habit late = habit(0.5, true);
        late.onServedByExecutive(0, 1.3, 0.6);
        assertThat(late.of(0)).isEqualTo(0.5);
    }

    @Test
    void solvedRequestsWeakenAndFailuresStrengthen() {
        Habit habit = habit(0.5, true);
        habit.onSolvedByDelegate(0);
        assertThat(habit.of(0)).isCloseTo(0.5 * (1 - RATE), within(1e-15));
        double before = habit.of(0);
        habit.onDelegateFailed(0);
        assertThat(habit.of(0)).isCloseTo(before + 0.5 * RATE * (1 - before), within(1e-15));
    }

    @Test
    void switchedOffNothingMoves() {
        Habit habit = habit(0.5, false);
        habit.onServedByExecutive(0, 0, 1);
        habit.onSolvedByDelegate(0);
        habit.onDelegateFailed(0);
        assertThat(habit.of(0)).isEqualTo(0.5);
    }

    private static Habit habit(double initial, boolean active) {
        return new Habit(new Habit.Settings(active, initial, new Distribution.Fixed(66), 0.5), new double[] {66});
    }
}
