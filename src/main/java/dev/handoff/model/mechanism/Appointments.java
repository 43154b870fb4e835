package dev.handoff.model.mechanism;

/**
 * Appointments of contacts with their delegates, of which some are missed and then booked anew; a reminder the day before lowers
 * the risk (of M10; Youssef 2014: relative risk 0.66 in a randomized trial).
 */
public final class Appointments {

    /** The {@code appointments} section of a scenario. */
    public record Settings(
            boolean active,
            double ratePerWeek,
            double slotHours,
            double noShowShare,
            double rebookingWeeks,
            boolean reminders,
            double reminderFactor,
            double reminderWorkHours) {
        /** Nobody meets. */
        public static final Settings NOTHING = new Settings(false, 0, 0, 0, 1, false, 0, 0);
    }

    private Settings settings;

    public Appointments(Settings settings) {
        this.settings = settings;
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active() && settings.ratePerWeek() > 0;
    }

    /** Appointments a week of each contact, apart from those that are booked anew. */
    public double ratePerWeek() {
        return settings.ratePerWeek();
    }

    /** @param uniform variate from 0 to 1 */
    public boolean isMissed(double uniform) {
        return uniform < settings.noShowShare() * (settings.reminders() ? settings.reminderFactor() : 1);
    }

    /** Weeks until an appointment that was missed takes place anew. */
    public double rebookingWeeks() {
        return settings.rebookingWeeks();
    }

    /** Hours of the delegate: the slot, missed or not, and the reminder. */
    public double delegateHours() {
        return settings.slotHours() + (settings.reminders() ? settings.reminderWorkHours() : 0);
    }
}
