package dev.handoff.bench;

import dev.handoff.kernel.Events;

/**
 * No event list at all: one event of the second kind for each of the first, whose subjects take turns. The reference workload
 * then draws as many variates and changes as many states as usual, so its speed is a limit for every engine. What it
 * counts means nothing.
 */
final class UnorderedEvents implements Events {
    private static final int RECURRING = 0;

    private final double[] recurringTime; // by subject
    private int turn;
    private int endingKind;
    private int endingSubject;
    private double endingTime = Double.NaN; // NaN: none
    private int kind;
    private int subject;
    private double time;

    UnorderedEvents(int[] slots) {
        recurringTime = new double[slots[RECURRING]];
    }

    @Override
    public void set(int eventKind, int eventSubject, double eventTime) {
        if (eventKind == RECURRING) {
            recurringTime[eventSubject] = eventTime;
        } else {
            schedule(eventKind, eventSubject, eventTime);
        }
    }

    @Override
    public void cancel(int kind, int subject) {
        throw new AssertionError("nobody waits here, so nobody's patience is cancelled: " + kind + "/" + subject);
    }

    @Override
    public void schedule(int eventKind, int eventSubject, double eventTime) {
        endingKind = eventKind;
        endingSubject = eventSubject;
        endingTime = eventTime;
    }

    @Override
    public boolean next(double until) {
        if (endingTime == endingTime) {
            kind = endingKind;
            subject = endingSubject;
            time = endingTime;
            endingTime = Double.NaN;
            return true;
        }
        kind = RECURRING;
        subject = turn;
        turn = turn + 1 == recurringTime.length ? 0 : turn + 1;
        time = recurringTime[subject];
        return time <= until;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public int kind() {
        return kind;
    }

    @Override
    public int subject() {
        return subject;
    }
}
