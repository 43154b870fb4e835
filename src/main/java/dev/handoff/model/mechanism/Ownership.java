package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * How far each delegate feels that the relationships are its own, a level from 0 to 1. With equal gain and loss it tends to one
 * minus the share of overrides (M8; Aghion and Tirole 1997).
 */
public final class Ownership {

    /** The {@code ownership} section of a scenario. */
    public record Settings(boolean active, double initial, double successGain, double overrideLoss) {}

    private Settings settings;
    private final double[] level; // by delegate
    private final boolean[] held; // by delegate: experience does not change it

    public Ownership(Settings settings, int delegates) {
        this.settings = settings;
        level = new double[delegates];
        held = new boolean[delegates];
        Arrays.fill(level, settings.initial());
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** Level from 0 to 1. */
    public double of(int delegate) {
        return level[delegate];
    }

    public void onNewDelegate(int delegate) {
        level[delegate] = settings.initial();
    }

    /** Level less that at the start, from -1 to 1. */
    public double gained(int delegate) {
        return level[delegate] - settings.initial();
    }

    /** From now on the delegate's level is this one, whatever happens, 0 to 1. */
    public void hold(int delegate, double fixed) {
        level[delegate] = fixed;
        held[delegate] = true;
    }

    /** @param factor on the gain, 0 or more */
    public void onSolved(int delegate, double factor) {
        if (settings.active() && !held[delegate]) {
            level[delegate] = Level.raised(level[delegate], Math.min(1, factor * settings.successGain()));
        }
    }

    /** @param share of the gap that agreeing on milestones closes, 0 to 1 */
    public void onAgreed(int delegate, double share) {
        if (settings.active() && !held[delegate]) {
            level[delegate] = Level.raised(level[delegate], share);
        }
    }

    /** @param share that too many touches take in a week, 0 to 1 */
    public void onMonitored(int delegate, double share) {
        if (settings.active() && !held[delegate]) {
            level[delegate] = Level.lowered(level[delegate], share);
        }
    }

    public void onOverride(int delegate) {
        if (settings.active() && !held[delegate]) {
            level[delegate] = Level.lowered(level[delegate], settings.overrideLoss());
        }
    }
}
