package dev.handoff.model;

import java.util.Locale;

/** What can happen, and to whom. */
public enum EventKind {
    /** To nobody in particular: week 0. */
    PROMOTION(Subject.NOBODY),
    /** To nobody in particular: the end of a week. */
    WEEKLY_REVIEW(Subject.NOBODY),
    /** To nobody in particular: settings that change in time. */
    SETTINGS_CHANGE(Subject.NOBODY),
    /** To nobody in particular: the handover may begin. */
    HANDOVER_APPROVED(Subject.NOBODY),
    REQUEST_ARRIVES(Subject.CONTACT),
    CONTACT_LEAVES(Subject.CONTACT),
    STAGE_BEGINS(Subject.CONTACT),
    PLANNING_DUE(Subject.CONTACT),
    APPOINTMENT_DUE(Subject.CONTACT),
    EXECUTIVE_DONE(Subject.EXECUTIVE),
    DUTY_ARRIVES(Subject.EXECUTIVE),
    ADDED_DUTY_ARRIVES(Subject.EXECUTIVE),
    BURNOUT_BEGINS(Subject.EXECUTIVE),
    BURNOUT_ENDS(Subject.EXECUTIVE),
    LEAD_ARRIVES(Subject.EXECUTIVE),
    TASK_ARRIVES(Subject.EXECUTIVE),
    COORDINATOR_REPORTS(Subject.EXECUTIVE),
    DELEGATE_DONE(Subject.DELEGATE),
    CHECK_IN_DUE(Subject.DELEGATE),
    /** Somebody takes the post of a delegate that was vacant. */
    POST_FILLED(Subject.DELEGATE),
    /** The executive should ask how things stand with a delegate. */
    FOLLOW_UP_DUE(Subject.DELEGATE),
    DELEGATE_QUITS(Subject.DELEGATE),
    OVERSIGHT_DUE(Subject.DELEGATE),
    /** A request that is held back on purpose becomes due; it may be closed by then. */
    CALLBACK_DUE(Subject.REQUEST),
    /** A contact has waited long enough for a request that was dropped; it may be found or closed by then. */
    CHASE_DUE(Subject.REQUEST),
    /** Whoever referred a lead hears that nobody has called; it may be found by then. */
    LEAD_MISSED(Subject.LEAD),
    /** A contact runs out of patience with a request; it may be closed by then. */
    WAIT_IS_FELT(Subject.REQUEST),
    /** The patience of a request ends; it may be served or closed by then. */
    PATIENCE_ENDS(Subject.REQUEST);

    /** To whom a kind of event happens. Requests and leads come and go, so their events have no slots. */
    public enum Subject {
        NOBODY,
        CONTACT,
        EXECUTIVE,
        DELEGATE,
        REQUEST,
        LEAD
    }

    private static final EventKind[] KINDS = values();

    private final Subject subject;

    EventKind(Subject subject) {
        this.subject = subject;
    }

    static EventKind of(int ordinal) {
        return KINDS[ordinal];
    }

    public Subject subject() {
        return subject;
    }

    /** As people say it: {@code request arrives}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Slots by kind for so many people. */
    static int[] slots(int contacts, int executives, int delegates) {
        int[] slots = new int[KINDS.length];
        for (EventKind kind : KINDS) {
            slots[kind.ordinal()] = switch (kind.subject) {
                case NOBODY -> 1;
                case CONTACT -> contacts;
                case EXECUTIVE -> executives;
                case DELEGATE -> delegates;
                case REQUEST, LEAD -> 0;
            };
        }
        return slots;
    }

    /** By kind: whether it happens to everybody at once. */
    static boolean[] common() {
        boolean[] common = new boolean[KINDS.length];
        for (EventKind kind : KINDS) {
            common[kind.ordinal()] = kind.subject == Subject.NOBODY;
        }
        return common;
    }
}
