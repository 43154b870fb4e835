package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Churn;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;
import java.util.Optional;

/** What can be read off single people of a world at a moment; {@link Measures} has what is counted over all of them. */
public final class Roster {
    private final World world;
    private final Contacts contacts;

    Roster(World world) {
        this.world = world;
        contacts = world.contacts;
    }

    public int executives() {
        return world.executives.count();
    }

    public int delegates() {
        return world.delegates.count();
    }

    /** The old contacts, and the new ones up to the highest number of all that came. */
    public int contacts() {
        return contacts.count();
    }

    /** The old contacts. */
    public int oldContacts() {
        return contacts.initial();
    }

    /** As the user's list names it, or the group's name or type with a number: "Customer 3". */
    public String contactName(int contact) {
        return contacts.name(contact);
    }

    /** As the scenario names the group, with a number where it has several: "Dana", "Junior 2", "Delegate 1". */
    public String delegateName(int delegate) {
        return world.delegates.name(delegate);
    }

    public ContactState contact(int contact) {
        return new ContactState(
                world.handoff.stage(contact),
                world.habit.of(contact),
                world.satisfaction.of(contact),
                world.belief.of(contact),
                world.tally.acceptedAt(contact) < Double.POSITIVE_INFINITY);
    }

    /** Whether the contact is there: it has come and has not left. */
    public boolean isPresent(int contact) {
        return contacts.isPresent(contact);
    }

    /** Number of the contact's delegate; below 0 if it has none. */
    public int delegateOf(int contact) {
        return contacts.delegate(contact);
    }

    /** Number of the contact's executive. */
    public int executiveOf(int contact) {
        return contacts.executive(contact);
    }

    /** Why a contact that has just left did so. */
    public Churn.Reason reason(int contact) {
        return world.pruning.isGone(contact)
                ? Churn.Reason.PRUNED
                : world.churn.reason(contact, world.draws.uniform(Source.CHURN_REASON, contact, 0));
    }

    /** The open request of that number among the contact's; empty if it is closed or has not come. */
    public Optional<RequestState> request(int contact, int number) {
        int request = world.requests.anyOpen(contact);
        while (request != Requests.NONE && world.requests.number(request) != number) {
            request = world.requests.nextOpen(request);
        }
        return request == Requests.NONE ? Optional.empty() : Optional.of(state(request));
    }

    private RequestState state(int request) {
        Requests requests = world.requests;
        int job = requests.job(request);
        Jobs.Kind work = job == Jobs.NONE ? null : world.jobs.kind(job);
        boolean isOfDelegate = work != null && work.isOfDelegate();
        RequestState.Place place = requests.isLying(request)
                ? RequestState.Place.DROPPED
                : isOfDelegate
                        ? RequestState.Place.DELEGATE
                        : work == null ? RequestState.Place.HELD : RequestState.Place.EXECUTIVE;
        return new RequestState(requests.isUrgent(request), requests.stage(request), place, isOfDelegate ? null : work);
    }

    /** How often a stage began for any contact; as long as it stays the same, so do all stages. */
    public long stagesBegun() {
        return world.handoff.stagesBegun();
    }

    /** Whether somebody holds the delegate's post. */
    public boolean isEmployed(int delegate) {
        return world.delegates.isEmployed(delegate);
    }

    /** Clock hours of an executive since the start. */
    public double executiveHours(int executive) {
        return world.executives.server(executive).clockHours(world.now());
    }

    /** Clock hours of a delegate since the start. */
    public double delegateHours(int delegate) {
        return world.delegates.server(delegate).clockHours(world.now());
    }

    /** Job-hours that wait for an executive. */
    public double executiveBacklog(int executive) {
        return world.executives.server(executive).backlogHours();
    }

    /** Job-hours that wait for a delegate, as the executive would need them. */
    public double delegateBacklog(int delegate) {
        Server server = world.delegates.server(delegate);
        return server.backlogHours();
    }

    /** Weekly hours that an executive gives when there is work and it is well. */
    public double executiveMaximum(int executive) {
        return world.executives.maximumHours(executive);
    }

    /** Weekly hours that a delegate has for contacts. */
    public double delegateMaximum(int delegate) {
        return world.delegates.netHours(delegate);
    }

    /** Hours a week. */
    public double strain(int executive) {
        return world.burnout.strain(executive);
    }

    public boolean isBurntOut(int executive) {
        return world.burnout.isBurntOut(executive);
    }
}
