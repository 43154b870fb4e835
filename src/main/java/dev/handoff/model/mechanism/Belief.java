package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * Each contact's belief that the delegate can do it, a level from 0 to 1. It grows with familiarity and solved requests, and
 * falls about three times as fast with errors (M3, M7, M8, M19).
 */
public final class Belief {

    /** The {@code belief} section of a scenario. */
    public record Settings(
            boolean active,
            double initial,
            double familiarVoice,
            double familiarTalk,
            double familiarityRate,
            double successGain,
            double escalationWeight,
            double errorLoss,
            double overrideLoss,
            double supportGain) {}

    private Settings settings;
    private final double[] inDelegate; // by contact

    public Belief(Settings settings, int contacts) {
        this.settings = settings;
        inDelegate = new double[contacts];
        Arrays.fill(inDelegate, settings.initial());
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** Level from 0 to 1. */
    public double of(int contact) {
        return inDelegate[contact];
    }

    /** @param gain added once, at most up to 1 */
    public void onAnnouncement(int contact, double gain) {
        if (settings.active()) {
            inDelegate[contact] = Math.min(1, inDelegate[contact] + gain);
        }
    }

    /**
     * Somebody new is the delegate: what remains is at most what anybody is believed at the start, and a share of the belief in
     * the predecessor.
     *
     * @param keptShare 0 to 1
     */
    public void onNewDelegate(int contact, double keptShare) {
        if (settings.active()) {
            double most = settings.initial() + keptShare * inDelegate[contact];
            inDelegate[contact] = Math.min(inDelegate[contact], most);
        }
    }

    /** @param stage 1 or 2 */
    public void onPutThrough(int contact, int stage) {
        double familiar = stage == 1 ? settings.familiarVoice() : settings.familiarTalk();
        if (settings.active()) {
            inDelegate[contact] += settings.familiarityRate() * Math.max(0, familiar - inDelegate[contact]);
        }
    }

    public void onSolved(int contact) {
        raise(contact, settings.successGain());
    }

    public void onEscalated(int contact) {
        raise(contact, settings.escalationWeight() * settings.successGain());
    }

    public void onError(int contact) {
        lower(contact, settings.errorLoss());
    }

    /** @param loss share that goes when the contact finds what the delegate dropped */
    public void onDropped(int contact, double loss) {
        lower(contact, loss);
    }

    public void onOverride(int contact) {
        lower(contact, settings.overrideLoss());
    }

    public void onSupport(int contact) {
        raise(contact, settings.supportGain());
    }

    private void raise(int contact, double share) {
        if (settings.active()) {
            inDelegate[contact] = Level.raised(inDelegate[contact], share);
        }
    }

    private void lower(int contact, double share) {
        if (settings.active()) {
            inDelegate[contact] = Level.lowered(inDelegate[contact], share);
        }
    }
}
