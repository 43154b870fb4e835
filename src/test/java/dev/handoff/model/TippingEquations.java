package dev.handoff.model;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How habit a and belief c move on average from call to call where the delegate leads, nobody errs and everybody answers at once
 * (docs/model.md, section 14). With P the probability that the executive is asked for and X = propensity x P that it steps in:
 *
 * <pre>
 * change of a = rate (X (1 - a) - (1 - X) a)
 * change of c = gain (1 - X) (1 - c) - loss X c
 * </pre>
 */
record TippingEquations(double rate, double gain, double loss, double habitWeight, double beliefWeight) {
    private static final int STEPS = 100_000;

    /** For the contact of mean repetitions. */
    static TippingEquations of(Scenario scenario) {
        return new TippingEquations(
                1 - Math.pow(0.05, 1 / scenario.habit().repetitions().mean()),
                scenario.belief().successGain(),
                scenario.belief().overrideLoss(),
                scenario.choice().habitWeight(),
                scenario.choice().beliefWeight());
    }

    TippingEquations withWeights(double ofHabit, double ofBelief) {
        return new TippingEquations(rate, gain, loss, ofHabit, ofBelief);
    }

    /** Probability that a contact asks for the executive. */
    double asks(double habit, double belief) {
        return 1 / (1 + Math.exp(beliefWeight * belief - habitWeight * habit));
    }

    /** Habit and belief after so many calls. */
    double[] after(int calls, double propensity, double habit, double belief) {
        double a = habit;
        double c = belief;
        for (int call = 0; call < calls; call++) {
            double stepsIn = propensity * asks(a, c);
            a += rate * (stepsIn * (1 - a) - (1 - stepsIn) * a);
            c += gain * (1 - stepsIn) * (1 - c) - loss * stepsIn * c;
        }
        return new double[] {a, c};
    }

    /** At rest a = X, and belief is what X leaves of it. */
    double restingBelief(double habit) {
        return gain * (1 - habit) / (gain * (1 - habit) + loss * habit);
    }

    /** The propensity at which this habit is at rest. */
    double restingPropensity(double habit) {
        return habit / asks(habit, restingBelief(habit));
    }

    /** Levels of habit at rest, in order; the middle one of three is unstable. */
    List<Double> restingHabits(double propensity) {
        List<Double> habits = new ArrayList<>();
        for (int step = 1; step < STEPS; step++) {
            double below = restingPropensity((step - 1.0) / STEPS) - propensity;
            double above = restingPropensity((double) step / STEPS) - propensity;
            if (below < 0 != above < 0) {
                habits.add((step - 1 + below / (below - above)) / STEPS);
            }
        }
        return habits;
    }

    /** The habit at which the upper two states of rest meet and vanish: a lowest point of the resting propensity. */
    OptionalDouble habitAtThreshold() {
        for (int step = 2; step < STEPS; step++) {
            double here = restingPropensity((step - 1.0) / STEPS);
            if (here < restingPropensity((step - 2.0) / STEPS) && here <= restingPropensity((double) step / STEPS)) {
                return OptionalDouble.of((step - 1.0) / STEPS);
            }
        }
        return OptionalDouble.empty();
    }
}
