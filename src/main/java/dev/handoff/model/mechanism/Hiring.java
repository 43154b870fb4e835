package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;

/** Hiring for a post: decided when the firm has the cash, filled some weeks later, and the newcomer is shown around (M15). */
public final class Hiring {

    /** The {@code hiring} section of a scenario. */
    public record Settings(
            double cashNeededDollars, Distribution leadTimeWeeks, double costDollars, double onboardingHours) {
        /** What remains where nobody is ever handed over. */
        public static final Settings NOTHING = new Settings(0, new Distribution.Fixed(0), 0, 0);
    }

    /** Weeks over which the hours of showing somebody around are spread. */
    private static final int ONBOARDING_WEEKS = 4;

    private Settings settings;
    private final boolean[] decided; // by delegate: somebody is on the way, or came
    private final int[] weeksLeft; // by delegate: of showing around

    public Hiring(Settings settings, int delegates) {
        this.settings = settings;
        decided = new boolean[delegates];
        weeksLeft = new int[delegates];
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** Whether nobody is on the way and the cash is there. */
    public boolean isAffordable(int delegate, double cash) {
        return !decided[delegate] && cash >= settings.cashNeededDollars();
    }

    /** Somebody is sought; whoever leaves later is replaced without a decision. */
    public void decide(int delegate) {
        decided[delegate] = true;
    }

    /** Dollars that looking for somebody costs. */
    public double cost() {
        return settings.costDollars();
    }

    /** Somebody takes the post. */
    public void onHired(int delegate) {
        weeksLeft[delegate] = ONBOARDING_WEEKS;
    }

    /** Hours of the executive to show the newcomer around in the coming week. */
    public double onboardingHours(int delegate) {
        if (weeksLeft[delegate] == 0) {
            return 0;
        }
        weeksLeft[delegate]--;
        return settings.onboardingHours() / ONBOARDING_WEEKS;
    }
}
