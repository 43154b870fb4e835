package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Churn;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Requests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** When contacts leave, and what they leave behind (model.md, section 5). */
final class Departures {
    private final World world;
    private final Contacts contacts;

    Departures(World world) {
        this.world = world;
        contacts = world.contacts;
    }

    /** The clocks of all contacts begin. */
    void begin() {
        for (int contact = 0; contact < contacts.count(); contact++) {
            begin(contact);
        }
    }

    /** The clock of a contact begins. */
    void begin(int contact) {
        world.churn.begin(contact, world.draws.exponential(Source.CHURN_BUDGET, contact, 0), world.now());
        reschedule(contact);
    }

    void onSatisfactionChanged(int contact) {
        if (world.isPromoted()) {
            reschedule(contact);
        }
    }

    void onSettingsChanged() {
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (contacts.isPresent(contact)) {
                reschedule(contact);
            }
        }
    }

    void leaves(int contact) {
        double uniform = world.draws.uniform(Source.CHURN_REASON, contact, 0);
        Churn.Reason reason =
                world.pruning.isMarked(contact) ? Churn.Reason.PRUNED : world.churn.reason(contact, uniform);
        if (contacts.isNew(contact)) {
            world.tally.lostNew(reason);
        } else {
            world.tally.lost(contacts.type(contact), reason);
        }
        world.pruning.onLeaving(contact);
        contacts.onLeaving(contact, world.now());
        world.accounts.lost(contact);
        world.events.cancel(EventKind.REQUEST_ARRIVES.ordinal(), contact);
        world.events.cancel(EventKind.CONTACT_LEAVES.ordinal(), contact);
        world.events.cancel(EventKind.STAGE_BEGINS.ordinal(), contact);
        world.events.cancel(EventKind.PLANNING_DUE.ordinal(), contact);
        world.events.cancel(EventKind.APPOINTMENT_DUE.ordinal(), contact);
        int request = world.requests.anyOpen(contact);
        while (request != Requests.NONE) {
            world.life.closeUnanswered(request);
            request = world.requests.anyOpen(contact);
        }
    }

    /** The customers of each executive that bring least for the hours that they take are marked; they leave now, or by themselves. */
    void prune() {
        if (!world.pruning.begins()) {
            return;
        }
        for (int executive = 0; executive < world.executives.count(); executive++) {
            List<Integer> customers = customersOf(executive);
            customers.sort(Comparator.comparingDouble(world.accounts::valuePerHour));
            for (int contact : customers.subList(0, world.pruning.count(customers.size()))) {
                world.pruning.mark(contact);
                world.handover.takeBack(contact);
                if (world.pruning.isSudden()) {
                    leaves(contact);
                    speaksBadly(contact);
                }
            }
        }
    }

    private void speaksBadly(int contact) {
        if (world.draws.uniform(Source.BAD_WORD, contact, 0) < world.pruning.badWordProbability()) {
            world.growth.onBadWord(contacts.executive(contact), world.pruning.badWordLoss());
        }
    }

    private List<Integer> customersOf(int executive) {
        List<Integer> customers = new ArrayList<>();
        for (int contact = executive; contact < contacts.count(); contact += world.executives.count()) {
            if (contacts.isCustomer(contact) && contacts.isPresent(contact)) {
                customers.add(contact);
            }
        }
        return customers;
    }

    private void reschedule(int contact) {
        double leavesAt =
                world.churn.leavesAt(contact, contacts.isCustomer(contact), contacts.isFriend(contact), world.now());
        world.events.set(EventKind.CONTACT_LEAVES.ordinal(), contact, leavesAt);
    }
}
