package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Satisfaction.Cause;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** M6 by hand: tolerance 1, shortest expectation 0.05, urgent limit 0.1 weeks, losses 0.6, 0.6, 1, error 1, conflict 0.5. */
class SatisfactionTest {

    private static final double PATIENCE = 0.6;

    @Test
    void aPromptAnswerClosesAShareOfTheGap() {
        Satisfaction satisfaction = satisfaction(true);
        satisfaction.onAnswer(0, 0.2, 0.1, PATIENCE, false, false, false, 0);
        assertThat(satisfaction.of(0)).isCloseTo(0.75 + 0.03 * 0.25, within(1e-15));
    }

    @Test
    void theLimitIsTwiceTheExpectationButNeverBelowFourBusinessHours() {
        assertThat(satisfaction(true).waitLoss(0.2, 0.1, PATIENCE, false)).isZero();
        assertThat(satisfaction(true).waitLoss(0.3, 0.1, PATIENCE, false)).isCloseTo(0.6 * 0.5, within(1e-15));
        assertThat(satisfaction(true).waitLoss(0.1, 0.001, PATIENCE, false)).isZero();
        assertThat(satisfaction(true).waitLoss(0.15, 0.001, PATIENCE, false)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void beyondThePatienceTheLossJumps() {
        assertThat(satisfaction(true).waitLoss(0.6, 0.1, PATIENCE, false)).isCloseTo(0.6, within(1e-15));
        assertThat(satisfaction(true).waitLoss(0.61, 0.1, PATIENCE, false)).isCloseTo(1.2, within(1e-15));
    }

    @Test
    void urgentRequestsTolerateHalfADayAtMost() {
        assertThat(satisfaction(true).waitLoss(0.1, 0.4, PATIENCE, true)).isZero();
        assertThat(satisfaction(true).waitLoss(0.15, 0.4, PATIENCE, true)).isCloseTo(0.3 + 1, within(1e-12));
    }

    /** With a limit of two days for urgent requests, a contact that expects 0.1 weeks tolerates 0.2 of them all the same. */
    @Test
    void urgentRequestsTolerateNoMoreThanOthers() {
        Satisfaction lenient = new Satisfaction(
                new Satisfaction.Settings(true, 0.75, 0.03, 0.1, 1, 0.05, 0.4, 0.6, 0.6, 1, 1, 0.5, 1, 1), 1);
        assertThat(lenient.waitLoss(0.3, 0.1, PATIENCE, true)).isCloseTo(0.6 * 0.5, within(1e-15));
        assertThat(lenient.waitLoss(0.41, 0.1, PATIENCE, true)).isCloseTo(0.6 + 1, within(1e-12));
    }

    @Test
    void lossesAreCappedAtTwoAndSharedOutByCause() {
        Satisfaction satisfaction = satisfaction(true);
        satisfaction.onAnswer(0, 5, 0.1, PATIENCE, false, true, true, 0);
        double after = 0.75 * 0.9 * 0.9;
        assertThat(satisfaction.of(0)).isCloseTo(after, within(1e-15));
        double lost = 0.75 - after;
        assertThat(satisfaction.deficit(0, Cause.WAIT)).isCloseTo(lost * 1.2 / 2.7, within(1e-15));
        assertThat(satisfaction.deficit(0, Cause.ERROR)).isCloseTo(lost * 1.0 / 2.7, within(1e-15));
        assertThat(satisfaction.deficit(0, Cause.CONFLICT)).isCloseTo(lost * 0.5 / 2.7, within(1e-15));
    }

    @Test
    void aForcedChangeTakesItsShare() {
        Satisfaction satisfaction = satisfaction(true);
        satisfaction.onForced(0, 0.05);
        assertThat(satisfaction.of(0)).isCloseTo(0.75 * 0.95, within(1e-15));
        assertThat(satisfaction.deficit(0, Cause.FORCED)).isCloseTo(0.75 * 0.05, within(1e-15));
    }

    @Test
    void deficitsAndWhatWasMissingAlwaysAddUpToTheGap() {
        Satisfaction satisfaction = satisfaction(true);
        SplittableRandom random = new SplittableRandom(1);
        for (int answer = 0; answer < 10_000; answer++) {
            if (random.nextInt(10) == 0) {
                satisfaction.onForced(0, random.nextDouble());
            } else {
                satisfaction.onAnswer(0, random.nextDouble(), 0.2, PATIENCE, false, random.nextInt(20) == 0, false, 0);
            }
            double sum = satisfaction.missingFromStart(0);
            for (Cause cause : Cause.values()) {
                sum += satisfaction.deficit(0, cause);
            }
            assertThat(sum).isCloseTo(1 - satisfaction.of(0), within(1e-12));
            assertThat(satisfaction.of(0)).isBetween(0.0, 1.0);
        }
    }

    /** With a fixed share p of good answers the mean tends to gp/(gp + l(1 - p)); here by the recursion of the mean. */
    @Test
    void theFixedPointIsThatOfTheLinearOperator() {
        double mean = 0.75;
        for (int answer = 0; answer < 2000; answer++) {
            mean = 0.9 * (mean + 0.03 * (1 - mean)) + 0.1 * mean * 0.9;
        }
        Satisfaction satisfaction = satisfaction(true);
        double sum = 0;
        int rounds = 200_000;
        SplittableRandom random = new SplittableRandom(3);
        for (int answer = 0; answer < rounds; answer++) {
            satisfaction.onAnswer(0, 0, 0.1, PATIENCE, false, random.nextDouble() < 0.1, false, 0);
            sum += satisfaction.of(0);
        }
        // Standard deviation about 0.13, correlation time about 27 answers: standard error 0.0021; false alarm below
        // 0.01 %.
        assertThat(sum / rounds).isCloseTo(mean, within(0.0085));
    }

    @Test
    void lossesAndGainsBelongToTheContactWhoseTheyAre() {
        Satisfaction satisfaction = satisfaction(true);
        satisfaction.onForced(0, 0.2);
        satisfaction.onAnswer(1, 5, 0.1, PATIENCE, false, true, true, 0);
        satisfaction.onForced(1, 0.1);
        double after = 0.75 * 0.81;
        double lost = (0.75 - after) / 2.7;
        assertThat(satisfaction.of(0)).isCloseTo(0.6, within(1e-15));
        assertThat(satisfaction.deficit(1, Cause.WAIT)).isCloseTo(lost * 1.2, within(1e-15));
        assertThat(satisfaction.deficit(1, Cause.ERROR)).isCloseTo(lost, within(1e-15));
        assertThat(satisfaction.deficit(1, Cause.CONFLICT)).isCloseTo(lost * 0.5, within(1e-15));
        assertThat(satisfaction.deficit(1, Cause.FORCED)).isCloseTo(after * 0.1, within(1e-15));
        satisfaction.onAnswer(1, 0, 0.1, PATIENCE, false, false, false, 0);
        assertThat(satisfaction.deficit(1, Cause.FORCED)).isCloseTo(after * 0.1 * 0.97, within(1e-15));
        assertThat(satisfaction.deficit(1, Cause.WAIT)).isCloseTo(lost * 1.2 * 0.97, within(1e-15));
        assertThat(satisfaction.missingFromStart(1)).isCloseTo(0.25 * 0.97, within(1e-15));
        for (Cause cause : Cause.values()) {
            assertThat(satisfaction.deficit(0, cause)).isCloseTo(cause == Cause.FORCED ? 0.15 : 0, within(1e-15));
        }
    }

    @Test
    void aWarningHalvesTheLossesFromWaitsAndErrorsButNotFromConflicts() {
        Satisfaction warned = new Satisfaction(
                new Satisfaction.Settings(true, 0.75, 0.03, 0.1, 1, 0.05, 0.1, 0.6, 0.6, 1, 1, 0.5, 1, 0.5), 1);
        warned.onAnswer(0, 0.3, 0.1, PATIENCE, false, true, true, 0);
        double after = 0.75 * Math.pow(0.9, 0.15 + 0.5 + 0.5);
        assertThat(warned.of(0)).isCloseTo(after, within(1e-15));
        assertThat(warned.deficit(0, Cause.WAIT)).isCloseTo((0.75 - after) * 0.15 / 1.15, within(1e-15));
        assertThat(warned.deficit(0, Cause.ERROR)).isCloseTo((0.75 - after) * 0.5 / 1.15, within(1e-15));
    }

    @Test
    void givingUpIsALossOfWaitingOrWhereItCostsNothingNoAnswerAtAll() {
        Satisfaction satisfaction = satisfaction(true);
        satisfaction.onGivenUp(0, 0);
        assertThat(satisfaction.of(0)).isCloseTo(0.75 * 0.9, within(1e-15));
        assertThat(satisfaction.deficit(0, Cause.WAIT)).isCloseTo(0.075, within(1e-15));
        Satisfaction indifferent = new Satisfaction(
                new Satisfaction.Settings(true, 0.75, 0.03, 0.1, 1, 0.05, 0.1, 0.6, 0.6, 1, 1, 0.5, 0, 1), 1);
        indifferent.onGivenUp(0, 0);
        assertThat(indifferent.of(0)).isEqualTo(0.75);
    }

    @Test
    void switchedOffNothingChanges() {
        Satisfaction satisfaction = satisfaction(false);
        satisfaction.onAnswer(0, 5, 0.1, PATIENCE, false, true, true, 0);
        satisfaction.onAnswer(0, 0, 0.1, PATIENCE, false, false, false, 0);
        satisfaction.onForced(0, 0.5);
        satisfaction.onGivenUp(0, 0);
        assertThat(satisfaction.of(0)).isEqualTo(0.75);
        assertThat(satisfaction.missingFromStart(0)).isEqualTo(0.25);
    }

    @Test
    void aWaitOfJustTheLimitIsTolerated() {
        assertThat(satisfaction(true).waitLoss(0.1, 0.4, PATIENCE, true)).isZero();
        assertThat(satisfaction(true).waitLoss(PATIENCE, 0.4, PATIENCE, false)).isZero();
    }

    private static Satisfaction satisfaction(boolean active) {
        return new Satisfaction(
                new Satisfaction.Settings(active, 0.75, 0.03, 0.1, 1, 0.05, 0.1, 0.6, 0.6, 1, 1, 0.5, 1, 1), 2);
    }
}
