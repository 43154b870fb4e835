package dev.handoff.model;

import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import java.util.Locale;

/**
 * What an event that is about to happen is about, for traces; afterwards its request may be closed and its job gone.
 *
 * @param contact number of the contact that it concerns; {@link #NOBODY} where it is none in particular, or the event comes too late
 * @param work in words, that the event finishes; empty if it finishes none
 */
record Concern(int contact, String work) {
    static final int NOBODY = -1;

    private static final Concern NONE = new Concern(NOBODY, "");

    static Concern of(World world, EventKind kind, int subject) {
        return switch (kind) {
            case EXECUTIVE_DONE ->
                finished(world, world.executives.server(subject).present());
            case DELEGATE_DONE ->
                finished(world, world.delegates.server(subject).present());
            default -> new Concern(contact(world, kind, subject), "");
        };
    }

    private static Concern finished(World world, int job) {
        if (job == Jobs.NONE) {
            return NONE;
        }
        int request = world.jobs.request(job);
        int contact = request == Jobs.NONE ? NOBODY : world.requests.contact(request);
        return new Concern(
                contact, world.jobs.kind(job).name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static int contact(World world, EventKind kind, int subject) {
        if (kind.subject() == EventKind.Subject.CONTACT) {
            return subject;
        }
        Requests requests = world.requests;
        boolean isInTime = switch (kind) {
            case CALLBACK_DUE -> requests.isHeldUntil(subject, world.now());
            case WAIT_IS_FELT -> requests.isFeltAt(subject, world.now());
            case PATIENCE_ENDS -> requests.givesUpAt(subject, world.now());
            case CHASE_DUE -> requests.isLyingUntil(subject, world.now());
            default -> false;
        };
        return isInTime ? requests.contact(subject) : NOBODY;
    }
}
