package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.statistics.Direction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether fewer or more of a measure is better, and which differences are too small to act on, where nobody says otherwise. */
public final class Preference {
    /* Measures by week 52, or between weeks, are judged as what they are of. */
    private static final String WEEKS = "(_\\d+)+$";

    private static final Set<String> MORE_IS_BETTER = Set.of(
            "capacity_freed",
            "capacity_freed_of_all",
            "capacity_freed_cumulative",
            "net_hours_vs_twin",
            "interruptions_avoided",
            "task_hours_freed",
            "acceptance",
            "drops_caught",
            "leads_won",
            "lead_value_won",
            "requests_answered",
            "satisfaction",
            "belief",
            "skill",
            "confidence",
            "ownership",
            "contacts_won",
            "contacts_active",
            "productivity",
            "morale",
            "trust",
            "net_value",
            "cash",
            "service_level");

    /* Efforts and states that are means to an end. */
    private static final Set<String> NEITHER_IS_BETTER = Set.of(
            "baseline_hours",
            "hours_of_lost_contacts",
            "hours_duties",
            "hours_improvement",
            "hours_sales",
            "hours_new_contacts",
            "task_hours_delegated",
            "delegate_hours",
            "pruned",
            "outsourced_share",
            "intervention_propensity");

    private static final Map<String, Double> DIFFERENCES = Map.ofEntries(
            Map.entry("share", 0.01),
            Map.entry("probability", 0.01),
            Map.entry("level", 0.01),
            Map.entry("index", 0.01),
            Map.entry("h/week", 0.5),
            Map.entry("h", 25.0),
            Map.entry("days", 0.1),
            Map.entry("weeks", 1.0),
            Map.entry("requests", 0.5),
            Map.entry("requests/week", 0.5),
            Map.entry("errors/week", 0.1),
            Map.entry("contacts", 0.5),
            Map.entry("lost/year", 0.01),
            Map.entry("per year", 0.05),
            Map.entry("$", 5_000.0),
            Map.entry("$/week", 100.0),
            Map.entry("$/year", 5_000.0));

    private static final double DOLLARS_OF_A_REQUEST = 1;

    private Preference() {}

    /** Empty where it depends on what is wanted, as for hours of delegates. */
    public static Optional<Direction> direction(Measure measure) {
        String id = measure.id().replaceAll(WEEKS, "");
        if (NEITHER_IS_BETTER.contains(id)) {
            return Optional.empty();
        }
        return Optional.of(MORE_IS_BETTER.contains(id) ? Direction.LARGEST : Direction.SMALLEST);
    }

    /** In the unit of the measure, above 0; empty for a unit that is not known here. */
    public static Optional<Double> difference(Measure measure) {
        return measure.id().equals("cost_per_request")
                ? Optional.of(DOLLARS_OF_A_REQUEST)
                : Optional.ofNullable(DIFFERENCES.get(measure.unit()));
    }
}
