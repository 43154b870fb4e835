package dev.handoff.model.mechanism;

/** Delegates hand back requests that they doubt they can master, judged by skill and confidence (M7). */
public final class Escalation {

    /** The {@code escalation} section of a scenario. */
    public record Settings(boolean active, double threshold, double executiveShare, double delegateWorkHours) {}

    private Settings settings;

    public Escalation(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** @param perceivedChance of success as the delegate sees it, 0 to 1 */
    public boolean happens(double perceivedChance) {
        return settings.active() && perceivedChance < settings.threshold();
    }

    /** Hours of the executive on an escalated request, apart from the interruption. */
    public double executiveHours(double requestHours) {
        return settings.executiveShare() * requestHours;
    }

    /** Hours that handing back takes the delegate. */
    public double delegateHours() {
        return settings.delegateWorkHours();
    }
}
