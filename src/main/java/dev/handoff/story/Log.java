package dev.handoff.story;

import java.util.List;

/**
 * All that is known of one replication.
 *
 * @param events in their order
 * @param changes of stages, in their order; a contact is there from its first one on
 * @param loads by week, then person
 */
public record Log(Cast cast, List<Event> events, List<StageChange> changes, List<Load> loads) {

    /**
     * Names of who is there.
     *
     * @param contacts by number
     * @param oldContacts how many of them were there at the promotion
     * @param executives how many
     * @param delegates by number
     */
    public record Cast(List<String> contacts, int oldContacts, int executives, List<String> delegates) {
        public Cast {
            contacts = List.copyOf(contacts);
            delegates = List.copyOf(delegates);
        }

        /** The executive as the reader, where there is one. */
        public String executive(int number) {
            return executives == 1 ? "you" : "executive " + (number + 1);
        }
    }

    public Log {
        events = List.copyOf(events);
        changes = List.copyOf(changes);
        loads = List.copyOf(loads);
    }
}
