package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.kernel.Distribution;
import dev.handoff.kernel.Distribution.Beta;
import dev.handoff.kernel.Distribution.Exponential;
import dev.handoff.kernel.Distribution.Fixed;
import dev.handoff.kernel.Distribution.Gamma;
import dev.handoff.kernel.Distribution.Lognormal;
import dev.handoff.kernel.Distribution.Triangular;
import dev.handoff.kernel.Distribution.Uniform;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Units are converted with one rounding, and laws mean what they say. */
class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "WEEKS, 3 weeks, 3",
        "WEEKS, 3, 3",
        "WEEKS, +3.0 weeks, 3",
        "WEEKS, .5week, 0.5",
        "WEEKS, 2 days, 0.4",
        "WEEKS, 1 h, 0.025",
        "WEEKS, 4 hours, 0.1",
        "WEEKS, 24 min, 0.01",
        "WEEKS, 3 months, 13",
        "WEEKS, 2 years, 104",
        "HOURS, 30 min, 0.5",
        "HOURS, 0.7 h, 0.7",
        "HOURS_PER_WEEK, 8 h/day, 40",
        "HOURS_PER_WEEK, 13 h / month, 3",
        "HOURS_PER_WEEK, 52 h/year, 1",
        "PER_WEEK, 1/day, 5",
        "PER_WEEK, 1.2 /week, 1.2",
        "PER_WEEK, 26/month, 6",
        "PER_YEAR, 10 %/year, 0.1",
        "PER_YEAR, 10%/year, 0.1",
        "PER_YEAR, 1 %/month, 0.12",
        "PER_YEAR, 0.1, 0.1",
        "PER_YEAR, 0.1 /week, 5.2",
        "DOLLARS_PER_YEAR, 20k $/year, 20000",
        "DOLLARS_PER_YEAR, 1.2k $/week, 62400",
        "DOLLARS_PER_YEAR, 1M $, 1000000",
        "DOLLARS_PER_YEAR, 20k, 20000",
        "DOLLARS_PER_YEAR, 100 $/month, 1200",
        "DOLLARS, 15k $, 15000",
        "DOLLARS, 0.5 M$, 500000",
        "DOLLARS, 4100, 4100",
        "SHARE, 12.5 %, 0.125",
        "COUNT, 1e3, 1000",
    })
    void unitsAreConvertedExactly(Unit unit, String text, double documented) {
        assertThat(Quantity.parse(text, unit).nearest()).isEqualTo(documented);
    }

    @ParameterizedTest
    @CsvSource({"10 %/year, 1, 520", "1 %/month, 3, 1300", "0.05, 1, 1040"})
    void hazardsArePerYearInFilesAndPerWeekInTheModel(String text, double dividend, double divisor) {
        double weekly = Scenarios.base()
                .with("churn.customer-hazard", text)
                .build()
                .churn()
                .customerHazardPerWeek();
        assertThat(weekly).isEqualTo(dividend / divisor);
    }

    static Stream<Arguments> laws() {
        return Stream.of(
                Arguments.of("2 days", new Fixed(0.4)),
                Arguments.of("{fixed: 2 days}", new Fixed(0.4)),
                Arguments.of("{uniform: {from: 1 day, to: 2 weeks}}", new Uniform(0.2, 2)),
                Arguments.of("{triangular: {from: 1 day, mode: 1, to: 2}}", new Triangular(0.2, 1, 2)),
                Arguments.of("{exponential: {mean: 2 days}}", new Exponential(0.4)),
                Arguments.of("{lognormal: {median: 1, sigma: 0.5}}", Lognormal.ofMedian(1, 0.5)),
                Arguments.of("{lognormal: {mean: 1, sigma: 0.5}}", Lognormal.ofMeanAndSigma(1, 0.5)),
                Arguments.of("{lognormal: {mean: 1, cv: 0.5}}", Lognormal.ofMean(1, 0.5)),
                Arguments.of(
                        "{lognormal: {median: 1, cv: 0.5, to: 3 weeks}}",
                        Lognormal.ofMedian(1, StrictMath.sqrt(StrictMath.log1p(0.25)))
                                .cut(0, 3)),
                Arguments.of("{gamma: {mean: 1, shape: 4}}", new Gamma(1, 4)),
                Arguments.of("{gamma: {mean: 1, cv: 0.5}}", new Gamma(1, 4)));
    }

    @ParameterizedTest
    @MethodSource("laws")
    void lawsAreReadWithTheirUnits(String text, Distribution law) {
        assertThat(Scenarios.base()
                        .with("contacts.patience", text)
                        .build()
                        .contacts()
                        .get(0)
                        .patienceWeeks())
                .isEqualTo(law);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{alpha: 1, beta: 3}", "{mean: 0.25, n: 4}", "{mean: 25 %, n: 4}"})
    void aBetaLawHasTwoForms(String body) {
        assertThat(Scenarios.base()
                        .with("requests.difficulty", "{beta: " + body + "}")
                        .build()
                        .requests()
                        .difficulty())
                .isEqualTo(new Beta(1, 3));
    }
}
