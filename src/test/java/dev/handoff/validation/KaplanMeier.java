package dev.handoff.validation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How the share of those to whom something has happened grows, where some are lost from sight before (Kaplan and Meier 1958). */
final class KaplanMeier {

    /**
     * One individual.
     *
     * @param week until which it was seen
     * @param happened whether it happened in that week, or it was lost from sight
     */
    record Sight(double week, boolean happened) {}

    private final List<Double> weeks = new ArrayList<>();
    private final List<Double> shares = new ArrayList<>(); // to whom it has happened from that week on

    KaplanMeier(Collection<Sight> sights) {
        List<Sight> inOrder = sights.stream()
                .sorted(Comparator.comparingDouble(Sight::week).thenComparing(sight -> !sight.happened()))
                .toList();
        int seen = inOrder.size();
        double without = 1;
        for (Sight sight : inOrder) {
            if (sight.happened()) {
                without *= 1 - 1.0 / seen;
                weeks.add(sight.week());
                shares.add(1 - without);
            }
            seen--;
        }
    }

    /** Share to whom it has happened by the end of the week. */
    double share(double week) {
        double share = 0;
        for (int step = 0; step < weeks.size() && weeks.get(step) <= week; step++) {
            share = shares.get(step);
        }
        return share;
    }

    /** First week by which it has happened to this share; infinity if it never did. */
    double week(double share) {
        for (int step = 0; step < weeks.size(); step++) {
            if (shares.get(step) >= share) {
                return weeks.get(step);
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
