package dev.handoff.statistics;

import java.util.Random;

/**
 * The (s, S) inventory of Koenig and Law (1985): a review each month, no lag, demand of Poisson(25) a month, 32 for an order and 3 for
 * each item of it, 1 for each item held and 5 for each item owed at the end of the month; average cost of 30 months, from S on.
 */
final class Inventory {
    /** Order below, order up to; by policy. */
    static final int[][] POLICIES = {{20, 40}, {20, 80}, {40, 60}, {40, 100}, {60, 100}};

    /** Exact average monthly cost by policy. */
    static final double[] COSTS = {114.176, 112.742, 130.550, 130.699, 147.382};

    static final int BEST = 1;

    private static final int MONTHS = 30;

    private Inventory() {}

    /** @return average monthly cost; the same demands for the same random numbers */
    static double cost(int[] policy, Random random) {
        int level = policy[1];
        double cost = 0;
        for (int month = 0; month < MONTHS; month++) {
            if (level < policy[0]) {
                cost += 32 + 3 * (policy[1] - level);
                level = policy[1];
            }
            level -= demand(random);
            cost += level > 0 ? level : -5 * level;
        }
        return cost / MONTHS;
    }

    private static int demand(Random random) {
        double product = random.nextDouble();
        int demand = 0;
        for (double limit = StrictMath.exp(-25); product > limit; product *= random.nextDouble()) {
            demand++;
        }
        return demand;
    }
}
