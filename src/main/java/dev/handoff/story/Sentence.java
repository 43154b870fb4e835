package dev.handoff.story;

import dev.handoff.model.ContactState;
import java.util.List;
import java.util.Set;

/**
 * A sentence about some events.
 *
 * @param week moment of the first of them
 * @param closesWeek whether it looks back on the week that ends then
 * @param contacts whom it is about, by number
 * @param people executives and delegates that it names
 * @param events their numbers
 * @param turns why it is worth telling
 * @param state of the only contact after the last event; null if it is about none or several
 * @param text without its date, and without a full stop
 */
public record Sentence(
        double week,
        boolean closesWeek,
        List<Integer> contacts,
        Set<String> people,
        List<Long> events,
        Set<Turn> turns,
        ContactState state,
        String text) {
    public Sentence {
        contacts = List.copyOf(contacts);
        people = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(people));
        events = List.copyOf(events);
        turns = Set.copyOf(turns);
    }

    /** The day that it is told of. */
    public WorkingWeek.Day day(WorkingWeek calendar) {
        return closesWeek ? calendar.before(week) : calendar.at(week);
    }
}
