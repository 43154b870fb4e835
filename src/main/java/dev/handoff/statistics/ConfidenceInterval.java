package dev.handoff.statistics;

/**
 * An estimate and the limits between which the true value lies with a confidence that the maker states.
 *
 * @param low -infinite where nothing bounds it from below
 * @param high infinite where nothing bounds it from above
 */
public record ConfidenceInterval(double estimate, double low, double high) {

    /** Half the distance between the limits; infinite without one of them, NaN if nothing is known. */
    public double halfWidth() {
        return (high - low) / 2;
    }

    public boolean covers(double value) {
        return low <= value && value <= high;
    }

    /** The interval of the negated quantity. */
    ConfidenceInterval negated() {
        return new ConfidenceInterval(0 - estimate, 0 - high, 0 - low);
    }
}
