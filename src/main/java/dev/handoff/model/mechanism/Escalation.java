package dev.handoff.model.mechanism;

/** Delegates hand back requests that they doubt they can master, judged by skill and confidence (M7). */
public final class Escalation {

    /** The {@code escalation} section of a scenario. */
    public record Settings(boolean active, double threshold, double executiveShare, double delegateWorkHours) {}

    private Settings settings;
    private double thresholdLogOdds;

    public Escalation(Settings settings) {
        adopt(settings);
    }

    public void adopt(Settings changed) {
        settings = changed;
        thresholdLogOdds = Level.logOdds(changed.threshold());
    }

    /** @param perceivedLogOdds of success as the delegate sees it */
    public boolean happens(double perceivedLogOdds) {
        return settings.active() && perceivedLogOdds < thresholdLogOdds;
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
