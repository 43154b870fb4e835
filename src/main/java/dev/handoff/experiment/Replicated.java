package dev.handoff.experiment;

/** Scenarios that are simulated replication by replication, as far as is asked. */
public interface Replicated {
    /**
     * Does all replications before the end that were not done yet.
     *
     * @return whether all are done; false if it was stopped
     */
    boolean replicate(int end);

    /** A measure of a scenario, by its number, in the replications of a range; NaN where a replication has no value. */
    double[] values(int scenario, Measure measure, int from, int to);
}
