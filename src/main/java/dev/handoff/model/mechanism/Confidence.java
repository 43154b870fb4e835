package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * Each delegate's confidence, a level from 0 to 1: mastery raises it, errors and being overridden lower it (M7, M8; Bandura
 * 1997; Stajkovic and Luthans 1998).
 */
public final class Confidence {

    /** The {@code confidence} section of a scenario. */
    public record Settings(
            boolean active,
            double initial,
            double realistic,
            double weight,
            double successGain,
            double errorLoss,
            double overrideLoss,
            double supportGain) {}

    private Settings settings;
    private final double[] level; // by delegate

    public Confidence(Settings settings, int delegates) {
        this.settings = settings;
        level = new double[delegates];
        Arrays.fill(level, settings.initial());
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** Level from 0 to 1. */
    public double of(int delegate) {
        return level[delegate];
    }

    /** The skill that the delegate believes to have. */
    public double perceivedSkill(int delegate, double skill) {
        return skill + settings.weight() * (level[delegate] - settings.realistic());
    }

    public void onNewDelegate(int delegate) {
        level[delegate] = settings.initial();
    }

    public void onSolved(int delegate) {
        raise(delegate, settings.successGain());
    }

    public void onError(int delegate) {
        lower(delegate, settings.errorLoss());
    }

    public void onOverride(int delegate) {
        lower(delegate, settings.overrideLoss());
    }

    public void onSupport(int delegate) {
        raise(delegate, settings.supportGain());
    }

    private void raise(int delegate, double share) {
        if (settings.active()) {
            level[delegate] = Level.raised(level[delegate], share);
        }
    }

    private void lower(int delegate, double share) {
        if (settings.active()) {
            level[delegate] = Level.lowered(level[delegate], share);
        }
    }
}
