package dev.handoff.claims;

/**
 * A weighted sum of the outcomes of some arms, and what is claimed of its mean: {@code sign x mean > bound}.
 *
 * @param what in words
 * @param weights by arm
 * @param sign 1 or -1
 */
public record Contrast(String what, double[] weights, int sign, double bound) {

    /** The sum for one replication. */
    double of(double[][] outcomes, int replication) {
        double sum = 0;
        for (int arm = 0; arm < weights.length; arm++) {
            if (weights[arm] != 0) {
                sum += weights[arm] * outcomes[arm][replication];
            }
        }
        return sum;
    }
}
