package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.Arrays;

/**
 * How deep curves lie in a sample of curves: the modified band depth of López-Pintado and Romo (2009) with bands of two curves. The
 * depth of a curve is the share of pairs of curves, times the share of the time, whose band from the lower to the upper one holds it,
 * edges included. The deepest curve is the functional median.
 */
public final class BandDepth {
    private BandDepth() {}

    /**
     * Depth of each curve. Where a curve has no value (NaN), so has no other one: the moment is left out.
     *
     * @param curves by curve, then moment; at least two curves of the same length
     * @return by curve, 0 to 1; NaN if no moment has values
     */
    public static double[] of(double[][] curves) {
        int count = curves.length;
        Check.that(count >= 2, "curves (%s) must be 2 or more", count);
        double[] covered = new double[count];
        int moments = 0;
        double[] sorted = new double[count];
        for (int moment = 0; moment < curves[0].length; moment++) {
            for (int curve = 0; curve < count; curve++) {
                sorted[curve] = curves[curve][moment];
            }
            Arrays.sort(sorted);
            if (!Double.isNaN(sorted[count - 1])) {
                moments++;
                for (int curve = 0; curve < count; curve++) {
                    covered[curve] += pairsAround(sorted, curves[curve][moment]);
                }
            }
        }
        for (int curve = 0; curve < count; curve++) {
            covered[curve] = moments == 0 ? Double.NaN : covered[curve] / (pairs(count) * moments);
        }
        return covered;
    }

    /* All pairs but those of which both are below or both above. */
    private static double pairsAround(double[] sorted, double value) {
        int below = first(sorted, value);
        int above = sorted.length - first(sorted, Math.nextUp(value));
        return pairs(sorted.length) - pairs(below) - pairs(above);
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }

    /** Place of the first value that is not below the limit. */
    private static int first(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
