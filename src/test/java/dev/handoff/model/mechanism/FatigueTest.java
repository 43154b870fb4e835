package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** M1 by hand: output proportional to 49 h, flat from 63 h; published points of Pencavel's curve. */
class FatigueTest {

    private final Fatigue fatigue = new Fatigue(new Fatigue.Settings(true, 49, 63, 4), 1);

    @Test
    void outputIsProportionalThenConcaveThenFlat() {
        assertThat(fatigue.output(30)).isEqualTo(30);
        assertThat(fatigue.output(49)).isEqualTo(49);
        assertThat(fatigue.output(56)).isCloseTo(49 + 7 * 0.75, within(1e-12));
        assertThat(fatigue.output(63)).isCloseTo(56, within(1e-12));
        assertThat(fatigue.output(70)).isCloseTo(56, within(1e-12));
    }

    @Test
    void theCurveLeavesTheStraightLineWithoutAKink() {
        double slope = (fatigue.output(49 + 1e-6) - 49) / 1e-6;
        assertThat(slope).isCloseTo(1, within(1e-6));
    }

    @Test
    void yieldIsOutputOverHours() {
        fatigue.begin(0, 70);
        assertThat(fatigue.yield(0)).isCloseTo(0.8, within(1e-12));
        fatigue.begin(0, 45);
        assertThat(fatigue.yield(0)).isEqualTo(1);
    }

    @Test
    void rememberedHoursMoveTowardTheWeek() {
        fatigue.begin(0, 40);
        fatigue.onWeek(0, 60);
        assertThat(fatigue.weeklyHours(0)).isCloseTo(40 + 20 * (1 - Math.exp(-0.25)), within(1e-12));
    }

    @Test
    void switchedOffNobodyTires() {
        Fatigue off = new Fatigue(new Fatigue.Settings(false, 49, 63, 4), 1);
        off.begin(0, 80);
        assertThat(off.yield(0)).isEqualTo(1);
    }

    @Test
    void whoHasNotBegunIsRested() {
        assertThat(fatigue.yield(0)).isEqualTo(1);
        assertThat(fatigue.weeklyHours(0)).isZero();
    }

    @Test
    void changedSettingsHoldAtOnceForTheHoursRemembered() {
        fatigue.begin(0, 70);
        fatigue.adopt(new Fatigue.Settings(false, 49, 63, 4));
        assertThat(fatigue.yield(0)).isEqualTo(1);
        fatigue.adopt(new Fatigue.Settings(true, 35, 63, 4));
        assertThat(fatigue.yield(0)).isCloseTo((35 + 14) / 70.0, within(1e-12));
        assertThat(fatigue.weeklyHours(0)).isEqualTo(70);
    }

    @Test
    void theFlatPartMustComeAfterTheStraightOne() {
        assertThatThrownBy(() -> new Fatigue.Settings(true, 63, 63, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be above full-output-hours (63.0)");
    }
}
