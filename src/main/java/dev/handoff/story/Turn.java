package dev.handoff.story;

/** What makes a sentence worth telling. */
public enum Turn {
    /** A contact called. */
    REQUEST,
    /** A message was taken. */
    MESSAGE,
    /** The delegate was to deal with it. */
    DELEGATE_ASKED,
    STEPPED_IN,
    SENT_BACK,
    /** The delegate dropped the request. */
    DROPPED,
    /** The contact complained about a request that was dropped. */
    COMPLAINED,
    /** The contact gave up, or was turned away. */
    GAVE_UP,
    HANDED_BACK,
    /** An error reached the contact. */
    ERROR,
    APPEALED,
    OUT_OF_PATIENCE,
    /** The contact has accepted the delegate. */
    ACCEPTED,
    /** A stage of the handover began. */
    STAGE,
    /** A contact left. */
    LEFT,
    /** A contact was won. */
    WON,
    /** Promotion, approval, other settings. */
    FIRM,
    /** Somebody came or went. */
    POST,
    BURNOUT,
    /** Strain passed a ten of hours. */
    STRAIN,
    /** Following up found what was dropped. */
    FOUND,
    /** A lead was forgotten. */
    LEAD;

    /** Whether the firm's story has it, and not only that of a contact. */
    boolean isOfFirm() {
        return ordinal() >= LEFT.ordinal();
    }
}
