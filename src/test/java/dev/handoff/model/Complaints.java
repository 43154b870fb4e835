package dev.handoff.model;

import dev.handoff.model.people.Requests;
import java.util.Arrays;

/** The first request of each contact about which it complains after the promotion, because it was dropped, and when that is answered. */
public final class Complaints implements Trace {
    private final int[] request; // by contact; NONE before the complaint and after the answer
    private final double[] madeAt; // by contact, week; NaN without a complaint
    private final double[] answeredAt; // by contact, week; infinite without an answer
    private double before;

    public Complaints(int contacts) {
        request = new int[contacts];
        madeAt = new double[contacts];
        answeredAt = new double[contacts];
        Arrays.fill(request, Requests.NONE);
        Arrays.fill(madeAt, Double.NaN);
        Arrays.fill(answeredAt, Double.POSITIVE_INFINITY);
    }

    @Override
    public void after(World world) {
        for (int contact = 0; contact < request.length; contact++) {
            if (request[contact] != Requests.NONE && !isOpen(world, contact)) {
                answeredAt[contact] = world.contacts.isPresent(contact) ? world.now() : Double.POSITIVE_INFINITY;
                request[contact] = Requests.NONE;
            }
        }
        double complaints = world.tally.chasedDrops();
        if (complaints > before && world.now() > 0) {
            int complained = world.eventSubject();
            int contact = world.requests.contact(complained);
            if (Double.isNaN(madeAt[contact])) {
                madeAt[contact] = world.now();
                request[contact] = complained;
            }
        }
        before = complaints;
    }

    private boolean isOpen(World world, int contact) {
        for (int open = world.requests.anyOpen(contact); open != Requests.NONE; open = world.requests.nextOpen(open)) {
            if (open == request[contact]) {
                return true;
            }
        }
        return false;
    }

    /** Week of a contact's complaint; NaN if it made none. */
    public double madeAt(int contact) {
        return madeAt[contact];
    }

    /** Weeks from the complaint to the answer; infinite if none came. */
    public double waited(int contact) {
        return answeredAt[contact] - madeAt[contact];
    }
}
