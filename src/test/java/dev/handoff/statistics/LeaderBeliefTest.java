package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaderBeliefTest {

    /**
     * The oracle draws spread, then means, from the prior and weighs them by the density of the leads seen: standard error below .006 for
     * probabilities. The quasi-random points add .01.
     */
    @ParameterizedTest
    @CsvSource({"0.5, 0.8, 1, 0.4", "-0.2, 2, 1, 0", "1, 0.3, 0.5, 0.25", "3, 2, 1.5, 0.5"})
    void theIntegralIsThatOfWeightedDraws(double first, double second, double variance, double shared) {
        double[] leads = {first, second};
        double[][] covariance = {{variance, shared}, {shared, variance}};
        LeaderBelief belief = LeaderBelief.of(leads, covariance, 1);
        double[] oracle = weighted(leads, variance, shared);
        assertThat(belief.probabilityOfBest()).isCloseTo(oracle[0], within(0.025));
        assertThat(belief.probabilityOfGoodSelection()).isCloseTo(oracle[1], within(0.025));
        assertThat(belief.expectedLoss()).isCloseTo(oracle[2], within(0.025));
    }

    private static double[] weighted(double[] leads, double variance, double shared) {
        Random random = new Random(9);
        double determinant = variance * variance - shared * shared;
        double[] sums = new double[4];
        for (int draw = 0; draw < 400_000; draw++) {
            double spread = 2 * StrictMath.tan(Math.PI / 2 * random.nextDouble());
            double leader = spread * random.nextGaussian();
            double one = leader - spread * random.nextGaussian();
            double two = leader - spread * random.nextGaussian();
            double a = leads[0] - one;
            double b = leads[1] - two;
            double weight = StrictMath.exp(-(variance * (a * a + b * b) - 2 * shared * a * b) / determinant / 2);
            double least = Math.min(one, two);
            sums[0] += least >= 0 ? weight : 0;
            sums[1] += least > -1 ? weight : 0;
            sums[2] += weight * Math.max(0, -least);
            sums[3] += weight;
        }
        return new double[] {sums[0] / sums[3], sums[1] / sums[3], sums[2] / sums[3]};
    }

    /**
     * Studies whose true means are drawn with spreads of 0.5 to 5 indifferences, that differ in noise, and are stopped at random. In
     * each class of stated probability the frequency of the leader being best must not be below by more than 3.5 standard errors (one
     * of 20 classes once in 200 times) and .02 for the approximations, and not above by more than that and .06: the belief errs to the
     * careful side, as Student's tails are taken for a wider normal law. The stated loss is that seen, to 4 standard errors and a tenth.
     */
    @ParameterizedTest
    @CsvSource({"2", "5"})
    void theStatedProbabilityIsTheFrequencyWhenStudiesAreStoppedAtRandom(int alternatives) {
        Random random = new Random(20261125 + alternatives);
        double[][] classes = new double[10][3];
        double[] losses = new double[3];
        double[] good = new double[2];
        int studies = 3000;
        for (int study = 0; study < studies; study++) {
            double spread = new double[] {0.5, 1, 2, 5}[study % 4];
            double[] means = random.doubles(alternatives)
                    .map(each -> spread * random.nextGaussian())
                    .toArray();
            SelectionOfTheBest selection = stopped(means, random);
            LeaderBelief belief = selection.belief();
            double loss = Arrays.stream(means).max().orElseThrow()
                    - means[selection.state().leader()];
            double[] same = classes[(int) Math.min(9, belief.probabilityOfBest() * 10)];
            same[0]++;
            same[1] += belief.probabilityOfBest();
            same[2] += loss == 0 ? 1 : 0;
            good[0] += belief.probabilityOfGoodSelection();
            good[1] += loss < 1 ? 1 : 0;
            losses[0] += belief.expectedLoss();
            losses[1] += loss;
            losses[2] += loss * loss;
        }
        for (double[] same : classes) {
            double stated = same[1] / Math.max(1, same[0]);
            double error = 3.5 * Math.sqrt(stated * (1 - stated) / Math.max(1, same[0]));
            assertThat(same[2] / Math.max(1, same[0])).isBetween(stated - error - 0.02, stated + error + 0.06);
        }
        double lossError = Math.sqrt(losses[2]);
        assertThat(losses[0]).isCloseTo(losses[1], within(4 * lossError + 0.1 * losses[1]));
        assertThat(good[0] / studies).isCloseTo(good[1] / studies, within(0.01));
    }

    private static SelectionOfTheBest stopped(double[] means, Random random) {
        int stop = 20 + 5 * random.nextInt(random.nextBoolean() ? 5 : 40);
        double deviation = random.nextBoolean() ? 3 : 1.5;
        double[][] values = new double[means.length][stop];
        for (int replication = 0; replication < stop; replication++) {
            double common = random.nextGaussian();
            for (int alternative = 0; alternative < means.length; alternative++) {
                values[alternative][replication] =
                        means[alternative] + deviation * (common + random.nextGaussian()) / Math.sqrt(2);
            }
        }
        return new SelectionOfTheBest(SelectionRule.of(Direction.LARGEST, 1, 0.9, 4000), values);
    }

    @Test
    void aChangedSignWouldBeSeen() {
        LeaderBelief ahead = LeaderBelief.of(new double[] {3}, new double[][] {{0.25}}, 1);
        LeaderBelief behind = LeaderBelief.of(new double[] {-3}, new double[][] {{0.25}}, 1);
        assertThat(ahead.probabilityOfBest()).isGreaterThan(0.999);
        assertThat(behind.probabilityOfBest()).isLessThan(0.001);
        assertThat(ahead.expectedLoss()).isLessThan(0.001);
        assertThat(behind.expectedLoss()).isBetween(2.7, 3.0);
    }

    @Test
    void withoutNoiseTheLeaderIsCertain() {
        LeaderBelief belief = LeaderBelief.of(new double[] {1, 2}, new double[2][2], 1);
        assertThat(belief.probabilityOfBest()).isEqualTo(1);
        assertThat(belief.expectedLoss()).isZero();
    }
}
