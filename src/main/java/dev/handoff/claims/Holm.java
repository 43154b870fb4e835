package dev.handoff.claims;

import java.util.Arrays;
import java.util.Comparator;

/** Holm's correction (1979): probabilities that hold for many tests together. */
final class Holm {

    private Holm() {}

    /**
     * @param probabilities of the tests that were made, each from 0 to 1
     * @param tests how many there are, those included that were not made; these count as if they came last
     * @return adjusted, in the order given
     */
    static double[] adjusted(double[] probabilities, int tests) {
        Integer[] order = new Integer[probabilities.length];
        Arrays.setAll(order, test -> test);
        Arrays.sort(order, Comparator.comparingDouble(test -> probabilities[test]));
        double[] adjusted = new double[probabilities.length];
        double before = 0;
        for (int rank = 0; rank < order.length; rank++) {
            double factor = Math.max(tests, order.length) - rank;
            before = Math.max(before, Math.min(1, factor * probabilities[order[rank]]));
            adjusted[order[rank]] = before;
        }
        return adjusted;
    }
}
