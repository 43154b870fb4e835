package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * Each delegate's morale, a level from 0 to 1. Between weekly reviews it relaxes exponentially to what the present conditions would
 * make of it: some contact with the executive raises it, too much lowers it, and so do being overridden and overload, while growing
 * raises it (M11; Seibert, Wang and Courtright 2011; Ravid et al. 2023 on monitoring).
 */
public final class Morale {

    /** The {@code morale} section of a scenario. */
    public record Settings(
            boolean active,
            double initial,
            double base,
            double memoryWeeks,
            double touchGain,
            double toleratedTouchesPerWeek,
            double overTouchLoss,
            double interventionLoss,
            double growthGain,
            double latitudeGain,
            double overloadLoss,
            double bearableLoad,
            double eventMemoryWeeks,
            double ownershipLoss) {
        /** Morale stays as it is. */
        public static final Settings NOTHING = new Settings(false, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
    }

    private static final double WEEKS_PER_YEAR = 52;

    private Settings settings;
    private final double[] level; // by delegate
    private final double[] target; // by delegate
    private final double[] since; // by delegate, week of level and target
    private final double[] overrides; // by delegate, in the week so far
    private final double[] overridesPerWeek; // by delegate, as remembered
    private final double[] skillAtReview; // by delegate
    private final double[] growth; // by delegate: skill gained a year, as remembered

    public Morale(Settings settings, int delegates) {
        this.settings = settings;
        level = new double[delegates];
        Arrays.fill(level, settings.initial());
        target = level.clone();
        since = new double[delegates];
        overrides = new double[delegates];
        overridesPerWeek = new double[delegates];
        skillAtReview = new double[delegates];
        growth = new double[delegates];
    }

    /** Morale so far is that of the old settings; the new ones count from the next review on. */
    public void adopt(Settings changed, double now) {
        for (int delegate = 0; delegate < level.length; delegate++) {
            settle(delegate, now);
            target[delegate] = changed.active() ? target[delegate] : level[delegate];
        }
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    /** Somebody new, of this skill, or everybody at the promotion. */
    public void begin(int delegate, double skill, double now) {
        level[delegate] = settings.initial();
        target[delegate] = settings.initial();
        since[delegate] = now;
        overrides[delegate] = 0;
        overridesPerWeek[delegate] = 0;
        skillAtReview[delegate] = skill;
        growth[delegate] = 0;
    }

    /** Level from 0 to 1. */
    public double of(int delegate, double now) {
        double weeks = now - since[delegate];
        return settings.active() && weeks > 0
                ? target[delegate]
                        + (level[delegate] - target[delegate]) * StrictMath.exp(-weeks / settings.memoryWeeks())
                : level[delegate];
    }

    /** The level to which morale moves. */
    public double target(int delegate) {
        return target[delegate];
    }

    /** Time constant of morale. */
    public double memoryWeeks() {
        return settings.memoryWeeks();
    }

    public void onOverride(int delegate) {
        overrides[delegate]++;
    }

    /**
     * The review at the end of a week sets where morale moves from now on.
     *
     * @param touches check-ins and the like a week
     * @param load hours of work in the past week, those that wait included, relative to the delegate's hours
     * @param skill level from 0 to 1
     * @param latitude above the middle, -0.5 to 0.5
     */
    public void onWeek(int delegate, double touches, double load, double skill, double latitude, double now) {
        if (!settings.active()) {
            return;
        }
        settle(delegate, now);
        double share = -StrictMath.expm1(-1 / settings.eventMemoryWeeks());
        overridesPerWeek[delegate] += share * (overrides[delegate] - overridesPerWeek[delegate]);
        overrides[delegate] = 0;
        growth[delegate] += share * (WEEKS_PER_YEAR * (skill - skillAtReview[delegate]) - growth[delegate]);
        skillAtReview[delegate] = skill;
        double aim = settings.base()
                + settings.touchGain() * Math.min(1, touches)
                - settings.overTouchLoss() * excessTouches(touches)
                - settings.interventionLoss() * overridesPerWeek[delegate]
                + settings.growthGain() * Math.min(1, growth[delegate])
                + settings.latitudeGain() * latitude
                - settings.overloadLoss() * Math.max(0, load - settings.bearableLoad());
        target[delegate] = Math.max(0, Math.min(1, aim));
    }

    /** Share of a delegate's ownership that so many touches a week take in a week, 0 to 1. */
    public double ownershipLoss(double touches) {
        return settings.active() ? Math.min(1, settings.ownershipLoss() * excessTouches(touches)) : 0;
    }

    private double excessTouches(double touches) {
        return Math.max(0, touches - settings.toleratedTouchesPerWeek());
    }

    private void settle(int delegate, double now) {
        level[delegate] = of(delegate, now);
        since[delegate] = now;
    }
}
