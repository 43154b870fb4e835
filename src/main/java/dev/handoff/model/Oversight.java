package dev.handoff.model;

import dev.handoff.model.mechanism.Coordination;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;

/** The weekly oversight of delegates, by the executive or a coordinator (model.md, section 26). */
final class Oversight {
    private final World world;
    private final Coordination coordination;
    private final int executives;
    private final int delegates;
    private final int[] weeksOver; // by delegate, since the beginning
    private final int[] weeksReported; // by executive: by the coordinator, since the beginning
    private double beganAt;

    Oversight(World world) {
        this.world = world;
        coordination = world.coordination;
        executives = world.executives.count();
        delegates = world.delegates.count();
        weeksOver = new int[delegates];
        weeksReported = new int[executives];
    }

    /** The weeks are counted from now on. */
    void begin() {
        if (!coordination.isActive()) {
            return;
        }
        beganAt = world.now();
        for (int delegate = 0; delegate < delegates; delegate++) {
            weeksOver[delegate] = 0;
            schedule(delegate);
        }
        for (int executive = 0; executive < executives; executive++) {
            weeksReported[executive] = 0;
            scheduleReport(executive);
        }
    }

    void end() {
        for (int delegate = 0; delegate < delegates; delegate++) {
            world.events.cancel(EventKind.OVERSIGHT_DUE.ordinal(), delegate);
        }
        for (int executive = 0; executive < executives; executive++) {
            world.events.cancel(EventKind.COORDINATOR_REPORTS.ordinal(), executive);
        }
    }

    /** A week of oversight of a delegate. */
    void due(int delegate) {
        weeksOver[delegate]++;
        schedule(delegate);
        if (world.delegates.isEmployed(delegate)) {
            give(executive(delegate), Jobs.Kind.OVERSIGHT, coordination.hours(turn(delegate)));
            world.skill.onCoached(delegate, coordination.coaching(turn(delegate), reports(executive(delegate))));
        }
    }

    /** The coordinator reports to the executive, who has one check-in with the coordinator for each with a delegate. */
    void coordinatorReports(int executive) {
        weeksReported[executive]++;
        scheduleReport(executive);
        if (coordination.hasCoordinator() && reports(executive) > 0) {
            give(executive, Jobs.Kind.OVERSIGHT, coordination.coordinatorHours());
            give(executive, Jobs.Kind.CHECK_IN, world.followUp.checkInsPerWeek() * world.followUp.executiveHours());
        }
    }

    /** Whether a coordinator checks in with the delegate in place of the executive. */
    boolean isUnderCoordinator(int delegate) {
        return coordination.hasCoordinator() && coordination.isUnderCoordinator(turn(delegate));
    }

    /** Share of full attention that the delegate gets from whoever oversees it. */
    double attention(int delegate) {
        return coordination.isActive() ? coordination.attention(turn(delegate), reports(executive(delegate))) : 1;
    }

    private void give(int executive, Jobs.Kind kind, double hours) {
        if (hours > 0) {
            world.work.giveExecutive(executive, kind, hours, Requests.NONE, Server.MANAGEMENT);
        }
    }

    /* Spread over the week, as check-ins are. */
    private void schedule(int delegate) {
        int number = delegate / executives;
        double shift = (double) number / posts(executive(delegate));
        world.events.set(EventKind.OVERSIGHT_DUE.ordinal(), delegate, beganAt + weeksOver[delegate] + 1 + shift);
    }

    private void scheduleReport(int executive) {
        if (posts(executive) > 0) {
            double dueAt = beganAt + weeksReported[executive] + 1;
            world.events.set(EventKind.COORDINATOR_REPORTS.ordinal(), executive, dueAt);
        }
    }

    private int executive(int delegate) {
        return delegate % executives;
    }

    /* How many of those who hold posts come before it. */
    private int turn(int delegate) {
        return heldBefore(delegate, executive(delegate));
    }

    private int reports(int executive) {
        return heldBefore(delegates, executive);
    }

    private int heldBefore(int end, int executive) {
        int held = 0;
        for (int delegate = executive; delegate < end; delegate += executives) {
            held += world.delegates.isEmployed(delegate) ? 1 : 0;
        }
        return held;
    }

    private int posts(int executive) {
        return Contacts.ownDelegates(executive, executives, delegates);
    }
}
