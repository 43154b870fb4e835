package dev.handoff.model.mechanism;

import dev.handoff.kernel.Fast;
import dev.handoff.model.mechanism.Satisfaction.Cause;
import java.util.Arrays;

/**
 * When contacts leave and why. The hazard rises exponentially as satisfaction falls below the anchor; each contact has a
 * budget of accumulated hazard, exponential with mean 1, and leaves when it is used up, which is exact because satisfaction is
 * constant between answers (M12; Bolton 1998).
 */
public final class Churn {

    /** The {@code churn} section of a scenario; hazards are given a year and kept a week. */
    public record Settings(
            boolean active,
            double customerHazardPerWeek,
            double supplierHazardPerWeek,
            double sensitivity,
            double anchor,
            double largestFactor,
            double friendFactor) {}

    /** Why a contact left. */
    public enum Reason {
        WAIT,
        ERROR,
        FORCED,
        CONFLICT,
        BALL,
        NATURAL,
        /** Made to leave; no loss. */
        PRUNED
    }

    private static final Cause[] CAUSES = Cause.values();
    private static final Reason[] REASONS = Reason.values();

    private Settings settings;
    private final Satisfaction satisfaction;
    private final double[] budget; // by contact
    private final double[] hazard; // by contact, a week
    private final double[] since; // by contact, week from which the hazard holds

    public Churn(Settings settings, Satisfaction satisfaction, int contacts) {
        this.settings = settings;
        this.satisfaction = satisfaction;
        budget = new double[contacts];
        hazard = new double[contacts];
        since = new double[contacts];
        Arrays.fill(budget, Double.POSITIVE_INFINITY);
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    /** @param hazardBudget standard exponential variate of this contact */
    public void begin(int contact, double hazardBudget, double now) {
        budget[contact] = hazardBudget;
        since[contact] = now;
    }

    /** Settles the hazard so far and gives the week in which the contact leaves if nothing changes; maybe infinity. */
    public double leavesAt(int contact, boolean customer, boolean friend, double now) {
        budget[contact] = Math.max(0, budget[contact] - hazard[contact] * (now - since[contact]));
        since[contact] = now;
        hazard[contact] = hazard(contact, customer, friend);
        return hazard[contact] > 0 ? now + budget[contact] / hazard[contact] : Double.POSITIVE_INFINITY;
    }

    /** Hazard a week. */
    double hazard(int contact, boolean customer, boolean friend) {
        if (!settings.active()) {
            return 0;
        }
        double base = customer ? settings.customerHazardPerWeek() : settings.supplierHazardPerWeek();
        return base * (friend ? settings.friendFactor() : 1) * factor(contact);
    }

    private double factor(int contact) {
        double below = settings.anchor() - satisfaction.of(contact);
        return Math.min(settings.largestFactor(), Fast.exp(settings.sensitivity() * below));
    }

    /**
     * Why a contact that leaves now does so: for reasons of its own with the share that the base hazard has, else in proportion
     * to what its satisfaction lacks.
     *
     * @param uniform variate from 0 to 1
     */
    public Reason reason(int contact, double uniform) {
        double natural = Math.min(1, 1 / factor(contact));
        double sum = 0;
        for (Cause cause : CAUSES) {
            sum += satisfaction.deficit(contact, cause);
        }
        if (sum == 0 || uniform < natural) {
            return Reason.NATURAL;
        }
        double rest = (uniform - natural) / (1 - natural) * sum;
        int last = 0;
        for (int cause = 0; cause < CAUSES.length; cause++) {
            double deficit = satisfaction.deficit(contact, CAUSES[cause]);
            if (deficit > 0) {
                last = cause;
                if (rest < deficit) {
                    return REASONS[cause];
                }
                rest -= deficit;
            }
        }
        return REASONS[last];
    }
}
