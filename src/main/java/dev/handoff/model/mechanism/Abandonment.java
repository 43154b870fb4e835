package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;

/** Giving up: a request that waits longer than its patience leaves the line (Erlang-A; Garnett, Mandelbaum, Reiman 2002). */
public final class Abandonment {

    /** The {@code abandonment} section of a scenario. */
    public record Settings(boolean active, Distribution patienceWeeks, int longestLine) {}

    private Settings settings;

    public Abandonment(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    public boolean turnsAway(int lineLength) {
        return lineLength >= settings.longestLine();
    }
}
