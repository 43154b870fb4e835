package dev.handoff.story;

import dev.handoff.model.ContactState;
import dev.handoff.model.EventKind;
import dev.handoff.model.RequestState;
import java.util.List;

/**
 * An event, and how things stood around it.
 *
 * @param number counted from 1 on
 * @param week may be negative before the promotion
 * @param person to whom it happened; empty where it is nobody in particular
 * @param work in words, that it finished; empty if it finished none
 * @param contact that it concerned, by number; {@link #NONE} if it was none in particular
 * @param request number among the contact's requests; {@link #NONE} if it was about none
 * @param executive of the contact, by number; {@link #NONE} without a contact
 * @param delegate of the contact afterwards, by number; {@link #NONE} if it has none
 * @param before how the contact was; null without one
 * @param after how the contact was afterwards; null without one
 * @param asked how the request was afterwards; null if it was closed, or there is none
 * @param reason in words, for which the contact left; empty unless it did
 * @param totals since the promotion
 * @param vacant posts of delegates that nobody held afterwards, by number
 */
public record Event(
        long number,
        double week,
        EventKind kind,
        String person,
        String work,
        int contact,
        int request,
        int executive,
        int delegate,
        ContactState before,
        ContactState after,
        RequestState asked,
        String reason,
        Totals totals,
        List<Integer> vacant) {
    /** No contact, no request, no delegate. */
    public static final int NONE = -1;

    /**
     * Running totals.
     *
     * @param givenUp requests that were given up or turned away
     * @param caught dropped requests that were found by following up
     * @param leadsClosed leads that were worked on or forgotten
     * @param open requests that wait for an answer
     */
    public record Totals(
            double answered, double givenUp, double dropped, double caught, double leadsClosed, double open) {
        static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0);
    }

    public Event {
        vacant = List.copyOf(vacant);
    }

    boolean isClosed() {
        return asked == null;
    }
}
