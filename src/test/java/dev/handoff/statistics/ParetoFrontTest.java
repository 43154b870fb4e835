package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoFrontTest {

    /** By hand: (2, 2) beats (3, 2) and (2, 3); equal points do not beat each other. */
    @Test
    void theFrontIsWhatNothingDominates() {
        double[][] costs = {{1, 4}, {3, 2}, {2, 2}, {2, 3}, {4, 1}, {2, 2}};
        assertThat(ParetoFront.of(costs)).containsExactly(0, 2, 4, 5);
        assertThat(ParetoFront.dominates(new double[] {1, 1}, new double[] {1, 1}))
                .isFalse();
        assertThat(ParetoFront.dominates(new double[] {1, 1}, new double[] {1, 2}))
                .isTrue();
    }

    /** On a line with 0, 1, 4, 9 and 10 from 0 on: the other end, then 4, which is 4 away, then 1, which is 1 away as 9 is and comes first. */
    @Test
    void theFarthestIsChosenNext() {
        double[][] places = {{0}, {1}, {4}, {9}, {10}, {0}};
        assertThat(FarthestFirst.choose(places, List.of(0), 4)).containsExactly(0, 4, 2, 1);
        assertThat(FarthestFirst.choose(places, List.of(0), 9)).containsExactly(0, 4, 2, 1, 3);
    }
}
