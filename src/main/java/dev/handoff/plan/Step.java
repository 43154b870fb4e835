package dev.handoff.plan;

/**
 * A stage begins for a batch.
 *
 * @param stage 1 to 5
 * @param week in which it begins; where it has a condition, about the earliest
 * @param latestWeek in which it begins whatever happens; infinity if never
 * @param condition for it to begin, as a clause; empty where the week alone decides
 */
public record Step(Batch batch, int stage, double week, double latestWeek, String condition) {
    /** Whether the week is fixed beforehand. */
    public boolean isFixed() {
        return condition.isEmpty();
    }
}
