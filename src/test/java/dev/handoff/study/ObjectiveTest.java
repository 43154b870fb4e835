package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.statistics.Direction;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static Objective of(String text) {
        return Objective.parse(text, ExpectationTest.KNOWN);
    }

    @Test
    void theDirectionFollowsFromTheMetricOrIsSaid() {
        assertThat(of("customer_churn").direction()).isEqualTo(Direction.SMALLEST);
        assertThat(of("maximise customer_churn").direction()).isEqualTo(Direction.LARGEST);
        assertThat(of("minimize mean executive_hours").text()).isEqualTo("minimise executive_hours");
        Objective probable = of("probability of customer_churn <= 20 %");
        assertThat(probable.text()).isEqualTo("maximise probability of customer_churn <= 0.2");
        assertThat(probable.difference()).isEqualTo(0.01);
        assertThat(probable.outcomes(new double[] {0.1, 0.2, 0.3, Double.NaN})).containsExactly(1, 1, 0, Double.NaN);
        assertThat(probable.cost(0.4)).isEqualTo(-0.4);
    }

    @Test
    void whatIsNoObjectiveIsRefused() {
        assertThatThrownBy(() -> of("p95 executive_hours"))
                .isInstanceOf(Estimand.Refused.class)
                .hasMessage("(p95 executive_hours) must be a mean or a probability; quantiles can be constraints");
        assertThatThrownBy(() -> of("minimise customer_chrun"))
                .hasMessage("(customer_chrun) is no metric; maybe customer_churn");
    }
}
