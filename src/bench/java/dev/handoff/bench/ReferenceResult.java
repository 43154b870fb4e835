package dev.handoff.bench;

/**
 * What one replication of the reference workload gives.
 *
 * @param events calls, ends of service and calls given up
 * @param meanHabit of all contacts at the end
 * @param meanWait hours that calls served by the executive had waited
 */
record ReferenceResult(
        int events, int servedByExecutive, int servedByDelegates, int reneged, double meanHabit, double meanWait) {}
