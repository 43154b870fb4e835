package dev.handoff.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Points that no other one dominates: none is at least as good in every objective and better in one. */
public final class ParetoFront {

    private ParetoFront() {}

    /**
     * @param costs by point, then objective; less is better
     * @return numbers of the points, ascending; of equal ones all
     */
    public static int[] of(double[][] costs) {
        return IntStream.range(0, costs.length)
                .filter(point -> Arrays.stream(costs).noneMatch(other -> dominates(other, costs[point])))
                .toArray();
    }

    /** Whether the first is at least as good in every objective and better in one. */
    public static boolean dominates(double[] one, double[] other) {
        boolean better = false;
        for (int objective = 0; objective < one.length; objective++) {
            if (one[objective] > other[objective]) {
                return false;
            }
            better |= one[objective] < other[objective];
        }
        return better;
    }
}
