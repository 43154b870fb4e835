package dev.handoff.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkingWeekTest {

    /** A fifth of a week is a day, and week 1 begins at 0. */
    @Test
    void daysAreFifthsOfAWeek() {
        WorkingWeek calendar = new WorkingWeek(Optional.empty());
        assertThat(calendar.at(0).words()).isEqualTo("Week 1, Monday");
        assertThat(calendar.at(0.19).words()).isEqualTo("Week 1, Monday");
        assertThat(calendar.at(2.25).words()).isEqualTo("Week 3, Tuesday");
        assertThat(calendar.at(2.99).words()).isEqualTo("Week 3, Friday");
        assertThat(calendar.at(3).words()).isEqualTo("Week 4, Monday");
    }

    /** 0.6 is 3 fifths, although 0.1 + 0.2 + 0.3 is a little more and 0.7 - 0.1 a little less. */
    @Test
    void roundingMovesNothingToAnotherDay() {
        WorkingWeek calendar = new WorkingWeek(Optional.empty());
        assertThat(calendar.at(0.1 + 0.2 + 0.3)).isEqualTo(calendar.at(0.6)).isEqualTo(calendar.at(0.7 - 0.1));
    }

    @Test
    void aReviewClosesTheFridayBeforeIt() {
        assertThat(new WorkingWeek(Optional.empty()).before(3).words()).isEqualTo("Week 3, Friday");
    }

    /** 2027-01-04 is a Monday, 2027-01-06 a Wednesday; weekends have no working days. */
    @Test
    void datesPassOverWeekends() {
        WorkingWeek monday = new WorkingWeek(Optional.of(LocalDate.of(2027, 1, 4)));
        assertThat(monday.at(2.25).words()).isEqualTo("Week 3, Tuesday 2027-01-19");
        WorkingWeek wednesday = new WorkingWeek(Optional.of(LocalDate.of(2027, 1, 6)));
        assertThat(wednesday.at(0).words()).isEqualTo("Week 1, Wednesday 2027-01-06");
        assertThat(wednesday.at(0.6).words()).isEqualTo("Week 1, Monday 2027-01-11");
        assertThat(wednesday.before(1).words()).isEqualTo("Week 1, Tuesday 2027-01-12");
        assertThat(new WorkingWeek(Optional.of(LocalDate.of(2027, 1, 9))).at(0))
                .isEqualTo(new WorkingWeek(Optional.of(LocalDate.of(2027, 1, 11))).at(0));
    }
}
