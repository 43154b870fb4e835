package dev.handoff.study;

import dev.handoff.statistics.ConfidenceInterval;
import java.util.List;

/**
 * Values of the settings that are decided, and what the search saw of them. As the best of many are sought, what it saw of these is too good.
 *
 * @param number from 1, in the order in which candidates were looked at
 * @param values as YAML, by setting
 * @param message why it has no value; else empty
 * @param objectives by objective: estimate with a 95 % interval of its own; NaN without a value
 * @param constraints by constraint: the same, with the constraint's confidence in each direction
 * @param shortfall 0 where the constraints are kept with what a confirmation needs to show it; else by how much they are missed, relative to the
 *     limits (in points for shares), all together
 */
public record Candidate(
        int number,
        List<String> values,
        String message,
        List<ConfidenceInterval> objectives,
        List<ConfidenceInterval> constraints,
        double shortfall) {

    public Candidate {
        values = List.copyOf(values);
        objectives = List.copyOf(objectives);
        constraints = List.copyOf(constraints);
    }

    /** Whether there is a value of every objective and constraint. */
    public boolean isKnown() {
        return message.isEmpty();
    }

    /** Whether the search saw all constraints kept. */
    public boolean isFeasible() {
        return isKnown() && shortfall == 0;
    }
}
