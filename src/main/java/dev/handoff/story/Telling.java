package dev.handoff.story;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is told of a story.
 *
 * @param told in its order
 * @param standIns contacts whose turns are told for others; empty where one contact or everything is told
 */
public record Telling(List<Sentence> told, List<Fate.StandIn> standIns) {
    private static final int MOST_STAND_INS = 3;

    /** Turns that are told once only where the story is the firm's. */
    private static final Set<Turn> ONCE = EnumSet.of(Turn.FOUND, Turn.LEAD, Turn.WON);

    /** The firm's turns, and those of contacts that stand for others: of each kind the first. */
    public static Telling ofTurns(Log log, Story story) {
        List<Fate.StandIn> standIns = Fate.standIns(Fate.of(log), MOST_STAND_INS);
        Map<Integer, Set<Turn>> seen = new HashMap<>(); // by contact that is told
        standIns.forEach(standIn -> seen.put(standIn.fate().contact(), EnumSet.noneOf(Turn.class)));
        Set<Turn> once = EnumSet.noneOf(Turn.class);
        List<Sentence> told = new ArrayList<>();
        for (Sentence sentence : story.sentences()) {
            boolean firm = sentence.turns().stream()
                    .filter(Turn::isOfFirm)
                    .anyMatch(turn -> !ONCE.contains(turn) || once.add(turn));
            boolean stage =
                    sentence.turns().contains(Turn.STAGE) && sentence.contacts().size() > 1;
            boolean turn = false;
            for (int contact : sentence.contacts()) {
                turn |= seen.containsKey(contact) && seen.get(contact).addAll(sentence.turns());
            }
            if (firm || stage || turn) {
                told.add(sentence);
            }
        }
        return new Telling(told, standIns);
    }

    /** All that is about a contact, and what happened to the firm. */
    public static Telling of(Story story, int contact) {
        return new Telling(
                story.sentences().stream()
                        .filter(sentence -> sentence.contacts().contains(contact)
                                || sentence.contacts().isEmpty())
                        .toList(),
                List.of());
    }

    public static Telling ofAll(Story story) {
        return new Telling(story.sentences(), List.of());
    }

    /** How many sentences are left out, by what they are about: requests, and all others. */
    public Map<Boolean, Integer> leftOut(Story story) {
        Set<Sentence> shown = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        shown.addAll(told);
        Map<Boolean, Integer> left = new HashMap<>(Map.of(true, 0, false, 0));
        story.sentences().stream()
                .filter(sentence -> !shown.contains(sentence))
                .forEach(sentence -> left.merge(sentence.turns().contains(Turn.REQUEST), 1, Integer::sum));
        return left;
    }
}
