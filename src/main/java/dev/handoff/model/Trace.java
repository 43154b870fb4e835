package dev.handoff.model;

/** Is told of each event after it happened; for event logs and for comparing engines. */
@FunctionalInterface
public interface Trace {

    /** @param world as it is after the event; {@link World#event()} names it */
    void after(World world);
}
