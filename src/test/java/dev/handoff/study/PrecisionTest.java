package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.experiment.Measure;
import dev.handoff.statistics.PrecisionTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisionTest {
    private static final List<Measure> KNOWN = List.of(
            new Measure("customer_churn", "share", "initial customers lost"),
            new Measure("executive_hours", "h/week", "hours worked"));

    @Test
    void halfWidthsAreInTheUnitOfTheEstimate() {
        assertThat(target("customer_churn 0.01")).isEqualTo(PrecisionTarget.ofMean(0.01, false));
        assertThat(target(" mean customer_churn  1 point ")).isEqualTo(PrecisionTarget.ofMean(0.01, false));
        assertThat(target("p95 executive_hours 1 h/week")).isEqualTo(PrecisionTarget.ofQuantile(0.95, 1, false));
        assertThat(target("median executive_hours 5e-1")).isEqualTo(PrecisionTarget.ofQuantile(0.5, 0.5, false));
        assertThat(target("probability of customer_churn <= 0.2 0.02"))
                .isEqualTo(PrecisionTarget.ofProbability(0.02, false));
    }

    @Test
    void perCentIsRelativeToTheEstimate() {
        assertThat(target("customer_churn 5 %")).isEqualTo(PrecisionTarget.ofMean(0.05, true));
        assertThat(target("probability of customer_churn <= 20 % 5%"))
                .isEqualTo(PrecisionTarget.ofProbability(0.05, true));
    }

    @Test
    void aProbabilityCountsReplicationsThatKeepTheLimit() {
        Precision precision = Precision.parse("probability of customer_churn <= 20 % 2 points", KNOWN);
        assertThat(precision.halfWidth()).isEqualTo(0.02);
        assertThat(precision.contribution(0.2)).isEqualTo(1);
        assertThat(precision.contribution(0.21)).isZero();
        assertThat(precision.contribution(Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer_churn",
                "customer_churn 0",
                "customer_churn 1 h/week",
                "executive_hours 1 point",
                "executive_hours 1.2.3",
                "customer_chrun 0.01",
                "0.01",
                "probability of customer_churn <= 20 %"
            })
    void whatCannotBeMeantIsRefused(String text) {
        assertThatThrownBy(() -> Precision.parse(text, KNOWN)).isInstanceOf(Estimand.Refused.class);
    }

    private static PrecisionTarget target(String text) {
        return Precision.parse(text, KNOWN).target();
    }
}
