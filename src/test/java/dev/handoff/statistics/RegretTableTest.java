package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RegretTableTest {
    private static final double[][] OUTCOMES = {{10, 0, 6}, {7, 5, 4}, {2, 8, 6}};

    /** By hand: the best are 10, 8 and 6. */
    @Test
    void regretIsWhatTheBestOfTheScenarioHasMore() {
        RegretTable table = RegretTable.of(OUTCOMES, true);
        assertThat(table.regrets()).isDeepEqualTo(new double[][] {{0, 8, 0}, {3, 3, 2}, {8, 0, 0}});
        assertThat(table.greatest()).containsExactly(8, 3, 8);
        assertThat(table.mean()).containsExactly(8.0 / 3, 1 + 1 + 2.0 / 3, 8.0 / 3);
        assertThat(table.minimaxAlternative()).isEqualTo(1);
    }

    /** By hand: the best are 2, 0 and 4. */
    @Test
    void whereLessIsBetterTheSmallestIsTheBest() {
        RegretTable table = RegretTable.of(OUTCOMES, false);
        assertThat(table.regrets()).isDeepEqualTo(new double[][] {{8, 0, 2}, {5, 5, 0}, {0, 8, 2}});
        assertThat(table.greatest()).containsExactly(8, 5, 8);
        assertThat(table.leastMeanAlternative()).isZero();
    }

    @Test
    void anAlternativeThatIsBestEverywhereHasNoRegret() {
        RegretTable table = RegretTable.of(new double[][] {{1, 2}, {3, 4}}, true);
        assertThat(table.greatest()).containsExactly(2, 0);
        assertThat(table.leastMeanAlternative()).isEqualTo(1);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> RegretTable.of(new double[][] {{1, 2}, {3}}, true))
                .hasMessage("alternatives have 2 and 1 scenarios");
        assertThatThrownBy(() -> RegretTable.of(new double[][] {{1, Double.NaN}}, true))
                .hasMessage("an outcome is NaN");
    }
}
