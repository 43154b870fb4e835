package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final double[] POSITIONS = {0, 1, 2, 3};

    /** Effects of position - 1.25 without noise: between 1 and 2 after a quarter of the way, in every resample. */
    @Test
    void withoutNoiseItIsWhereTheLineCrossesNone() {
        double[][] effects = effects(position -> position - 1.25, 0, 20, 1);
        assertThat(Turn.of(POSITIONS, effects)).isEqualTo(new Turn(1.25, 1.25, 1.25));
        effects[2][7] = Double.NaN;
        assertThat(Turn.of(POSITIONS, effects).at()).isEqualTo(1.25);
    }

    @Test
    void theSameSignEverywhereIsNoTurn() {
        Turn turn = Turn.of(POSITIONS, effects(position -> position + 2, 0, 20, 1));
        assertThat(turn.isThere()).isFalse();
        assertThat(turn.low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Turn.of(POSITIONS, effects(position -> 4 - position, 0, 20, 1))
                        .high())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** A turn near the end of the range that chance may push beyond it. */
    @Test
    void whatMayLieBeyondTheRangeIsSaid() {
        Turn turn = Turn.of(POSITIONS, effects(position -> 2.9 - position, 2, 40, 3));
        assertThat(turn.high()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(turn.low()).isBetween(1.5, 2.9);
    }

    /**
     * In how many of 400 studies the interval holds the true value; 95 % is promised, percentiles give about one point less with 100
     * replications. Fewer than 91 % would have probability 0.006 if it were 94 %.
     */
    @Test
    void theIntervalHoldsTheTrueValueAsOftenAsItSays() {
        int covered = 0;
        for (int study = 0; study < 400; study++) {
            Turn turn = Turn.of(POSITIONS, effects(position -> position - 1.6, 3, 100, study));
            covered += turn.low() <= 1.6 && 1.6 <= turn.high() ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.91, 0.98);
        assertThat(Turn.of(POSITIONS, effects(position -> position - 1.6, 3, 100, 1))
                        .at())
                .isCloseTo(1.6, within(1.0));
    }

    private interface Mean {
        double at(double position);
    }

    private static double[][] effects(Mean mean, double deviation, int replications, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] common = random.doubles(replications)
                .map(uniform -> (uniform - 0.5) * Math.sqrt(12) * deviation)
                .toArray();
        return Arrays.stream(POSITIONS)
                .mapToObj(position -> Arrays.stream(common)
                        .map(noise -> mean.at(position) + noise)
                        .toArray())
                .toArray(double[][]::new);
    }
}
