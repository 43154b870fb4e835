package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.experiment.Measure;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectationTest {
    static final List<Measure> KNOWN = List.of(
            new Measure("executive_hours", "h/week", ""),
            new Measure("customer_churn", "share", ""),
            new Measure("payback_week", "weeks", ""));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p95 executive_hours <= 50 h/week with 99 % confidence|p95 executive_hours|AT_MOST|50|0.99",
                "mean customer_churn <= 20 %|mean customer_churn|AT_MOST|0.2|0.95",
                "customer_churn<=.25|mean customer_churn|AT_MOST|0.25|0.95",
                "median payback_week >= 3 with 97.5% confidence|p50 payback_week|AT_LEAST|3|0.975",
                "probability of customer_churn <= 0.2 >= 90 %|probability of customer_churn <= 0.2|AT_LEAST|0.9|0.95",
                "probability of executive_hours >= 50 <= 0.1|probability of executive_hours >= 50|AT_MOST|0.1|0.95"
            })
    void whatIsWrittenIsUnderstood(
            String text, String estimand, Estimand.Relation relation, double limit, double confidence) {
        Expectation read = Expectation.parse(text, KNOWN);
        assertThat(read.estimand().text()).isEqualTo(estimand);
        assertThat(read.relation()).isEqualTo(relation);
        assertThat(read.limit()).isEqualTo(limit);
        assertThat(read.confidence()).isEqualTo(confidence);
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "customer_churn|must have the form: estimate <= value",
                "mean customer_chrun <= 20 %|(customer_chrun) is no metric; maybe customer_churn",
                "mean executive_hours <= 50 %|(50 %) must be a number, perhaps in h/week",
                "probability of customer_churn <= 20 %|must have the form: probability of metric <= value >= 90 %",
                "probability of customer_churn <= 20 % >= 90|(90) must be a probability from 0 to 100 %",
                "mean customer_churn <= 20 % with 40 % confidence|(40 %) must be a confidence above 50 %",
                "p100 customer_churn <= 1|must be a metric",
                "p0 customer_churn <= 1|must name a quantile above p0"
            })
    void mistakesAreRefusedWithWhatIsAllowed(String text, String message) {
        assertThatThrownBy(() -> Expectation.parse(text, KNOWN))
                .isInstanceOf(Expectation.Refused.class)
                .hasMessageContaining(message);
    }
}
