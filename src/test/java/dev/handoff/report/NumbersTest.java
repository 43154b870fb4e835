package dev.handoff.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-12.5, -12.5",
        "0.1, 0.1",
        "123456.7, 123457",
        "1234567.8, 1234570",
        "999999.6, 1000000",
        "0.000123456789, 0.000123457",
        "0.99999951, 1",
        "400000, 400000",
        "1e-12, 1E-12",
        "1.5e20, 1.5E+20"
    })
    void sixSignificantDigitsAtMost(double value, String text) {
        assertThat(Numbers.text(value)).isEqualTo(text);
    }

    @Test
    void whatIsUnknownIsEmpty() {
        assertThat(Numbers.text(Double.NaN)).isEmpty();
        assertThat(Numbers.text(Double.POSITIVE_INFINITY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "40, 40", "2e-3, 0.002", "1.1e-20, 1.1E-20", "2e23, 2E+23", "-0.1, -0.1", "1e7, 10000000"})
    void exactTextIsTheShortestThatTells(double value, String text) {
        assertThat(Numbers.exact(value)).isEqualTo(text);
    }

    @Test
    void exactTextIsReadBackAsTheSameValue() {
        Random random = new Random(4);
        for (int draw = 0; draw < 20000; draw++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Numbers.exact(value))).isEqualTo(value);
            }
        }
        assertThat(Numbers.exact(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(Numbers.exact(Double.NaN)).isEmpty();
    }

    @Test
    void valuesAreRoundedAsExactArithmeticWouldDo() {
        Random random = new Random(3);
        for (int draw = 0; draw < 20000; draw++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(22) - 8);
            BigDecimal exact = new BigDecimal(value).round(new MathContext(6));
            assertThat(new BigDecimal(Numbers.text(value))).isEqualByComparingTo(exact);
        }
    }
}
