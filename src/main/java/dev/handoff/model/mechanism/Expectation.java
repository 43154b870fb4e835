package dev.handoff.model.mechanism;

/**
 * The wait that each contact has come to expect, in weeks: overall, from the executive and from the delegate. Each adapts to
 * experienced waits (M6; zone of tolerance, Zeithaml, Berry and Parasuraman 1993).
 */
public final class Expectation {

    /** The {@code expectation} section of a scenario. */
    public record Settings(boolean active, double learningRate, double longestWaitWeeks) {}

    private Settings settings;
    private final double[] overall; // by contact
    private final double[] fromExecutive; // by contact
    private final double[] fromDelegate; // by contact

    /** @param expectedResponse by contact: weeks expected at the start */
    public Expectation(Settings settings, double[] expectedResponse) {
        this.settings = settings;
        overall = expectedResponse.clone();
        fromExecutive = expectedResponse.clone();
        fromDelegate = expectedResponse.clone();
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** A new contact expects so many weeks. */
    public void begin(int contact, double expectedResponse) {
        overall[contact] = expectedResponse;
        fromExecutive[contact] = expectedResponse;
        fromDelegate[contact] = expectedResponse;
    }

    /** Weeks. */
    public double overall(int contact) {
        return overall[contact];
    }

    /** Weeks. */
    public double fromExecutive(int contact) {
        return fromExecutive[contact];
    }

    /** Weeks. */
    public double fromDelegate(int contact) {
        return fromDelegate[contact];
    }

    public void onAnsweredByExecutive(int contact, double waited) {
        adapt(overall, contact, waited);
        adapt(fromExecutive, contact, waited);
    }

    public void onAnsweredByDelegate(int contact, double waited) {
        adapt(overall, contact, waited);
        adapt(fromDelegate, contact, waited);
    }

    /** A request given up before anybody answered: only the overall expectation learns from it. */
    public void onGivenUp(int contact, double waited) {
        adapt(overall, contact, waited);
    }

    /** The contact is told that its oldest open request takes longer; nobody is told that it goes faster. */
    public void onTold(int contact, double waitedSoFar) {
        if (waitedSoFar > overall[contact]) {
            adapt(overall, contact, waitedSoFar);
        }
    }

    private void adapt(double[] expected, int contact, double waited) {
        if (settings.active()) {
            double experienced = Math.min(waited, settings.longestWaitWeeks());
            expected[contact] += settings.learningRate() * (experienced - expected[contact]);
        }
    }
}
