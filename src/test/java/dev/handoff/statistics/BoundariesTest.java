package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundariesTest {

    private static double[] equal(int looks) {
        double[] shares = new double[looks];
        Arrays.setAll(shares, look -> (look + 1) / (double) looks);
        return shares;
    }

    /** To three decimals, as the R packages gsDesign (spending function sfLDOF) and RTSA (esOF) tabulate them. */
    @Test
    void twoToFiveEqualLooksHaveTheTabulatedBoundariesOfLanAndDeMets() {
        assertThat(Boundaries.of(0.025, equal(5)))
                .containsExactly(new double[] {4.877, 3.357, 2.680, 2.290, 2.031}, within(0.0006));
        assertThat(Boundaries.of(0.025, equal(2))).containsExactly(new double[] {2.963, 1.969}, within(0.0006));
        assertThat(Boundaries.of(0.025, equal(3))).containsExactly(new double[] {3.710, 2.511, 1.993}, within(0.0006));
        assertThat(Boundaries.of(0.025, equal(4)))
                .containsExactly(new double[] {4.333, 2.963, 2.359, 2.014}, within(0.0006));
    }

    /** Zhu and Hu 2010: looks at a fifth, a half and all of the information. */
    @Test
    void unequalLooksHaveThePublishedBoundaries() {
        assertThat(Boundaries.of(0.025, new double[] {0.2, 0.5, 1}))
                .containsExactly(new double[] {4.877, 2.963, 1.969}, within(0.0006));
    }

    @Test
    void oneLookHasTheBoundaryOfAPlainTest() {
        assertThat(Boundaries.of(0.025, equal(1))).containsExactly(new double[] {1.959964}, within(1e-6));
        assertThat(Boundaries.of(0.00025, equal(1))).containsExactly(new double[] {3.480756}, within(1e-6));
    }

    /** In a million walks the share that crosses has a standard error of 0.00016; beyond 4 of them once in 16,000 times. */
    @Test
    void walksWithoutDriftCrossWithTheProbabilityThatIsSpent() {
        Looks looks = new Looks(1600);
        double[] shares = new double[looks.count()];
        Arrays.setAll(shares, look -> looks.replications(look) / 1600.0);
        double[] bounds = Boundaries.of(0.025, shares);
        Random random = new Random(11);
        int walks = 1_000_000;
        int crossed = 0;
        for (int walk = 0; walk < walks; walk++) {
            double sum = 0;
            double before = 0;
            for (int look = 0; look < shares.length; look++) {
                sum += random.nextGaussian() * Math.sqrt(shares[look] - before);
                before = shares[look];
                if (sum / Math.sqrt(shares[look]) > bounds[look]) {
                    crossed++;
                    break;
                }
            }
        }
        assertThat(crossed / (double) walks).isCloseTo(0.025, within(4 * 0.00016));
    }

    /** As docs/claims.md prints them. By hand, the first is exceeded with probability 2 - 2 Phi(4 x 2.2414) = 3.1e-19. */
    @Test
    void doublingLooksHaveTheBoundariesOfTheDocument() {
        double[] shares = {1 / 16.0, 1 / 8.0, 1 / 4.0, 1 / 2.0, 1};
        assertThat(Boundaries.of(0.025, shares))
                .containsExactly(new double[] {8.89, 6.23, 4.33, 2.96, 1.97}, within(0.006));
    }

    @Test
    void looksDoubleUpToTheMost() {
        assertThat(replications(1600)).containsExactly(100, 200, 400, 800, 1600);
        assertThat(replications(1000)).containsExactly(100, 200, 400, 1000);
        assertThat(replications(140)).containsExactly(140);
        assertThat(replications(40)).containsExactly(40);
    }

    private static int[] replications(int most) {
        Looks looks = new Looks(most);
        int[] replications = new int[looks.count()];
        Arrays.setAll(replications, looks::replications);
        return replications;
    }

    /** The oracle is a search for the level whose boundary is the value seen. */
    @Test
    void theProbabilityOfALookIsTheLevelAtWhichItWouldJustBeCrossed() {
        Looks looks = new Looks(1600);
        double[] shares = {1 / 16.0, 1 / 8.0, 1 / 4.0, 1 / 2.0, 1};
        for (double level : new double[] {0.04, 0.01, 0.002, 3e-5, 2e-8}) {
            double[] bounds = Boundaries.of(level / 2, shares);
            for (int look = 0; look < shares.length; look++) {
                assertThat(looks.probability(look, bounds[look])).isCloseTo(level, within(0.01 * level));
            }
        }
        assertThat(looks.probability(4, looks.halfWidth(4) - 1e-6)).isEqualTo(1);
        assertThat(looks.probability(4, looks.halfWidth(4))).isCloseTo(Looks.LEVEL, within(1e-12));
        assertThat(looks.probability(0, 100)).isEqualTo(Looks.LEAST);
    }

    @Test
    void aHigherValueIsLessProbable() {
        Looks looks = new Looks(1600);
        for (int look = 0; look < looks.count(); look++) {
            double before = 1;
            for (double z = 1; z < 30; z += 0.05) {
                double probability = looks.probability(look, z);
                assertThat(probability).isLessThanOrEqualTo(before);
                before = probability;
            }
        }
    }
}
