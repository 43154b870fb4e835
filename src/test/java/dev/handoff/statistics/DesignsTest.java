package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the definitions of the designs demand of every sample, and how well each integrates a function whose mean is known. */
class DesignsTest {

    @Test
    void aFullFactorialHasEachCombinationOnce() {
        assertThat(FullFactorial.levels(2, 3))
                .isDeepEqualTo(new int[][] {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}});
        assertThat(FullFactorial.points(1, 3)).isDeepEqualTo(new double[][] {{0.5, 0}, {0.5, 0.5}, {0.5, 1}});
        assertThat(FullFactorial.levels()).isDeepEqualTo(new int[1][0]);
    }

    @Test
    void aFullFactorialThatIsTooLargeIsRefused() {
        assertThat(FullFactorial.levels(100, 10_000)).hasDimensions(1_000_000, 2);
        assertThatThrownBy(() -> FullFactorial.levels(100, 10_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FullFactorial.levels(2, 0)).hasMessage("a factor has 0 levels, it needs 1 or more");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100})
    void aLatinHypercubeHasOnePointInEachStratum(int points) {
        double[][] sample = LatinHypercube.points(points, 5, 3);
        for (int factor = 0; factor < 5; factor++) {
            assertThat(strata(sample, factor, points)).hasSize(points);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 256})
    void aSobolSequenceHasOnePointInEachStratumWhateverTheShift(int points) {
        for (long seed = 1; seed <= 5; seed++) {
            double[][] sample = SobolSequence.points(points, SobolSequence.MOST_FACTORS, seed);
            for (int factor = 0; factor < SobolSequence.MOST_FACTORS; factor += 37) {
                assertThat(strata(sample, factor, points)).hasSize(points);
            }
        }
    }

    /** A net of Sobol in base 2 has, in its first two factors, one of 64 points in each cell of 2 by 32, 4 by 16, 8 by 8 and so on. */
    @Test
    void twoFactorsOfASobolSequenceAreBalancedTogether() {
        double[][] sample = SobolSequence.points(64, 2, 9);
        for (int rows = 1; rows <= 64; rows *= 2) {
            int columns = 64 / rows;
            Set<Integer> cells = new HashSet<>();
            for (double[] point : sample) {
                cells.add((int) (point[0] * rows) * columns + (int) (point[1] * columns));
            }
            assertThat(cells).hasSize(64);
        }
    }

    @Test
    void fewerPointsOfASobolSequenceAreTheFirstOnes() {
        assertThat(Arrays.copyOf(SobolSequence.points(16, 3, 5), 8)).isDeepEqualTo(SobolSequence.points(8, 3, 5));
        assertThat(Arrays.copyOf(RadialDesign.sobol(16, 3, 5).points(), 8 * 5))
                .isDeepEqualTo(RadialDesign.sobol(8, 3, 5).points());
    }

    @Test
    void onlySeedsTellSamplesApart() {
        assertThat(SobolSequence.points(8, 3, 5)).isDeepEqualTo(SobolSequence.points(8, 3, 5));
        assertThat(LatinHypercube.points(8, 3, 5)).isDeepEqualTo(LatinHypercube.points(8, 3, 5));
        assertThat(Arrays.deepEquals(SobolSequence.points(8, 3, 5), SobolSequence.points(8, 3, 6)))
                .isFalse();
        assertThat(Arrays.deepEquals(LatinHypercube.points(8, 3, 5), LatinHypercube.points(8, 3, 6)))
                .isFalse();
    }

    /**
     * The mean of x + y^2 + z w is 1/2 + 1/3 + 1/4. Independent points miss it by 0.480 / sqrt(256) = 0.030 on average, in squares; a Latin
     * hypercube leaves the interaction alone, variance 1/144, 0.0052; a Sobol sequence with shift about 0.002. Each of 200 seeds is
     * unbiased; a mean of their errors beyond 5 standard errors comes by chance less than once in a million.
     */
    @Test
    void meansAreUnbiasedAndMorePreciseThanOfIndependentPoints() {
        double latin = meanSquareError(seed -> mean(LatinHypercube.points(256, 4, seed)), 0.0052);
        double sobol = meanSquareError(seed -> mean(SobolSequence.points(256, 4, seed)), 0.0052);
        assertThat(Math.sqrt(latin)).isBetween(0.0040, 0.0066);
        assertThat(Math.sqrt(sobol)).isLessThan(0.0030);
    }

    private static double meanSquareError(ToDoubleFunction<Long> estimate, double deviation) {
        double sum = 0;
        double squares = 0;
        for (long seed = 0; seed < 200; seed++) {
            double error = estimate.applyAsDouble(seed) - (1.0 / 2 + 1.0 / 3 + 1.0 / 4);
            sum += error;
            squares += error * error;
        }
        assertThat(sum / 200).isCloseTo(0, within(5 * deviation / Math.sqrt(200)));
        return squares / 200;
    }

    private static double mean(double[][] points) {
        return Arrays.stream(points)
                .mapToDouble(x -> x[0] + x[1] * x[1] + x[2] * x[3])
                .average()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 10})
    void aTrajectoryChangesEachFactorOnceByTheStep(int levels) {
        MorrisDesign design = MorrisDesign.of(6, levels, 40, 7);
        assertThat(design.step()).isEqualTo(levels / (2.0 * (levels - 1)));
        for (int trajectory = 0; trajectory < 40; trajectory++) {
            assertThat(design.changed()[trajectory]).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
            for (int step = 0; step < 6; step++) {
                double[] before = design.points()[trajectory * 7 + step];
                double[] after = design.points()[trajectory * 7 + step + 1];
                for (int factor = 0; factor < 6; factor++) {
                    double change = factor == design.changed()[trajectory][step] ? design.step() : 0;
                    assertThat(Math.abs(after[factor] - before[factor])).isCloseTo(change, within(1e-12));
                    assertThat(after[factor]).isBetween(0.0, 1.0);
                }
            }
        }
    }

    /** 1,000 trajectories, 4 levels: each starts at 250 places, standard deviation 13.7; 6 of them are left once in 500 million. */
    @Test
    void trajectoriesVisitEveryLevelEquallyOften() {
        MorrisDesign design = MorrisDesign.of(3, 4, 1000, 7);
        for (int factor = 0; factor < 3; factor++) {
            int[] starts = new int[4];
            int[] ends = new int[4];
            for (int trajectory = 0; trajectory < 1000; trajectory++) {
                starts[(int) Math.round(3 * design.points()[4 * trajectory][factor])]++;
                ends[(int) Math.round(3 * design.points()[4 * trajectory + 3][factor])]++;
            }
            assertThat(Arrays.stream(starts)).allMatch(count -> 168 <= count && count <= 332);
            assertThat(Arrays.stream(ends)).allMatch(count -> 168 <= count && count <= 332);
        }
    }

    @Test
    void aRadialDesignTakesOneFactorAfterTheOtherFromItsSecondPoint() {
        for (RadialDesign design :
                new RadialDesign[] {RadialDesign.sobol(8, 3, 1), RadialDesign.independent(8, 3, 1)}) {
            assertThat(design.points()).hasDimensions(8 * 5, 3);
            for (int base = 0; base < 8; base++) {
                double[] a = design.points()[5 * base];
                double[] b = design.points()[5 * base + 1];
                assertThat(design.points()[5 * base + 2]).containsExactly(b[0], a[1], a[2]);
                assertThat(design.points()[5 * base + 3]).containsExactly(a[0], b[1], a[2]);
                assertThat(design.points()[5 * base + 4]).containsExactly(a[0], a[1], b[2]);
                assertThat(a).doesNotContain(b);
            }
        }
    }

    @Test
    void impossibleDesignsAreRefused() {
        assertThatThrownBy(() -> SobolSequence.points(4, 1001, 1)).hasMessage("factors (1001) must be from 1 to 1000");
        assertThatThrownBy(() -> RadialDesign.sobol(4, 501, 1)).hasMessage("factors (501) must be from 1 to 500");
        assertThatThrownBy(() -> RadialDesign.independent(1, 2, 1)).hasMessage("bases (1) must be 2 or more");
        assertThatThrownBy(() -> MorrisDesign.of(2, 3, 10, 1))
                .hasMessage("levels (3) must be an even number, 2 or more");
        assertThatThrownBy(() -> LatinHypercube.points(0, 2, 1)).hasMessage("points (0) must be 1 or more");
    }

    private static Set<Integer> strata(double[][] sample, int factor, int count) {
        Set<Integer> strata = new HashSet<>();
        for (double[] point : sample) {
            assertThat(point[factor]).isBetween(0.0, Math.nextDown(1.0));
            strata.add((int) (point[factor] * count));
        }
        return strata;
    }
}
