package dev.handoff.model.mechanism;

/**
 * How far the executive trusts each delegate: the mean of a beta distribution that counts the tasks of the delegate which the executive
 * has checked, (a + clean)/(a + b + checked). From a = b = 1, 18 clean checks without an error give 0.95 and 38 give 0.975. The less
 * trust was earned, the likelier is the misuse of what the delegate is given access to (M13).
 */
public final class Trust {

    /** The {@code trust} section of a scenario. */
    public record Settings(
            boolean active,
            double threshold,
            double contactsThreshold,
            double priorSuccesses,
            double priorFailures,
            double checkedShare,
            double checkWork,
            double misusePerHour) {
        /** Trust does not matter where nothing is delegated. */
        public static final Settings NOTHING = new Settings(false, 0, 0, 1, 1, 0, 0, 0);
    }

    private Settings settings;
    private final int[] clean; // by delegate: checks without an error
    private final int[] faulty; // by delegate: checks that found one

    public Trust(Settings settings, int delegates) {
        this.settings = settings;
        clean = new int[delegates];
        faulty = new int[delegates];
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** Level from 0 to 1. */
    public double of(int delegate) {
        double successes = settings.priorSuccesses() + clean[delegate];
        return successes / (successes + settings.priorFailures() + faulty[delegate]);
    }

    /** Somebody new, of whom nothing is known. */
    public void onNewDelegate(int delegate) {
        clean[delegate] = 0;
        faulty[delegate] = 0;
    }

    public void onChecked(int delegate, boolean withoutError) {
        if (withoutError) {
            clean[delegate]++;
        } else {
            faulty[delegate]++;
        }
    }

    /** Whether the delegate is given sensitive tasks. */
    public boolean allowsSensitiveTasks(int delegate) {
        return !settings.active() || of(delegate) >= settings.threshold();
    }

    /** Whether contacts are handed over to the delegate. */
    public boolean allowsContacts(int delegate) {
        return !settings.active() || of(delegate) >= settings.contactsThreshold();
    }

    /**
     * Whether the executive checks a task that a delegate has done.
     *
     * @param uniform variate from 0 to 1
     */
    public boolean checks(double uniform) {
        return settings.active() && uniform < settings.checkedShare();
    }

    /** Hours of the executive to check a task of so many hours. */
    public double checkHours(double taskHours) {
        return taskHours * settings.checkWork();
    }

    /**
     * Whether a sensitive task of so many hours is misused.
     *
     * @param uniform variate from 0 to 1
     */
    public boolean isMisused(int delegate, double taskHours, double uniform) {
        double hazard = settings.misusePerHour() * taskHours * (1 - of(delegate));
        return settings.active() && uniform < -StrictMath.expm1(-hazard);
    }
}
