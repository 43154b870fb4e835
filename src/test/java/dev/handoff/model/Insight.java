package dev.handoff.model;

import dev.handoff.model.people.Contacts;

/** What tests in other packages see of a world beyond its measures: events by kind, and single people. */
public final class Insight {

    private Insight() {}

    /** Whether the latest event was the beginning of a burnout of the executive {@link World#eventSubject}. */
    public static boolean burnoutBegan(World world) {
        return isLatest(world, EventKind.BURNOUT_BEGINS);
    }

    /** Whether the latest event was the end of a burnout of the executive {@link World#eventSubject}. */
    public static boolean burnoutEnded(World world) {
        return isLatest(world, EventKind.BURNOUT_ENDS);
    }

    /** Whether the latest event was the end of a job of the delegate {@link World#eventSubject}. */
    public static boolean delegateDone(World world) {
        return isLatest(world, EventKind.DELEGATE_DONE);
    }

    /** Level from 0 to 1. */
    public static double skill(World world, int delegate) {
        return world.skill.of(delegate);
    }

    /** Share of the customers' initial value that belonged to those who left. */
    public static double lostCustomerValueShare(World world) {
        Contacts contacts = world.contacts;
        double initial = 0;
        double lost = 0;
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (contacts.isCustomer(contact)) {
                initial += contacts.initialValue(contact);
                lost += contacts.isPresent(contact) ? 0 : contacts.initialValue(contact);
            }
        }
        return lost / initial;
    }

    private static boolean isLatest(World world, EventKind kind) {
        return world.events.kind() == kind.ordinal();
    }
}
