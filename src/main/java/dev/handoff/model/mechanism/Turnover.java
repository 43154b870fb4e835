package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;

/**
 * When delegates leave: they quit, with a hazard that is linear in morale, or are dismissed after so many errors. Each person has a
 * budget of accumulated hazard, exponential with mean 1, and quits when it is used up (M11; turnover of 19 % a year, 8 of them
 * involuntary, in a survey of 2016).
 */
public final class Turnover {

    /** The {@code turnover} section of a scenario; the hazard is given a year and kept a week. */
    public record Settings(
            boolean active,
            double quitHazardPerWeek,
            double moraleWeight,
            double neutralMorale,
            double leastFactor,
            Distribution vacancyWeeks,
            double keptBelief,
            int dismissalErrors) {
        /** Everybody stays. */
        public static final Settings NOTHING = new Settings(false, 0, 0, 0, 0, new Distribution.Fixed(1), 0, 0);
    }

    private Settings settings;
    private final double[] budget; // by delegate: of who holds the post
    private final int[] errors; // by delegate: that reached contacts, of who holds the post

    public Turnover(Settings settings, int delegates) {
        this.settings = settings;
        budget = new double[delegates];
        errors = new int[delegates];
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    /** Share of the belief in a predecessor that a successor gets on top of the initial belief, 0 to 1. */
    public double keptBelief() {
        return settings.keptBelief();
    }

    /** @param hazardBudget standard exponential variate of this person */
    public void begin(int delegate, double hazardBudget) {
        budget[delegate] = hazardBudget;
        errors[delegate] = 0;
    }

    /** An error reached a contact; gives whether it costs the delegate the post. */
    public boolean dismissesAfterError(int delegate) {
        errors[delegate]++;
        return settings.active() && settings.dismissalErrors() > 0 && errors[delegate] >= settings.dismissalErrors();
    }

    /**
     * Spends the hazard of the time to come, while morale moves exponentially.
     *
     * @param morale level at the beginning
     * @param target to which morale moves
     * @param memory time constant of that in weeks
     * @param weeks the time to come
     * @return weeks after which the delegate quits if it is within that time, else infinity
     */
    public double quitsWithin(int delegate, double morale, double target, double memory, double weeks) {
        if (!settings.active()) {
            return Double.POSITIVE_INFINITY;
        }
        double hazard = hazard(morale, target, memory, weeks);
        if (hazard < budget[delegate]) {
            budget[delegate] -= hazard;
            return Double.POSITIVE_INFINITY;
        }
        double after = hazard > 0 ? budget[delegate] / hazard * weeks : 0;
        budget[delegate] = 0;
        return after;
    }

    /* Integral over the given weeks of the hazard at target + (morale - target) e^(-t / memory). */
    double hazard(double morale, double target, double memory, double weeks) {
        double best = settings.neutralMorale() + (1 - settings.leastFactor()) / settings.moraleWeight();
        double from = 0;
        double to = weeks;
        if (morale >= best && target >= best) {
            to = 0;
        } else if (morale > best || target > best) {
            double crossing = Math.min(weeks, memory * StrictMath.log((morale - target) / (best - target)));
            from = morale > best ? crossing : 0;
            to = morale > best ? weeks : crossing;
        }
        double moved = (morale - target) * memory * (StrictMath.exp(-from / memory) - StrictMath.exp(-to / memory));
        double linear = (1 + settings.moraleWeight() * (settings.neutralMorale() - target)) * (to - from)
                - settings.moraleWeight() * moved;
        return settings.quitHazardPerWeek() * (linear + settings.leastFactor() * (weeks - (to - from)));
    }
}
