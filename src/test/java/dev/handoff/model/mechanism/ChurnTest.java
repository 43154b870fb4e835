package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Churn.Reason;
import org.junit.jupiter.api.Test;

/** M12 by hand: base 0.1/52 a week, sensitivity 4, anchor 0.84, largest factor 20, friends 0.6. */
class ChurnTest {

    private static final double BASE = 0.1 / 52;

    private final Satisfaction satisfaction = new Satisfaction(
            new Satisfaction.Settings(true, 0.75, 0.03, 0.1, 1, 0.05, 0.1, 0.6, 0.6, 1, 1, 0.5, 1, 1), 1);
    private final Churn churn = new Churn(new Churn.Settings(true, BASE, BASE / 2, 4, 0.84, 20, 0.6), satisfaction, 1);

    @Test
    void theHazardRisesAsSatisfactionFalls() {
        assertThat(churn.hazard(0, true, false)).isCloseTo(BASE * Math.exp(4 * 0.09), within(1e-17));
        assertThat(churn.hazard(0, false, true)).isCloseTo(BASE / 2 * 0.6 * Math.exp(0.36), within(1e-17));
        satisfaction.onForced(0, 1);
        assertThat(churn.hazard(0, true, false)).isCloseTo(BASE * 20, within(1e-17));
    }

    @Test
    void theBudgetIsSpentAtTheHazardOfEachPeriod() {
        churn.begin(0, 0.5, 0);
        double calm = BASE * Math.exp(0.36);
        assertThat(churn.leavesAt(0, true, false, 0)).isCloseTo(0.5 / calm, within(1e-9));
        satisfaction.onForced(0, 1);
        double expected = 10 + (0.5 - 10 * calm) / (20 * BASE);
        assertThat(churn.leavesAt(0, true, false, 10)).isCloseTo(expected, within(1e-9));
    }

    @Test
    void switchedOffNobodyLeaves() {
        Churn off = new Churn(new Churn.Settings(false, BASE, BASE, 4, 0.84, 20, 0.6), satisfaction, 1);
        off.begin(0, 0.5, 0);
        assertThat(off.leavesAt(0, true, false, 0)).isInfinite();
    }

    @Test
    void reasonsFollowTheShareOfTheBaseHazardAndThenTheDeficits() {
        assertThat(churn.reason(0, 0.999)).as("no deficit").isEqualTo(Reason.NATURAL);
        satisfaction.onForced(0, 0.2);
        satisfaction.onAnswer(0, 0, 0.1, 1, false, true, false, 0);
        double level = satisfaction.of(0);
        double natural = Math.exp(-4 * (0.84 - level));
        double forced = 0.75 * 0.2;
        double error = 0.6 * 0.1;
        double border = natural + (1 - natural) * error / (error + forced);
        assertThat(churn.reason(0, natural - 1e-9)).isEqualTo(Reason.NATURAL);
        assertThat(churn.reason(0, natural + 1e-9)).isEqualTo(Reason.ERROR);
        assertThat(churn.reason(0, border - 1e-9)).isEqualTo(Reason.ERROR);
        assertThat(churn.reason(0, border + 1e-9)).isEqualTo(Reason.FORCED);
        assertThat(churn.reason(0, Math.nextDown(1.0))).isEqualTo(Reason.FORCED);
    }

    @Test
    void theHazardCountsFromTheBeginningOfTheClock() {
        assertThat(churn.leavesAt(0, true, false, 3)).as("before it begins").isInfinite();
        churn.begin(0, 0.5, 5);
        double hazard = BASE * Math.exp(0.36);
        assertThat(churn.leavesAt(0, true, false, 5)).isCloseTo(5 + 0.5 / hazard, within(1e-9));
        assertThat(churn.leavesAt(0, true, false, 9)).isCloseTo(5 + 0.5 / hazard, within(1e-9));
    }

    @Test
    void whoWouldLeaveNowStaysIfTheHazardVanishes() {
        churn.begin(0, 1e-9, 0);
        assertThat(churn.leavesAt(0, true, false, 0)).isLessThan(1);
        assertThat(churn.leavesAt(0, true, false, 1)).isEqualTo(1);
        churn.adopt(new Churn.Settings(true, 0, 0, 4, 0.84, 20, 0.6));
        assertThat(churn.leavesAt(0, true, false, 1)).isInfinite();
    }

    /** The deficits are 4/45, 2/45, 0 and 1/45 of the loss; chances beyond the natural share go to wait, error and conflict as 4 : 2 : 1. */
    @Test
    void reasonsAreInProportionToTheDeficits() {
        Satisfaction.Settings settings =
                new Satisfaction.Settings(true, 0.75, 0.03, 0.1, 1, 0.05, 0.1, 0.6, 0.6, 1, 0.6, 0.3, 1, 1);
        Satisfaction lost = new Satisfaction(settings, 1);
        Churn leaving = new Churn(new Churn.Settings(true, BASE, BASE / 2, 4, 0.84, 20, 0.6), lost, 1);
        lost.onAnswer(0, 5, 0.1, 0.6, false, true, true, 0);
        double natural = Math.exp(-4 * (0.84 - lost.of(0)));
        double share = (1 - natural) / 7;
        assertThat(leaving.reason(0, natural + 4 * share - 1e-9)).isEqualTo(Reason.WAIT);
        assertThat(leaving.reason(0, natural + 4 * share + 1e-9)).isEqualTo(Reason.ERROR);
        assertThat(leaving.reason(0, natural + 6 * share - 1e-9)).isEqualTo(Reason.ERROR);
        assertThat(leaving.reason(0, natural + 6 * share + 1e-9)).isEqualTo(Reason.CONFLICT);
    }

    /** The share of the uniform that is left for the causes may exceed their sum by rounding; here it does by more. */
    @Test
    void beyondAllDeficitsTheLastOneThatThereIsCounts() {
        satisfaction.onAnswer(0, 0, 0.1, 1, false, true, false, 0);
        assertThat(churn.reason(0, 1.01)).isEqualTo(Reason.ERROR);
        satisfaction.onForced(0, 0.2);
        assertThat(churn.reason(0, 1.01)).isEqualTo(Reason.FORCED);
    }

    @Test
    void whoIsSatisfiedLeavesForReasonsOfItsOwn() {
        satisfaction.onForced(0, 0.01);
        for (int answer = 0; answer < 50; answer++) {
            satisfaction.onAnswer(0, 0, 0.1, 1, false, false, false, 0);
        }
        assertThat(satisfaction.of(0)).isGreaterThan(0.9);
        assertThat(churn.reason(0, Math.nextDown(1.0))).isEqualTo(Reason.NATURAL);
    }
}
