package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.Distribution;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** M7 and the delegate's side of M8 by hand. */
class DelegateMechanismsTest {

    private static final double RATE = 3.0 / 560;

    @Test
    void aTaskOfMeanDifficultyClosesTheLearningRatesShareOfTheGap() {
        Skill skill = skill(true);
        skill.onTask(0, 0, 1 / 3.0);
        assertThat(skill.of(0)).isCloseTo(0.35 + RATE * 0.6, within(1e-15));
        assertThat(skill.context(0)).isCloseTo(0.1 + 0.1 * 0.9, within(1e-15));
    }

    @Test
    void hardTasksErrorsEscalationsAndJointCallsTeachMore() {
        assertThat(learned(skill -> skill.onTask(0, 0, 1))).isCloseTo(RATE * 2 / (4 / 3.0) * 0.6, within(1e-15));
        assertThat(learned(skill -> skill.onError(0, 0, 1 / 3.0))).isCloseTo(1.5 * RATE * 0.6, within(1e-15));
        assertThat(learned(skill -> skill.onEscalated(0, 0, 1 / 3.0))).isCloseTo(2 * RATE * 0.6, within(1e-15));
        assertThat(learned(skill -> skill.onJointCall(0, 0, 1 / 3.0))).isCloseTo(2.5 * RATE * 0.6, within(1e-15));
        assertThat(learned(skill -> skill.onListening(0, 0))).isCloseTo(0.3 * RATE * 0.6, within(1e-15));
    }

    @Test
    void practiceNeverLeadsBeyondTheCeilingNorDown() {
        Skill skill = new Skill(settings(true), new double[] {0.99}, new double[] {1}, 1, new Distribution.Beta(2, 4));
        skill.onJointCall(0, 0, 1);
        assertThat(skill.of(0)).isEqualTo(0.99);
        Skill fast = new Skill(settings(true), new double[] {0.2}, new double[] {1}, 1, new Distribution.Beta(2, 4));
        fast.onJointCall(0, 0, 1);
        assertThat(fast.of(0)).isCloseTo(0.95, within(1e-15));
    }

    @Test
    void effectiveSkillMixesTradeAndContext() {
        assertThat(skill(true).effective(0, 0)).isCloseTo(0.7 * 0.35 + 0.3 * 0.1, within(1e-15));
        assertThat(skill(true).successProbability(0.5, 0.5)).isEqualTo(0.5);
        assertThat(skill(true).successProbability(0.6, 0.5)).isCloseTo(1 / (1 + Math.exp(-0.8)), within(1e-15));
        assertThat(skill(true).workingTime(0, 2)).isCloseTo(2 * (1.6 - 0.6 * 0.35), within(1e-15));
    }

    @Test
    void confidenceFollowsMasteryAndOverrides() {
        Confidence confidence = new Confidence(new Confidence.Settings(true, 0.5, 0.6, 0.5, 0.02, 0.04, 0.06, 0.03), 1);
        assertThat(confidence.perceivedSkill(0, 0.4)).isCloseTo(0.4 - 0.05, within(1e-15));
        confidence.onSolved(0);
        assertThat(confidence.of(0)).isCloseTo(0.51, within(1e-15));
        confidence.onError(0);
        assertThat(confidence.of(0)).isCloseTo(0.51 * 0.96, within(1e-15));
        confidence.onOverride(0);
        assertThat(confidence.of(0)).isCloseTo(0.51 * 0.96 * 0.94, within(1e-15));
        double before = confidence.of(0);
        confidence.onSupport(0);
        assertThat(confidence.of(0)).isCloseTo(before + 0.03 * (1 - before), within(1e-15));
    }

    /** With equal gain and loss the mean tends to one minus the share of overrides (Aghion and Tirole). */
    @Test
    void ownershipTendsToTheShareThatIsNotOverridden() {
        Ownership ownership = new Ownership(new Ownership.Settings(true, 0.3, 0.04, 0.04), 1);
        double sum = 0;
        int rounds = 40_000;
        for (int round = 0; round < rounds; round++) {
            if (round % 4 == 3) {
                ownership.onOverride(0);
            } else {
                ownership.onSolved(0, 1);
            }
            sum += ownership.of(0);
        }
        assertThat(sum / rounds).isCloseTo(0.75, within(0.005));
    }

    @Test
    void errorsAreCaughtRedoneOrRepaired() {
        Errors errors = new Errors(new Errors.Settings(true, 0.5, 0.5));
        assertThat(errors.happens(0.8, 0.79)).isFalse();
        assertThat(errors.happens(0.8, 0.81)).isTrue();
        assertThat(errors.withRedo(2)).isEqualTo(3);
        assertThat(errors.repairSize(2)).isEqualTo(1);
        assertThat(new Errors(new Errors.Settings(false, 0.5, 0.5)).happens(0, 0.99))
                .isFalse();
    }

    @Test
    void weeklyCheckInsCatchAQuarterOfTheErrorsAndMoreCatchMore() {
        assertThat(catches(1, 0.2449)).isTrue();
        assertThat(catches(1, 0.2451)).isFalse();
        double three = 1 - Math.pow(1 - 0.245, 3);
        assertThat(catches(3, three - 1e-9)).isTrue();
        assertThat(catches(3, three + 1e-9)).isFalse();
        assertThat(catches(0, 0)).isFalse();
    }

    @Test
    void delegatesHandBackWhatTheyDoubt() {
        Escalation escalation = new Escalation(new Escalation.Settings(true, 0.5, 0.4, 0.1));
        assertThat(escalation.happens(-0.01)).isTrue();
        assertThat(escalation.happens(0)).isFalse();
        Escalation bold = new Escalation(new Escalation.Settings(true, 0.2, 0.4, 0.1));
        assertThat(bold.happens(Math.log(0.19 / 0.81))).isTrue();
        assertThat(bold.happens(Math.log(0.21 / 0.79))).isFalse();
        assertThat(escalation.executiveHours(2)).isCloseTo(0.8, within(1e-15));
        assertThat(new Escalation(new Escalation.Settings(false, 0.5, 0.4, 0.1)).happens(-9))
                .isFalse();
    }

    @Test
    void listeningAcquaintsWithTheContactToo() {
        Skill skill = skill(true);
        skill.onListening(0, 0);
        assertThat(skill.context(0)).isCloseTo(0.1 + 0.1 * 0.9, within(1e-15));
    }

    @Test
    void skillBeyondWhatSavesAllTheTimeTakesNone() {
        Skill.Settings quick = new Skill.Settings(true, 0.95, 8, 0.3, 0.1, 0.1, 0.3, 2, 2.5, 1.5, 0.3, 1, 0, 0, 0, 0);
        Skill skill = new Skill(quick, new double[] {0.35, 0.2}, new double[] {1, 1}, 1, new Distribution.Beta(2, 4));
        assertThat(skill.workingTime(0, 2)).isZero();
        assertThat(skill.workingTime(1, 2)).isCloseTo(0.2, within(1e-15));
    }

    @Test
    void switchedOffDelegatesStayAsTheyAre() {
        Skill skill = skill(false);
        skill.onTask(0, 0, 1);
        skill.onListening(0, 0);
        assertThat(skill.of(0)).isEqualTo(0.35);
        assertThat(skill.context(0)).isEqualTo(0.1);
        Confidence confidence =
                new Confidence(new Confidence.Settings(false, 0.5, 0.6, 0.5, 0.02, 0.04, 0.06, 0.03), 1);
        confidence.onSolved(0);
        confidence.onSupport(0);
        confidence.onError(0);
        confidence.onOverride(0);
        assertThat(confidence.of(0)).isEqualTo(0.5);
        Ownership ownership = new Ownership(new Ownership.Settings(false, 0.3, 0.04, 0.05), 1);
        ownership.onSolved(0, 1);
        ownership.onOverride(0);
        assertThat(ownership.of(0)).isEqualTo(0.3);
    }

    @Test
    void ownershipRisesWithSolvedRequestsAndFallsWithOverrides() {
        Ownership ownership = new Ownership(new Ownership.Settings(true, 0.3, 0.04, 0.05), 1);
        assertThat(ownership.of(0)).isEqualTo(0.3);
        ownership.onSolved(0, 1);
        assertThat(ownership.of(0)).isCloseTo(0.328, within(1e-15));
        ownership.onOverride(0);
        assertThat(ownership.of(0)).isCloseTo(0.328 * 0.95, within(1e-15));
    }

    @Test
    void anErrorHappensFromTheChanceOfSuccessOn() {
        Errors errors = new Errors(new Errors.Settings(true, 0.5, 0.5));
        assertThat(errors.happens(0.8, 0.8)).isTrue();
        assertThat(errors.happens(0.8, Math.nextDown(0.8))).isFalse();
    }

    @Test
    void followingUpTakesItsHours() {
        FollowUp followUp =
                new FollowUp(new FollowUp.Settings(2, 0.5, 0.3, 0.35, 0.7, 0.5, 3, Touches.Settings.NOTHING));
        assertThat(followUp.checkInsPerWeek()).isEqualTo(2);
        assertThat(followUp.executiveHours()).isEqualTo(0.5);
        assertThat(followUp.delegateHours()).isEqualTo(0.3);
        assertThat(followUp.planningHours()).isEqualTo(1.5);
        followUp.adopt(FollowUp.Settings.NOTHING);
        assertThat(followUp.checkInsPerWeek()).isZero();
        assertThat(followUp.catchesError(0)).isFalse();
    }

    @Test
    void handingBackTakesTheDelegateItsMinutes() {
        assertThat(new Escalation(new Escalation.Settings(true, 0.5, 0.4, 0.15)).delegateHours())
                .isEqualTo(0.15);
    }

    private static boolean catches(double checkIns, double uniform) {
        return new FollowUp(new FollowUp.Settings(checkIns, 0.5, 0.3, 0.35, 0.7, 0.5, 2, Touches.Settings.NOTHING))
                .catchesError(uniform);
    }

    private static double learned(Consumer<Skill> lesson) {
        Skill skill = skill(true);
        lesson.accept(skill);
        return skill.of(0) - 0.35;
    }

    private static Skill skill(boolean active) {
        return new Skill(settings(active), new double[] {0.35}, new double[] {RATE}, 1, new Distribution.Beta(2, 4));
    }

    private static Skill.Settings settings(boolean active) {
        return new Skill.Settings(active, 0.95, 8, 0.3, 0.1, 0.1, 0.3, 2, 2.5, 1.5, 1.6, 0.6, 0, 0, 0, 0);
    }
}
