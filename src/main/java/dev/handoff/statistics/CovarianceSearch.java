package dev.handoff.statistics;

import dev.handoff.kernel.RandomStreams;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.TooManyEvaluationsException;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.CMAESOptimizer;
import org.apache.commons.math3.random.AbstractRandomGenerator;

/**
 * Search for the minimum of a function on the unit cube by the evolution strategy with an adapted covariance matrix (Hansen and Ostermeier
 * 2001; Commons Math). It compares values and needs no slopes, so that the function may have steps. What it finds depends on the function
 * and the seed alone.
 */
public final class CovarianceSearch {
    private static final int LONGEST = 1_000_000;
    private static final int SOURCE = 1 << 20; // nothing else draws there

    private CovarianceSearch() {}

    /**
     * Evaluates the function at places that promise more and more, until it converges, has evaluated as often as it may, or the
     * function throws.
     *
     * @param start from 0 to 1 each
     * @param step how far from the start it looks at first, from 0 to 1
     * @param run other runs with the same seed draw other numbers
     */
    public static void minimise(
            ToDoubleFunction<double[]> function, double[] start, double step, int evaluations, long seed, int run) {
        int dimensions = start.length;
        double[] steps = new double[dimensions];
        Arrays.fill(steps, step);
        double[] high = new double[dimensions];
        Arrays.fill(high, 1);
        CMAESOptimizer strategy =
                new CMAESOptimizer(LONGEST, 0, true, 0, 0, new Draws(new RandomStreams(seed, run)), false, null);
        try {
            strategy.optimize(
                    new MaxEval(evaluations),
                    new ObjectiveFunction(function::applyAsDouble),
                    GoalType.MINIMIZE,
                    new SimpleBounds(new double[dimensions], high),
                    new InitialGuess(start),
                    new CMAESOptimizer.Sigma(steps),
                    new CMAESOptimizer.PopulationSize(4 + (int) (3 * StrictMath.log(dimensions))));
        } catch (TooManyEvaluationsException enough) {
            return; // how it usually ends
        }
    }

    /** The project's random numbers for the library. */
    private static final class Draws extends AbstractRandomGenerator {
        private final RandomStreams random;

        Draws(RandomStreams random) {
            this.random = random.at(SOURCE, 0, 0);
        }

        @Override
        public void setSeed(long seed) {
            throw new UnsupportedOperationException("the seed is given once");
        }

        @Override
        public double nextDouble() {
            return random.uniform();
        }

        @Override
        public double nextGaussian() {
            return random.gaussian();
        }
    }
}
