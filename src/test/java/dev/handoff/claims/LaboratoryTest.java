package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.Variant;
import dev.handoff.experiment.Worlds;
import dev.handoff.metric.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outcomes of claims against those that the experiment of {@code handoff run} finds for the same worlds. */
class LaboratoryTest {
    private static final int REPLICATIONS = 6;
    private static final long SEED = 3;

    @TempDir
    private Path folder;

    private static Claim claim(String outcome) {
        return ClaimsReader.parse("x.yaml", """
                format: 1
                claims:
                  - claim: 1
                    says: something
                    scenario: staged-handoff
                    settings: {horizon: 60 weeks}
                    factor: handoff.pace
                    levels: [1 week, 3 weeks]
                    outcome: {%s}
                    shape: increasing
                    smallest-effect: 1
                """.replace("%s", outcome)).claims().get(0);
    }

    private static double[] values(String outcome, int threads) {
        Claim claim = claim(outcome);
        Laboratory laboratory = new Laboratory(List.of(claim), SEED, threads, new Control());
        return laboratory.outcomes(claim.parts().get(0), 0, REPLICATIONS)[1];
    }

    /** The second level by the other way: spool, samplers and twin. */
    private Outcome outcome() throws IOException {
        Variant variant = new Variant(
                "b",
                claim("metric: skill, at: 1").parts().get(0).design().arms().get(1));
        return new Experiment(List.of(variant), SEED, 0, REPLICATIONS, 1).run(folder, new Control(), Worlds.PLAIN);
    }

    @Test
    void aWeekIsThatOfTheCurves() throws IOException {
        try (Outcome outcome = outcome()) {
            for (Metric metric :
                    List.of(Metric.CUSTOMER_CHURN, Metric.SATISFACTION, Metric.CAPACITY_FREED, Metric.RESPONSE_TIME)) {
                float[] curve = outcome.weekValues(outcome.asked().get(0).arm(), Measure.of(metric), 52);
                double[] values = values("metric: " + metric.id() + ", at: 52", 2);
                for (int replication = 0; replication < REPLICATIONS; replication++) {
                    assertThat(values[replication])
                            .as(metric.id())
                            .isCloseTo(curve[replication], within(1e-6 * (1 + Math.abs(curve[replication]))));
                }
            }
        }
    }

    @Test
    void theWholeTimeIsTheSummaryOfTheReplication() throws IOException {
        try (Outcome outcome = outcome()) {
            for (Metric metric :
                    List.of(Metric.CAPACITY_FREED, Metric.SATISFACTION, Metric.RESPONSE_TIME, Metric.ACCEPTANCE)) {
                double[] summary = outcome.values(outcome.asked().get(0).arm(), Measure.of(metric));
                assertThat(values("metric: " + metric.id() + ", weeks: 1 to 60", 1))
                        .as(metric.id())
                        .containsExactly(summary, within(1e-9));
            }
        }
    }

    @Test
    void whatIsKnownAtTheEndAndThePaybackWeekAreTheSame() throws IOException {
        try (Outcome outcome = outcome()) {
            var arm = outcome.asked().get(0).arm();
            assertThat(values("metric: acceptance_week", 1))
                    .containsExactly(outcome.values(arm, Measure.of(Metric.ACCEPTANCE_WEEK)), within(1e-9));
            assertThat(values("metric: payback_week", 1))
                    .containsExactly(outcome.values(arm, Measure.PAYBACK_WEEK), within(1e-9));
        }
    }

    @Test
    void aDifferenceOfWindowsIsTheirDifference() {
        double[] both = values("metric: skill, at: 52, less: {metric: skill, at: 4}", 1);
        double[] late = values("metric: skill, at: 52", 1);
        double[] early = values("metric: skill, at: 4", 1);
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            assertThat(both[replication])
                    .isEqualTo(late[replication] - early[replication])
                    .isPositive();
        }
    }

    @Test
    void threadsChangeNothing() {
        assertThat(values("metric: capacity_freed, weeks: 1 to 52", 3))
                .isEqualTo(values("metric: capacity_freed, weeks: 1 to 52", 1));
    }

    /** Whoever never delegates has nothing to pay back and counts as the horizon. */
    @Test
    void whoNeverPaysBackCountsAsTheHorizon() {
        Claim claim = ClaimsReader.parse("x.yaml", """
                format: 1
                claims:
                  - claim: 1
                    says: something
                    settings: {horizon: 30 weeks}
                    factor: handoff.mode
                    levels: [none, staged]
                    outcome: {metric: payback_week}
                    shape: decreasing
                    smallest-effect: 1
                """).claims().get(0);
        Laboratory laboratory = new Laboratory(List.of(claim), SEED, 1, new Control());
        assertThat(laboratory.outcomes(claim.parts().get(0), 0, 3)[0]).containsOnly(30);
    }
}
