package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;
import dev.handoff.kernel.Fast;

/**
 * Valuable leads that contacts refer: how likely a delegate drops one, how its chance fades, and what was won and lost (of M10). A
 * lead is won with probability {@code won-share} x e^(-age/{@code lifetime}) when somebody has worked on it (Oldroyd, McElheran and
 * Elkington 2011 for the fading).
 */
public final class Leads {

    /** The {@code leads} section of a scenario. */
    public record Settings(
            boolean active,
            double ratePerWeek,
            Distribution valueDollarsPerYear,
            double workHours,
            double dropProbability,
            Distribution discoveryWeeks,
            double referrerLoss,
            double wonShare,
            double lifetimeWeeks) {

        /** What is left of them where nobody is handed over: the executive drops none. */
        public Settings inPerson() {
            return new Settings(
                    active, ratePerWeek, valueDollarsPerYear, workHours, 0, discoveryWeeks, 0, wonShare, lifetimeWeeks);
        }
    }

    private static final double WEEKS_PER_MONTH = 52.0 / 12;

    private Settings settings;
    private double dropLogOdds;
    private final Drops drops;
    private final double middleValue;
    private final double[] arrived; // by executive
    private final double[] closed; // by executive
    private final double[] won; // by executive
    private final double[] wonValue; // by executive, dollars a year
    private final double[] droppedValue; // by executive, dollars a year

    public Leads(Settings settings, Drops drops, int executives) {
        this.drops = drops;
        middleValue = settings.valueDollarsPerYear().middle();
        arrived = new double[executives];
        closed = new double[executives];
        won = new double[executives];
        wonValue = new double[executives];
        droppedValue = new double[executives];
        adopt(settings);
    }

    public void adopt(Settings changed) {
        settings = changed;
        dropLogOdds = Level.logOdds(changed.dropProbability());
    }

    public boolean isActive() {
        return settings.active() && settings.ratePerWeek() > 0;
    }

    /** Leads a week for each executive. */
    public double ratePerWeek() {
        return settings.ratePerWeek();
    }

    /** Hours of whoever works on a lead. */
    public double workHours() {
        return settings.workHours();
    }

    /** @param uniform variate from 0 to 1 */
    public boolean isDropped(double value, int delegate, double uniform) {
        return uniform < drops.probability(dropLogOdds, Drops.salience(value, middleValue), delegate);
    }

    /** Size of the loss of satisfaction of whoever referred a lead that nobody looked at for so many weeks; 0 or more. */
    public double referrerLoss(double weeks) {
        return settings.referrerLoss() * weeks / WEEKS_PER_MONTH;
    }

    public void onArrival(int executive) {
        arrived[executive]++;
    }

    /** A dropped lead is found after so many weeks, or is never looked at: infinity. */
    public void onFound(int executive, double value, double afterWeeks) {
        droppedValue[executive] += value * (settings.wonShare() - chance(afterWeeks));
    }

    /**
     * Somebody has worked on a lead.
     *
     * @param uniform variate from 0 to 1
     */
    public void onWorked(int executive, double value, double ageWeeks, double uniform) {
        closed[executive]++;
        if (uniform < chance(ageWeeks)) {
            won[executive]++;
            wonValue[executive] += value;
        }
    }

    /** Nobody ever looked at it. */
    public void onForgotten(int executive) {
        closed[executive]++;
    }

    /** Leads that came. */
    public double arrived() {
        return sum(arrived);
    }

    /** Leads that were worked on or forgotten. */
    public double closed() {
        return sum(closed);
    }

    public double won() {
        return sum(won);
    }

    /** Dollars a year. */
    public double wonValue() {
        return sum(wonValue);
    }

    /** Dollars a year: expected value that was lost while leads were dropped. */
    public double droppedValue() {
        return sum(droppedValue);
    }

    private double chance(double ageWeeks) {
        return settings.wonShare() * Fast.exp(-ageWeeks / settings.lifetimeWeeks());
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
