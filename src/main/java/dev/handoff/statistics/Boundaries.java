package dev.handoff.statistics;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.special.Erf;

/**
 * Upper boundaries of a standardized mean that is looked at several times, so that chance alone crosses one of them with a given
 * probability: alpha spending of the O'Brien-Fleming type (Lan and DeMets 1983), 2 - 2 Phi(z(alpha/2) / sqrt(t)) by the share t of the
 * information, by the recursion of Armitage, McPherson and Rowe (1969).
 */
final class Boundaries {
    private static final int NODES = 120;
    private static final double LOWEST = -9; // standard deviations; what comes from below cannot be seen
    private static final double HIGHEST = 14;
    private static final double FARTHEST = 60;
    private static final double PRECISION = 1e-9;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES);

    private Boundaries() {}

    /**
     * @param alpha probability of crossing from below, in one direction
     * @param shares of the information at each look, rising to 1
     * @return by look, in standard deviations
     */
    static double[] of(double alpha, double[] shares) {
        double[] bounds = new double[shares.length];
        double[] nodes = {};
        double[] masses = {}; // probability near each node of the sum so far, not having crossed
        double spent = 0;
        for (int look = 0; look < shares.length; look++) {
            double before = look == 0 ? 0 : shares[look - 1];
            double spread = Math.sqrt(shares[look] - before);
            double due = spending(alpha, shares[look]) - spent;
            double root = Math.sqrt(shares[look]);
            bounds[look] = bound(due, root, spread, nodes, masses);
            spent += due;
            double[] next = nodes(root * LOWEST, root * Math.min(HIGHEST, bounds[look]));
            masses = masses(next, spread, nodes, masses);
            nodes = next;
        }
        return bounds;
    }

    /** What may have been spent of alpha at a share of the information. */
    static double spending(double alpha, double share) {
        return 2 * upperTail(quantile(alpha / 2) / Math.sqrt(share));
    }

    /** Probability that a standard normal variate exceeds z. */
    static double upperTail(double z) {
        return 0.5 * Erf.erfc(z / Math.sqrt(2));
    }

    /** The z that is exceeded with the given probability. */
    static double quantile(double tail) {
        double low = -FARTHEST;
        double high = FARTHEST;
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            if (upperTail(middle) > tail) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double bound(double due, double root, double spread, double[] nodes, double[] masses) {
        double low = -5;
        double high = FARTHEST;
        while (high - low > PRECISION) {
            double middle = (low + high) / 2;
            if (crossing(middle * root, spread, nodes, masses) > due) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double crossing(double sum, double spread, double[] nodes, double[] masses) {
        if (nodes.length == 0) {
            return upperTail(sum / spread);
        }
        double probability = 0;
        for (int node = 0; node < nodes.length; node++) {
            probability += masses[node] * upperTail((sum - nodes[node]) / spread);
        }
        return probability;
    }

    private static double[] nodes(double low, double high) {
        double[] nodes = new double[NODES];
        for (int node = 0; node < NODES; node++) {
            nodes[node] = (low + high) / 2 + RULE.getPoint(node) * (high - low) / 2;
        }
        return nodes;
    }

    private static double[] masses(double[] next, double spread, double[] nodes, double[] masses) {
        double[] result = new double[NODES];
        double half = (next[NODES - 1] - next[0]) / (RULE.getPoint(NODES - 1) - RULE.getPoint(0));
        for (int node = 0; node < NODES; node++) {
            double density = 0;
            if (nodes.length == 0) {
                density = density(next[node] / spread) / spread;
            }
            for (int from = 0; from < nodes.length; from++) {
                density += masses[from] * density((next[node] - nodes[from]) / spread) / spread;
            }
            result[node] = density * RULE.getWeight(node) * half;
        }
        return result;
    }

    private static double density(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
