package dev.handoff.model.people;

import dev.handoff.kernel.Distribution;

/** The promoted executives: what a scenario says of them. */
public final class Executives {

    /** Who is served first where old contacts and duties wait together. */
    public enum Order {
        FIFO,
        CONTACTS_FIRST,
        DUTIES_FIRST
    }

    /** The {@code executive} section of a scenario. */
    public record Settings(
            int count,
            String name,
            Distribution maximumHoursPerWeek,
            double dutyHoursPerWeek,
            Distribution dutySizeHours,
            double dutyPatienceWeeks,
            double interruptionHours,
            Order order,
            boolean away) {}

    private Executives() {}
}
