package dev.handoff.bench;

import dev.handoff.kernel.Events;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.EventList;

/**
 * Events in the simulator of SSJ. The workloads move no event and recognize one that is out of date, so nothing remembers which
 * event fills a slot and nothing is taken out of the middle of the list. The first event after the limit is lost, as a run ends there.
 */
final class SsjEvents implements Events {
    private final Steps simulator;
    private Pending present;

    SsjEvents(EventList list) {
        simulator = new Steps(list);
    }

    @Override
    public void set(int kind, int subject, double time) {
        schedule(kind, subject, time);
    }

    @Override
    public void cancel(int kind, int subject) {
        // comes up and is found to be out of date, which costs less than to search for it
    }

    @Override
    public void schedule(int kind, int subject, double time) {
        new Pending(simulator, kind, subject, time).schedule(time - simulator.time());
    }

    @Override
    public boolean next(double until) {
        present = (Pending) simulator.step();
        return present != null && present.time <= until;
    }

    @Override
    public double time() {
        return present.time;
    }

    @Override
    public int kind() {
        return present.kind;
    }

    @Override
    public int subject() {
        return present.subject;
    }

    /** The loop of the simulator, one event at a time. */
    private static final class Steps extends Simulator {
        private Steps(EventList list) {
            super(list);
            init();
        }

        private Event step() {
            return removeFirstEvent();
        }
    }

    private static final class Pending extends Event {
        private final int kind;
        private final int subject;
        private final double time; // as it was asked for; the simulator's may differ in the last bit

        private Pending(Simulator simulator, int kind, int subject, double time) {
            super(simulator);
            this.kind = kind;
            this.subject = subject;
            this.time = time;
        }

        @Override
        public void actions() {
            throw new AssertionError("events are taken from the simulator, not run by it");
        }
    }
}
