package dev.handoff.model;

import dev.handoff.model.mechanism.Money;
import dev.handoff.model.mechanism.Money.Line;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import java.util.List;

/** What moves the firm's money: customers that are there, concessions, wages, lost vendors and partners, misuse (model.md, section 20). */
final class Accounts {
    private static final double WEEKS_PER_YEAR = 52;

    private final World world;
    private final Money money;
    private final Contacts contacts;
    private final double[] wage; // by delegate: dollars a year that are paid
    private final double[] coordinatorWage; // by executive: dollars a year that are paid
    private List<Delegates.Group> groups;

    Accounts(World world) {
        this.world = world;
        money = world.money;
        contacts = world.contacts;
        wage = new double[world.delegates.count()];
        coordinatorWage = new double[world.executives.count()];
        adopt(world.scenario());
    }

    void adopt(Scenario settings) {
        groups = settings.delegates();
        for (int delegate = 0; delegate < wage.length; delegate++) {
            onPost(delegate);
        }
        double coordinator = world.coordination.wage();
        for (int executive = 0; executive < coordinatorWage.length; executive++) {
            money.change(executive, Line.WAGES, coordinator - coordinatorWage[executive], world.now());
            coordinatorWage[executive] = coordinator;
        }
    }

    /** The post was filled, fell vacant, or may be paid otherwise from now on. */
    void onPost(int delegate) {
        boolean paid = world.delegates.isEmployed(delegate) && world.delegates.isOwn(delegate);
        pay(delegate, paid ? groups.get(world.delegates.group(delegate)).wageDollarsPerYear() : 0);
    }

    void begin() {
        money.begin(world.now());
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (contacts.isCustomer(contact)) {
                earn(contact, contacts.value(contact));
            }
        }
    }

    /** A customer was won. */
    void won(int contact) {
        earn(contact, contacts.value(contact));
    }

    /** A contact has left. */
    void lost(int contact) {
        double value = contacts.value(contact);
        if (contacts.isCustomer(contact)) {
            earn(contact, -value);
        } else {
            money.change(contacts.executive(contact), Line.PROCUREMENT, money.replacement(value), world.now());
        }
    }

    /** @param share of the contact's value that is given away, 0 to 1 */
    void concede(int contact, double share) {
        double before = contacts.value(contact);
        contacts.concede(contact, share);
        if (contacts.isCustomer(contact)) {
            earn(contact, contacts.value(contact) - before);
        }
    }

    /** Dollars of yearly value for each hour that the contact takes in person; infinity if it takes none. */
    double valuePerHour(int contact) {
        return contacts.value(contact)
                / (WEEKS_PER_YEAR * contacts.hoursPerWeek(contact, world.work.interruptionHours()));
    }

    /** Dollars a year that whoever holds the post is paid. */
    double wage(int delegate) {
        return groups.get(world.delegates.group(delegate)).wageDollarsPerYear();
    }

    /** Money is lost once because a sensitive task was misused. */
    void misused(int executive, double dollars) {
        money.pay(executive, Line.MISUSE, dollars, world.now());
    }

    private void earn(int contact, double dollarsPerYear) {
        money.change(contacts.executive(contact), Line.REVENUE, dollarsPerYear, world.now());
    }

    private void pay(int delegate, double dollarsPerYear) {
        int executive = delegate % world.executives.count();
        money.change(executive, Line.WAGES, dollarsPerYear - wage[delegate], world.now());
        wage[delegate] = dollarsPerYear;
    }
}
