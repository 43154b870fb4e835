package dev.handoff.model;

import dev.handoff.model.people.Delegates;
import dev.handoff.model.people.Delegates.Source;

/**
 * The firm's cash by a second way: what flows is added up anew from the state of the world after each event. What is paid at
 * once (for hiring, to providers) is not in it.
 */
final class CashBook implements Trace {
    private static final double WEEKS_PER_YEAR = 52;

    private final boolean[] gone; // by contact: left, and its substitute is paid for
    private double substitutes; // dollars a year
    private double rate; // dollars a year
    private double countedTo; // week
    private double cash;
    private double misused; // dollars that are taken off already

    CashBook(Scenario scenario) {
        gone = new boolean[scenario.contactCount()];
        cash = scenario.money().initialCashDollars();
    }

    @Override
    public void after(World world) {
        countTo(world.now());
        rate = world.isPromoted() ? earnings(world) - wages(world) - substitutes(world) : 0;
        cash -= world.ledger().misusedDollars() - misused;
        misused = world.ledger().misusedDollars();
    }

    /** Dollars. */
    double at(double week) {
        countTo(week);
        return cash;
    }

    private void countTo(double week) {
        cash += rate * (week - countedTo) / WEEKS_PER_YEAR;
        countedTo = week;
    }

    private static double earnings(World world) {
        double sum = 0;
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            if (world.contacts.isCustomer(contact) && world.contacts.isPresent(contact)) {
                sum += world.contacts.value(contact);
            }
        }
        return sum;
    }

    private static double wages(World world) {
        double sum = world.executives.count() * world.coordination.wage();
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            Delegates.Group group = world.scenario().delegates().get(world.delegates.group(delegate));
            boolean paidByTheYear = group.source() == Source.STAFF || group.source() == Source.HIRE;
            sum += world.delegates.isEmployed(delegate) && paidByTheYear ? group.wageDollarsPerYear() : 0;
        }
        return sum;
    }

    private double substitutes(World world) {
        for (int contact = 0; contact < gone.length; contact++) {
            if (!gone[contact] && !world.contacts.isPresent(contact)) {
                gone[contact] = true;
                substitutes +=
                        world.contacts.isCustomer(contact) ? 0 : world.money.replacement(world.contacts.value(contact));
            }
        }
        return substitutes;
    }
}
