package dev.handoff.model.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.mechanism.Handoff.Mode;
import org.junit.jupiter.api.Test;

/** When stages end (M3). */
class HandoffTest {

    @Test
    void byWeeksAStageLastsThePace() {
        Handoff handoff = handoff(Mode.STAGED, 0);
        assertThat(handoff.longestStage()).isEqualTo(3);
        handoff.begin(0, 1, 0);
        call(handoff, 100);
        assertThat(handoff.isStageComplete(0)).isFalse();
    }

    @Test
    void byCallsAStageLastsSoManyCalls() {
        Handoff handoff = handoff(Mode.STAGED, 4);
        assertThat(handoff.longestStage()).isInfinite();
        handoff.begin(0, 1, 0);
        call(handoff, 3);
        assertThat(handoff.isStageComplete(0)).isFalse();
        call(handoff, 1);
        assertThat(handoff.isStageComplete(0)).isTrue();
        handoff.begin(0, 2, 5);
        assertThat(handoff.isStageComplete(0)).isFalse();
    }

    @Test
    void adaptivelyCallsCountFirstAndAcceptedOffersInARowLater() {
        Handoff handoff = handoff(Mode.ADAPTIVE, 0);
        assertThat(handoff.longestStage()).isEqualTo(12);
        handoff.begin(0, 2, 0);
        call(handoff, 2);
        assertThat(handoff.isStageComplete(0)).isFalse();
        call(handoff, 1);
        assertThat(handoff.isStageComplete(0)).isTrue();
        handoff.begin(0, 3, 4);
        call(handoff, 10);
        handoff.onOffer(0, true);
        handoff.onOffer(0, true);
        handoff.onOffer(0, false);
        handoff.onOffer(0, true);
        handoff.onOffer(0, true);
        assertThat(handoff.isStageComplete(0)).isFalse();
        handoff.onOffer(0, true);
        assertThat(handoff.isStageComplete(0)).isTrue();
    }

    @Test
    void offersAreCountedAnewInEachStage() {
        Handoff handoff = handoff(Mode.ADAPTIVE, 0);
        handoff.begin(0, 3, 0);
        for (int offer = 0; offer < 3; offer++) {
            handoff.onOffer(0, true);
        }
        handoff.begin(0, 4, 1);
        handoff.onOffer(0, true);
        handoff.onOffer(0, true);
        assertThat(handoff.isStageComplete(0)).isFalse();
        handoff.onOffer(0, true);
        assertThat(handoff.isStageComplete(0)).isTrue();
    }

    @Test
    void stageThreeIsRememberedOnceAndDelaysBelongToStages() {
        Handoff handoff = handoff(Mode.STAGED, 0);
        handoff.begin(0, 2, 3);
        assertThat(handoff.thirdStageBeganAt(0)).isNaN();
        handoff.begin(0, 3, 6);
        handoff.begin(0, 4, 9);
        assertThat(handoff.thirdStageBeganAt(0)).isEqualTo(6);
        assertThat(handoff.delay(0)).isZero();
        assertThat(handoff.delay(1)).isEqualTo(0.01);
        assertThat(handoff.delay(2)).isEqualTo(0.02);
        assertThat(handoff.delay(3)).isEqualTo(0.15);
        assertThat(handoff.delay(4)).isEqualTo(0.4);
        assertThat(handoff.delay(5)).isZero();
    }

    @Test
    void abruptlyTheDelegateLeadsAtOnce() {
        assertThat(handoff(Mode.ABRUPT, 0).firstStage()).isEqualTo(5);
        assertThat(handoff(Mode.STAGED, 0).firstStage()).isEqualTo(1);
    }

    @Test
    void aContactRemembersItsStageAndWhenItBegan() {
        Handoff handoff = handoff(Mode.STAGED, 0);
        assertThat(handoff.stage(0)).isZero();
        handoff.begin(0, 2, 3.5);
        assertThat(handoff.stage(0)).isEqualTo(2);
        assertThat(handoff.stageBeganAt(0)).isEqualTo(3.5);
        assertThat(handoff.mode()).isEqualTo(Mode.STAGED);
        assertThat(handoff.settings().paceWeeks()).isEqualTo(3);
    }

    @Test
    void neitherTheFirstStageNorTheLastIsEverComplete() {
        for (int stage : new int[] {0, 5}) {
            for (Mode mode : Mode.values()) {
                Handoff handoff = handoff(mode, 4);
                handoff.begin(0, stage, 0);
                call(handoff, 10);
                for (int offer = 0; offer < 10; offer++) {
                    handoff.onOffer(0, true);
                }
                assertThat(handoff.isStageComplete(0)).isFalse();
            }
        }
    }

    @Test
    void withoutAHandoverAndAbruptlyNoStageEndsByItself() {
        for (Mode mode : new Mode[] {Mode.NONE, Mode.ABRUPT}) {
            Handoff handoff = handoff(mode, 1);
            handoff.begin(0, 3, 0);
            call(handoff, 10);
            assertThat(handoff.isStageComplete(0)).isFalse();
            assertThat(handoff.longestStage()).isInfinite();
        }
    }

    private static void call(Handoff handoff, int times) {
        for (int time = 0; time < times; time++) {
            handoff.onCall(0);
        }
    }

    private static Handoff handoff(Mode mode, int calls) {
        return new Handoff(
                new Handoff.Settings(
                        mode,
                        3,
                        calls,
                        1,
                        1,
                        Handoff.Order.AS_LISTED,
                        0,
                        1,
                        0,
                        new Handoff.Delay(0.01, 0.02, 0.15, 0.4),
                        new Handoff.Adaptive(3, 3, 12),
                        new Handoff.Work(0.05, 0.1, 0.1)),
                1);
    }
}
