package dev.handoff.study;

import dev.handoff.model.Measures;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the same random world takes another course in two scenarios, told for contacts that stand for others: the last event that
 * both have in common, and what follows in each.
 *
 * @param replication that was traced
 */
public record Divergence(int replication, List<Story> stories) {
    private static final int MOST_STORIES = 2;
    private static final int MOST_STEPS = 6;

    /** How a contact fared in one scenario compared with the other. */
    public enum Fate {
        LEFT_ONLY_IN_FIRST,
        LEFT_ONLY_IN_SECOND,
        LEFT_AT_ANOTHER_TIME,
        ACCEPTED_ONLY_IN_FIRST,
        ACCEPTED_ONLY_IN_SECOND,
        ACCEPTED_AT_ANOTHER_TIME,
        SAME
    }

    /**
     * An event that concerned the contact, with its state afterwards.
     *
     * @param person to whom it happened; empty where it is nobody in particular
     * @param work that it finished; empty if it finished none
     */
    public record Step(
            double week, String event, String person, String work, double satisfaction, double habit, double belief) {}

    /**
     * How it ended for a contact.
     *
     * @param leftWeek infinity if it stayed
     * @param acceptedWeek when it accepted the delegate; infinity if it never did
     */
    public record Ending(double leftWeek, double acceptedWeek) {}

    /**
     * One contact in both scenarios.
     *
     * @param alike contacts with the same fate, itself included
     * @param common the last events that are the same, at most one
     * @param first what follows in the first scenario
     * @param second what follows in the second
     */
    public record Story(
            String contact,
            Fate fate,
            int alike,
            List<Step> common,
            List<Step> first,
            List<Step> second,
            Ending firstEnding,
            Ending secondEnding) {}

    /** Simulates a replication of both scenarios twice: to choose contacts, and to trace these. */
    public static Divergence of(Scenario first, Scenario second, long seed, int replication) {
        Measures one = finished(first, seed, replication);
        Measures other = finished(second, seed, replication);
        Map<Fate, List<Integer>> fates = fates(one, other);
        Map<Integer, Fate> chosen = chosen(fates, one, other);
        Map<Integer, List<Step>> ofFirst = traced(first, seed, replication, chosen.keySet());
        Map<Integer, List<Step>> ofSecond = traced(second, seed, replication, chosen.keySet());
        List<Story> stories = new ArrayList<>();
        chosen.forEach((contact, fate) -> {
            List<Step> before = ofFirst.get(contact);
            List<Step> after = ofSecond.get(contact);
            int same = same(before, after);
            stories.add(new Story(
                    one.contactName(contact),
                    fate,
                    fates.get(fate).size(),
                    List.copyOf(before.subList(Math.max(0, same - 1), same)),
                    from(before, same),
                    from(after, same),
                    new Ending(one.leftAt(contact), one.acceptedAt(contact)),
                    new Ending(other.leftAt(contact), other.acceptedAt(contact))));
        });
        return new Divergence(replication, List.copyOf(stories));
    }

    private static Measures finished(Scenario scenario, long seed, int replication) {
        World world = new World(scenario, seed, replication);
        world.advanceTo(scenario.horizonWeeks());
        return world.measures();
    }

    private static Map<Fate, List<Integer>> fates(Measures one, Measures other) {
        Map<Fate, List<Integer>> fates = new EnumMap<>(Fate.class);
        int contacts = Math.min(one.contactCount(), other.contactCount());
        for (int contact = 0; contact < contacts; contact++) {
            fates.computeIfAbsent(fate(contact, one, other), none -> new ArrayList<>())
                    .add(contact);
        }
        return fates;
    }

    private static Fate fate(int contact, Measures one, Measures other) {
        double left = one.leftAt(contact);
        double leftOther = other.leftAt(contact);
        double accepted = one.acceptedAt(contact);
        double acceptedOther = other.acceptedAt(contact);
        if (Double.isInfinite(left) != Double.isInfinite(leftOther)) {
            return Double.isInfinite(leftOther) ? Fate.LEFT_ONLY_IN_FIRST : Fate.LEFT_ONLY_IN_SECOND;
        }
        if (left != leftOther) {
            return Fate.LEFT_AT_ANOTHER_TIME;
        }
        if (Double.isInfinite(accepted) != Double.isInfinite(acceptedOther)) {
            return Double.isInfinite(acceptedOther) ? Fate.ACCEPTED_ONLY_IN_FIRST : Fate.ACCEPTED_ONLY_IN_SECOND;
        }
        return accepted == acceptedOther ? Fate.SAME : Fate.ACCEPTED_AT_ANOTHER_TIME;
    }

    /** Of who left in one scenario only, and of the largest other group: the contact in the middle. */
    private static Map<Integer, Fate> chosen(Map<Fate, List<Integer>> fates, Measures one, Measures other) {
        Comparator<Fate> largest =
                Comparator.comparingInt((Fate fate) -> -fates.get(fate).size());
        Comparator<Fate> telling = Comparator.comparing((Fate fate) -> fate == Fate.SAME);
        Set<Fate> told = new LinkedHashSet<>();
        fates.keySet().stream()
                .filter(fate -> fate == Fate.LEFT_ONLY_IN_FIRST || fate == Fate.LEFT_ONLY_IN_SECOND)
                .min(largest)
                .ifPresent(told::add);
        fates.keySet().stream().sorted(telling.thenComparing(largest)).forEach(told::add);
        Map<Integer, Fate> chosen = new LinkedHashMap<>();
        told.stream()
                .filter(fate -> fate != Fate.SAME || told.size() == 1)
                .limit(MOST_STORIES)
                .forEach(fate -> chosen.put(middle(fates.get(fate), one, other), fate));
        return chosen;
    }

    private static int middle(Collection<Integer> contacts, Measures one, Measures other) {
        List<Integer> sorted = new ArrayList<>(contacts);
        sorted.sort(Comparator.comparingDouble((Integer contact) -> turn(contact, one, other))
                .thenComparing(Comparator.naturalOrder()));
        return sorted.get((sorted.size() - 1) / 2);
    }

    /** The first week in which the contact left or accepted the delegate in either scenario. */
    private static double turn(int contact, Measures one, Measures other) {
        double left = Math.min(one.leftAt(contact), other.leftAt(contact));
        double accepted = Math.min(one.acceptedAt(contact), other.acceptedAt(contact));
        return Math.min(left, accepted);
    }

    private static Map<Integer, List<Step>> traced(
            Scenario scenario, long seed, int replication, Set<Integer> contacts) {
        Map<Integer, List<Step>> steps = new LinkedHashMap<>();
        contacts.forEach(contact -> steps.put(contact, new ArrayList<>()));
        World traced = new World(scenario, seed, replication, world -> {
            List<Step> ofContact = steps.get(world.eventContact());
            if (ofContact != null) {
                ofContact.add(step(world));
            }
        });
        traced.advanceTo(scenario.horizonWeeks());
        return steps;
    }

    private static Step step(World world) {
        int contact = world.eventContact();
        Measures measures = world.measures();
        return new Step(
                world.now(),
                world.event(),
                world.eventPerson(),
                world.eventWork(),
                measures.satisfaction(contact),
                measures.habit(contact),
                measures.belief(contact));
    }

    private static int same(List<Step> one, List<Step> other) {
        int same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private static List<Step> from(List<Step> steps, int start) {
        return List.copyOf(steps.subList(start, Math.min(steps.size(), start + MOST_STEPS)));
    }
}
