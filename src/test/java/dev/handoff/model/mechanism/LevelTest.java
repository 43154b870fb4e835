package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Arithmetic of levels by hand. */
class LevelTest {

    @Test
    void aShareOfTheGapIsClosedOrOfTheLevelTakenAway() {
        assertThat(Level.raised(0.2, 0.25)).isCloseTo(0.4, within(1e-15));
        assertThat(Level.lowered(0.2, 0.25)).isCloseTo(0.15, within(1e-15));
        assertThat(Level.raised(0.2, 1)).isEqualTo(1);
        assertThat(Level.lowered(0.2, 1)).isZero();
    }

    @Test
    void logOddsAreTheInverseOfTheLogisticFunction() {
        assertThat(Level.logOdds(0.75)).isCloseTo(Math.log(3), within(1e-15));
        assertThat(Level.logistic(Math.log(3))).isCloseTo(0.75, within(1e-15));
        assertThat(Level.logOdds(1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Level.logOdds(0)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void theArgumentOfTheLogisticFunctionIsKeptWithinThirty() {
        assertThat(Level.logistic(-1000)).isCloseTo(Math.exp(-30), within(1e-25));
        assertThat(Level.logistic(-29)).isGreaterThan(2 * Level.logistic(-30));
        assertThat(1 - Level.logistic(1000))
                .isCloseTo(Math.exp(-30), within(1e-15))
                .isPositive();
    }
}
