package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * Customers who are not worth their hours, and how they are made to leave: at once, or by themselves, because each request waits
 * longer than the one before (M17). Whoever leaves while marked was pruned and not lost.
 */
public final class Pruning {

    /** How they are made to leave. */
    public enum Method {
        GRADUAL,
        SUDDEN
    }

    /** The {@code pruning} section of a scenario. */
    public record Settings(
            boolean active,
            Method method,
            double share,
            double delayStepWeeks,
            double badWordProbability,
            double badWordLoss) {}

    private Settings settings;
    private final boolean[] marked; // by contact
    private final boolean[] gone; // by contact: whether it left while it was marked
    private final int[] putOff; // by contact: requests since it was marked
    private boolean begun;

    public Pruning(Settings settings, int contacts) {
        this.settings = settings;
        marked = new boolean[contacts];
        gone = new boolean[contacts];
        putOff = new int[contacts];
    }

    /** Switched off, whoever is marked and still there is forgiven. */
    public void adopt(Settings changed) {
        settings = changed;
        if (!changed.active()) {
            begun = false;
            Arrays.fill(marked, false);
            Arrays.fill(putOff, 0);
        }
    }

    /** Whether customers are to be marked now; they are once for each time that pruning is switched on. */
    public boolean begins() {
        boolean begins = settings.active() && !begun;
        begun = begun || begins;
        return begins;
    }

    public boolean isSudden() {
        return settings.method() == Method.SUDDEN;
    }

    /** Probability that somebody sent away at once speaks badly of the firm. */
    public double badWordProbability() {
        return settings.badWordProbability();
    }

    /** Share of what an hour of sales brings that this takes. */
    public double badWordLoss() {
        return settings.badWordLoss();
    }

    /** How many of an executive's customers are marked. */
    public int count(int customers) {
        return (int) Math.round(customers * settings.share());
    }

    public void mark(int contact) {
        marked[contact] = true;
    }

    public boolean isMarked(int contact) {
        return marked[contact];
    }

    /** Weeks that the next request of a marked contact waits on purpose: a step more than the one before. */
    public double nextDelay(int contact) {
        return ++putOff[contact] * settings.delayStepWeeks();
    }

    public void onLeaving(int contact) {
        gone[contact] = marked[contact];
    }

    /** Whether the contact left because it was pruned. */
    public boolean isGone(int contact) {
        return gone[contact];
    }
}
