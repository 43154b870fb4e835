package dev.handoff.model;

import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Requests;
import java.util.stream.Stream;

/** What executives spend their hours on, and what that would have been in person, booked from the promotion on (model.md, section 10). */
final class Books {
    private final World world;
    private final Contacts contacts;
    private final Requests requests;
    private final Ledger[] ledgers; // by executive

    Books(World world) {
        this.world = world;
        contacts = world.contacts;
        requests = world.requests;
        ledgers = Stream.generate(Ledger::new).limit(world.executives.count()).toArray(Ledger[]::new);
    }

    /** Of all executives together, as it is now. */
    Ledger ledger() {
        return ledgers.length == 1 ? ledgers[0] : Ledger.of(ledgers);
    }

    /** An answered request with all that the executive spent on it. */
    void answer(int request, double waited) {
        if (!world.isPromoted()) {
            return;
        }
        int contact = requests.contact(request);
        int executive = contacts.executive(contact);
        world.tally.answered(executive, waited);
        if (contacts.isNew(contact)) {
            ledgers[executive].closedNew(requests.baseline(request), requests.spentInAll(request));
        } else {
            answer(request, ledgers[executive]);
        }
    }

    private void answer(int request, Ledger ledger) {
        double spent = 0;
        for (Activity activity : Activity.ON_REQUESTS) {
            double hours = requests.spent(request, activity.ordinal());
            if (hours > 0) {
                ledger.answered(activity, hours);
                spent += hours;
            }
        }
        ledger.closed(requests.baseline(request), spent);
        if (requests.spent(request, Activity.CALLBACK.ordinal()) > 0) {
            ledger.interruptionAvoided(requests.baseline(request) - requests.size(request));
        }
    }

    /** Hours that delegation takes beside the requests. */
    void overhead(int executive, Activity activity, double hours) {
        if (world.isPromoted()) {
            ledgers[executive].overhead(activity, hours);
        }
    }

    /** Hours that have nothing to do with answered requests of the old contacts. */
    void outside(int executive, Activity activity, double hours) {
        if (world.isPromoted()) {
            ledgers[executive].outside(activity, hours);
        }
    }

    /** A duty that was dropped. */
    void undone(int executive, double hours) {
        if (world.isPromoted()) {
            ledgers[executive].dutyUndone(hours);
        }
    }

    /** A task that a delegate did: hours that it would have cost in person. */
    void task(int executive, double hours) {
        ledgers[executive].taskDelegated(hours);
    }

    void taskError(int executive) {
        ledgers[executive].taskFailed();
    }

    void misuse(int executive, double dollars) {
        ledgers[executive].misused(dollars);
    }
}
