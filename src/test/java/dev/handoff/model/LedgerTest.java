package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where hours are booked and what they do to the hours freed (model.md, section 10). */
class LedgerTest {

    private final Ledger ledger = new Ledger();

    @Test
    void anAnsweredRequestFreesItsBaselineLessTheHoursSpent() {
        ledger.answered(Activity.ESCALATION, 0.25);
        ledger.answered(Activity.REDIRECT, 0.125);
        ledger.closed(1, 0.375);
        ledger.closed(0.5, 0.75);
        assertThat(ledger.hours(Activity.ESCALATION)).isEqualTo(0.25);
        assertThat(ledger.hours(Activity.REDIRECT)).isEqualTo(0.125);
        assertThat(ledger.baselineHours()).isEqualTo(1.5);
        assertThat(ledger.portfolioHours()).isEqualTo(1.125);
        assertThat(ledger.freedHours()).isEqualTo(0.375);
    }

    @Test
    void overheadIsTakenFromWhatIsFreed() {
        ledger.overhead(Activity.CHECK_IN, 0.5);
        ledger.overhead(Activity.CHECK_IN, 0.5);
        ledger.overhead(Activity.PLANNING, 2);
        assertThat(ledger.hours(Activity.CHECK_IN)).isEqualTo(1);
        assertThat(ledger.hours(Activity.PLANNING)).isEqualTo(2);
        assertThat(ledger.portfolioHours()).isEqualTo(3);
        assertThat(ledger.freedHours()).isEqualTo(-3);
        assertThat(ledger.baselineHours()).isZero();
    }

    @Test
    void whatStandsOutsideFreesNothing() {
        ledger.outside(Activity.DUTIES, 3);
        ledger.outside(Activity.DUTIES, 1);
        ledger.outside(Activity.NEVER_CLOSED, 0.5);
        ledger.dutyUndone(1.5);
        ledger.dutyUndone(1);
        ledger.interruptionAvoided(0.25);
        ledger.interruptionAvoided(0.25);
        assertThat(ledger.hours(Activity.DUTIES)).isEqualTo(4);
        assertThat(ledger.hours(Activity.NEVER_CLOSED)).isEqualTo(0.5);
        assertThat(ledger.undoneDutyHours()).isEqualTo(2.5);
        assertThat(ledger.interruptionsAvoided()).isEqualTo(0.5);
        assertThat(ledger.portfolioHours()).isZero();
        assertThat(ledger.freedHours()).isZero();
    }

    @Test
    void theSumOfSeveralHasEveryLineOfEach() {
        Ledger[] each = {new Ledger(), new Ledger()};
        for (int executive = 0; executive < 2; executive++) {
            double hours = executive + 1;
            each[executive].answered(Activity.DIRECT, hours);
            each[executive].closed(4 * hours, hours);
            each[executive].overhead(Activity.PLANNING, hours / 2);
            each[executive].interruptionAvoided(hours / 4);
            each[executive].dutyUndone(5 * hours);
        }
        Ledger sum = Ledger.of(each);
        assertThat(sum.hours(Activity.DIRECT)).isEqualTo(1 + 2);
        assertThat(sum.hours(Activity.PLANNING)).isEqualTo(0.5 + 1);
        assertThat(sum.baselineHours()).isEqualTo(4 + 8);
        assertThat(sum.portfolioHours()).isEqualTo(1.5 + 3);
        assertThat(sum.freedHours()).isEqualTo(2.5 + 5);
        assertThat(sum.interruptionsAvoided()).isEqualTo(0.25 + 0.5);
        assertThat(sum.undoneDutyHours()).isEqualTo(5 + 10);
    }
}
