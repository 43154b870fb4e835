package dev.handoff.model.mechanism;

/** Telling the contacts of the new role, with the assurance that the executive oversees (M19). */
public final class Announcement {

    /** The {@code announcement} section of a scenario. */
    public record Settings(
            boolean active, double beliefGain, double reactanceFactor, double habitFactor, double windowWeeks) {
        /** Nothing is announced. */
        public static final Settings NOTHING = new Settings(false, 0, 1, 1, 0);
    }

    private Settings settings;
    private boolean made;

    public Announcement(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    public boolean isMade() {
        return made;
    }

    public void made() {
        made = true;
    }

    /** Belief that it gives, once, 0 to 1. */
    public double beliefGain() {
        return settings.beliefGain();
    }

    /** Factor on losses from forced changes. */
    public double reactanceFactor() {
        return made ? settings.reactanceFactor() : 1;
    }

    /**
     * Factor on the weight of habit, which is broken while the news is fresh.
     *
     * @param thirdStageBeganAt week in which the contact's stage 3 began; NaN if it has not yet
     */
    public double habitFactor(double now, double thirdStageBeganAt) {
        boolean fresh = made && !(now > thirdStageBeganAt + settings.windowWeeks());
        return fresh ? settings.habitFactor() : 1;
    }
}
