package dev.handoff.model.people;

import dev.handoff.kernel.Distribution;

/** The open requests. */
public final class Requests {

    /** The {@code requests} section of a scenario. */
    public record Settings(double urgentShare, boolean promptUrgent, boolean urgentPreempts, Distribution difficulty) {}
}
