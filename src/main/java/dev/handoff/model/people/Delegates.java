package dev.handoff.model.people;

import dev.handoff.kernel.Distribution;
import java.util.List;

/** Those who take over: each is a server with hours of its own. */
public final class Delegates {

    /** One group of the {@code delegates} section of a scenario. */
    public record Group(
            int count,
            String name,
            Distribution netHoursPerWeek,
            Distribution initialSkill,
            Distribution learningRate,
            double wageDollarsPerYear) {}

    private final List<Group> groups;
    private final double[] netHours; // by delegate, a week
    private final Server[] servers; // by delegate

    /** @param netHours by delegate: hours a week */
    public Delegates(List<Group> groups, double[] netHours, Jobs jobs) {
        this.groups = groups;
        this.netHours = netHours.clone();
        servers = new Server[netHours.length];
        for (int delegate = 0; delegate < servers.length; delegate++) {
            servers[delegate] = new Server(jobs);
        }
    }

    public int count() {
        return servers.length;
    }

    /** Hours a week. */
    public double netHours(int delegate) {
        return netHours[delegate];
    }

    public Server server(int delegate) {
        return servers[delegate];
    }

    /** As the scenario names the group, with a number where it has several: "Dana", "Junior 2", "Delegate 1". */
    public String name(int delegate) {
        int first = 0;
        for (Group group : groups) {
            if (delegate < first + group.count()) {
                String stem = group.name().isEmpty() ? "Delegate" : group.name();
                return group.count() == 1 && !group.name().isEmpty() ? stem : stem + " " + (delegate - first + 1);
            }
            first += group.count();
        }
        throw new IllegalArgumentException("no delegate " + delegate);
    }
}
