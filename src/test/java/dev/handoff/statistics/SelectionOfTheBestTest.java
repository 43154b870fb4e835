package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.statistics.Races.Race;
import dev.handoff.statistics.SelectionState.Standing;
import dev.handoff.statistics.SelectionState.Verdict;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionOfTheBestTest {
    private static final int STUDIES = 400;

    /** By hand: eta = (0.1^(-2/19) - 1) / 2 = 0.137138, so h^2 = 2 x 0.137138 x 19 = 5.2112; the region closes at h^2 s^2 / delta^2. */
    @Test
    void theConstantOfKimAndNelsonIsThatOfAHandCalculation() {
        TriangularTest test = new TriangularTest(0.05, 2);
        assertThat(test.constant(19)).isCloseTo(5.2112, within(1e-4));
        assertThat(test.bound(16, 19, 10)).isCloseTo(5.2112 * 16 / 4 - 10, within(1e-3));
        assertThat(test.bound(16, 19, 21)).isZero();
    }

    /**
     * Koenig and Law 1985, promised 0.90: more than 0.97 are right, as the exact means differ by 1.43 where 1 is asked for; a rate of 0.99
     * falls below that in 400 studies once in 1,000 times. Measured here: 132 replications of all five together to the selection, 186 with
     * the close ones, standard errors about 3 and 6; computed elsewhere with a look at each replication: 123.
     */
    @Test
    void theBestOfFiveInventoriesIsFoundWithFewerThanTwoHundredReplications() {
        double right = 0;
        double selected = 0;
        double all = 0;
        for (int study = 0; study < STUDIES; study++) {
            Race race =
                    Races.run(SelectionRule.of(Direction.SMALLEST, 1, 0.9, 4000), 5, Races.inventories(study, true));
            right += race.state().leader() == Inventory.BEST ? 1 : 0;
            selected += race.replications();
            all += race.all();
        }
        assertThat(right / STUDIES).isGreaterThan(0.97);
        assertThat(selected / STUDIES).isLessThan(145);
        assertThat(all / STUDIES).isLessThan(200);
    }

    /** The simulator of this test against the exact means; standard error .031 at most, so that one of five is off once in 3,000 times. */
    @Test
    void theInventoriesCostWhatTheyCost() {
        for (int policy = 0; policy < 5; policy++) {
            Random random = new Random(policy);
            double sum = 0;
            for (int replication = 0; replication < 20_000; replication++) {
                sum += Inventory.cost(Inventory.POLICIES[policy], random);
            }
            assertThat(sum / 20_000).isCloseTo(Inventory.COSTS[policy], within(4 * 0.031));
        }
    }

    @Test
    void theDearestInventoryIsTheLargest() {
        Race race = Races.run(SelectionRule.of(Direction.LARGEST, 1, 0.9, 4000), 5, Races.inventories(3, true));
        assertThat(race.state().leader()).isEqualTo(4);
        assertThat(race.state().verdict()).isEqualTo(Verdict.SELECTED);
    }

    /**
     * All others exactly the indifference worse, the hardest case of the guarantee. In 1,000 studies a rate of 0.90 has a standard error of
     * .0095; below .872 it falls once in 600 times.
     */
    @ParameterizedTest
    @CsvSource({"2, 0", "2, 0.5", "2, 0.9", "5, 0", "5, 0.5", "5, 0.9"})
    void theSlippageConfigurationIsSelectedAsOftenAsPromised(int alternatives, double correlation) {
        double[] means = new double[alternatives];
        means[alternatives - 1] = 1;
        int right = 0;
        int falseTies = 0;
        double count = 0;
        for (int study = 0; study < 1000; study++) {
            Race race = Races.run(
                    SelectionRule.of(Direction.LARGEST, 1, 0.9, 4000),
                    alternatives,
                    Races.normal(means, 3, correlation, new Random(study)));
            boolean best = race.state().leader() == alternatives - 1;
            right += best ? 1 : 0;
            falseTies += best && race.state().verdict() == Verdict.PRACTICALLY_TIED ? 1 : 0;
            count += race.replications();
        }
        assertThat(right / 1000.0).isGreaterThan(0.872);
        assertThat(falseTies / 1000.0).isLessThan(0.128);
    }

    /** Unequal variances, and ones and zeros of 0.10 against 0.05: the same bound. */
    @Test
    void theGuaranteeHoldsForUnequalVariancesAndForOnesAndZeros() {
        int unequal = 0;
        int binary = 0;
        SelectionRule unequalRule = SelectionRule.of(Direction.SMALLEST, 1, 0.9, 4000);
        SelectionRule binaryRule = SelectionRule.of(Direction.SMALLEST, 0.05, 0.9, 4000);
        double[] deviations = {1, 4, 2};
        for (int study = 0; study < 1000; study++) {
            Random random = new Random(study);
            Race race = Races.run(
                    unequalRule, 3, (one, replication) -> (one == 1 ? 0 : 1) + deviations[one] * random.nextGaussian());
            unequal += race.state().leader() == 1 ? 1 : 0;
            race = Races.run(
                    binaryRule, 2, (one, replication) -> random.nextDouble() < (one == 0 ? 0.10 : 0.05) ? 1 : 0);
            binary += race.state().leader() == 1 ? 1 : 0;
        }
        assertThat(unequal / 1000.0).isGreaterThan(0.872);
        assertThat(binary / 1000.0).isGreaterThan(0.872);
    }

    /** Measured: 0.82, standard error .022; the others left the selection behind by the indifference, which chance can do. */
    @Test
    void equalAlternativesAreMostlyFoundTied() {
        int tied = 0;
        for (int study = 0; study < 300; study++) {
            Race race = Races.run(
                    SelectionRule.of(Direction.LARGEST, 1, 0.95, 4000),
                    2,
                    Races.normal(new double[2], 3, 0.5, new Random(study)));
            assertThat(race.state().verdict()).isIn(Verdict.SELECTED, Verdict.PRACTICALLY_TIED);
            tied += race.state().verdict() == Verdict.PRACTICALLY_TIED ? 1 : 0;
        }
        assertThat(tied / 300.0).isGreaterThan(0.7);
    }

    @Test
    void variantsThatDifferInNothingAreTied() {
        Random random = new Random(1);
        double[] values = random.doubles(4000).toArray();
        Race race = Races.run(SelectionRule.of(Direction.LARGEST, 0.5, 0.95, 4000), 3, (one, at) -> values[at]);
        assertThat(race.state().verdict()).isEqualTo(Verdict.PRACTICALLY_TIED);
        assertThat(race.state().standings()).containsExactly(Standing.LEADER, Standing.TIED, Standing.TIED);
    }

    @Test
    void withoutBudgetItStaysUndecidedAndNamesALeader() {
        SelectionState state = Races.run(
                        SelectionRule.of(Direction.LARGEST, 0.01, 0.95, 100),
                        3,
                        Races.normal(new double[] {0, 0.1, 0.2}, 3, 0, new Random(1)))
                .state();
        assertThat(state.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(state.leader()).isBetween(0, 2);
        assertThat(state.wanted()).containsOnly(0);
    }

    @Test
    void nothingIsSaidBeforeTheFirstLook() {
        SelectionOfTheBest selection =
                new SelectionOfTheBest(SelectionRule.of(Direction.LARGEST, 1, 0.95, 100), new double[2][19]);
        assertThat(selection.state().leader()).isEqualTo(-1);
        assertThat(selection.state().wanted()).containsExactly(20, 20);
        assertThat(selection.belief().probabilityOfBest()).isZero();
    }

    @Test
    void permutedAlternativesGiveThePermutedAnswer() {
        int[] order = {3, 0, 4, 2, 1};
        for (int study = 0; study < 20; study++) {
            double[][] values = inventories(study);
            double[][] permuted =
                    Arrays.stream(order).mapToObj(each -> values[each]).toArray(double[][]::new);
            SelectionOfTheBest plain = new SelectionOfTheBest(rule(Direction.SMALLEST), values);
            SelectionOfTheBest other = new SelectionOfTheBest(rule(Direction.SMALLEST), permuted);
            assertThat(order[other.state().leader()]).isEqualTo(plain.state().leader());
            assertThat(other.state().verdict()).isEqualTo(plain.state().verdict());
            for (int place = 0; place < 5; place++) {
                assertThat(other.state().leftAt()[place])
                        .isEqualTo(plain.state().leftAt()[order[place]]);
                assertThat(other.state().standings()[place])
                        .isEqualTo(plain.state().standings()[order[place]]);
            }
            assertThat(other.belief().expectedLoss()).isCloseTo(plain.belief().expectedLoss(), within(0.02));
        }
    }

    private static double[][] inventories(int seed) {
        Races.Source source = Races.inventories(seed, true);
        double[][] values = new double[5][600];
        for (double[] row : values) {
            int alternative = Arrays.asList(values).indexOf(row);
            Arrays.setAll(row, replication -> source.value(alternative, replication));
        }
        return values;
    }

    private static SelectionRule rule(Direction direction) {
        return SelectionRule.of(direction, 1, 0.9, 600);
    }

    @Test
    void aMirroredMetricGivesTheSameAnswer() {
        for (int study = 0; study < 20; study++) {
            double[][] values = inventories(study);
            double[][] mirrored = Arrays.stream(values)
                    .map(row -> Arrays.stream(row).map(each -> -each).toArray())
                    .toArray(double[][]::new);
            SelectionState plain = new SelectionOfTheBest(rule(Direction.SMALLEST), values).state();
            SelectionState mirror = new SelectionOfTheBest(rule(Direction.LARGEST), mirrored).state();
            assertThat(mirror).usingRecursiveComparison().isEqualTo(plain);
        }
    }

    /** The run asks step by step; the state from more values than it asked for is the same. */
    @Test
    void valuesThatWereNotWantedChangeNothing() {
        for (int study = 0; study < 20; study++) {
            SelectionState stepwise = Races.run(rule(Direction.SMALLEST), 5, Races.inventories(study, true))
                    .state();
            SelectionState atOnce = new SelectionOfTheBest(rule(Direction.SMALLEST), inventories(study)).state();
            assertThat(atOnce).usingRecursiveComparison().isEqualTo(stepwise);
        }
    }

    @Test
    void aFailedReplicationIsDroppedFromAll() {
        double[][] one = inventories(1);
        double[][] all = inventories(1);
        for (int failed : new int[] {2, 11}) {
            one[1][failed] = Double.NaN;
            Arrays.stream(all).forEach(row -> row[failed] = Double.NaN);
        }
        SelectionState state = new SelectionOfTheBest(rule(Direction.SMALLEST), one).state();
        assertThat(state)
                .usingRecursiveComparison()
                .isEqualTo(new SelectionOfTheBest(rule(Direction.SMALLEST), all).state());
        assertThat(Arrays.stream(state.leftAt()).filter(at -> at > 0))
                .allMatch(at -> at >= 25); // 20 are not usable at 20
    }
}
