package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.statistics.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferenceTest {
    private static final List<Measure> KNOWN =
            SingleReplication.measures(ScenarioReader.parse("made", "format: 1\nhandoff: {mode: staged}\n", List.of())
                    .variants()
                    .get(0)
                    .scenario());

    @Test
    void lossesAndLoadsAreBetterForBeingFewer() {
        assertThat(List.of(
                        "customer_churn",
                        "customer_churn_52",
                        "churn_wait",
                        "burnout_risk",
                        "strain",
                        "executive_hours",
                        "hours_appeal",
                        "response_time",
                        "response_time_p95",
                        "payback_week",
                        "cost_per_request"))
                .allSatisfy(id -> assertThat(direction(id)).isEqualTo(Direction.SMALLEST));
    }

    @Test
    void gainsAreBetterForBeingMore() {
        assertThat(List.of(
                        "capacity_freed",
                        "capacity_freed_27_52",
                        "net_hours_vs_twin",
                        "satisfaction",
                        "net_value",
                        "cash",
                        "acceptance"))
                .allSatisfy(id -> assertThat(direction(id)).isEqualTo(Direction.LARGEST));
    }

    @Test
    void whatIsAMeansToAnEndIsNeither() {
        assertThat(List.of("delegate_hours", "outsourced_share", "baseline_hours"))
                .allSatisfy(id -> assertThat(Preference.direction(measure(id))).isEmpty());
    }

    @Test
    void everyMeasureHasADifferenceThatMatters() {
        assertThat(KNOWN)
                .allSatisfy(measure -> assertThat(Preference.difference(measure))
                        .as(measure.id() + " in " + measure.unit())
                        .hasValueSatisfying(difference -> assertThat(difference).isPositive()));
        assertThat(Preference.difference(measure("customer_churn"))).hasValue(0.01);
        assertThat(Preference.difference(measure("executive_hours"))).hasValue(0.5);
    }

    private static Direction direction(String id) {
        return Preference.direction(measure(id)).orElseThrow();
    }

    private static Measure measure(String id) {
        return Estimand.measure(id, KNOWN);
    }
}
