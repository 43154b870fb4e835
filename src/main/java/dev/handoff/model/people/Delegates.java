package dev.handoff.model.people;

import dev.handoff.kernel.Distribution;
import java.util.Arrays;
import java.util.List;

/**
 * Those who take over: each is a post, and a server with hours of its own. A post can be vacant, and one person after the other
 * can hold it.
 */
public final class Delegates {

    /** Where somebody for a post comes from. */
    public enum Source {
        STAFF,
        HIRE,
        BARTER,
        PROVIDER
    }

    /** One group of the {@code delegates} section of a scenario. */
    public record Group(
            int count,
            String name,
            Distribution netHoursPerWeek,
            Distribution initialSkill,
            Distribution learningRate,
            double wageDollarsPerYear,
            double vacantForWeeks,
            Source source) {}

    private final List<Group> groups;
    private final int[] group; // by delegate
    private final double[] netHours; // by delegate, a week
    private final double[] hoursFactor; // by delegate, on the hours
    private final Server[] servers; // by delegate
    private final boolean[] employed; // by delegate
    private final int[] occupant; // by delegate: number of the present or latest person, -1 before the first
    private final int[] employedOf; // by group
    private final double[] since; // by delegate, week: of who holds the post, 0 if longer
    private final double[] weeksBefore; // by delegate: held by predecessors since week 0

    /** @param netHours by delegate: hours a week */
    public Delegates(List<Group> groups, double[] netHours, Jobs jobs) {
        this.groups = groups;
        this.netHours = netHours.clone();
        hoursFactor = new double[netHours.length];
        Arrays.fill(hoursFactor, 1);
        group = new int[netHours.length];
        servers = new Server[netHours.length];
        employed = new boolean[netHours.length];
        occupant = new int[netHours.length];
        employedOf = new int[groups.size()];
        since = new double[netHours.length];
        weeksBefore = new double[netHours.length];
        for (int delegate = 0; delegate < servers.length; delegate++) {
            servers[delegate] = new Server(jobs);
        }
        fillGroups();
    }

    private void fillGroups() {
        int delegate = 0;
        for (int number = 0; number < groups.size(); number++) {
            boolean filled = groups.get(number).source() == Source.STAFF
                    && groups.get(number).vacantForWeeks() == 0;
            for (int member = 0; member < groups.get(number).count(); member++) {
                group[delegate] = number;
                employed[delegate] = filled;
                occupant[delegate] = filled ? 0 : -1;
                employedOf[number] += filled ? 1 : 0;
                delegate++;
            }
        }
    }

    public int count() {
        return servers.length;
    }

    /** Hours a week. */
    public double netHours(int delegate) {
        return netHours[delegate] * hoursFactor[delegate];
    }

    public int group(int delegate) {
        return group[delegate];
    }

    /** Where somebody for the post comes from. */
    public Source source(int delegate) {
        return groups.get(group[delegate]).source();
    }

    /** Whether who holds the post gets a wage from the firm. */
    public boolean isOwn(int delegate) {
        return source(delegate) == Source.STAFF || source(delegate) == Source.HIRE;
    }

    /** Weeks after the promotion before which nobody takes the post. */
    public double vacantFor(int delegate) {
        return groups.get(group[delegate]).vacantForWeeks();
    }

    /** From the next job on the delegate has so many times the hours. */
    public void scaleHours(int delegate, double factor) {
        hoursFactor[delegate] = factor;
    }

    /** Whether somebody holds the post. */
    public boolean isEmployed(int delegate) {
        return employed[delegate];
    }

    /** How many posts of a group are held. */
    public int employedOf(int ofGroup) {
        return employedOf[ofGroup];
    }

    /** The number of who holds or last held the post, from 0; -1 while nobody did yet. */
    public int occupant(int delegate) {
        return occupant[delegate];
    }

    /** Weeks since week 0 in which the post was held. */
    public double employedWeeks(int delegate, double now) {
        return weeksBefore[delegate] + (employed[delegate] ? Math.max(0, now - since[delegate]) : 0);
    }

    /** Of a held post: it is vacant from now on. */
    public void onLeaving(int delegate, double now) {
        weeksBefore[delegate] = employedWeeks(delegate, now);
        employed[delegate] = false;
        employedOf[group[delegate]]--;
    }

    /**
     * Of a vacant post: the next person holds it.
     *
     * @param hours that this person has a week
     */
    public void onTaking(int delegate, double hours, double now) {
        since[delegate] = Math.max(0, now);
        employed[delegate] = true;
        employedOf[group[delegate]]++;
        occupant[delegate]++;
        netHours[delegate] = hours;
        hoursFactor[delegate] = 1;
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
