package dev.handoff.model.mechanism;

import dev.handoff.kernel.Distribution;
import java.util.Arrays;

/**
 * Strain and burnout of each executive. Strain follows the hours demanded with a lag; the hazard of burnout is a base that
 * rises linearly with strain above a threshold. Each executive has a budget of accumulated hazard, exponential with mean 1, and
 * burns out when it is used up (M2; Lin et al. 2021).
 */
public final class Burnout {

    /** The {@code burnout} section of a scenario; the base hazard is given a year and kept a week. */
    public record Settings(
            boolean active,
            Distribution baseHazardPerWeek,
            double risePerHour,
            double thresholdHoursPerWeek,
            double largestStrainHoursPerWeek,
            double memoryWeeks,
            double backlogWeight,
            double remainingHoursShare,
            Distribution recoveryWeeks) {}

    private Settings settings;
    private final double[] baseHazard; // by executive, a week
    private final double[] strain; // by executive, hours a week
    private final double[] budget; // by executive
    private final double[] carriedRisk; // by executive, accumulated hazard up to the last review
    private final double[] comingRisk; // by executive, hazard of the week since the last review
    private final double[] firstOnset; // by executive, week; infinity before
    private final double[] calmOnset; // by executive, week in which the base hazard alone uses the first budget up
    private final boolean[] burntOut; // by executive

    /** @param baseHazard by executive, a week */
    public Burnout(Settings settings, double[] baseHazard) {
        this.settings = settings;
        this.baseHazard = baseHazard.clone();
        strain = new double[baseHazard.length];
        budget = new double[baseHazard.length];
        carriedRisk = new double[baseHazard.length];
        comingRisk = new double[baseHazard.length];
        firstOnset = new double[baseHazard.length];
        calmOnset = new double[baseHazard.length];
        burntOut = new boolean[baseHazard.length];
        Arrays.fill(budget, Double.POSITIVE_INFINITY);
        Arrays.fill(firstOnset, Double.POSITIVE_INFINITY);
        Arrays.fill(calmOnset, Double.POSITIVE_INFINITY);
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** @param hours a week that the executive is used to */
    public void settle(int executive, double hours) {
        strain[executive] = Math.min(settings.largestStrainHoursPerWeek(), hours);
    }

    /** @param hazardBudget standard exponential variate of this executive */
    public void begin(int executive, double hazardBudget, double now) {
        budget[executive] = hazardBudget;
        if (settings.active()) {
            calmOnset[executive] = now + hazardBudget / baseHazard[executive];
        }
    }

    /** Strain in hours a week. */
    public double strain(int executive) {
        return strain[executive];
    }

    public boolean isBurntOut(int executive) {
        return burntOut[executive];
    }

    /** Week of the first burnout; infinity if there was none yet. */
    public double firstOnset(int executive) {
        return firstOnset[executive];
    }

    /** Week in which somebody of the same disposition who never works above the threshold would burn out. */
    public double calmOnset(int executive) {
        return calmOnset[executive];
    }

    /** Hazard of the strain that there was, accumulated from the start of the clock to the last review, burnouts included. */
    public double carriedRisk(int executive) {
        return carriedRisk[executive];
    }

    /** Share of the usual hours that the executive gives, above 0 to 1. */
    public double hoursShare(int executive) {
        return burntOut[executive] ? settings.remainingHoursShare() : 1;
    }

    /**
     * The review at the end of a week: strain takes up the week's demand.
     *
     * @param worked clock hours in the past week
     * @param backlog hours of work that wait
     * @return the demand in hours, at most the largest strain
     */
    public double onWeek(int executive, double worked, double backlog) {
        double demand = Math.min(settings.largestStrainHoursPerWeek(), worked + settings.backlogWeight() * backlog);
        double share = -StrictMath.expm1(-1 / settings.memoryWeeks());
        strain[executive] += share * (demand - strain[executive]);
        return demand;
    }

    /**
     * Spends the hazard of the coming week, as if its demand were the past week's.
     *
     * @return the week of onset if it falls within the coming week, else infinity
     */
    public double onsetWithinWeek(int executive, double demand, double now) {
        carriedRisk[executive] += comingRisk[executive];
        comingRisk[executive] = 0;
        if (!settings.active()) {
            return Double.POSITIVE_INFINITY;
        }
        double hazard = weekHazard(executive, demand);
        comingRisk[executive] = hazard;
        if (burntOut[executive]) {
            return Double.POSITIVE_INFINITY;
        }
        if (hazard < budget[executive]) {
            budget[executive] -= hazard;
            return Double.POSITIVE_INFINITY;
        }
        double onset = now + budget[executive] / hazard;
        budget[executive] = 0;
        return onset;
    }

    public void onOnset(int executive, double now) {
        burntOut[executive] = true;
        firstOnset[executive] = Math.min(firstOnset[executive], now);
    }

    /** @param hazardBudget standard exponential variate for the time after the recovery */
    public void onRecovery(int executive, double hazardBudget) {
        burntOut[executive] = false;
        budget[executive] = hazardBudget;
    }

    /** Integral of the hazard over the coming week while strain moves toward the demand. */
    double weekHazard(int executive, double demand) {
        double excess = excessHoursOfWeek(
                strain[executive] - settings.thresholdHoursPerWeek(), demand - settings.thresholdHoursPerWeek());
        return baseHazard[executive] * (1 + settings.risePerHour() * excess);
    }

    /* Integral over a week of the positive part of target + (start - target) e^(-t / memory). */
    private double excessHoursOfWeek(double start, double target) {
        double memory = settings.memoryWeeks();
        if (start <= 0 && target <= 0) {
            return 0;
        }
        double from = 0;
        double to = 1;
        if (start < 0 || target < 0) {
            double crossing = memory * StrictMath.log((start - target) / -target);
            if (start < 0) {
                from = Math.min(1, crossing);
            } else {
                to = Math.min(1, crossing);
            }
        }
        return target * (to - from)
                + (start - target) * memory * (StrictMath.exp(-from / memory) - StrictMath.exp(-to / memory));
    }
}
