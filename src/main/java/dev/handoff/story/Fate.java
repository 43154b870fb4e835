package dev.handoff.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of an old contact.
 *
 * @param contact its number
 * @param acceptedWeek in which it was clear that it had accepted the delegate; infinity if it never did
 * @param leftWeek infinity if it stayed
 * @param why how it left, in words; empty if it stayed
 */
public record Fate(int contact, double acceptedWeek, double leftWeek, String why) {

    /**
     * A contact that stands for those with the same fate: the one in the middle by the week in which it accepted or left.
     *
     * @param alike how many they are, itself included
     */
    public record StandIn(Fate fate, int alike) {
        /** {@code the 5 that accepted the delegate and left for reasons of their own}. */
        public String words() {
            return alike == 1
                    ? "the only one that " + fate.words()
                    : "the " + alike + " that "
                            + fate.words().replace("its own", "their own").replace("was let go", "were let go");
        }
    }

    /** By contact. */
    public static List<Fate> of(Log log) {
        Map<Integer, Double> accepted = new HashMap<>();
        Map<Integer, Event> left = new HashMap<>();
        for (Event event : log.events()) {
            if (event.contact() >= 0 && event.after().accepted()) {
                accepted.putIfAbsent(event.contact(), event.week());
            }
            if (!event.reason().isEmpty()) {
                left.put(event.contact(), event);
            }
        }
        Map<Integer, Double> gone = new HashMap<>();
        log.changes().stream()
                .filter(change -> change.stage() == StageChange.GONE)
                .forEach(change -> gone.put(change.contact(), change.week()));
        List<Fate> fates = new ArrayList<>();
        for (int contact = 0; contact < log.cast().oldContacts(); contact++) {
            double leftWeek = gone.getOrDefault(contact, Double.POSITIVE_INFINITY);
            String reason = left.containsKey(contact) ? left.get(contact).reason() : "pruned";
            fates.add(new Fate(
                    contact,
                    accepted.getOrDefault(contact, Double.POSITIVE_INFINITY),
                    leftWeek,
                    Double.isInfinite(leftWeek) ? "" : FirmWords.why(reason)));
        }
        return fates;
    }

    /** {@code never accepted the delegate and left over waiting}. */
    public String words() {
        String accepted = Double.isInfinite(acceptedWeek) ? "never accepted the delegate" : "accepted the delegate";
        return accepted + " and " + (why.isEmpty() ? "stayed" : why);
    }

    private double turn() {
        return Math.min(acceptedWeek, leftWeek);
    }

    /** One for each fate, the most frequent first. */
    public static List<StandIn> standIns(List<Fate> fates, int most) {
        Map<String, List<Fate>> byWords = new LinkedHashMap<>();
        fates.forEach(fate ->
                byWords.computeIfAbsent(fate.words(), none -> new ArrayList<>()).add(fate));
        return byWords.values().stream()
                .sorted(Comparator.comparingInt((List<Fate> alike) -> -alike.size()))
                .limit(most)
                .map(alike -> new StandIn(middle(alike), alike.size()))
                .toList();
    }

    private static Fate middle(List<Fate> alike) {
        List<Fate> sorted = new ArrayList<>(alike);
        sorted.sort(Comparator.comparingDouble(Fate::turn).thenComparingInt(Fate::contact));
        return sorted.get((sorted.size() - 1) / 2);
    }
}
