package dev.handoff.statistics;

import dev.handoff.kernel.Check;

/**
 * How exactly something shall be known.
 *
 * @param probability of the quantile, between 0 and 1; NaN for the other kinds
 * @param halfWidth the most that half the width of the interval may be, above 0: in the unit of the values, or, if relative, as a share
 *     of the estimate's size
 */
public record PrecisionTarget(Kind kind, double probability, double halfWidth, boolean relative) {

    /** What is estimated. Values of a probability are 0 or 1. */
    public enum Kind {
        MEAN,
        QUANTILE,
        PROBABILITY
    }

    public PrecisionTarget {
        Check.that(halfWidth > 0 && halfWidth < Double.POSITIVE_INFINITY, "half-width (%s) must be above 0", halfWidth);
        Check.that(
                kind == Kind.QUANTILE ? probability > 0 && probability < 1 : Double.isNaN(probability),
                "probability of the quantile (%s) must be between 0 and 1, and NaN without one",
                probability);
    }

    public static PrecisionTarget ofMean(double halfWidth, boolean relative) {
        return new PrecisionTarget(Kind.MEAN, Double.NaN, halfWidth, relative);
    }

    public static PrecisionTarget ofQuantile(double probability, double halfWidth, boolean relative) {
        return new PrecisionTarget(Kind.QUANTILE, probability, halfWidth, relative);
    }

    public static PrecisionTarget ofProbability(double halfWidth, boolean relative) {
        return new PrecisionTarget(Kind.PROBABILITY, Double.NaN, halfWidth, relative);
    }

    /** Half the width that is allowed beside an estimate, in the unit of the values. */
    double allowed(double estimate) {
        return relative ? halfWidth * Math.abs(estimate) : halfWidth;
    }

    boolean isMet(ConfidenceInterval interval) {
        return interval.halfWidth() <= allowed(interval.estimate());
    }
}
