package dev.handoff.story;

import dev.handoff.model.EventKind;
import dev.handoff.story.Load.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What happened to the firm and to its people, event by event in their order. */
final class FirmWords {
    private static final int TEN = 10;

    private final Log log;
    private final Map<Integer, List<Load>> weeks = new HashMap<>(); // executives by week
    private final Map<Integer, Double> tens =
            new HashMap<>(); // by executive: highest ten of hours that strain has passed
    private final Map<String, Double> burntOutSince = new HashMap<>(); // by person
    private Event.Totals totals = Event.Totals.NOTHING;
    private List<Integer> vacant = List.of();

    FirmWords(Log log) {
        this.log = log;
        for (Load load : log.loads()) {
            if (load.role() == Role.EXECUTIVE) {
                weeks.computeIfAbsent(load.week(), none -> new ArrayList<>()).add(load);
            }
        }
        if (!log.events().isEmpty()) {
            vacant = log.events().get(0).vacant();
        }
    }

    /** Part of a sentence; empty for nothing. */
    record Told(String text, Set<Turn> turns, List<Integer> contacts, Set<String> people) {
        static final Told NOTHING = new Told("", Set.of(), List.of(), Set.of());

        static Told of(String text, Turn turn, String... people) {
            return new Told(text, Set.of(turn), List.of(), new LinkedHashSet<>(List.of(people)));
        }
    }

    /** To be called after each event. */
    void passed(Event event) {
        totals = event.totals();
        vacant = event.vacant();
    }

    Told of(Event event) {
        return switch (event.kind()) {
            case PROMOTION ->
                Told.of(log.cast().executives() == 1 ? "you were promoted" : "the executives were promoted", Turn.FIRM);
            case HANDOVER_APPROVED -> Told.of("the handover was approved", Turn.FIRM);
            case SETTINGS_CHANGE -> Told.of("settings changed, as the scenario says", Turn.FIRM);
            case CONTACT_LEAVES -> left(event);
            case BURNOUT_BEGINS -> burntOut(event);
            case BURNOUT_ENDS -> recovered(event);
            case DELEGATE_QUITS -> Told.of(event.person() + " quit", Turn.POST, event.person());
            case WEEKLY_REVIEW -> strain((int) Math.rint(event.week()));
            case LEAD_MISSED ->
                event.totals().leadsClosed() > totals.leadsClosed()
                        ? Told.of("a lead that had been dropped was lost: nobody ever called", Turn.LEAD)
                        : Told.NOTHING;
            default -> found(event);
        };
    }

    private Told found(Event event) {
        double found = event.totals().caught() - totals.caught();
        if (found <= 0) {
            return Told.NOTHING;
        }
        String executive = executive(event.person());
        String requests =
                found == 1 ? "a request that had" : String.format(Locale.ROOT, "%.0f requests that had", found);
        return Told.of(executive + " followed up and found " + requests + " been dropped", Turn.FOUND, executive);
    }

    private Told left(Event event) {
        String name = log.cast().contacts().get(event.contact());
        String text = String.format(
                Locale.ROOT,
                "%s %s (satisfaction %.2f, habit %.2f, belief %.2f)",
                name,
                why(event.reason()),
                event.after().satisfaction(),
                event.after().habit(),
                event.after().belief());
        return new Told(text, Set.of(Turn.LEFT), List.of(event.contact()), Set.of());
    }

    /** How a contact left, after its name. */
    static String why(String reason) {
        return switch (reason) {
            case "wait" -> "left over waiting";
            case "error" -> "left over errors";
            case "forced" -> "left over forced changes";
            case "conflict" -> "left over refused appeals";
            case "ball" -> "left over requests that were dropped";
            case "pruned" -> "was let go";
            default -> "left for reasons of its own";
        };
    }

    private Told burntOut(Event event) {
        burntOutSince.put(event.person(), event.week());
        String who = executive(event.person());
        return Told.of(who + " burnt out", Turn.BURNOUT, who);
    }

    private Told recovered(Event event) {
        String who = executive(event.person());
        double weeks = event.week() - burntOutSince.getOrDefault(event.person(), event.week());
        return Told.of(who + " recovered from burnout after " + Durations.words(weeks), Turn.BURNOUT, who);
    }

    /* Strain passes a ten of hours that it never passed before; the first week is where it starts. */
    private Told strain(int week) {
        List<String> parts = new ArrayList<>();
        Set<String> people = new LinkedHashSet<>();
        for (Load load : weeks.getOrDefault(week, List.of())) {
            double ten = TEN * Math.floor(load.strain() / TEN);
            double highest = tens.getOrDefault(load.number(), ten);
            tens.put(load.number(), Math.max(ten, highest));
            if (ten > highest) {
                String who = executive(load.person());
                people.add(who);
                parts.add(String.format(
                        Locale.ROOT,
                        "%s passed %.0f h a week, after a week of %.1f h",
                        who.equals("you") ? "your strain" : "the strain of " + who,
                        ten,
                        load.hours()));
            }
        }
        return parts.isEmpty()
                ? Told.NOTHING
                : new Told(String.join("; ", parts), Set.of(Turn.STRAIN), List.of(), people);
    }

    /** Posts of delegates that fell vacant or were taken. */
    Told posts(Event event) {
        if (vacant.equals(event.vacant())) {
            return Told.NOTHING;
        }
        List<String> parts = new ArrayList<>();
        Set<String> people = new LinkedHashSet<>();
        for (int delegate = 0; delegate < log.cast().delegates().size(); delegate++) {
            boolean was = vacant.contains(delegate);
            boolean is = event.vacant().contains(delegate);
            if (was != is) {
                String name = log.cast().delegates().get(delegate);
                people.add(name);
                if (is && event.kind() == EventKind.DELEGATE_QUITS) {
                    continue;
                }
                parts.add(is ? "the post of " + name + " fell vacant" : "somebody took the post of " + name);
            }
        }
        return new Told(String.join("; ", parts), Set.of(), List.of(), people);
    }

    private String executive(String person) {
        return log.cast().executives() == 1 ? "you" : person;
    }
}
