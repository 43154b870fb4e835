package dev.handoff.statistics;

import dev.handoff.kernel.RandomStreams;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Intervals of statistics of independent units by drawing the units again, with replacement (Efron 1979): the expanded percentile interval
 * (Hesterberg 2015), whose tails are those at which a percentile interval of a mean would be Student's.
 */
public final class Bootstrap {

    private Bootstrap() {}

    /**
     * @param units how many there are, 2 or more
     * @param statistics from the numbers of the units that were drawn; always as many
     * @return by statistic; the estimate is that of the units as they are
     */
    public static ConfidenceInterval[] intervals(
            int units, Resampling resampling, Function<int[], double[]> statistics) {
        RandomStreams random = new RandomStreams(resampling.seed(), 0);
        double[][] drawn = new double[resampling.resamples()][];
        for (int resample = 0; resample < drawn.length; resample++) {
            random.at(0, resample, 0);
            drawn[resample] = statistics.apply(RandomOrder.resample(units, random));
        }
        double tail = tail(units, resampling.confidence());
        double[] estimates = statistics.apply(IntStream.range(0, units).toArray());
        ConfidenceInterval[] intervals = new ConfidenceInterval[estimates.length];
        for (int statistic = 0; statistic < intervals.length; statistic++) {
            double[] values = new double[drawn.length];
            for (int resample = 0; resample < drawn.length; resample++) {
                values[resample] = drawn[resample][statistic];
            }
            Arrays.sort(values);
            intervals[statistic] =
                    new ConfidenceInterval(estimates[statistic], quantile(values, tail), quantile(values, 1 - tail));
        }
        return intervals;
    }

    private static double tail(int units, double confidence) {
        double student = Moments.student(units - 1, confidence);
        return new NormalDistribution(null, 0, 1).cumulativeProbability(-student * Math.sqrt(units / (units - 1.0)));
    }

    /** Linear between order statistics, the p-th of n lying at (p - 1) / (n - 1). */
    private static double quantile(double[] sorted, double probability) {
        double place = probability * (sorted.length - 1);
        int below = Math.min((int) place, sorted.length - 2);
        return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
