package dev.handoff.kernel;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * Pending events in SSJ's simulator: an engine by other people that must give the same trajectory. SSJ keeps the list, advances its
 * clock and executes the events; each event's actions stop the simulator again, so that one event happens at a time. Events are put
 * into the list with their time rather than scheduled with a delay, because SSJ would add the delay to its clock and round.
 */
public final class SsjEvents implements Events {
    private final Simulator simulator;
    private final double tieStep;
    private final Pending[][] slots; // by kind, then subject
    private Pending present;
    private double time;
    private double tie;

    /** @param slots by kind: how many subjects have a slot */
    public SsjEvents(EventList list, int[] slots, double start) {
        this(list, slots, start, 0);
    }

    private SsjEvents(EventList list, int[] slots, double start, double tieStep) {
        simulator = new Simulator(list);
        this.tieStep = tieStep;
        this.slots = new Pending[slots.length][];
        for (int kind = 0; kind < slots.length; kind++) {
            this.slots[kind] = new Pending[slots[kind]];
        }
        time = start;
    }

    /** An engine that is wrong on purpose: of events at one time the one scheduled last comes first. */
    public static SsjEvents latestFirst(EventList list, int[] slots, double start) {
        return new SsjEvents(list, slots, start, -1);
    }

    @Override
    public void set(int kind, int subject, double at) {
        Check.that(at >= time, "event at %s lies before now (%s)", at, time);
        Pending held = slots[kind][subject];
        if (held != null) {
            simulator.getEventList().remove(held);
            slots[kind][subject] = null;
        }
        if (at < Double.POSITIVE_INFINITY) {
            slots[kind][subject] = add(kind, subject, at);
        }
    }

    @Override
    public void schedule(int kind, int subject, double at) {
        Check.that(at >= time && at < Double.POSITIVE_INFINITY, "event at %s must lie from now (%s) on", at, time);
        add(kind, subject, at);
    }

    @Override
    public boolean next(double until) {
        Event first = simulator.getEventList().getFirst();
        if (first == null || first.time() > until) {
            return false;
        }
        simulator.start();
        return true;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public int kind() {
        return present.kind;
    }

    @Override
    public int subject() {
        return present.subject;
    }

    private Pending add(int kind, int subject, double at) {
        Pending pending = new Pending(kind, subject);
        pending.setPriority(tie);
        pending.setTime(at);
        tie += tieStep;
        simulator.getEventList().add(pending);
        return pending;
    }

    private void happen(Pending pending) {
        present = pending;
        time = simulator.time();
        if (slots[pending.kind].length > 0) {
            slots[pending.kind][pending.subject] = null;
        }
        simulator.stop();
    }

    private final class Pending extends Event {
        private final int kind;
        private final int subject;

        private Pending(int kind, int subject) {
            super(simulator);
            this.kind = kind;
            this.subject = subject;
        }

        @Override
        public void actions() {
            happen(this);
        }
    }
}
