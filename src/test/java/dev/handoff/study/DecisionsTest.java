package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static Decisions of(String... texts) {
        return new Decisions(Arrays.stream(texts).map(Axis::parse).toList());
    }

    /** A width of 7 weeks is rounded to thousandths, one of 30 hours to hundredths. */
    @Test
    void placesAreRoundedToAFewThousandthsOfTheRange() {
        Decisions decisions = of("handoff.pace=1..8 weeks", "promotion.added-hours=0..30", "delegates.count=1..3");
        assertThat(decisions.at(new double[] {1 / 3.0, 1 / 3.0, 0.5})).containsExactly("3.333 weeks", "10 h/week", "2");
        assertThat(decisions.at(new double[] {0.12345678, 0.12345678, 1}))
                .containsExactly("1.864 weeks", "3.7 h/week", "3");
        assertThat(decisions.at(new double[] {-1, 2, 0})).containsExactly("1 weeks", "30 h/week", "1");
    }

    @Test
    void valuesHavePlacesThatMeanThem() {
        Decisions decisions = of("handoff.pace=1..8 weeks", "handoff.mode=staged,adaptive,abrupt");
        List<String> values = List.of("2.5 weeks", "adaptive");
        assertThat(decisions.at(decisions.place(values))).isEqualTo(values);
        assertThat(decisions.place(values)).containsExactly(1.5 / 7, 0.5);
        assertThat(decisions.coordinate(1, "abrupt")).isEqualTo(2);
        assertThat(decisions.isNumeric(0)).isTrue();
        assertThat(decisions.isNumeric(1)).isFalse();
    }

    @Test
    void combinationsAreCountedWhereThereAreFew() {
        Decisions few = of("delegates.count=1..3", "handoff.mode=staged,adaptive");
        assertThat(few.combinations()).isEqualTo(6);
        assertThat(few.all()).hasSize(6).contains(List.of("3", "staged")).doesNotHaveDuplicates();
        assertThat(of("delegates.count=1..3", "handoff.pace=1..2").combinations())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void whatLeavesNothingToDecideIsRefused() {
        assertThatThrownBy(() -> of("handoff.pace=3"))
                .isInstanceOf(Axis.Refused.class)
                .hasMessage("handoff.pace (3) must be a range or have two values or more");
        assertThatThrownBy(() -> of("horizon=52..104"))
                .hasMessage("(horizon) cannot be decided: what is compared must last equally long");
    }
}
