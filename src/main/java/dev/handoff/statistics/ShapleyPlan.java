package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.RandomStreams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * Which coalitions a {@link ShapleyDecomposition} needs. A coalition is the set of settings that have changed, as bits: bit n is setting n.
 *
 * @param settings how many differ, from 1 to {@link #MOST_SETTINGS}
 * @param orders in which settings are changed one after the other, each followed by its reverse; empty where all coalitions are used
 */
public record ShapleyPlan(int settings, List<int[]> orders) {
    public static final int MOST_SETTINGS = 62;

    /** Most settings for which all coalitions are used: 2 to this power. */
    public static final int MOST_EXACT = 16;

    public ShapleyPlan {
        Check.that(
                1 <= settings && settings <= MOST_SETTINGS,
                "settings (%s) must be from 1 to %s",
                settings,
                MOST_SETTINGS);
        Check.that(
                !orders.isEmpty() || settings <= MOST_EXACT,
                "all coalitions of %s settings are too many; draw orders for more than %s",
                settings,
                MOST_EXACT);
    }

    /** Every coalition, 2 to the power of settings; recommended up to 8. */
    public static ShapleyPlan exact(int settings) {
        return new ShapleyPlan(settings, List.of());
    }

    /**
     * Random orders, each with its reverse (antithetic; Mitchell et al. 2022): a setting that comes early in one comes late in the other, which
     * takes pairwise interactions off the error.
     *
     * @param pairs of orders, 2 or more
     */
    public static ShapleyPlan sampled(int settings, int pairs, long seed) {
        Check.that(pairs >= 2, "pairs (%s) must be 2 or more", pairs);
        RandomStreams random = new RandomStreams(seed, 0);
        List<int[]> orders = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            random.at(0, pair, 0);
            int[] order = RandomOrder.permutation(settings, random);
            int[] reverse = new int[settings];
            for (int place = 0; place < settings; place++) {
                reverse[place] = order[settings - 1 - place];
            }
            Collections.addAll(orders, order, reverse);
        }
        return new ShapleyPlan(settings, List.copyOf(orders));
    }

    public boolean isExact() {
        return orders.isEmpty();
    }

    /** All settings changed. */
    public long all() {
        return (1L << settings) - 1;
    }

    /** Every coalition that is needed, once each, rising. */
    public long[] coalitions() {
        TreeSet<Long> coalitions = new TreeSet<>();
        for (long coalition = 0; isExact() && coalition <= all(); coalition++) {
            coalitions.add(coalition);
        }
        for (int[] order : orders) {
            long coalition = 0;
            coalitions.add(coalition);
            for (int setting : order) {
                coalition |= 1L << setting;
                coalitions.add(coalition);
            }
        }
        return coalitions.stream().mapToLong(Long::longValue).toArray();
    }
}
