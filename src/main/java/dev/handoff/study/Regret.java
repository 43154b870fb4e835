package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.statistics.RegretTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What each policy of a sweep costs against the best one at the same point.
 *
 * @param scenarios numbers of the points at which the policies stand, by scenario, then policy; those where one has no value are left out
 */
public record Regret(Measure measure, boolean isMoreBetter, List<int[]> scenarios, RegretTable table) {
    private static final Pattern MORE = Pattern.compile("capacity_freed.*|net_value|net_hours_vs_twin|cash");
    private static final Pattern LESS = Pattern.compile(
            "customer_churn.*|churn_(?!natural).*|burnout_.*|strain|executive_hours|(?:vendor|partner)_loss|cost_per_request");

    /** Whether more of it is better; empty where that is a matter of opinion. */
    public static Optional<Boolean> isMoreBetter(Measure measure) {
        if (MORE.matcher(measure.id()).matches()) {
            return Optional.of(true);
        }
        return LESS.matcher(measure.id()).matches() ? Optional.of(false) : Optional.empty();
    }

    /** Of a measure over a design with a policy; empty where nobody can say what is better or no scenario has all values. */
    public static Optional<Regret> of(Sweep.Found found, int measure) {
        Optional<Boolean> more = isMoreBetter(found.measures().get(measure));
        if (!found.design().hasPolicy() || more.isEmpty()) {
            return Optional.empty();
        }
        int policies = found.design().policies();
        double[] means = found.means(measure);
        List<int[]> scenarios = new ArrayList<>();
        for (int first = 0; first + policies <= means.length; first += policies) {
            int[] points = new int[policies];
            boolean whole = true;
            for (int policy = 0; policy < policies; policy++) {
                points[policy] = first + policy;
                whole &= !Double.isNaN(means[first + policy]);
            }
            if (whole) {
                scenarios.add(points);
            }
        }
        if (scenarios.isEmpty()) {
            return Optional.empty();
        }
        double[][] outcomes = new double[policies][scenarios.size()];
        for (int policy = 0; policy < policies; policy++) {
            for (int scenario = 0; scenario < scenarios.size(); scenario++) {
                outcomes[policy][scenario] = means[scenarios.get(scenario)[policy]];
            }
        }
        RegretTable table = RegretTable.of(outcomes, more.get());
        return Optional.of(new Regret(found.measures().get(measure), more.get(), List.copyOf(scenarios), table));
    }
}
