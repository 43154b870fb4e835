package dev.handoff.kernel;

/**
 * The events to come, in a total order: time, then order of scheduling. What recurs - a contact's next request, a server's
 * completion - has a slot, named by kind and subject, that holds at most one time and is set again or cancelled in place, so no
 * event is ever out of date. What has no slot is scheduled freely.
 *
 * <p>This is the seam behind which another engine can run the same model.
 */
public interface Events {

    /**
     * Sets the time of a slot, whatever it held; infinity cancels it.
     *
     * @throws IllegalArgumentException if the time is before now or NaN
     */
    void set(int kind, int subject, double time);

    /** Empties a slot. */
    default void cancel(int kind, int subject) {
        set(kind, subject, Double.POSITIVE_INFINITY);
    }

    /**
     * Adds an event without a slot.
     *
     * @throws IllegalArgumentException if the time is before now, infinite or NaN
     */
    void schedule(int kind, int subject, double time);

    /** Goes on to the next event unless it lies after the given time; the clock stands at the event then. */
    boolean next(double until);

    /** Time of the present event. */
    double time();

    /** Kind of the present event. */
    int kind();

    /** Subject of the present event. */
    int subject();
}
