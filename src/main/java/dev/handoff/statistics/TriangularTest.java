package dev.handoff.statistics;

/**
 * The continuation region of Kim and Nelson (2001) for a sum of independent normal differences: |sum| below h^2 s^2 / (2 delta) - delta n /
 * 2, with h^2 = 2 eta f and eta = ((2 beta)^(-2 / f) - 1) / 2 for a variance s^2 of f degrees of freedom that is independent of the sums'
 * signs (Fabian 1974). A sum whose drift is delta or more leaves it downwards with a probability of at most beta, whenever it is looked at
 * (Jennison, Johnstone and Turnbull 1982).
 *
 * @param delta drift that is worth detecting, above 0
 */
record TriangularTest(double beta, double delta) {

    /** The square of the constant h. */
    double constant(int degreesOfFreedom) {
        double eta = (StrictMath.pow(2 * beta, -2.0 / degreesOfFreedom) - 1) / 2;
        return 2 * eta * degreesOfFreedom;
    }

    /** The sum at which the region ends after n differences; 0 from where it is closed. */
    double bound(double variance, int degreesOfFreedom, int n) {
        return Math.max(0, constant(degreesOfFreedom) * variance / (2 * delta) - delta * n / 2);
    }
}
