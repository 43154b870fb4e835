package dev.handoff.model;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Appointments;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/** When contacts meet their delegates, or should have (model.md, section 17). */
final class Diary {
    private final World world;
    private final Appointments appointments;
    private final Contacts contacts;
    private final int[] booked; // by contact

    Diary(World world) {
        this.world = world;
        appointments = world.appointments;
        contacts = world.contacts;
        booked = new int[contacts.capacity()];
    }

    void begin() {
        for (int contact = 0; contact < contacts.count(); contact++) {
            if (contacts.isPresent(contact)) {
                begin(contact);
            }
        }
    }

    /** A contact that is there has appointments from now on, where there are any. */
    void begin(int contact) {
        if (appointments.isActive()) {
            schedule(contact, gap(contact));
        }
    }

    /** A contact who is not handed over, or whose delegate's post is vacant, has none; its turn passes. */
    void appointmentDue(int contact) {
        int number = booked[contact]++;
        if (world.handover.stageAtCall(contact) == Handoff.DIRECT) {
            schedule(contact, gap(contact));
            return;
        }
        boolean missed = appointments.isMissed(world.draws.uniform(Source.NO_SHOW, contact, number));
        world.tally.appointment(missed);
        schedule(contact, missed ? appointments.rebookingWeeks() : gap(contact));
        world.work.giveDelegate(
                contacts.delegate(contact),
                Jobs.Kind.MINUTES,
                appointments.delegateHours(),
                Requests.NONE,
                Server.MANAGEMENT);
    }

    private double gap(int contact) {
        return world.draws.exponential(Source.APPOINTMENT_GAP, contact, booked[contact]) / appointments.ratePerWeek();
    }

    private void schedule(int contact, double weeks) {
        world.events.set(EventKind.APPOINTMENT_DUE.ordinal(), contact, world.now() + weeks);
    }
}
