package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;
import dev.handoff.kernel.Fast;
import java.util.Arrays;

/**
 * Each contact's habit of turning to the executive, a level from 0 to 1. It grows when the executive answers quickly or the
 * delegate fails, and fades when the delegate solves the request. Mechanism M5; rates after Lally et al. (2010).
 */
public final class Habit {

    /** The {@code habit} section of a scenario. */
    public record Settings(boolean active, double initial, Distribution repetitions, double afterFailure) {}

    private static final double LOG_LEFT = StrictMath.log(0.05);

    private Settings settings;
    private final double[] towardExecutive; // by contact
    private final double[] learningRate; // by contact

    /** @param repetitions by contact: equal experiences until 95 % of the way is gone, 1 or more */
    public Habit(Settings settings, double[] repetitions) {
        this.settings = settings;
        towardExecutive = new double[repetitions.length];
        Arrays.fill(towardExecutive, settings.initial());
        learningRate = new double[repetitions.length];
        for (int contact = 0; contact < repetitions.length; contact++) {
            learningRate[contact] = rateFor(repetitions[contact]);
        }
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** A new contact comes with this habit. */
    public void begin(int contact, double level, double repetitions) {
        towardExecutive[contact] = level;
        // StrictMath.pow allocates, and the event loop must not.
        learningRate[contact] = 1 - Fast.exp(LOG_LEFT / repetitions);
    }

    /** Level from 0 to 1. */
    public double of(int contact) {
        return towardExecutive[contact];
    }

    /**
     * @param waited weeks from call to answer
     * @param patience weeks; an answer after twice the patience is no reward
     */
    public void onServedByExecutive(int contact, double waited, double patience) {
        raise(contact, Math.max(0, 1 - waited / (2 * patience)));
    }

    public void onSolvedByDelegate(int contact) {
        if (settings.active()) {
            towardExecutive[contact] = Level.lowered(towardExecutive[contact], learningRate[contact]);
        }
    }

    public void onDelegateFailed(int contact) {
        raise(contact, settings.afterFailure());
    }

    private void raise(int contact, double reward) {
        if (settings.active()) {
            towardExecutive[contact] = Level.raised(towardExecutive[contact], reward * learningRate[contact]);
        }
    }

    /** The share of the gap that one experience closes when so many equal ones go 95 % of the way. */
    static double rateFor(double repetitions) {
        return 1 - StrictMath.pow(0.05, 1 / repetitions);
    }
}
