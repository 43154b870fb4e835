package dev.handoff.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pictures are drawn, apart from the numbers. */
class PictureTest {

    @Test
    void noTwoVariantsLookTheSame() {
        Set<String> looks = new HashSet<>();
        for (int variant = 0; variant < 49; variant++) {
            looks.add(Ink.line(variant) + Arrays.toString(Ink.stroke(variant).getDashArray()));
        }
        assertThat(looks).hasSize(49);
    }

    @ParameterizedTest
    @CsvSource({"-23, 20.3, -25, 25", "0, 63, 0, 70", "0, 0, 0, 1", "0, 7, 0, 7", "-1, 0, -1, 0", "0, 34, 0, 35"})
    void axesEndAtRoundNumbersJustOutsideTheValues(double low, double high, double bottom, double top) {
        assertThat(ValueScale.low(low, high)).isEqualTo(bottom);
        assertThat(ValueScale.high(low, high)).isEqualTo(top);
    }
}
