package dev.handoff.statistics;

import dev.handoff.kernel.RandomStreams;

/** Random permutations and draws with replacement, uniform over all of them. */
final class RandomOrder {

    private RandomOrder() {}

    /** The numbers from 0 to count - 1 in random order (Fisher and Yates 1938, in the form of Durstenfeld 1964). */
    static int[] permutation(int count, RandomStreams random) {
        int[] order = new int[count];
        for (int last = 0; last < count; last++) {
            int place = random.nextInt(last + 1);
            order[last] = order[place];
            order[place] = last;
        }
        return order;
    }

    /** As many of the numbers from 0 to count - 1 as there are, drawn with replacement. */
    static int[] resample(int count, RandomStreams random) {
        int[] drawn = new int[count];
        for (int place = 0; place < count; place++) {
            drawn[place] = random.nextInt(count);
        }
        return drawn;
    }
}
