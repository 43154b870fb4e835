package dev.handoff.model.mechanism;

import dev.handoff.kernel.Fast;

/**
 * Processes that get better by a small share each week: after t weeks an hour brings (1 + gain)^t times as much, up to a largest
 * factor (M18). The factor is a function of time alone, so all executives share it.
 */
public final class Improvement {

    /** The {@code improvement} section of a scenario. */
    public record Settings(
            boolean active,
            double weeklyGain,
            double largestFactor,
            double executiveHoursPerWeek,
            boolean forExecutive) {}

    private Settings settings;
    private double logGain;
    private double factor = 1; // at the last change
    private double since = Double.POSITIVE_INFINITY; // week of the last change; infinity before the promotion

    public Improvement(Settings settings) {
        this.settings = settings;
        logGain = StrictMath.log1p(settings.weeklyGain());
    }

    /** The promotion: improvement begins. */
    public void begin(double now) {
        since = now;
    }

    /** What was reached stays; from now on the new gain holds. */
    public void adopt(Settings changed, double now) {
        factor = factor(now);
        since = now;
        settings = changed;
        logGain = StrictMath.log1p(changed.weeklyGain());
    }

    public boolean isActive() {
        return settings.active();
    }

    /** What an hour brings now, relative to the promotion; 1 or more. */
    public double factor(double now) {
        if (!settings.active() || now <= since) {
            return factor;
        }
        double grown = factor * Fast.exp(logGain * (now - since));
        return Math.max(factor, Math.min(settings.largestFactor(), grown));
    }

    /** Hours that a request takes which takes so many without improvement, as far as all who work on it gain. */
    public double sizeForAll(double hours, double now) {
        return settings.forExecutive() ? hours / factor(now) : hours;
    }

    /** Hours that a delegate takes for what takes it so many without improvement, as far as only delegates gain. */
    public double delegateHours(double hours, double now) {
        return settings.forExecutive() ? hours : hours / factor(now);
    }

    /** Hours a week of each executive. */
    public double executiveHours() {
        return settings.executiveHoursPerWeek();
    }
}
