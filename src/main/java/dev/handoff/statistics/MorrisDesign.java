package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.RandomStreams;

/**
 * Trajectories through a grid on the unit cube (Morris 1991): each begins at a random point and changes one factor after the other, in
 * random order, by the step p / (2 (p - 1)) of p levels, which makes every level equally likely before and after.
 *
 * @param points by point, then factor, from 0 to 1; factors + 1 points of one trajectory follow each other
 * @param changed by trajectory, then step: the factor that changes
 * @param step size of a change, always the same; its sign is random
 */
public record MorrisDesign(double[][] points, int[][] changed, double step) {

    /**
     * @param levels of the grid, an even number, 2 or more; usually 4
     * @param trajectories 2 or more; usually 10 to 50
     */
    public static MorrisDesign of(int factors, int levels, int trajectories, long seed) {
        Check.that(factors >= 1, "factors (%s) must be 1 or more", factors);
        Check.that(levels >= 2 && levels % 2 == 0, "levels (%s) must be an even number, 2 or more", levels);
        Check.that(trajectories >= 2, "trajectories (%s) must be 2 or more", trajectories);
        RandomStreams random = new RandomStreams(seed, 0);
        double[][] points = new double[trajectories * (factors + 1)][];
        int[][] changed = new int[trajectories][];
        for (int trajectory = 0; trajectory < trajectories; trajectory++) {
            random.at(0, trajectory, 0);
            int[] level = new int[factors];
            for (int factor = 0; factor < factors; factor++) {
                level[factor] = random.nextInt(levels);
            }
            changed[trajectory] = RandomOrder.permutation(factors, random);
            int first = trajectory * (factors + 1);
            points[first] = onCube(level, levels);
            for (int step = 0; step < factors; step++) {
                int factor = changed[trajectory][step];
                // Half the levels up or down: only one of the two stays on the grid.
                level[factor] += level[factor] < levels / 2 ? levels / 2 : -levels / 2;
                points[first + step + 1] = onCube(level, levels);
            }
        }
        return new MorrisDesign(points, changed, levels / (2.0 * (levels - 1)));
    }

    public int factors() {
        return points[0].length;
    }

    public int trajectories() {
        return changed.length;
    }

    private static double[] onCube(int[] level, int levels) {
        double[] point = new double[level.length];
        for (int factor = 0; factor < level.length; factor++) {
            point[factor] = (double) level[factor] / (levels - 1);
        }
        return point;
    }
}
