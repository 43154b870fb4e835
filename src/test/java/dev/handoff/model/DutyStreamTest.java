package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.RandomStreams;
import dev.handoff.model.Draws.Source;
import dev.handoff.scenario.Scenarios;
import org.junit.jupiter.api.Test;

/** A stream of duties: gaps are standard exponential variates used up at the rate of the moment. */
class DutyStreamTest {

    private final Draws draws = new Draws(Scenarios.base().build(), new RandomStreams(1, 0));
    private final DutyStream stream = new DutyStream(draws, Source.DUTY_GAP, Source.DUTY_SIZE, 0);

    @Test
    void dutiesArriveOneGapAfterTheOther() {
        stream.begin(4, 2);
        double first = 2 + gap(0) / 4;
        assertThat(stream.nextAt()).isCloseTo(first, within(1e-12));
        assertThat(stream.arrive(first)).isEqualTo(draws.dutySize(Source.DUTY_SIZE, 0, 0));
        double second = first + gap(1) / 4;
        assertThat(stream.nextAt()).isCloseTo(second, within(1e-12));
        assertThat(stream.arrive(second)).isEqualTo(draws.dutySize(Source.DUTY_SIZE, 0, 1));
    }

    /** After a tenth of the gap at rate 4 the rate halves: the other nine tenths take twice as long. */
    @Test
    void aChangedRateUsesUpWhatIsLeftOfTheGap() {
        stream.begin(4, 2);
        double tenth = 0.1 * gap(0) / 4;
        stream.changeRate(2, 2 + tenth);
        assertThat(stream.nextAt()).isCloseTo(2 + tenth + 0.9 * gap(0) / 2, within(1e-12));
        stream.changeRate(0, 2 + 2 * tenth);
        assertThat(stream.nextAt()).isInfinite();
        stream.changeRate(4, 50);
        assertThat(stream.nextAt()).isCloseTo(50 + 0.85 * gap(0) / 4, within(1e-12));
    }

    /** A change at the moment of the arrival may come a rounding error late, but never lies in the past. */
    @Test
    void noDutyArrivesInThePast() {
        stream.begin(4, 2);
        double late = 2 + gap(0) / 4 + 1e-9;
        stream.changeRate(3, late);
        assertThat(stream.nextAt()).isEqualTo(late);
        stream.changeRate(0, late + 1);
        assertThat(stream.nextAt()).isInfinite();
    }

    private double gap(int number) {
        return draws.exponential(Source.DUTY_GAP, 0, number);
    }
}
