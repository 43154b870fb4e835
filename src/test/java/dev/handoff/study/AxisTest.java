package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

    @Test
    void valuesAreListedAsTyped() {
        assertThat(Axis.parse("handoff.mode=none, staged,abrupt").levels()).containsExactly("none", "staged", "abrupt");
        assertThat(Axis.parse("contacts.request-size=1 h,{lognormal: {median: 1 h, sigma: 0.5}}")
                        .levels())
                .containsExactly("1 h", "{lognormal: {median: 1 h, sigma: 0.5}}");
    }

    /** By hand: 0, 3, 6, 9, 12 weeks; 5 days are a week, so 5 to 15 days are 1 to 3 weeks. */
    @Test
    void aRangeHasStepsInTheDocumentedUnit() {
        assertThat(Axis.parse("handoff.pace=0..12 weeks/5").levels())
                .containsExactly("0 weeks", "3 weeks", "6 weeks", "9 weeks", "12 weeks");
        Axis days = Axis.parse("handoff.pace=5..15 days");
        assertThat(days.low()).isEqualTo(1);
        assertThat(days.high()).isEqualTo(3);
        assertThat(days.levels()).isEmpty();
        assertThat(days.at(0.25)).isEqualTo("1.5 weeks");
        assertThat(Axis.parse("contacts.rate=0.2..5 /week/2").levels()).containsExactly("0.2 /week", "5 /week");
        assertThat(Axis.parse("contacts.vendor-share=10..50 %/2").levels()).containsExactly("0.1", "0.5");
    }

    /** Steps of a count between which there is no whole number are one step. */
    @Test
    void countsAreWhole() {
        assertThat(Axis.parse("delegates.count=1..3/5").levels()).containsExactly("1", "2", "3");
        assertThat(Axis.parse("delegates[2].count=1..3/2").path()).isEqualTo("delegates[2].count");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    handoff.pase=1..2 | (handoff.pase) is no setting; maybe handoff.pace
                    handoff.pace=3..1 | handoff.pace (3..1) must go from a lower to a higher value
                    handoff.pace=0..12/1 | handoff.pace (/1) must have from 2 to 1000 steps
                    handoff.pace=1,,2 | (handoff.pace=1,,2) must have a value on each side of a comma
                    handoff.pace=1,1 | (handoff.pace=1,1) names a value twice
                    handoff.pace | (handoff.pace) must have the form path=a,b,c or path=low..high/steps
                    habit.initial=0..3 | habit.initial (3) must be from 0 to 1
                    habit.active=0..1 | habit.active (0) is no number: habit.active is a flag
                    """)
    void aMistakeIsRefusedWithWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> Axis.parse(text))
                .isInstanceOf(Axis.Refused.class)
                .hasMessage(message);
    }
}
