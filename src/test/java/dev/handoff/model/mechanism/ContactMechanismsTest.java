package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.Distribution;
import org.junit.jupiter.api.Test;

/** Belief, expectation, choice, reactance, intervention, appeal, announcement and abandonment by hand (M3, M4, M8, M9, M19). */
class ContactMechanismsTest {

    private final Belief belief =
            new Belief(new Belief.Settings(true, 0.3, 0.5, 0.6, 0.15, 0.08, 0.5, 0.25, 0.06, 0.03), 1);
    private final Expectation expectation = new Expectation(new Expectation.Settings(true, 0.2, 2), new double[] {0.1});

    @Test
    void beliefGrowsSlowlyAndFallsFast() {
        belief.onSolved(0);
        assertThat(belief.of(0)).isCloseTo(0.356, within(1e-15));
        belief.onError(0);
        assertThat(belief.of(0)).isCloseTo(0.267, within(1e-15));
        belief.onOverride(0);
        assertThat(belief.of(0)).isCloseTo(0.267 * 0.94, within(1e-15));
        double before = belief.of(0);
        belief.onEscalated(0);
        assertThat(belief.of(0)).isCloseTo(before + 0.04 * (1 - before), within(1e-15));
    }

    @Test
    void familiarityLeadsUpToItsLevelAndNeverDown() {
        belief.onPutThrough(0, 1);
        assertThat(belief.of(0)).isCloseTo(0.33, within(1e-15));
        belief.onPutThrough(0, 2);
        assertThat(belief.of(0)).isCloseTo(0.33 + 0.15 * 0.27, within(1e-15));
        belief.onAnnouncement(0, 0.9);
        assertThat(belief.of(0)).isEqualTo(1);
        belief.onPutThrough(0, 1);
        assertThat(belief.of(0)).isEqualTo(1);
    }

    @Test
    void expectationsAdaptToTheWaitOfTheirChannel() {
        expectation.onAnsweredByExecutive(0, 0.6);
        assertThat(expectation.overall(0)).isCloseTo(0.2, within(1e-15));
        assertThat(expectation.fromExecutive(0)).isCloseTo(0.2, within(1e-15));
        assertThat(expectation.fromDelegate(0)).isEqualTo(0.1);
        expectation.onAnsweredByDelegate(0, 99);
        assertThat(expectation.overall(0)).isCloseTo(0.2 + 0.2 * 1.8, within(1e-15));
        assertThat(expectation.fromDelegate(0)).isCloseTo(0.1 + 0.2 * 1.9, within(1e-15));
    }

    @Test
    void choiceIsALogitOfHabitBeliefAndRelativeWait() {
        Habit habit = new Habit(new Habit.Settings(true, 0.9, new Distribution.Fixed(66), 0.5), new double[] {66});
        Choice choice = new Choice(new Choice.Settings(true, 6, 4, 1), habit, belief, expectation);
        assertThat(choice.executiveProbability(0, 1)).isCloseTo(1 / (1 + Math.exp(-(5.4 - 1.2))), within(1e-15));
        assertThat(choice.executiveProbability(0, 0.8)).isCloseTo(1 / (1 + Math.exp(-(4.32 - 1.2))), within(1e-15));
        expectation.onAnsweredByExecutive(0, 0.6);
        double relative = (0.2 - 0.1) / 0.2;
        assertThat(choice.executiveProbability(0, 1)).isCloseTo(1 / (1 + Math.exp(-(4.2 - relative))), within(1e-12));
        assertThat(new Choice(new Choice.Settings(false, 6, 4, 1), habit, belief, expectation)
                        .executiveProbability(0, 1))
                .isZero();
    }

    @Test
    void forcedChangesHurtInProportionToHabitAndFriendship() {
        Reactance reactance = new Reactance(new Reactance.Settings(true, 0.08, 1.5));
        assertThat(reactance.share(0.5, false, 1)).isCloseTo(0.04, within(1e-15));
        assertThat(reactance.share(0.5, true, 0.7)).isCloseTo(0.042, within(1e-15));
        assertThat(new Reactance(new Reactance.Settings(false, 0.08, 1.5)).share(1, true, 1))
                .isZero();
    }

    @Test
    void commitmentHoldsBackAndReinforcementLearnsWithinLimits() {
        Intervention intervention = intervention(0.5, 0.4, true);
        assertThat(intervention.happens(0, 0.29)).isTrue();
        assertThat(intervention.happens(0, 0.31)).isFalse();
        intervention.onSteppedIn(0);
        assertThat(intervention.propensity(0)).isCloseTo(0.515, within(1e-15));
        intervention.onSentBack(0);
        assertThat(intervention.propensity(0)).isCloseTo(0.515 * 0.97, within(1e-15));
        for (int time = 0; time < 1000; time++) {
            intervention.onSteppedIn(0);
        }
        assertThat(intervention.propensity(0)).isEqualTo(0.99);
        Intervention fixed = intervention(1, 0, false);
        fixed.onSentBack(0);
        assertThat(fixed.propensity(0)).isEqualTo(1);
    }

    @Test
    void appealsGrowWhenGrantedAndFadeWhenRefused() {
        Appeal appeal = new Appeal(new Appeal.Settings(true, 0.15, 0.1, 0.1, 0.01, 0.4, 0.1), 1);
        assertThat(appeal.happens(0, 0.14, 0.09)).isTrue();
        assertThat(appeal.happens(0, 0.16, 0.09)).isFalse();
        assertThat(appeal.happens(0, 0.14, 0.11)).isFalse();
        appeal.onGranted(0);
        assertThat(appeal.of(0)).isCloseTo(0.19, within(1e-15));
        appeal.onRefused(0);
        assertThat(appeal.of(0)).isCloseTo(0.171, within(1e-15));
    }

    @Test
    void newsIsFreshUntilAWindowAfterTheThirdStage() {
        Announcement announcement = new Announcement(new Announcement.Settings(true, 0.1, 0.7, 0.8, 13));
        assertThat(announcement.habitFactor(1, Double.NaN)).as("not made").isEqualTo(1);
        assertThat(announcement.reactanceFactor()).isEqualTo(1);
        announcement.made();
        assertThat(announcement.reactanceFactor()).isEqualTo(0.7);
        assertThat(announcement.habitFactor(5, Double.NaN)).isEqualTo(0.8);
        assertThat(announcement.habitFactor(19, 6)).isEqualTo(0.8);
        assertThat(announcement.habitFactor(19.1, 6)).isEqualTo(1);
    }

    @Test
    void supportByTheExecutiveStrengthensBelief() {
        belief.onSupport(0);
        assertThat(belief.of(0)).isCloseTo(0.3 + 0.03 * 0.7, within(1e-15));
    }

    @Test
    void switchedOffBeliefAndExpectationStandStill() {
        Belief off = new Belief(new Belief.Settings(false, 0.3, 0.5, 0.6, 0.15, 0.08, 0.5, 0.25, 0.06, 0.03), 1);
        off.onSolved(0);
        off.onEscalated(0);
        off.onError(0);
        off.onOverride(0);
        off.onSupport(0);
        off.onPutThrough(0, 1);
        off.onAnnouncement(0, 0.1);
        assertThat(off.of(0)).isEqualTo(0.3);
        Expectation fixed = new Expectation(new Expectation.Settings(false, 0.2, 2), new double[] {0.1});
        fixed.onAnsweredByExecutive(0, 1);
        fixed.onAnsweredByDelegate(0, 1);
        fixed.onGivenUp(0, 1);
        assertThat(fixed.overall(0)).isEqualTo(0.1);
        assertThat(fixed.fromExecutive(0)).isEqualTo(0.1);
        assertThat(fixed.fromDelegate(0)).isEqualTo(0.1);
    }

    @Test
    void givingUpTeachesTheOverallExpectationOnly() {
        expectation.onGivenUp(0, 0.6);
        assertThat(expectation.overall(0)).isCloseTo(0.2, within(1e-15));
        assertThat(expectation.fromExecutive(0)).isEqualTo(0.1);
        assertThat(expectation.fromDelegate(0)).isEqualTo(0.1);
    }

    /** A difference of waits counts three times the expected wait at most, either way, and a wait of 0.001 weeks at least divides it. */
    @Test
    void relativeWaitsAreLimited() {
        Habit habit = new Habit(new Habit.Settings(true, 0.2, new Distribution.Fixed(66), 0.5), new double[] {66});
        Expectation sudden = new Expectation(new Expectation.Settings(true, 1, 2), new double[] {0});
        Choice choice = new Choice(new Choice.Settings(true, 6, 4, 1), habit, belief, sudden);
        assertThat(choice.executiveProbability(0, 1)).as("no waits").isCloseTo(0.5, within(1e-15));
        sudden.onAnsweredByDelegate(0, 0.0005);
        assertThat(choice.executiveProbability(0, 1)).isCloseTo(1 / (1 + Math.exp(-0.5)), within(1e-15));
        sudden.onAnsweredByDelegate(0, 1);
        sudden.onAnsweredByExecutive(0, 0.1);
        assertThat(choice.executiveProbability(0, 1)).isCloseTo(1 / (1 + Math.exp(-3)), within(1e-15));
        sudden.onAnsweredByExecutive(0, 1);
        sudden.onAnsweredByDelegate(0, 0.1);
        assertThat(choice.executiveProbability(0, 1)).isCloseTo(1 / (1 + Math.exp(3)), within(1e-15));
    }

    @Test
    void aForcedChangeTakesTheWholeSatisfactionAtMost() {
        Reactance strong = new Reactance(new Reactance.Settings(true, 0.9, 1.5));
        assertThat(strong.share(1, true, 1)).isEqualTo(1);
        assertThat(strong.share(1, false, 1)).isEqualTo(0.9);
    }

    @Test
    void aChangedPropensityReplacesTheLearnedOneAndAnUnchangedOneLeavesIt() {
        Intervention intervention = intervention(0.5, 0, true);
        intervention.onSteppedIn(0);
        intervention.adopt(new Intervention.Settings(true, 0.5, 0.4, true, 0.03, 0.1, false, 0.8, false));
        assertThat(intervention.propensity(0)).isCloseTo(0.515, within(1e-15));
        intervention.adopt(new Intervention.Settings(true, 0.2, 0.4, true, 0.03, 0.1, false, 0.8, false));
        assertThat(intervention.propensity(0)).isEqualTo(0.2);
    }

    @Test
    void theExecutiveStepsInBelowItsPropensityOnlyAndWithoutReinforcementNeverLearns() {
        Intervention intervention = intervention(0.5, 0, false);
        assertThat(intervention.happens(0, 0.5)).isFalse();
        assertThat(intervention.happens(0, Math.nextDown(0.5))).isTrue();
        intervention.onSteppedIn(0);
        intervention.onSentBack(0);
        assertThat(intervention.propensity(0)).isEqualTo(0.5);
        Intervention learning = intervention(0.5, 0, true);
        for (int time = 0; time < 1000; time++) {
            learning.onSentBack(0);
        }
        assertThat(learning.propensity(0)).isEqualTo(0.01);
    }

    @Test
    void interventionsTakeTheirHours() {
        Intervention alone = intervention(0.5, 0, true);
        assertThat(alone.redirectHours()).isEqualTo(0.1);
        assertThat(alone.jointCallHours(2)).isEqualTo(1.6);
        assertThat(alone.isActive()).isTrue();
        assertThat(alone.isJointCall()).isFalse();
        assertThat(alone.isSupportive()).isFalse();
        Intervention off =
                new Intervention(new Intervention.Settings(false, 1, 0, false, 0.03, 0.1, true, 0.8, true), 1);
        assertThat(off.isActive()).isFalse();
        assertThat(off.happens(0, 0)).isFalse();
        assertThat(off.isJointCall()).isTrue();
        assertThat(off.isSupportive()).isTrue();
    }

    @Test
    void appealsTakeTheirHoursAndGiveValueAway() {
        Appeal appeal = new Appeal(new Appeal.Settings(true, 0.15, 0.1, 0.1, 0.01, 0.4, 0.2), 1);
        assertThat(appeal.grantedHours(2)).isEqualTo(0.8);
        assertThat(appeal.refusedHours()).isEqualTo(0.2);
        assertThat(appeal.concession()).isEqualTo(0.01);
        assertThat(appeal.happens(0, 0.15, 0)).isFalse();
        assertThat(appeal.happens(0, 0, 0.1)).isFalse();
        assertThat(new Appeal(new Appeal.Settings(false, 1, 1, 0.1, 0.01, 0.4, 0.2), 1).happens(0, 0, 0))
                .isFalse();
    }

    @Test
    void anAnnouncementIsMadeOnceItIsMade() {
        Announcement announcement = new Announcement(new Announcement.Settings(true, 0.1, 0.7, 0.8, 13));
        assertThat(announcement.isActive()).isTrue();
        assertThat(announcement.isMade()).isFalse();
        announcement.made();
        assertThat(announcement.isMade()).isTrue();
        assertThat(announcement.beliefGain()).isEqualTo(0.1);
        assertThat(new Announcement(Announcement.Settings.NOTHING).isActive()).isFalse();
    }

    @Test
    void aLineOfTheLongestLengthTurnsAway() {
        Abandonment abandonment = new Abandonment(new Abandonment.Settings(true, new Distribution.Fixed(1), 3));
        assertThat(abandonment.turnsAway(2)).isFalse();
        assertThat(abandonment.turnsAway(3)).isTrue();
        assertThat(abandonment.isActive()).isTrue();
        abandonment.adopt(new Abandonment.Settings(false, new Distribution.Fixed(1), 9));
        assertThat(abandonment.turnsAway(8)).isFalse();
        assertThat(abandonment.isActive()).isFalse();
    }

    private static Intervention intervention(double propensity, double commitment, boolean reinforcement) {
        return new Intervention(
                new Intervention.Settings(true, propensity, commitment, reinforcement, 0.03, 0.1, false, 0.8, false),
                1);
    }
}
