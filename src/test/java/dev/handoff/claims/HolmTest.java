package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** By hand: 4 x 0.005, 3 x 0.01, 2 x 0.03, then 1 x 0.04, which may not be less than the one before. */
    @Test
    void theLeastProbabilityCountsForAllAndEachFurtherOneForOneLess() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}, 4))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
    }

    @Test
    void nothingExceedsOne() {
        assertThat(Holm.adjusted(new double[] {0.6, 0.9}, 2)).containsExactly(1, 1);
    }

    /** By hand: two of ten were made; 10 x 0.004 and 9 x 0.004. */
    @Test
    void testsThatWereNotMadeCountAsIfTheyCameLast() {
        assertThat(Holm.adjusted(new double[] {0.004, 0.004}, 10))
                .containsExactly(new double[] {0.04, 0.04}, within(1e-12));
        assertThat(Holm.adjusted(new double[] {0.001, 0.004}, 10))
                .containsExactly(new double[] {0.01, 0.036}, within(1e-12));
    }

    @Test
    void ofOneTestNothingChanges() {
        assertThat(Holm.adjusted(new double[] {0.03}, 1)).containsExactly(0.03);
        assertThat(Holm.adjusted(new double[0], 5)).isEmpty();
    }
}
