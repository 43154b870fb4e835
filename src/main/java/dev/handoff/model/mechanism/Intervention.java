package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * What each executive does when a contact goes round the delegate: step in, or send the contact back. With reinforcement the
 * propensity itself is a habit that grows with every stepping in (M8; linear operator of Bush and Mosteller 1955).
 */
public final class Intervention {

    /** The {@code intervention} section of a scenario. */
    public record Settings(
            boolean active,
            double propensity,
            double commitment,
            boolean reinforcement,
            double learningRate,
            double redirectWorkHours,
            boolean jointCall,
            double jointCallShare,
            boolean support) {
        /** Nobody steps in. */
        public static final Settings NOTHING = new Settings(false, 0, 0, false, 0, 0, false, 0, false);
    }

    private static final double LEAST_LEARNED = 0.01;
    private static final double MOST_LEARNED = 0.99;

    private Settings settings;
    private final double[] propensity; // by executive

    public Intervention(Settings settings, int executives) {
        this.settings = settings;
        propensity = new double[executives];
        Arrays.fill(propensity, settings.propensity());
    }

    /** A changed propensity replaces the learned one; an unchanged one leaves it. */
    public void adopt(Settings changed) {
        if (changed.propensity() != settings.propensity()) {
            Arrays.fill(propensity, changed.propensity());
        }
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    public boolean isJointCall() {
        return settings.jointCall();
    }

    public boolean isSupportive() {
        return settings.support();
    }

    /** Probability of stepping in but for the commitment, 0 to 1. */
    public double propensity(int executive) {
        return propensity[executive];
    }

    /** @param uniform variate from 0 to 1 */
    public boolean happens(int executive, double uniform) {
        return settings.active() && uniform < propensity[executive] * (1 - settings.commitment());
    }

    public void onSteppedIn(int executive) {
        if (settings.reinforcement()) {
            learn(executive, Level.raised(propensity[executive], settings.learningRate()));
        }
    }

    public void onSentBack(int executive) {
        if (settings.reinforcement()) {
            learn(executive, Level.lowered(propensity[executive], settings.learningRate()));
        }
    }

    /** Hours that sending a contact back takes the executive. */
    public double redirectHours() {
        return settings.redirectWorkHours();
    }

    /** Hours that a joint call takes the executive, and as many the delegate. */
    public double jointCallHours(double requestHours) {
        return settings.jointCallShare() * requestHours;
    }

    /* Neither 0 nor 1, which could never be left again. */
    private void learn(int executive, double learned) {
        propensity[executive] = Math.max(LEAST_LEARNED, Math.min(MOST_LEARNED, learned));
    }
}
