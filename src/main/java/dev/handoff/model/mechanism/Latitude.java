package dev.handoff.model.mechanism;

/**
 * How much freedom delegates have in how they reach a result: more of it lets them take ownership, and where it is not clear what
 * the result should be, what they do is more often not what the contact expected (M7, M11; Seibert, Wang and Courtright 2011).
 */
public final class Latitude {

    /** The {@code latitude} section of a scenario. */
    public record Settings(
            boolean active, double level, double ownershipWeight, double mismatchRate, double mismatchLoss) {
        /** Nobody has more or less freedom than usual. */
        public static final Settings NOTHING = new Settings(false, MIDDLE, 0, 0, 0);
    }

    private static final double MIDDLE = 0.5;

    private Settings settings;

    public Latitude(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    /** How far the freedom lies above the middle, -0.5 to 0.5. */
    public double excess() {
        return settings.active() ? settings.level() - MIDDLE : 0;
    }

    /** Factor on the gain of ownership from a request handled from end to end, 0 to 2. */
    public double ownershipFactor() {
        return 1 + settings.ownershipWeight() * excess();
    }

    /**
     * Loss of satisfaction because a right result came in another way than the contact expected; 0 if it did not.
     *
     * @param clarity of the expected results, 0 to 1
     * @param uniform variate from 0 to 1
     */
    public double mismatch(double clarity, double uniform) {
        boolean happens = uniform < settings.mismatchRate() * settings.level() * (1 - clarity);
        return happens ? settings.mismatchLoss() : 0;
    }
}
