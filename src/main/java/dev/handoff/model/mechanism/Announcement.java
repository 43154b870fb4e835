package dev.handoff.model.mechanism;

/** Telling the contacts of the new role, with the assurance that the executive oversees (M19). */
public final class Announcement {

    /** The {@code announcement} section of a scenario. */
    public record Settings(
            boolean active, double beliefGain, double reactanceFactor, double habitFactor, double windowWeeks) {}

    private Settings settings;
    private double announcedAt = Double.NaN;

    public Announcement(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    public void made(double now) {
        announcedAt = now;
    }

    /** Belief that it gives, once, 0 to 1. */
    public double beliefGain() {
        return settings.beliefGain();
    }

    /** Factor on losses from forced changes. */
    public double reactanceFactor() {
        return isMade() ? settings.reactanceFactor() : 1;
    }

    /**
     * Factor on the weight of habit, which is broken while the news is fresh.
     *
     * @param thirdStageBeganAt week in which the contact's stage 3 began; NaN if it has not yet
     */
    public double habitFactor(double now, double thirdStageBeganAt) {
        boolean fresh = isMade() && !(now > thirdStageBeganAt + settings.windowWeeks());
        return fresh ? settings.habitFactor() : 1;
    }

    private boolean isMade() {
        return !Double.isNaN(announcedAt);
    }
}
