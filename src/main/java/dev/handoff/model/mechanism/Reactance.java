package dev.handoff.model.mechanism;

/**
 * What a forced change costs: a share of the contact's satisfaction in proportion to the habit that it breaks (M9; Brehm 1966,
 * strength calibrated to Shi et al. 2017).
 */
public final class Reactance {

    /** The {@code reactance} section of a scenario. */
    public record Settings(boolean active, double strength, double friendFactor) {}

    private Settings settings;

    public Reactance(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /**
     * Share of the satisfaction that a forced change takes, 0 to 1.
     *
     * @param habit level from 0 to 1
     * @param announcementFactor factor of an announcement, 1 without one
     */
    public double share(double habit, boolean friend, double announcementFactor) {
        if (!settings.active()) {
            return 0;
        }
        double share = settings.strength() * habit * announcementFactor * (friend ? settings.friendFactor() : 1);
        return Math.min(1, share);
    }

    /**
     * The same for a change of the delegate: what breaks is the habit of turning to the delegate, which is what the habit of turning to
     * the executive lacks.
     *
     * @param habit of turning to the executive
     */
    public double shareOfNewDelegate(double habit, boolean friend, double announcementFactor) {
        return share(1 - habit, friend, announcementFactor);
    }
}
