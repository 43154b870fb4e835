package dev.handoff.experiment;

import dev.handoff.model.Scenario;

/**
 * What is simulated once in every replication: a variant of the user's, or a twin without delegation.
 *
 * @param twin number of the arm that is its twin without delegation; its own number if nobody is ever handed over
 * @param added whether the user did not ask for it: a twin added for comparison
 */
public record Arm(int number, String name, Scenario scenario, int twin, boolean added) {

    public boolean hasTwin() {
        return twin != number;
    }

    /** Weeks with a value: week 0 to the horizon. */
    public int weeks() {
        return horizon() + 1;
    }

    public int horizon() {
        return (int) scenario.horizonWeeks();
    }

    /** Whether burnout is 0 or 1 in a replication, as with a single executive. */
    public boolean hasBinaryBurnout() {
        return scenario.executive().count() == 1;
    }
}
