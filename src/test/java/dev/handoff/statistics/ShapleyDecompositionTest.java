package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.RandomStreams;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Contributions known by hand: what adds up, what only works together, and games of many settings. */
class ShapleyDecompositionTest {

    private static boolean has(long coalition, int setting) {
        return (coalition >> setting & 1) == 1;
    }

    private static double value(ShapleyDecomposition found, int setting) {
        return found.contributions().get(setting).value().estimate();
    }

    /** Each setting moves replication r by its own number plus r. */
    @Test
    void effectsThatAddUpAreTheContributions() {
        double[] effects = {4, -1, 0.5};
        ShapleyDecomposition found = ShapleyDecomposition.of(
                ShapleyPlan.exact(3),
                coalition -> {
                    double[] outcomes = {100, 200, 300};
                    for (int setting = 0; setting < 3; setting++) {
                        for (int replication = 0; has(coalition, setting) && replication < 3; replication++) {
                            outcomes[replication] += effects[setting] + replication;
                        }
                    }
                    return outcomes;
                },
                0.95);
        for (int setting = 0; setting < 3; setting++) {
            assertThat(found.byReplication()[setting])
                    .containsExactly(
                            new double[] {effects[setting], effects[setting] + 1, effects[setting] + 2}, within(1e-12));
            ConfidenceInterval interval = found.contributions().get(setting).value();
            // Student's quantile with 2 degrees of freedom is 4.3027, the standard error of 0, 1, 2 is 1 / sqrt(3).
            assertThat(interval.halfWidth()).isCloseTo(4.3027 / Math.sqrt(3), within(1e-4));
        }
        assertThat(found.gap().estimate()).isCloseTo(3.5 + 3, within(1e-12));
    }

    /** By hand for the game of gloves: two left ones, one right one; a pair is worth 1: 1/6, 1/6 and 2/3. */
    @Test
    void whatWorksOnlyTogetherIsDivided() {
        ShapleyDecomposition found = ShapleyDecomposition.of(
                ShapleyPlan.exact(3),
                coalition -> {
                    double worth = has(coalition, 2) && (coalition & 3) != 0 ? 1 : 0;
                    return new double[] {worth, worth};
                },
                0.95);
        assertThat(value(found, 0)).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(value(found, 1)).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(value(found, 2)).isCloseTo(2.0 / 3, within(1e-12));
    }

    /** 3 a + 2 b + 5 a b - 6 a b c: 3 + 5/2 - 2, 2 + 5/2 - 2 and -2. */
    @Test
    void interactionsAreDividedEqually() {
        ShapleyDecomposition found = ShapleyDecomposition.of(
                ShapleyPlan.exact(3),
                coalition -> {
                    double a = coalition & 1;
                    double b = coalition >> 1 & 1;
                    double c = coalition >> 2 & 1;
                    double outcome = 3 * a + 2 * b + 5 * a * b - 6 * a * b * c;
                    return new double[] {outcome, outcome};
                },
                0.95);
        assertThat(value(found, 0)).isCloseTo(3.5, within(1e-12));
        assertThat(value(found, 1)).isCloseTo(2.5, within(1e-12));
        assertThat(value(found, 2)).isCloseTo(-2, within(1e-12));
    }

    /** Outcomes without any structure, of the size of money: nothing but the identity can make the sums agree. */
    @Test
    void contributionsAddUpToTheGapInEveryReplicationAndInTheMean() {
        RandomStreams random = new RandomStreams(3, 0);
        for (ShapleyPlan plan : new ShapleyPlan[] {
            ShapleyPlan.exact(1), ShapleyPlan.exact(8), ShapleyPlan.sampled(8, 10, 1), ShapleyPlan.sampled(40, 25, 1)
        }) {
            LongFunction<double[]> outcomes = coalition -> {
                double[] values = new double[20];
                random.at(0, (int) (coalition % 1_000_003), (int) (coalition / 1_000_003));
                for (int replication = 0; replication < 20; replication++) {
                    values[replication] = 10_000 * random.gaussian();
                }
                return values;
            };
            ShapleyDecomposition found = ShapleyDecomposition.of(plan, outcomes, 0.95);
            double[] none = outcomes.apply(0);
            double[] all = outcomes.apply(plan.all());
            for (int replication = 0; replication < 20; replication++) {
                double sum = 0;
                for (double[] setting : found.byReplication()) {
                    sum += setting[replication];
                }
                assertThat(sum).isCloseTo(all[replication] - none[replication], within(1e-9));
            }
            double sum = found.contributions().stream()
                    .mapToDouble(each -> each.value().estimate())
                    .sum();
            assertThat(sum).isCloseTo(found.gap().estimate(), within(1e-9));
        }
    }

    /** An order and its reverse have half of each pairwise interaction on either side, so that one pair alone is exact. */
    @Test
    void antitheticOrdersHaveNoErrorFromPairwiseInteractions() {
        LongFunction<double[]> outcomes = coalition -> {
            double outcome = 0;
            for (int setting = 0; setting < 12; setting++) {
                for (int other = 0; other <= setting; other++) {
                    outcome += has(coalition, setting) && has(coalition, other) ? 1 + setting + 3 * other : 0;
                }
            }
            return new double[] {outcome, outcome};
        };
        ShapleyDecomposition exact = ShapleyDecomposition.of(ShapleyPlan.exact(12), outcomes, 0.95);
        ShapleyDecomposition sampled = ShapleyDecomposition.of(ShapleyPlan.sampled(12, 2, 5), outcomes, 0.95);
        for (int setting = 0; setting < 12; setting++) {
            assertThat(value(sampled, setting)).isCloseTo(value(exact, setting), within(1e-9));
            assertThat(sampled.contributions().get(setting).samplingError()).isCloseTo(0, within(1e-9));
        }
    }

    /**
     * Products of up to six settings whose sizes differ between 30 worlds, and noise. Exact contributions of the expected outcome are covered by
     * intervals of 95 %, which may be a little too wide: 600 studies, standard error of the coverage 0.009, bounds four of them beyond 93 and
     * 96 %.
     */
    @Test
    void intervalsOfDrawnOrdersCoverTheExactContributions() {
        LongFunction<double[]> expected = coalition -> {
            double outcome = game(coalition, 1);
            return new double[] {outcome, outcome};
        };
        ShapleyDecomposition exact = ShapleyDecomposition.of(ShapleyPlan.exact(6), expected, 0.95);
        int[] covered = new int[6];
        for (int study = 0; study < 600; study++) {
            RandomStreams random = new RandomStreams(study, 0);
            LongFunction<double[]> outcomes = coalition -> {
                double[] values = new double[30];
                for (int replication = 0; replication < 30; replication++) {
                    double size = 1 + 0.5 * random.at(0, 0, replication).gaussian();
                    values[replication] = game(coalition, size)
                            + 3 * random.at(1, (int) coalition, replication).gaussian();
                }
                return values;
            };
            ShapleyDecomposition found = ShapleyDecomposition.of(ShapleyPlan.sampled(6, 12, study), outcomes, 0.95);
            for (int setting = 0; setting < 6; setting++) {
                ConfidenceInterval interval = found.contributions().get(setting).value();
                covered[setting] += interval.covers(value(exact, setting)) ? 1 : 0;
            }
        }
        for (int setting = 0; setting < 6; setting++) {
            assertThat(covered[setting] / 600.0).isBetween(0.93 - 0.04, 0.995);
        }
    }

    private static double game(long coalition, double size) {
        double outcome = 4 * size * (coalition & 1) + 2 * (coalition >> 1 & 1);
        outcome += (coalition & 7) == 7 ? 9 * size : 0;
        outcome += (coalition & 56) == 56 ? -12 : 0;
        return outcome + ((coalition & 63) == 63 ? 6 * size : 0);
    }

    /** Eight of 720 orders in each of 500 studies; a mean beyond five standard errors comes by chance less than once in a million times. */
    @Test
    void drawnOrdersAreUnbiased() {
        LongFunction<double[]> outcomes = coalition -> new double[] {game(coalition, 1), game(coalition, 1)};
        ShapleyDecomposition exact = ShapleyDecomposition.of(ShapleyPlan.exact(6), outcomes, 0.95);
        double[][] found = new double[6][500];
        for (int study = 0; study < 500; study++) {
            ShapleyDecomposition sampled = ShapleyDecomposition.of(ShapleyPlan.sampled(6, 4, study), outcomes, 0.95);
            for (int setting = 0; setting < 6; setting++) {
                found[setting][study] = value(sampled, setting);
            }
        }
        for (int setting = 0; setting < 6; setting++) {
            assertThat(Moments.mean(found[setting]))
                    .isCloseTo(value(exact, setting), within(5 * Moments.standardError(found[setting]) + 1e-12));
        }
    }

    @Test
    void settingsInAnotherOrderHaveTheSameContributions() {
        LongFunction<double[]> outcomes = coalition -> new double[] {game(coalition, 1), game(coalition, 2)};
        int[] order = {5, 3, 0, 1, 4, 2};
        LongFunction<double[]> reordered = coalition -> {
            long original = 0;
            for (int place = 0; place < 6; place++) {
                original |= (coalition >> place & 1) << order[place];
            }
            return outcomes.apply(original);
        };
        ShapleyDecomposition plain = ShapleyDecomposition.of(ShapleyPlan.exact(6), outcomes, 0.95);
        ShapleyDecomposition other = ShapleyDecomposition.of(ShapleyPlan.exact(6), reordered, 0.95);
        for (int place = 0; place < 6; place++) {
            assertThat(value(other, place)).isCloseTo(value(plain, order[place]), within(1e-12));
        }
    }

    @Test
    void eachCoalitionIsAskedForOnce() {
        Set<Long> asked = new HashSet<>();
        ShapleyPlan plan = ShapleyPlan.sampled(5, 50, 1);
        ShapleyDecomposition.of(
                plan,
                coalition -> {
                    assertThat(asked.add(coalition)).isTrue();
                    return new double[2];
                },
                0.95);
        assertThat(asked).hasSize(32).containsAll(Set.of(0L, 31L));
        assertThat(ShapleyPlan.exact(4).coalitions()).hasSize(16);
    }

    @Test
    void tooManySettingsAreRefused() {
        assertThatThrownBy(() -> ShapleyPlan.exact(17))
                .hasMessage("all coalitions of 17 settings are too many; draw orders for more than 16");
        assertThatThrownBy(() -> ShapleyPlan.sampled(63, 2, 1)).hasMessage("settings (63) must be from 1 to 62");
    }
}
