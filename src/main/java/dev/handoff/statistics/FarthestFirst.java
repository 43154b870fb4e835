package dev.handoff.statistics;

import java.util.ArrayList;
import java.util.List;

/** Few of many points so that they are spread out: each next one is the farthest from those chosen before (Gonzalez 1985). */
public final class FarthestFirst {

    private FarthestFirst() {}

    /**
     * Chooses points.
     *
     * @param places by point, then coordinate
     * @param first numbers of points that are chosen in any case, at least one
     * @param most how many are chosen at most
     * @return numbers in the order of choice; of equally far ones the lowest; none at the place of another
     */
    public static List<Integer> choose(double[][] places, List<Integer> first, int most) {
        List<Integer> chosen = new ArrayList<>(first);
        while (chosen.size() < most) {
            int farthest = -1;
            double distance = 0;
            for (int point = 0; point < places.length; point++) {
                double nearest = nearest(places, point, chosen);
                if (nearest > distance) {
                    distance = nearest;
                    farthest = point;
                }
            }
            if (farthest < 0) {
                return chosen;
            }
            chosen.add(farthest);
        }
        return chosen;
    }

    private static double nearest(double[][] places, int point, List<Integer> chosen) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int other : chosen) {
            double squares = 0;
            for (int coordinate = 0; coordinate < places[point].length; coordinate++) {
                double distance = places[point][coordinate] - places[other][coordinate];
                squares += distance * distance;
            }
            nearest = Math.min(nearest, squares);
        }
        return nearest;
    }
}
