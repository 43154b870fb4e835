package dev.handoff.model.mechanism;

/** Check-ins with the delegates, which catch errors, and the planning of each handover (of M10 and M11). */
public final class FollowUp {

    /** The {@code follow-up} section of a scenario. */
    public record Settings(
            double checkInsPerWeek,
            double checkInExecutiveWorkHours,
            double checkInDelegateWorkHours,
            double catchProbability,
            double clarity,
            double planning,
            double planningWorkHours,
            Touches.Settings touches) {
        /** No check-ins, no planning and no touches. */
        public static final Settings NOTHING = new Settings(0, 0, 0, 0, 0, 0, 0, Touches.Settings.NOTHING);
    }

    private Settings settings;
    private double catchProbability;

    public FollowUp(Settings settings) {
        adopt(settings);
    }

    public void adopt(Settings changed) {
        settings = changed;
        catchProbability =
                1 - StrictMath.pow(1 - changed.catchProbability() * changed.clarity(), changed.checkInsPerWeek());
    }

    /** How clear the expected results are, a level from 0 to 1. */
    public double clarity() {
        return settings.clarity();
    }

    /** Check-ins with each delegate a week. */
    public double checkInsPerWeek() {
        return settings.checkInsPerWeek();
    }

    /** Hours of the executive in a check-in. */
    public double executiveHours() {
        return settings.checkInExecutiveWorkHours();
    }

    /** Hours of the delegate in a check-in. */
    public double delegateHours() {
        return settings.checkInDelegateWorkHours();
    }

    /** @param uniform variate from 0 to 1 */
    public boolean catchesError(double uniform) {
        return uniform < catchProbability;
    }

    /** How far handovers are planned, a level from 0 to 1. */
    public double planning() {
        return settings.planning();
    }

    /** Hours of the executive to plan the handover of one contact. */
    public double planningHours() {
        return settings.planning() * settings.planningWorkHours();
    }
}
