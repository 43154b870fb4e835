package dev.handoff.story;

/**
 * A stage begins for a contact, or it is gone.
 *
 * @param event number of the event at which it did; 0 for the start
 * @param stage 0 to 5, or {@link #GONE}
 */
public record StageChange(long event, double week, int contact, int stage) {
    /** The contact is not there any more. */
    public static final int GONE = -1;
}
