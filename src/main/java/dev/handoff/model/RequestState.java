package dev.handoff.model;

import dev.handoff.model.people.Jobs;

/**
 * How an open request is at a moment.
 *
 * @param stage that counted for the contact at the call, 0 to 5
 * @param place where the request is
 * @param work of the executive that it waits for; null unless it is with the executive
 */
public record RequestState(boolean urgent, int stage, Place place, Jobs.Kind work) {

    /** Where an open request can be. */
    public enum Place {
        /** Held back on purpose, until the executive is reached or calls back. */
        HELD,
        /** Dropped by the delegate, and nobody has found it. */
        DROPPED,
        /** Waits for the delegate, or is in service there. */
        DELEGATE,
        /** Waits for the executive, or is in service there. */
        EXECUTIVE
    }
}
