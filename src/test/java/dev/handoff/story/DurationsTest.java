package dev.handoff.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DurationsTest {

    /** 40 working hours are a week, 8 of them a day. */
    @Test
    void waitsAreInWorkingTime() {
        assertThat(Durations.words(0.5 / 40)).isEqualTo("30 min");
        assertThat(Durations.words(0.999 / 40)).isEqualTo("1.0 h");
        assertThat(Durations.words(5.25 / 40)).isIn("5.2 h", "5.3 h");
        assertThat(Durations.words(12.0 / 40)).isEqualTo("1.5 days");
        assertThat(Durations.words(3.1)).isEqualTo("3.1 weeks");
    }
}
