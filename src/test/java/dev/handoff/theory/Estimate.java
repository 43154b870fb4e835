package dev.handoff.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.validation.Evidence;

/**
 * An estimate over replications. It may be off by 4 standard errors: with the 19 to 23 degrees of freedom here chance exceeds
 * that in 0.06 to 0.08 % of all comparisons, by Student's t.
 */
record Estimate(double value, double standardError) {

    private double tolerance() {
        return 4 * standardError;
    }

    /** @param precision largest tolerance that means something, relative to what is expected */
    void mustMeet(double expected, double precision, Evidence evidence, String what) {
        mustMeet(expected, precision, expected, evidence, what);
    }

    /** @param scale what the precision is relative to, where something that vanishes is expected */
    void mustMeet(double expected, double precision, double scale, Evidence evidence, String what) {
        assertThat(tolerance()).as("precision of '%s'", what).isLessThan(precision * scale);
        evidence.near(what, expected, value, tolerance());
    }
}
