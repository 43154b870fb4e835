package dev.handoff.kernel;

import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/** Pending events in SSJ's simulator: an engine by other people that must give the same order. */
public final class SsjEvents implements Events {
    private final Simulator simulator = new Simulator(new SplayTree());
    private final Pending[][] slots; // by kind, then subject
    private Pending present;
    private double time;

    /** @param slots by kind: how many subjects have a slot */
    public SsjEvents(int[] slots, double start) {
        this.slots = new Pending[slots.length][];
        for (int kind = 0; kind < slots.length; kind++) {
            this.slots[kind] = new Pending[slots[kind]];
        }
        time = start;
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
        present = (Pending) simulator.getEventList().removeFirst();
        time = present.time();
        if (slots[present.kind].length > present.subject && slots[present.kind][present.subject] == present) {
            slots[present.kind][present.subject] = null;
        }
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
        Pending pending = new Pending(simulator, kind, subject);
        pending.setTime(at);
        simulator.getEventList().add(pending);
        return pending;
    }

    private static final class Pending extends Event {
        private final int kind;
        private final int subject;

        private Pending(Simulator simulator, int kind, int subject) {
            super(simulator);
            this.kind = kind;
            this.subject = subject;
        }

        @Override
        public void actions() {
            throw new AssertionError("events are taken from the list, not run by it");
        }
    }
}
