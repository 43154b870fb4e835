package dev.handoff.model.people;

import dev.handoff.kernel.Distribution;

/** The promoted executives: each is a server with a working week of its own. */
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
            Distribution maximumHoursPerWeek,
            double dutyHoursPerWeek,
            Distribution dutySizeHours,
            double dutyPatienceWeeks,
            double interruptionHours,
            Order order,
            boolean away) {}

    private final double[] maximumHours; // by executive, a week
    private final Server[] servers; // by executive

    /** @param maximumHours by executive: hours a week */
    public Executives(double[] maximumHours, Jobs jobs) {
        this.maximumHours = maximumHours.clone();
        servers = new Server[maximumHours.length];
        for (int executive = 0; executive < servers.length; executive++) {
            servers[executive] = new Server(jobs);
        }
    }

    public int count() {
        return servers.length;
    }

    /** Hours a week. */
    public double maximumHours(int executive) {
        return maximumHours[executive];
    }

    public Server server(int executive) {
        return servers[executive];
    }
}
