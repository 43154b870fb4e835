package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.statistics.ShapleyPlan;
import dev.handoff.study.Attribution.Entry;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contributions to outcomes that are made up, so that they are known. */
class AttributionTest {
    private static final Measure CHURN = Measure.of(Metric.CUSTOMER_CHURN);
    private static final int REPLICATIONS = 30;
    private static final double[] EFFECTS = {0.5, -2, 0};

    /** In world r setting s adds EFFECTS[s] (1 + r / 10), whatever the others; means over r = 0 to 29 have the factor 2.45. */
    @Test
    void settingsThatAddUpContributeWhatTheyAdd() {
        Attribution found = Attribution.of(ShapleyPlan.exact(3), CHURN, REPLICATIONS, AttributionTest::additive);
        for (int setting = 0; setting < EFFECTS.length; setting++) {
            assertThat(found.decomposition()
                            .contributions()
                            .get(setting)
                            .value()
                            .estimate())
                    .isCloseTo(2.45 * EFFECTS[setting], within(1e-12));
        }
        assertThat(found.decomposition().gap().estimate()).isCloseTo(2.45 * -1.5, within(1e-12));
        assertThat(found.first().estimate()).isCloseTo(7 + 14.5, within(1e-12));
        assertThat(found.nearest()).isIn(14, 15);
    }

    /** Setting 0 alone adds 1, both together 4: by hand (1 + 4) / 2 and (0 + 3) / 2. */
    @Test
    void whatTwoDoOnlyTogetherIsDividedEqually() {
        Attribution found = Attribution.of(ShapleyPlan.exact(2), CHURN, REPLICATIONS, (coalition, measure, wanted) -> {
            double value = coalition == 3 ? 4 : coalition == 1 ? 1 : 0;
            return IntStream.range(0, wanted)
                    .mapToDouble(world -> value + world)
                    .toArray();
        });
        assertThat(found.decomposition().contributions().get(0).value().estimate())
                .isCloseTo(2.5, within(1e-12));
        assertThat(found.decomposition().contributions().get(1).value().estimate())
                .isCloseTo(1.5, within(1e-12));
    }

    @Test
    void replicationsWithoutAValueInAnyCoalitionAreLeftOut() {
        Attribution found = Attribution.of(ShapleyPlan.exact(3), CHURN, REPLICATIONS, (coalition, measure, wanted) -> {
            double[] values = additive(coalition, measure, wanted);
            values[(int) coalition] = Double.NaN;
            return values;
        });
        assertThat(found.known()).isEqualTo(REPLICATIONS - 8);
        assertThat(found.decomposition().byReplication()[0]).hasSize(REPLICATIONS - 8);
        assertThatThrownBy(() -> Attribution.of(
                        ShapleyPlan.exact(1), CHURN, 20, (coalition, measure, wanted) -> nothing(wanted)))
                .isInstanceOf(Attribution.TooFew.class)
                .hasMessageContaining("in only 0 of 20 replications");
    }

    /** Every activity and every cause stands in the ledger once, and sums are marked. */
    @Test
    void everyHourAndEveryLossHasItsEntry() {
        Attribution found = Attribution.of(ShapleyPlan.exact(3), CHURN, REPLICATIONS, AttributionTest::additive);
        assertThat(found.ledger())
                .filteredOn(entry -> !entry.isSum())
                .extracting(entry -> entry.metric().id())
                .doesNotHaveDuplicates()
                .containsAll(IntStream.range(0, Metric.values().length)
                        .mapToObj(place -> Metric.values()[place].id())
                        .filter(id -> id.startsWith("hours_") || id.startsWith("churn_"))
                        .toList());
        assertThat(found.ledger())
                .filteredOn(Entry::isSum)
                .extracting(entry -> entry.metric().id())
                .containsExactly("portfolio_hours", "customer_churn");
    }

    private static double[] additive(long coalition, Measure measure, int wanted) {
        double[] values = new double[wanted];
        for (int world = 0; world < wanted; world++) {
            values[world] = 7 + world;
            for (int setting = 0; setting < EFFECTS.length; setting++) {
                values[world] += (coalition >> setting & 1) * EFFECTS[setting] * (1 + world / 10.0);
            }
        }
        return values;
    }

    private static double[] nothing(int wanted) {
        double[] values = new double[wanted];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
