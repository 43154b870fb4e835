package dev.handoff.bench;

import dev.handoff.kernel.Events;
import java.util.PriorityQueue;

/**
 * Events as most programs keep them: an object for each in a {@link PriorityQueue}, in the order of time, then of scheduling. The
 * workloads move no event and recognize one that is out of date, so nothing remembers which event fills a slot.
 */
final class QueueEvents implements Events {
    private final PriorityQueue<Pending> queue = new PriorityQueue<>();
    private long scheduled;
    private Pending present;

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
        queue.add(new Pending(kind, subject, time, scheduled++));
    }

    @Override
    public boolean next(double until) {
        Pending first = queue.peek();
        if (first == null || first.time > until) {
            return false;
        }
        present = queue.poll();
        return true;
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

    private record Pending(int kind, int subject, double time, long order) implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            return time < other.time ? -1 : time > other.time ? 1 : Long.compare(order, other.order);
        }
    }
}
