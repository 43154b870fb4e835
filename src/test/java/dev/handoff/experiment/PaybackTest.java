package dev.handoff.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaybackTest {

    @Test
    void itIsTheWeekAfterTheLastNegativeOne() {
        assertThat(Payback.week(new double[] {0, -2, 1, -1, 0, 3})).isEqualTo(4);
    }

    @Test
    void whoIsNeverInTheRedHasPaidBackAtOnce() {
        assertThat(Payback.week(new double[] {0, 1, 2})).isEqualTo(0);
    }

    @Test
    void whoEndsInTheRedNeverPaysBack() {
        assertThat(Payback.week(new double[] {0, 5, -1})).isNaN();
    }

    @Test
    void whereNothingIsSpentOrFreedThereIsNothingToPayBack() {
        assertThat(Payback.week(new double[] {0, 0, 0})).isNaN();
    }
}
