package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.Distribution;
import org.junit.jupiter.api.Test;

/** M2 by hand and by numerical integration: memory 6 weeks, rise 0.055 above 40 h, backlog weight 1/4, at most 84 h. */
class BurnoutTest {

    private static final double BASE = 0.06 / 52;

    @Test
    void strainMovesTowardTheDemandOfTheWeek() {
        Burnout burnout = burnout(true);
        burnout.settle(0, 50);
        assertThat(burnout.onWeek(0, 60, 8)).isEqualTo(62);
        assertThat(burnout.strain(0)).isCloseTo(50 + (1 - Math.exp(-1 / 6.0)) * 12, within(1e-12));
        assertThat(burnout.onWeek(0, 65, 1000)).isEqualTo(84);
    }

    @Test
    void theHazardOfAWeekIsTheIntegralOfTheHazard() {
        for (double start : new double[] {20, 39, 40, 41, 60, 84}) {
            for (double demand : new double[] {0, 30, 40, 45, 84}) {
                Burnout burnout = burnout(true);
                burnout.settle(0, start);
                assertThat(burnout.weekHazard(0, demand))
                        .as("from %s toward %s", start, demand)
                        .isCloseTo(integral(start, demand), within(1e-10));
            }
        }
    }

    @Test
    void onsetFallsWhereTheBudgetIsUsedUp() {
        Burnout burnout = burnout(true);
        burnout.settle(0, 30);
        burnout.begin(0, 2.5 * BASE, 0);
        assertThat(burnout.calmOnset(0)).isCloseTo(2.5, within(1e-9));
        assertThat(burnout.onsetWithinWeek(0, 30, 0)).isInfinite();
        assertThat(burnout.onsetWithinWeek(0, 30, 1)).isInfinite();
        assertThat(burnout.onsetWithinWeek(0, 30, 2)).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void whoIsBurntOutGivesHalfTheHoursAndKeepsTheFirstOnset() {
        Burnout burnout = burnout(true);
        burnout.onOnset(0, 7);
        assertThat(burnout.hoursShare(0)).isEqualTo(0.5);
        assertThat(burnout.onsetWithinWeek(0, 84, 8)).isInfinite();
        burnout.onRecovery(0, 1e-9);
        assertThat(burnout.hoursShare(0)).isEqualTo(1);
        burnout.onOnset(0, 80);
        assertThat(burnout.firstOnset(0)).isEqualTo(7);
    }

    @Test
    void theRiskCarriedGoesOnWhetherOrNotTheBudgetIsUsedUp() {
        Burnout burnout = burnout(true);
        burnout.settle(0, 60);
        burnout.begin(0, 1e-12, 0);
        burnout.onsetWithinWeek(0, 60, 0);
        assertThat(burnout.carriedRisk(0)).as("a week that has not passed").isZero();
        burnout.onOnset(0, 0);
        burnout.onsetWithinWeek(0, 60, 1);
        burnout.onsetWithinWeek(0, 60, 2);
        assertThat(burnout.carriedRisk(0)).isCloseTo(2 * BASE * (1 + 0.055 * 20), within(1e-12));
    }

    @Test
    void beforeTheClockBeginsNobodyBurnsOut() {
        Burnout burnout = burnout(true);
        burnout.settle(0, 84);
        assertThat(burnout.onsetWithinWeek(0, 84, 0)).isInfinite();
        assertThat(burnout.firstOnset(0)).isInfinite();
        assertThat(burnout.calmOnset(0)).isInfinite();
        assertThat(burnout.isBurntOut(0)).isFalse();
    }

    @Test
    void switchedOffNobodyBurnsOutAndNoRiskIsCarried() {
        Burnout burnout = burnout(false);
        burnout.settle(0, 84);
        burnout.begin(0, 1e-12, 0);
        assertThat(burnout.onsetWithinWeek(0, 84, 0)).isInfinite();
        assertThat(burnout.carriedRisk(0)).isZero();
        assertThat(burnout.calmOnset(0)).isInfinite();
    }

    @Test
    void nobodyBurnsOutTwiceAtOnceAndTheNextBudgetCountsAfterTheRecovery() {
        Burnout burnout = burnout(true);
        burnout.settle(0, 30);
        burnout.begin(0, 0.25 * BASE, 3);
        assertThat(burnout.onsetWithinWeek(0, 30, 3)).isCloseTo(3.25, within(1e-9));
        burnout.onOnset(0, 3.25);
        assertThat(burnout.isBurntOut(0)).isTrue();
        assertThat(burnout.onsetWithinWeek(0, 30, 4)).isInfinite();
        burnout.onRecovery(0, 0.75 * BASE);
        assertThat(burnout.isBurntOut(0)).isFalse();
        assertThat(burnout.onsetWithinWeek(0, 30, 5)).isCloseTo(5.75, within(1e-9));
    }

    @Test
    void whoIsUsedToMoreThanTheLargestStrainFeelsTheLargest() {
        Burnout burnout = burnout(true);
        burnout.settle(0, 90);
        assertThat(burnout.strain(0)).isEqualTo(84);
    }

    private static double integral(double start, double demand) {
        int steps = 200_000;
        double sum = 0;
        for (int step = 0; step < steps; step++) {
            double moment = (step + 0.5) / steps;
            double strain = demand + (start - demand) * Math.exp(-moment / 6);
            sum += BASE * (1 + 0.055 * Math.max(0, strain - 40)) / steps;
        }
        return sum;
    }

    private static Burnout burnout(boolean active) {
        Distribution any = new Distribution.Fixed(1);
        return new Burnout(new Burnout.Settings(active, any, 0.055, 40, 84, 6, 0.25, 0.5, any), new double[] {BASE});
    }
}
