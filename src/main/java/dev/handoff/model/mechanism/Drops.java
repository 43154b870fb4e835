package dev.handoff.model.mechanism;

import dev.handoff.kernel.Fast;
import java.util.Arrays;

/**
 * Whether a request that is given to a delegate is dropped, when its contact chases it, and how much of the damage an apology
 * makes good (of M10). A written plan, ownership and what is at stake lower the odds of a drop: log odds = log odds of
 * {@code probability} - {@code plan-effect} x planning - {@code ownership-weight} x (ownership - initial ownership) -
 * {@code salience-weight} x salience (Gollwitzer and Sheeran 2006 for the plan; Hirschman 1970 for voice and silence).
 */
public final class Drops {

    /** Who apologizes to a contact that had to chase. */
    public enum Recovery {
        NONE,
        DELEGATE,
        EXECUTIVE
    }

    /** The {@code drops} section of a scenario. */
    public record Settings(
            boolean active,
            double probability,
            double planEffect,
            double ownershipWeight,
            double salienceWeight,
            double unnoticedShare,
            double voiceShare,
            double loss,
            double beliefLoss,
            Recovery recovery,
            double recoveryWorkHours,
            double recoveredShare,
            double recoveryTimeWeeks,
            double delegateWeight) {
        /** Nothing is dropped. */
        public static final Settings NOTHING = new Settings(false, 0, 0, 0, 0, 0, 0, 0, 0, Recovery.NONE, 0, 0, 1, 0);
    }

    /** Salience counts up to this, either way. */
    private static final double LARGEST_SALIENCE = 2;

    /** Contacts chase after their patience times a factor from this to this plus 1. */
    private static final double SHORTEST_CHASE = 0.5;

    private Settings settings;
    private double logOdds;
    private final FollowUp followUp;
    private final Ownership ownership;
    private final double[] salience; // by contact, -2 to 2

    /** @param value by contact: dollars a year */
    public Drops(Settings settings, FollowUp followUp, Ownership ownership, double[] value) {
        this.followUp = followUp;
        this.ownership = ownership;
        salience = new double[value.length];
        double median = median(value);
        for (int contact = 0; contact < value.length; contact++) {
            salience[contact] = salience(value[contact], median);
        }
        adopt(settings);
    }

    public void adopt(Settings changed) {
        settings = changed;
        logOdds = Level.logOdds(changed.probability());
    }

    public boolean isActive() {
        return settings.active();
    }

    /**
     * @param raised by how much the log odds are higher than those of a delegate of the firm
     * @param uniform variate from 0 to 1
     */
    public boolean happens(int contact, int delegate, double raised, double uniform) {
        return settings.active() && uniform < probability(logOdds + raised, salience[contact], delegate);
    }

    /** @param baseLogOdds without a plan, at initial ownership and median value */
    double probability(double baseLogOdds, double itsSalience, int delegate) {
        return Level.logistic(baseLogOdds
                - settings.planEffect() * followUp.planning()
                - settings.ownershipWeight() * ownership.gained(delegate)
                - settings.salienceWeight() * itsSalience);
    }

    /** How much is at stake: logarithm of the value relative to the median, kept within 2 of 0. */
    static double salience(double value, double median) {
        if (median <= 0) {
            return 0;
        }
        double log = value > 0 ? StrictMath.log(value / median) : -LARGEST_SALIENCE;
        return Math.max(-LARGEST_SALIENCE, Math.min(LARGEST_SALIENCE, log));
    }

    /**
     * Weeks from the drop until the contact chases.
     *
     * @param uniform variate from 0 to 1
     */
    public static double chasesAfter(double expected, double patience, double uniform) {
        return Math.max(expected, patience * (SHORTEST_CHASE + uniform));
    }

    /** Whether the delegate does not know what it dropped. */
    public boolean isUnnoticed(double uniform) {
        return uniform < settings.unnoticedShare();
    }

    /** Whether a contact says that it waits in vain, rather than draw its conclusions silently. */
    public boolean isVoiced(double uniform) {
        return uniform < settings.voiceShare();
    }

    /** Size of the loss of satisfaction when the contact finds what was dropped, 0 to 2. */
    public double loss() {
        return settings.loss();
    }

    /** Share of the belief in the delegate that goes with it, 0 to 1. */
    public double beliefLoss() {
        return settings.beliefLoss();
    }

    public Recovery recovery() {
        return settings.recovery();
    }

    /** Hours of whoever apologizes. */
    public double recoveryHours() {
        return settings.recoveryWorkHours();
    }

    /** Share of the lost satisfaction that an apology so many weeks after the chase gives back, 0 to 1. */
    public double recoveredShare(boolean byExecutive, double delayWeeks) {
        double weight = byExecutive ? 1 : settings.delegateWeight();
        return weight * settings.recoveredShare() * Fast.exp(-delayWeeks / settings.recoveryTimeWeeks());
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
