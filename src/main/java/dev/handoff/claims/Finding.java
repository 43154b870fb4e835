package dev.handoff.claims;

/**
 * What was seen of one contrast.
 *
 * @param mean of the sum over replications
 * @param low limit of its 95 % interval, valid although it was looked at repeatedly
 * @param forIt two-sided probability of something so much in favour of what is claimed, at most 1
 * @param againstIt the same of what speaks against it
 */
public record Finding(double mean, double low, double high, double forIt, double againstIt) {

    /** Half the width of the interval; NaN if there is none. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
