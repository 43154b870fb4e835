package dev.handoff.scenario;

/** What the default of a parameter rests on, as its source says. */
public enum Evidence {
    PUBLISHED("", "published"),
    CALIBRATED("Calibrated", "calibrated to published figures"),
    POLICY("Policy", "a decision"),
    ASSUMPTION("Assumption", "assumption"),
    GUARD("Guard", "guard of the calculation");

    private final String word;
    private final String label;

    Evidence(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** For people. */
    public String label() {
        return label;
    }

    /** By the first word of the source; a size that is called an assumption is one, whatever its form rests on. */
    static Evidence of(String source) {
        for (Evidence grade : values()) {
            if (!grade.word.isEmpty() && source.startsWith(grade.word)
                    || grade == ASSUMPTION && source.contains("is an assumption")) {
                return grade;
            }
        }
        return PUBLISHED;
    }
}
