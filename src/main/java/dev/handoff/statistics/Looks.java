package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When something is looked at, and how surprising what is seen then is, given that it was looked at before: after 100 replications, 200, 400
 * and so on, and at the end. Probabilities are two-sided. Safe for threads.
 */
public final class Looks {
    /** Of one test alone: the probability that chance decides it, at any look and in either direction. */
    public static final double LEVEL = 0.05;

    /** The least probability that is told. */
    public static final double LEAST = 1e-12;

    private static final int FIRST = 100;
    private static final double SHORTEST_STEP = 1.5;
    private static final int LEVELS_PER_DECADE = 4;
    private static final int DECADES = 12;

    private final int[] replications; // by look
    private final double[] shares; // by look
    private final double[][] bounds =
            new double[LEVELS_PER_DECADE * DECADES][]; // by level, then look; made when needed

    private final Map<Double, double[]> tails = new HashMap<>(); // by error, then look

    /** @param most replications of an arm, 2 or more */
    public Looks(int most) {
        Check.that(most >= 2, "replications (%s) must be 2 or more", most);
        List<Integer> at = new ArrayList<>();
        for (int next = FIRST; next * SHORTEST_STEP <= most; next *= 2) {
            at.add(next);
        }
        at.add(most);
        replications = at.stream().mapToInt(Integer::intValue).toArray();
        shares = at.stream().mapToDouble(each -> each / (double) most).toArray();
    }

    public int count() {
        return replications.length;
    }

    /** Replications that there are at a look, counted from 0. */
    public int replications(int look) {
        return replications[look];
    }

    /** Half the width of the interval that holds at all looks together, in standard errors. */
    public double halfWidth(int look) {
        return bounds(0)[look];
    }

    /**
     * The least two-sided level at which the boundary of this look would be crossed upwards.
     *
     * @param z standard normal if nothing is the matter
     */
    public double probability(int look, double z) {
        int last = bounds.length - 1;
        if (z < bounds(0)[look]) {
            return 1;
        }
        if (z >= bounds(last)[look]) {
            return LEAST;
        }
        int low = 0;
        int high = last;
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (z >= bounds(middle)[look]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double from = square(bounds(low)[look]);
        double share = (square(z) - from) / (square(bounds(high)[look]) - from);
        return Math.max(LEAST, level(low + share));
    }

    /**
     * What remains for each look of a one-sided error that holds at all looks together: the probability with which chance alone crosses
     * the boundary of that look, were it the only one; never less than {@link #LEAST}.
     *
     * @param error between 0 and 0.5
     * @return by look
     */
    public synchronized double[] tails(double error) {
        return tails.computeIfAbsent(
                        error,
                        each -> Arrays.stream(Boundaries.of(each, shares))
                                .map(bound -> Math.max(LEAST, Boundaries.upperTail(bound)))
                                .toArray())
                .clone();
    }

    private static double square(double value) {
        return value * value;
    }

    private static double level(double step) {
        return LEVEL * StrictMath.pow(10, -step / LEVELS_PER_DECADE);
    }

    private synchronized double[] bounds(int step) {
        if (bounds[step] == null) {
            bounds[step] = Boundaries.of(level(step) / 2, shares);
        }
        return bounds[step];
    }
}
