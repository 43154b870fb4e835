package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.mechanism.Leads;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.OpenLeads;
import dev.handoff.model.people.Server;

/** The life of a lead that a contact refers, from its arrival until somebody has worked on it or nobody ever does (model.md, section 17). */
final class LeadLife {
    private final World world;
    private final Leads leads;
    private final OpenLeads open;
    private final Contacts contacts;
    private final int[] arrivals; // by executive

    LeadLife(World world) {
        this.world = world;
        leads = world.leads;
        contacts = world.contacts;
        open = new OpenLeads(contacts.capacity());
        arrivals = new int[world.executives.count()];
    }

    /** Leads that nobody has worked on yet. */
    int open() {
        return open.open();
    }

    /** Of those that the contact referred, how many lie. */
    int lying(int contact) {
        int lying = 0;
        for (int lead = open.firstLying(contact); lead != OpenLeads.NONE; lead = open.nextLying(lead)) {
            lying++;
        }
        return lying;
    }

    void begin() {
        if (leads.isActive()) {
            for (int executive = 0; executive < arrivals.length; executive++) {
                scheduleNext(executive);
            }
        }
    }

    private void scheduleNext(int executive) {
        double gap = world.draws.exponential(Source.LEAD_GAP, executive, arrivals[executive]) / leads.ratePerWeek();
        world.events.set(EventKind.LEAD_ARRIVES.ordinal(), executive, world.now() + gap);
    }

    void arrives(int executive) {
        int number = arrivals[executive]++;
        scheduleNext(executive);
        leads.onArrival(executive);
        double value = world.draws.leadValue(executive, number);
        int lead = open.open(executive, number, referrer(executive, number), value, world.now());
        if (isDelegated(lead) && leads.isDropped(value, delegate(lead), uniform(Source.LEAD_DROP, lead))) {
            double until = world.now() + world.draws.discovery(executive, number);
            open.lie(lead, until);
            world.events.schedule(EventKind.LEAD_MISSED.ordinal(), lead, until);
        } else {
            assign(lead);
        }
    }

    /* One of the executive's contacts, each equally likely; who has left refers nobody, and its turn goes to the next one. */
    private int referrer(int executive, int number) {
        int executives = arrivals.length;
        int own = (contacts.initial() - executive + executives - 1) / executives;
        int first = (int) (world.draws.uniform(Source.LEAD_REFERRER, executive, number) * own);
        for (int turn = 0; turn < own; turn++) {
            int contact = executive + executives * ((first + turn) % own);
            if (contacts.isPresent(contact)) {
                return contact;
            }
        }
        return Contacts.NOBODY;
    }

    private boolean isDelegated(int lead) {
        int referrer = open.referrer(lead);
        return referrer != Contacts.NOBODY && world.handover.stageAtCall(referrer) != Handoff.DIRECT;
    }

    private int delegate(int lead) {
        return contacts.delegate(open.referrer(lead));
    }

    /* To the delegate of the referrer, who will work on it now, or to the executive. */
    private void assign(int lead) {
        if (isDelegated(lead)) {
            world.work.giveDelegateAbout(delegate(lead), Jobs.Kind.LEAD, leads.workHours(), lead, Server.CONTACTS);
        } else {
            takeOver(lead);
        }
    }

    /** The executive works on it. */
    void takeOver(int lead) {
        world.work.giveExecutiveAbout(
                open.executive(lead), Jobs.Kind.OWN_LEAD, leads.workHours(), lead, Server.CONTACTS);
    }

    /** The executive asks whoever referred what lies, or the delegate what it knows of it. */
    void ask(int contact, boolean contactIsAsked) {
        int lead = open.firstLying(contact);
        while (lead != OpenLeads.NONE) {
            int next = open.nextLying(lead);
            if (contactIsAsked || !world.drops.isUnnoticed(uniform(Source.LEAD_UNNOTICED, lead))) {
                find(lead);
                assign(lead);
            }
            lead = next;
        }
    }

    /** The referrer hears that nobody has called, unless the lead was found meanwhile. */
    void missed(int lead) {
        if (!open.isLyingUntil(lead, world.now())) {
            return;
        }
        int referrer = open.referrer(lead);
        boolean present = contacts.isPresent(referrer);
        if (present) {
            world.satisfaction.onDropped(referrer, leads.referrerLoss(world.now() - open.arrivedAt(lead)));
            world.departures.onSatisfactionChanged(referrer);
        }
        if (present && world.drops.isVoiced(uniform(Source.LEAD_VOICE, lead))) {
            find(lead);
            assign(lead);
        } else {
            forget(lead);
        }
    }

    private void find(int lead) {
        leads.onFound(open.executive(lead), open.value(lead), world.now() - open.arrivedAt(lead));
        open.find(lead);
    }

    private void forget(int lead) {
        leads.onFound(open.executive(lead), open.value(lead), Double.POSITIVE_INFINITY);
        leads.onForgotten(open.executive(lead));
        open.find(lead);
        open.close(lead);
    }

    /** Somebody has worked on it. */
    void worked(int lead) {
        double age = world.now() - open.arrivedAt(lead);
        leads.onWorked(open.executive(lead), open.value(lead), age, uniform(Source.LEAD_WON, lead));
        open.close(lead);
    }

    private double uniform(Source source, int lead) {
        return world.draws.uniform(source, open.executive(lead), open.number(lead));
    }
}
