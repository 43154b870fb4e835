package dev.handoff.model.mechanism;

/** Whether the milestones of a handover are agreed with each delegate at its beginning, or set by the executive alone (M11). */
public final class Milestones {

    /** The {@code milestones} section of a scenario. */
    public record Settings(boolean active, double ownershipGain, double workHours) {
        /** Nothing is agreed. */
        public static final Settings NOTHING = new Settings(false, 0, 0);
    }

    private Settings settings;

    public Milestones(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean areAgreed() {
        return settings.active();
    }

    /** Share of the gap to full ownership that agreeing closes, 0 to 1. */
    public double ownershipGain() {
        return settings.ownershipGain();
    }

    /** Hours of the executive, and as many of the delegate, to agree with one delegate. */
    public double hours() {
        return settings.workHours();
    }
}
