package dev.handoff.model.mechanism;

/** Errors of delegates: a check-in catches some before the contact sees them, the others need a repair (M7). */
public final class Errors {

    /** The {@code errors} section of a scenario. */
    public record Settings(boolean active, double redoShare, double repairShare) {}

    private Settings settings;

    public Errors(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** @param uniform variate from 0 to 1 */
    public boolean happens(double successProbability, double uniform) {
        return settings.active() && uniform >= successProbability;
    }

    /** Hours of a task with the redoing of an error that was caught. */
    public double withRedo(double hours) {
        return hours * (1 + settings.redoShare());
    }

    /** Size in hours of the repair of an error that reached the contact. */
    public double repairSize(double requestHours) {
        return requestHours * settings.repairShare();
    }
}
