package dev.handoff.statistics;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * What is believed of a leader's true leads: they are normal given the data, and the alternatives' means come from a normal law of unknown
 * centre and unknown spread. The spread has a half-Cauchy prior in units of the indifference (Gelman 2006), so that leads that chance picks
 * out of the noise are believed as little as they deserve. Integrated over fixed quasi-random points: the same numbers everywhere.
 *
 * @param probabilityOfBest that the leader's mean is the best
 * @param probabilityOfGoodSelection that it is less than the indifference worse than the best
 * @param expectedLoss by how much it is expected to be worse than the best, in the unit of the values
 */
public record LeaderBelief(double probabilityOfBest, double probabilityOfGoodSelection, double expectedLoss) {
    static final LeaderBelief NOTHING = new LeaderBelief(0, 0, Double.NaN);

    private static final int POINTS = 1024;
    private static final int SPREADS = 16;
    private static final double SCALE = 2; // median of the spread, in indifferences
    private static final long SEED = 1;

    /**
     * @param leads of the leader's mean over each other one
     * @param covariance of the leads' errors
     */
    static LeaderBelief of(double[] leads, double[][] covariance, double indifference) {
        int size = leads.length;
        RealVector seen = new ArrayRealVector(leads);
        RealMatrix errorRoot = root(symmetric(new Array2DRowRealMatrix(covariance)));
        RealMatrix error = errorRoot.multiply(errorRoot.transpose()); // what is negative from rounding is gone
        double[] weights = new double[SPREADS];
        RealVector[] means = new RealVector[SPREADS];
        RealMatrix[] roots = new RealMatrix[SPREADS];
        for (int step = 0; step < SPREADS; step++) {
            double spread = SCALE * indifference * StrictMath.tan(Math.PI / 2 * (step + 0.5) / SPREADS);
            RealMatrix prior = prior(size, spread * spread);
            CholeskyDecomposition total = new CholeskyDecomposition(symmetric(prior.add(error)), 1e-9, 0);
            RealVector solved = total.getSolver().solve(seen);
            weights[step] = -logRootOfDeterminant(total) - seen.dotProduct(solved) / 2;
            means[step] = prior.operate(solved);
            roots[step] = root(
                    symmetric(prior.subtract(prior.multiply(total.getSolver().solve(prior)))));
        }
        return integrate(shares(weights), means, roots, indifference);
    }

    private static double logRootOfDeterminant(CholeskyDecomposition decomposition) {
        double sum = 0;
        for (int row = 0; row < decomposition.getL().getRowDimension(); row++) {
            sum += StrictMath.log(decomposition.getL().getEntry(row, row));
        }
        return sum;
    }

    /** Of the differences of one normal variate to others with the same variance. */
    private static RealMatrix prior(int size, double variance) {
        double[][] prior = new double[size][size];
        for (int row = 0; row < size; row++) {
            Arrays.fill(prior[row], variance);
            prior[row][row] = 2 * variance;
        }
        return new Array2DRowRealMatrix(prior);
    }

    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    private static RealMatrix root(RealMatrix covariance) {
        EigenDecomposition parts = new EigenDecomposition(covariance);
        RealMatrix root = parts.getV();
        for (int column = 0; column < root.getColumnDimension(); column++) {
            double scale = Math.sqrt(Math.max(0, parts.getRealEigenvalue(column)));
            root.setColumnVector(column, root.getColumnVector(column).mapMultiply(scale));
        }
        return root;
    }

    private static double[] shares(double[] logarithms) {
        double most = Arrays.stream(logarithms).max().orElseThrow();
        double[] shares = Arrays.stream(logarithms)
                .map(each -> StrictMath.exp(each - most))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(each -> each / sum).toArray();
    }

    private static LeaderBelief integrate(
            double[] shares, RealVector[] means, RealMatrix[] roots, double indifference) {
        int size = means[0].getDimension();
        double[][][] factors = Arrays.stream(roots).map(RealMatrix::getData).toArray(double[][][]::new);
        double best = 0;
        double good = 0;
        double loss = 0;
        for (double[] point : SobolSequence.points(POINTS, size + 1, SEED)) {
            int step = step(shares, point[size]);
            for (int place = 0; place < size; place++) {
                point[place] = ConfidenceIntervals.normal(Math.max(point[place], Double.MIN_NORMAL));
            }
            double least = least(means[step], factors[step], point);
            best += least >= 0 ? 1 : 0;
            good += least > -indifference ? 1 : 0;
            loss += Math.max(0, -least);
        }
        return new LeaderBelief(best / POINTS, good / POINTS, loss / POINTS);
    }

    private static double least(RealVector means, double[][] root, double[] normal) {
        double least = Double.POSITIVE_INFINITY;
        for (int row = 0; row < root.length; row++) {
            double lead = means.getEntry(row);
            for (int column = 0; column < root.length; column++) {
                lead += root[row][column] * normal[column];
            }
            least = Math.min(least, lead);
        }
        return least;
    }

    private static int step(double[] shares, double point) {
        double sum = 0;
        for (int step = 0; step < shares.length; step++) {
            sum += shares[step];
            if (point < sum) {
                return step;
            }
        }
        return shares.length - 1;
    }
}
