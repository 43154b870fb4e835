package dev.handoff.model.mechanism;

/**
 * Whether a wait is felt as soon as the contact's patience is over rather than only when the answer comes, so that a request that nobody
 * answers costs no less than one that is answered late (M6; Maister 1985).
 */
public final class Impatience {

    /** The {@code impatience} section of a scenario. */
    public record Settings(boolean active) {}

    private Settings settings;

    public Impatience(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }
}
