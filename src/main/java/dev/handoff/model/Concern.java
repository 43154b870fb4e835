package dev.handoff.model;

import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;

/**
 * What an event that is about to happen is about, for traces; afterwards its request may be closed and its job gone.
 *
 * @param contact number of the contact that it concerns; {@link #NOBODY} where it is none in particular, or the event comes too late
 * @param request number of the request among the contact's; {@link #NOBODY} where it is none
 * @param job that the event finishes; null if it finishes none
 * @param before how the contact was; null without one
 */
record Concern(int contact, int request, Jobs.Kind job, ContactState before) {
    static final int NOBODY = -1;

    private static final Concern NONE = new Concern(NOBODY, NOBODY, null, null);

    static Concern of(World world, EventKind kind, int subject) {
        return switch (kind) {
            case EXECUTIVE_DONE ->
                finished(world, world.executives.server(subject).present());
            case DELEGATE_DONE ->
                finished(world, world.delegates.server(subject).present());
            case REQUEST_ARRIVES -> about(world, subject, world.contacts.calls(subject), null);
            default ->
                kind.subject() == EventKind.Subject.CONTACT
                        ? about(world, subject, NOBODY, null)
                        : ofRequest(world, kind, subject);
        };
    }

    private static Concern finished(World world, int job) {
        if (job == Jobs.NONE) {
            return NONE;
        }
        int request = world.jobs.request(job);
        Jobs.Kind kind = world.jobs.kind(job);
        return request == Jobs.NONE
                ? new Concern(NOBODY, NOBODY, kind, null)
                : about(world, world.requests.contact(request), world.requests.number(request), kind);
    }

    private static Concern ofRequest(World world, EventKind kind, int subject) {
        Requests requests = world.requests;
        boolean isInTime = switch (kind) {
            case CALLBACK_DUE -> requests.isHeldUntil(subject, world.now());
            case WAIT_IS_FELT -> requests.isFeltAt(subject, world.now());
            case PATIENCE_ENDS -> requests.givesUpAt(subject, world.now());
            case CHASE_DUE -> requests.isLyingUntil(subject, world.now());
            default -> false;
        };
        return isInTime ? about(world, requests.contact(subject), requests.number(subject), null) : NONE;
    }

    private static Concern about(World world, int contact, int request, Jobs.Kind job) {
        return new Concern(contact, request, job, world.roster().contact(contact));
    }
}
