package dev.handoff.statistics;

import dev.handoff.kernel.Check;

/** Every combination of the levels of several factors; the last factor changes fastest. */
public final class FullFactorial {
    /** Most combinations that are made. */
    public static final int MOST_POINTS = 1_000_000;

    private FullFactorial() {}

    /**
     * @param counts levels of each factor, 1 or more
     * @return by point, then factor: the level, counted from 0
     * @throws IllegalArgumentException for more than {@link #MOST_POINTS} combinations
     */
    public static int[][] levels(int... counts) {
        long points = 1;
        for (int count : counts) {
            Check.that(count >= 1, "a factor has %s levels, it needs 1 or more", count);
            points *= count;
            Check.that(points <= MOST_POINTS, "a full factorial has more than %s points", MOST_POINTS);
        }
        int[][] levels = new int[(int) points][counts.length];
        for (int point = 0; point < points; point++) {
            int rest = point;
            for (int factor = counts.length - 1; factor >= 0; factor--) {
                levels[point][factor] = rest % counts[factor];
                rest /= counts[factor];
            }
        }
        return levels;
    }

    /**
     * The same on the unit cube: levels at equal distances from 0 to 1, both included; a single level lies at 1/2.
     *
     * @return by point, then factor, from 0 to 1
     */
    public static double[][] points(int... counts) {
        int[][] levels = levels(counts);
        double[][] points = new double[levels.length][counts.length];
        for (int point = 0; point < levels.length; point++) {
            for (int factor = 0; factor < counts.length; factor++) {
                int most = counts[factor] - 1;
                points[point][factor] = most == 0 ? 0.5 : (double) levels[point][factor] / most;
            }
        }
        return points;
    }
}
