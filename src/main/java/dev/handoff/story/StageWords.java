package dev.handoff.story;

import dev.handoff.model.mechanism.Handoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stages that begin, in words. */
final class StageWords {
    private static final int MOST_NAMES = 3;

    private StageWords() {}

    /** A part of a sentence for each stage, each without a capital letter unless it begins with a name. */
    static List<String> of(Log.Cast cast, List<StageChange> changes) {
        Map<Integer, List<StageChange>> byStage = new TreeMap<>();
        List<String> parts = new ArrayList<>();
        for (StageChange change : changes) {
            if (isWon(cast, change)) {
                parts.add(cast.contacts().get(change.contact()) + " was won");
            } else {
                byStage.computeIfAbsent(change.stage(), none -> new ArrayList<>())
                        .add(change);
            }
        }
        byStage.forEach((stage, begun) -> parts.add(who(cast, begun) + began(cast, stage)));
        return parts;
    }

    /** Whether it tells that a new contact came, which the old ones never do after the start. */
    static boolean isWon(Log.Cast cast, StageChange change) {
        return change.contact() >= cast.oldContacts()
                && (change.stage() == Handoff.DIRECT || change.stage() == Handoff.DELEGATE_LEADS);
    }

    private static String began(Log.Cast cast, int stage) {
        return switch (stage) {
            case StageChange.GONE -> " left at once";
            case Handoff.DIRECT -> " went back to calling " + cast.executive(0) + " directly";
            default -> " entered the stage " + Handoff.STAGE_NAMES.get(stage);
        };
    }

    static String who(Log.Cast cast, List<StageChange> begun) {
        if (begun.size() > MOST_NAMES) {
            return begun.size() + " contacts";
        }
        List<String> names = begun.stream()
                .map(change -> cast.contacts().get(change.contact()))
                .toList();
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
