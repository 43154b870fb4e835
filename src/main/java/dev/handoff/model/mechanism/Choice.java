package dev.handoff.model.mechanism;

/** Whom a contact asks for in stages 3 to 5: a logit of habit, belief and relative wait (M4; McFadden 1974). */
public final class Choice {

    /** The {@code choice} section of a scenario. */
    public record Settings(boolean active, double habitWeight, double beliefWeight, double waitWeight) {}

    /** Largest relative difference of waits that counts. */
    private static final double LARGEST_RELATIVE_WAIT = 3;

    /** Shortest expected wait, in weeks, by which a difference is divided. */
    private static final double SHORTEST_WAIT = 1e-3;

    private Settings settings;
    private final Habit habit;
    private final Belief belief;
    private final Expectation expectation;

    public Choice(Settings settings, Habit habit, Belief belief, Expectation expectation) {
        this.settings = settings;
        this.habit = habit;
        this.belief = belief;
        this.expectation = expectation;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /**
     * Probability that the contact asks for the executive.
     *
     * @param habitFactor factor on the weight of habit, 1 without an announcement
     */
    public double executiveProbability(int contact, double habitFactor) {
        if (!settings.active()) {
            return 0;
        }
        double difference = expectation.fromExecutive(contact) - expectation.fromDelegate(contact);
        double relative = difference / Math.max(expectation.overall(contact), SHORTEST_WAIT);
        double limited = Math.max(-LARGEST_RELATIVE_WAIT, Math.min(LARGEST_RELATIVE_WAIT, relative));
        return Level.logistic(settings.habitWeight() * habitFactor * habit.of(contact)
                - settings.beliefWeight() * belief.of(contact)
                - settings.waitWeight() * limited);
    }
}
