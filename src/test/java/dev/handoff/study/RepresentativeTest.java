package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.experiment.CurvePoint;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.study.Representative.Choice;
import dev.handoff.study.Representative.Standing;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepresentativeTest {
    private static final int HORIZON = 8;
    private static final int COUNT = 21;

    /** Curves that lie above each other in an order: replication 0 highest, then 20, 1, 19 and so on to 10, so 5 or 15 lies in the middle. */
    private static double level(int replication) {
        return replication <= 10 ? 2 * (10 - replication) + 0.5 : 2 * (replication - 10) - 0.5;
    }

    private static double[] values(Measure measure) {
        boolean burnout = measure.id().startsWith(Metric.BURNOUT_RISK.id());
        boolean churn = measure.id().startsWith(Metric.CUSTOMER_CHURN.id());
        return IntStream.range(0, COUNT)
                .mapToDouble(replication -> burnout ? 0 : churn ? level(replication) / 100 : level(replication))
                .toArray();
    }

    /** The levels are 0.5, 1.5, 2.5 and so on up to 20.5: the middle one is 10.5, of replication 5. */
    @Test
    void theTypicalOneIsTheMedianOfOrderedCurves() {
        assertThat(level(5)).isEqualTo(10.5);
        assertThat(choose(Choice.TYPICAL).replication()).isEqualTo(5);
    }

    /** The best tenth of 21 are three with the fewest customers lost, of levels 0.5, 1.5, 2.5; nearest to the middle is 2.5. */
    @Test
    void goodAndBadAreTheDeepestOfTheirTenth() {
        assertThat(level(choose(Choice.GOOD).replication())).isEqualTo(2.5);
        assertThat(level(choose(Choice.BAD).replication())).isEqualTo(18.5);
    }

    @Test
    void equalsGoToTheLowerNumber() {
        Representative all = Representative.of(Choice.TYPICAL, 0, HORIZON, measure -> new double[] {3, 3, 3, 3});
        assertThat(all.replication()).isZero();
        assertThat(all.depth()).containsOnly(1);
    }

    /** Of 20 others, 15 have a lower level than 15.5, all the same burnout. */
    @Test
    void standingsCountTheOthers() {
        Representative chosen = Representative.of(Choice.NUMBERED, 18, HORIZON, RepresentativeTest::values);
        assertThat(level(18)).isEqualTo(15.5);
        Standing freed = chosen.standings().get(0);
        assertThat(freed.value()).isEqualTo(15.5);
        assertThat(freed.lower()).isEqualTo(15 / 20.0);
        assertThat(freed.equal()).isZero();
        assertThat(chosen.standings().get(1).equal()).isEqualTo(1);
    }

    /** A firm without customers has no third curve, a replication that failed no depth. */
    @Test
    void whatHasNoValueIsLeftOut() {
        Representative chosen = Representative.of(Choice.TYPICAL, 0, HORIZON, measure -> {
            double[] values = values(measure);
            if (measure.id().startsWith(Metric.CUSTOMER_CHURN.id())) {
                java.util.Arrays.fill(values, Double.NaN);
            }
            values[5] = Double.NaN;
            return values;
        });
        assertThat(chosen.depth()[5]).isNaN();
        assertThat(level(chosen.replication())).isIn(9.5, 11.5);
    }

    /** Hours freed in the mean week are the mean over the points, each weighted by its weeks. */
    @Test
    void pointsAreMeansOfTheCurve() {
        Scenario scenario = ScenarioReader.parse(
                        "firm.yaml",
                        "format: 1\nhorizon: 10 weeks\ncontacts: {count: 5}\nhandoff: {pace: 1 week}\n",
                        List.of())
                .variants()
                .get(0)
                .scenario();
        List<CurvePoint> points = CurvePoint.of(Metric.CAPACITY_FREED, 10);
        assertThat(points).extracting(CurvePoint::lastWeek).containsExactly(4, 8, 10);
        double[] values = new SingleReplication(scenario, Representative.measures(10)).values(3, 1);
        assertThat((4 * values[1] + 4 * values[2] + 2 * values[3]) / 10).isCloseTo(values[0], within(1e-12));
        assertThat(values[0]).isNotZero();
    }

    private static Representative choose(Choice choice) {
        return Representative.of(choice, 0, HORIZON, RepresentativeTest::values);
    }
}
