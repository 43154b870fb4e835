package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;
import java.util.Arrays;

/**
 * The flywheel: hours that an executive has left below a target go to sales, sales bring contacts, and contacts take hours again
 * (M16). All of it by executive.
 */
public final class Growth {

    /** The {@code growth} section of a scenario. */
    public record Settings(
            boolean active,
            double salesShare,
            double targetHoursPerWeek,
            Distribution workPerContactHours,
            int market,
            boolean bornWithDelegate,
            double keptHabit,
            double delegateHabit,
            Hiring hiring) {}

    /**
     * When vacant posts are filled.
     *
     * @param loadLimit share of the delegates' hours that they worked
     * @param reviews weekly reviews over which the load is taken
     * @param reserveWeeks how long the cash must pay the wage
     * @param leadWeeks until the person comes
     */
    public record Hiring(boolean active, double loadLimit, int reviews, double reserveWeeks, double leadWeeks) {}

    /** Hours of the longest piece of sales work, so that nobody waits long for its end. */
    private static final double LONGEST_PIECE = 1;

    private Settings settings;
    private final double[] otherHours; // by executive: remembered hours a week apart from sales
    private final double[] sold; // by executive: hours of sales since the last review
    private final double[] left; // by executive: hours of sales to come in this week
    private final double[] progress; // by executive: hours toward the next contact
    private final double[] needed; // by executive: hours that the next contact takes
    private final double[] reputation; // by executive: what an hour of sales brings, above 0 to 1

    public Growth(Settings settings, int executives) {
        this.settings = settings;
        otherHours = new double[executives];
        sold = new double[executives];
        left = new double[executives];
        progress = new double[executives];
        needed = new double[executives];
        reputation = new double[executives];
        Arrays.fill(reputation, 1);
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public boolean isActive() {
        return settings.active();
    }

    public Hiring hiring() {
        return settings.hiring();
    }

    /** Whether new contacts call a delegate from the first day, where there is one. */
    public boolean isBornWithDelegate() {
        return settings.bornWithDelegate();
    }

    /** Habit of turning to the executive that a new contact comes with. */
    public double initialHabit(boolean withDelegate) {
        return withDelegate ? settings.delegateHabit() : settings.keptHabit();
    }

    /** @param hours a week that the executive is used to, without sales */
    public void begin(int executive, double hours) {
        otherHours[executive] = hours;
    }

    /** @param hours of sales that the next contact takes */
    public void seekNext(int executive, double hours) {
        needed[executive] = hours;
    }

    /**
     * The end of a week: what was worked apart from sales is remembered, and what it leaves of the target goes to sales.
     *
     * @param worked clock hours in the past week
     * @param yield output of an hour
     * @param memoryShare how much of the memory is the past week
     */
    public void onWeek(int executive, double worked, double yield, double memoryShare) {
        double other = Math.max(0, worked - sold[executive] / yield);
        otherHours[executive] += memoryShare * (other - otherHours[executive]);
        sold[executive] = 0;
        left[executive] = settings.salesShare() * Math.max(0, settings.targetHoursPerWeek() - otherHours[executive]);
    }

    /** Takes a piece of the week's sales hours; 0 if none are left. */
    public double takePiece(int executive) {
        double piece = settings.active() ? Math.min(LONGEST_PIECE, left[executive]) : 0;
        left[executive] -= piece;
        return piece;
    }

    public void onSales(int executive, double hours) {
        sold[executive] += hours;
        progress[executive] += hours * reputation[executive];
    }

    /** Whether the work so far wins the next contact; if so it is used up. */
    public boolean wins(int executive) {
        if (progress[executive] < needed[executive]) {
            return false;
        }
        progress[executive] -= needed[executive];
        return true;
    }

    /** @param loss share of what an hour of sales brings, 0 to 1 */
    public void onBadWord(int executive, double loss) {
        reputation[executive] *= 1 - loss;
    }
}
