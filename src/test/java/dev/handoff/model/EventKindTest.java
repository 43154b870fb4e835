package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.EventKind.Subject;
import org.junit.jupiter.api.Test;

/** Kinds of events: how many slots each has, and how people say them. */
class EventKindTest {

    @Test
    void everySubjectHasASlotAndRequestsHaveNone() {
        int[] slots = EventKind.slots(7, 2, 3);
        for (EventKind kind : EventKind.values()) {
            int expected = switch (kind) {
                case PROMOTION, WEEKLY_REVIEW, SETTINGS_CHANGE, HANDOVER_APPROVED -> 1;
                case REQUEST_ARRIVES, CONTACT_LEAVES, STAGE_BEGINS, PLANNING_DUE, APPOINTMENT_DUE -> 7;
                case EXECUTIVE_DONE, DUTY_ARRIVES, ADDED_DUTY_ARRIVES, BURNOUT_BEGINS, BURNOUT_ENDS, LEAD_ARRIVES -> 2;
                case TASK_ARRIVES, COORDINATOR_REPORTS -> 2;
                case DELEGATE_DONE, CHECK_IN_DUE, POST_FILLED, FOLLOW_UP_DUE, DELEGATE_QUITS, OVERSIGHT_DUE -> 3;
                case CALLBACK_DUE, PATIENCE_ENDS, CHASE_DUE, LEAD_MISSED, WAIT_IS_FELT -> 0;
            };
            assertThat(slots[kind.ordinal()]).as(kind.name()).isEqualTo(expected);
            assertThat(kind.subject() == Subject.REQUEST || kind.subject() == Subject.LEAD)
                    .isEqualTo(expected == 0);
            assertThat(EventKind.of(kind.ordinal())).isEqualTo(kind);
        }
    }

    @Test
    void kindsAreWordsWithoutUnderscores() {
        assertThat(EventKind.ADDED_DUTY_ARRIVES.words()).isEqualTo("added duty arrives");
        assertThat(EventKind.CHECK_IN_DUE.words()).isEqualTo("check in due");
    }
}
