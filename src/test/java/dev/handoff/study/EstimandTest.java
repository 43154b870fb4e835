package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.study.Estimand.Kind;
import dev.handoff.study.Estimand.Relation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimandTest {
    private static final Measure CHURN = Measure.of(Metric.CUSTOMER_CHURN);
    private static final Measure HOURS = Measure.of(Metric.EXECUTIVE_HOURS);
    private static final List<Measure> KNOWN = List.of(CHURN, HOURS);

    private static Estimand read(String text) {
        return Estimand.parse(text, KNOWN);
    }

    @Test
    void meansQuantilesAndProbabilitiesAreRead() {
        assertThat(read("customer_churn")).isEqualTo(Estimand.mean(CHURN));
        assertThat(read(" mean customer_churn ")).isEqualTo(Estimand.mean(CHURN));
        assertThat(read("p95 executive_hours"))
                .isEqualTo(new Estimand(Kind.QUANTILE, HOURS, 0.95, Relation.AT_MOST, Double.NaN));
        assertThat(read("median executive_hours").probability()).isEqualTo(0.5);
        assertThat(read("probability of customer_churn <= 20 %"))
                .isEqualTo(new Estimand(Kind.PROBABILITY, CHURN, Double.NaN, Relation.AT_MOST, 0.2));
        assertThat(read("probability executive_hours >= 50 h/week"))
                .isEqualTo(new Estimand(Kind.PROBABILITY, HOURS, Double.NaN, Relation.AT_LEAST, 50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean customer_churn", "p97.5 executive_hours", "probability of customer_churn <= 0.25"})
    void itsTextIsReadToTheSame(String text) {
        assertThat(read(text).text()).isEqualTo(text);
        assertThat(read(read(text).text())).isEqualTo(read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.02", "2 %", "2%", "2 points", "2points"})
    void anAmountOfAShareMayBeOfAHundred(String text) {
        assertThat(Estimand.amount(text, CHURN)).isEqualTo(0.02);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    customer_chrun | (customer_chrun) is no metric; maybe customer_churn
                    zebra | (zebra) is no metric; docs/outputs.md lists all
                    p0 executive_hours | (p0 executive_hours) must name a quantile above p0 and below p100
                    probability of customer_churn <= few | (few) must be a number, perhaps in %
                    probability of executive_hours <= 5 points | (5 points) must be a number, perhaps in h/week
                    """)
    void aMistakeIsRefusedWithWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(Estimand.Refused.class)
                .hasMessage(message);
    }
}
