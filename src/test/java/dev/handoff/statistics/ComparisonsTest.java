package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static final int STUDIES = 4000;

    /**
     * By hand: the differences 1, 2, 3 have mean 2 and variance 1; t(0.975, 2) = 4.302653, so half the interval is 4.302653 / root 3 = 2.484138.
     * The values have variances 4 and 1, so independent numbers would have five times the variance.
     */
    @Test
    void aSinglePairIsStudentsPairedInterval() {
        PairedDifference pair = new Comparisons(new double[][] {{3, 5, 7}, {2, 3, 4}}, 0.95)
                .ofAllPairs()
                .get(0);
        assertThat(pair.difference().estimate()).isEqualTo(2);
        assertThat(pair.difference().halfWidth()).isCloseTo(2.484138, within(1e-6));
        assertThat(pair.varianceRatio()).isCloseTo(5, within(1e-12));
    }

    /** By hand: three pairs share .05, so each takes t(1 - .05 / 6, 2) = 7.648913; against a control two share it, t(.9875, 2) = 6.205347. */
    @Test
    void severalPairsShareTheError() {
        Comparisons comparisons = new Comparisons(new double[][] {{3, 5, 7}, {2, 3, 4}, {0, 0, 0}}, 0.95);
        assertThat(comparisons.ofAllPairs()).hasSize(3);
        assertThat(comparisons.ofAllPairs().get(0).difference().halfWidth())
                .isCloseTo(7.6489 / Math.sqrt(3), within(1e-3));
        List<PairedDifference> control = comparisons.against(1);
        assertThat(control.get(0).difference().estimate()).isEqualTo(2);
        assertThat(control.get(0).difference().halfWidth()).isCloseTo(6.2053 / Math.sqrt(3), within(1e-3));
        assertThat(control.get(1).difference().estimate()).isEqualTo(-3);
    }

    /**
     * By hand, k = 2: the one-sided t(0.95, 2) = 2.919986 gives w = 1.685855 around the lead of 2. The first is the best: its interval is
     * from 0 to 2 + w, that of the second from -2 - w to 0.
     */
    @Test
    void twoAreComparedWithTheBestByOneSidedBounds() {
        double[][] values = {{3, 5, 7}, {2, 3, 4}};
        List<ConfidenceInterval> largest = new Comparisons(values, 0.95).withTheBest(Direction.LARGEST);
        assertInterval(largest.get(0), 0, 3.685855);
        assertInterval(largest.get(1), -3.685855, 0);
        List<ConfidenceInterval> smallest = new Comparisons(values, 0.95).withTheBest(Direction.SMALLEST);
        assertInterval(smallest.get(0), 0, 3.685855);
        assertInterval(smallest.get(1), -3.685855, 0);
    }

    private static void assertInterval(ConfidenceInterval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, within(1e-5));
        assertThat(interval.high()).isCloseTo(high, within(1e-5));
    }

    /**
     * Four means, three close together, 20 replications, correlation .5. All pairs and all against the control are covered together in 95 % or
     * more (Bonferroni is conservative for correlated ones): in 4,000 studies the standard error is .0034, below .935 a right program falls
     * once in 200,000 times. The comparisons with the best are one-sided and share by k - 1; also there.
     */
    @Test
    void intervalsHoldTogetherAsOftenAsStated() {
        double[] means = {0, 0.2, 0.3, 2};
        double pairs = covering(comparisons -> comparisons.ofAllPairs().stream()
                .allMatch(pair -> pair.difference().covers(means[pair.first()] - means[pair.second()])));
        double control = covering(comparisons -> comparisons.against(0).stream()
                .allMatch(pair -> pair.difference().covers(means[pair.first()] - means[0])));
        double largest = covering(comparisons -> best(comparisons, means, Direction.LARGEST));
        double smallest = covering(comparisons -> best(comparisons, means, Direction.SMALLEST));
        assertThat(List.of(pairs, control, largest, smallest)).allMatch(each -> each >= 0.935);
        assertThat(List.of(pairs, control)).allMatch(each -> each <= 0.985);
    }

    private static double covering(Predicate<Comparisons> covers) {
        double covering = 0;
        for (int study = 0; study < STUDIES; study++) {
            double[] means = {0, 0.2, 0.3, 2};
            Races.Source source = Races.normal(means, 1, 0.5, new Random(study));
            double[][] values = new double[4][20];
            for (int alternative = 0; alternative < 4; alternative++) {
                int row = alternative;
                Arrays.setAll(values[row], replication -> source.value(row, replication));
            }
            covering += covers.test(new Comparisons(values, 0.95)) ? 1 : 0;
        }
        return covering / STUDIES;
    }

    private static boolean best(Comparisons comparisons, double[] means, Direction direction) {
        List<ConfidenceInterval> intervals = comparisons.withTheBest(direction);
        for (int alternative = 0; alternative < means.length; alternative++) {
            double best = Double.NEGATIVE_INFINITY;
            for (int other = 0; other < means.length; other++) {
                best = other == alternative ? best : Math.max(best, direction.sign() * means[other]);
            }
            double truth = direction.sign() * (direction.sign() * means[alternative] - best);
            if (!intervals.get(alternative).covers(truth)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Of two normal variates of correlation r the ratio is 1 / (1 - r): 2 for the two best inventories by the published correlation, 33.6 /
     * 16.0 = 2.1. From 4,000 replications it is known to 2 %; five of that are allowed.
     */
    @Test
    void theVarianceRatioOfTheTwoBestInventoriesIsThePublishedOne() {
        Races.Source source = Races.inventories(1, true);
        double[][] values = new double[2][4000];
        for (int policy = 0; policy < 2; policy++) {
            int row = policy;
            Arrays.setAll(values[row], replication -> source.value(row, replication));
        }
        double ratio = new Comparisons(values, 0.95).ofAllPairs().get(0).varianceRatio();
        assertThat(ratio).isCloseTo(33.6 / 16, within(0.2));
    }

    @Test
    void permutedAlternativesGivePermutedIntervalsAndMirroredOnesMirroredIntervals() {
        Races.Source source = Races.inventories(7, true);
        double[][] values = new double[3][30];
        double[][] mirrored = new double[3][30];
        for (int policy = 0; policy < 3; policy++) {
            int row = policy;
            Arrays.setAll(values[row], replication -> source.value(row, replication));
            Arrays.setAll(mirrored[row], replication -> -source.value(row, replication));
        }
        List<ConfidenceInterval> plain = new Comparisons(values, 0.9).withTheBest(Direction.SMALLEST);
        List<ConfidenceInterval> permuted =
                new Comparisons(new double[][] {values[2], values[0], values[1]}, 0.9).withTheBest(Direction.SMALLEST);
        assertThat(permuted).containsExactly(plain.get(2), plain.get(0), plain.get(1));
        List<ConfidenceInterval> mirror = new Comparisons(mirrored, 0.9).withTheBest(Direction.LARGEST);
        assertThat(mirror.stream().map(ConfidenceInterval::negated)).containsExactlyElementsOf(plain);
        assertThat(plain.get(2).low()).isZero(); // dearer than the best
        assertThat(plain.get(2).high()).isBetween(16.0, 22.0);
    }

    @Test
    void failedReplicationsAreDroppedFromAllAndFewAreRefused() {
        Comparisons comparisons = new Comparisons(new double[][] {{3, 100, 5, 7}, {2, Double.NaN, 3, 4, 9}}, 0.95);
        assertThat(comparisons.replications()).isEqualTo(3);
        assertThat(comparisons.ofAllPairs().get(0).difference().estimate()).isEqualTo(2);
        assertThatThrownBy(() -> new Comparisons(new double[2][1], 0.95)).hasMessageContaining("two or more");
    }
}
