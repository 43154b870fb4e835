package dev.handoff.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a timeline marks in the row of a contact. */
public enum Mark {
    ASKED("asked for the executive all the same"),
    DROPPED("request dropped by the delegate"),
    COMPLAINED("complained or gave up"),
    ACCEPTED("accepted the delegate"),
    LEFT("left");

    private final String meaning;

    Mark(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** What is marked of a sentence: that somebody was asked for, and of all others the one that says most. */
    public static List<Mark> of(Set<Turn> turns) {
        List<Mark> marks = new ArrayList<>();
        if (turns.contains(Turn.MESSAGE) || turns.contains(Turn.SENT_BACK) || turns.contains(Turn.STEPPED_IN)) {
            marks.add(ASKED);
        }
        if (turns.contains(Turn.LEFT)) {
            marks.add(LEFT);
        } else if (turns.contains(Turn.ACCEPTED)) {
            marks.add(ACCEPTED);
        } else if (turns.contains(Turn.COMPLAINED) || turns.contains(Turn.GAVE_UP)) {
            marks.add(COMPLAINED);
        } else if (turns.contains(Turn.DROPPED)) {
            marks.add(DROPPED);
        }
        return List.copyOf(marks);
    }
}
