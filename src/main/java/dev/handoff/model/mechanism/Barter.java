package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;

/**
 * A partner who works for the firm's contacts and is paid in hours of the executive. It frees time if the hours given stay below
 * those saved; partners end it at a constant hazard (M15).
 */
public final class Barter {

    /**
     * The {@code barter} section of a scenario.
     *
     * @param exchangeRatio hours that the executive gives for each hour received
     */
    public record Settings(Distribution searchWeeks, double exchangeRatio, double dropFactor, double endHazardPerWeek) {
        /** What remains where nobody is ever handed over. */
        public static final Settings NOTHING = new Settings(new Distribution.Fixed(0), 0, 1, 0);
    }

    private Settings settings;
    private double dropLogOdds;
    private final boolean[] sought; // by delegate: the search is on
    private final double[] received; // by delegate: clock hours of the partner that are paid for
    private final double[] budget; // by delegate: hazard until the end
    private final double[] since; // by delegate, week from which the hazard is not spent yet

    public Barter(Settings settings, int delegates) {
        adopt(settings);
        sought = new boolean[delegates];
        received = new double[delegates];
        budget = new double[delegates];
        since = new double[delegates];
    }

    public void adopt(Settings changed) {
        settings = changed;
        dropLogOdds = StrictMath.log(changed.dropFactor());
    }

    /** By how much the log odds that a partner drops a request are higher than those of a delegate of the firm. */
    public double dropLogOdds() {
        return dropLogOdds;
    }

    /** Whether the search has to begin; it has then. */
    public boolean beginsSearch(int delegate) {
        boolean begins = !sought[delegate];
        sought[delegate] = true;
        return begins;
    }

    /** @param hazardBudget standard exponential variate of this partner */
    public void onFound(int delegate, double hazardBudget, double now) {
        budget[delegate] = hazardBudget;
        since[delegate] = now;
    }

    /**
     * Hours that the executive owes for what was received since the last time.
     *
     * @param clockHours worked by all partners of this post so far
     */
    public double owedHours(int delegate, double clockHours) {
        double hours = clockHours - received[delegate];
        received[delegate] = clockHours;
        return settings.exchangeRatio() * hours;
    }

    /** Spends the hazard up to now; whether the partner ends the barter. */
    public boolean ends(int delegate, double now) {
        budget[delegate] -= settings.endHazardPerWeek() * (now - since[delegate]);
        since[delegate] = now;
        if (budget[delegate] > 0) {
            return false;
        }
        sought[delegate] = false;
        return true;
    }
}
