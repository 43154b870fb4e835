package dev.handoff.model.mechanism;

/**
 * Who oversees the delegates. Each of those who report to the executive takes hours of oversight a week, by which they learn. A coordinator is
 * one report more, takes over the oversight of as many delegates as one can oversee, and leaves the approval of payments to
 * the executive. Beyond that span, attention to each thins out in proportion (M14).
 */
public final class Coordination {

    /** The {@code coordination} section of a scenario. */
    public record Settings(
            boolean active,
            double oversightHoursPerWeek,
            double coachingWeight,
            int span,
            boolean coordinator,
            double coordinatorHoursPerWeek,
            double coordinatorWageDollarsPerYear,
            double invoicesPerWeek,
            double approvalWorkHours) {
        /** Nobody needs oversight where nothing is delegated. */
        public static final Settings NOTHING = new Settings(false, 0, 0, 1, false, 0, 0, 0, 0);
    }

    private Settings settings;

    public Coordination(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    public boolean hasCoordinator() {
        return settings.active() && settings.coordinator();
    }

    /** @param turn of the delegate among those of its executive, from 0 */
    public boolean isUnderCoordinator(int turn) {
        return hasCoordinator() && turn < settings.span();
    }

    /**
     * Share of full attention that a delegate gets.
     *
     * @param turn of the delegate among those of its executive, from 0
     * @param own delegates of that executive
     */
    public double attention(int turn, int own) {
        if (!settings.active() || isUnderCoordinator(turn)) {
            return 1;
        }
        int reports = hasCoordinator() ? own - settings.span() + 1 : own;
        return Math.min(1, (double) settings.span() / reports);
    }

    /** Hours of the executive that a delegate takes each week. */
    public double hours(int turn) {
        return isUnderCoordinator(turn)
                ? settings.invoicesPerWeek() * settings.approvalWorkHours()
                : settings.oversightHoursPerWeek();
    }

    /** Hours of the executive that the coordinator takes each week, check-ins apart. */
    public double coordinatorHours() {
        return settings.oversightHoursPerWeek() + settings.coordinatorHoursPerWeek();
    }

    /** What a week of oversight teaches a delegate, relative to a task done. */
    public double coaching(int turn, int own) {
        return settings.coachingWeight() * settings.oversightHoursPerWeek() * attention(turn, own);
    }

    /** Dollars a year for each coordinator. */
    public double wage() {
        return hasCoordinator() ? settings.coordinatorWageDollarsPerYear() : 0;
    }
}
