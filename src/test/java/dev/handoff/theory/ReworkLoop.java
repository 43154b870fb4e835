package dev.handoff.theory;

/**
 * A line with rework, solved exactly for means. Requests come by chance and wait in one line, first come, first served; some
 * are redone at once, which lengthens their work; of others a repair goes to the end of the line when they are done. Known are
 * hours of the delegate.
 *
 * @param rate requests an hour of the delegate's time
 * @param work mean hours of a request without rework
 * @param meanSquareWork mean square of the same
 * @param redone probability that a request is redone, whatever its size
 * @param redoShare further work on what is redone, relative to its work
 * @param repaired probability that a request is repaired, whatever its size
 * @param repairShare work on a repair, relative to that on its request
 */
record ReworkLoop(
        double rate,
        double work,
        double meanSquareWork,
        double redone,
        double redoShare,
        double repaired,
        double repairShare) {

    /** Mean hours on a request, its redoing included. */
    double requestWork() {
        return work * (1 + redone * redoShare);
    }

    private double meanSquareRequestWork() {
        return meanSquareWork * (1 + redone * ((1 + redoShare) * (1 + redoShare) - 1));
    }

    /** Mean hours on a repair. */
    double repairWork() {
        return work * repairShare;
    }

    private double meanSquareRepairWork() {
        return meanSquareWork * repairShare * repairShare;
    }

    /** Share of the time in which the delegate is busy. */
    double load() {
        return rate * (requestWork() + repaired * repairWork());
    }

    /**
     * Mean hours until the work on a request begins. It waits for the requests and repairs in line and for what is left in
     * service. With a wait w, rate x w requests are in line. Work on repairs in line is their rate times the mean of work x
     * wait, because a larger one waits longer: more calls came while its request was worked on. That mean is linear in w.
     */
    double requestWait() {
        double inService = rate * (meanSquareRequestWork() + repaired * meanSquareRepairWork()) / 2;
        double repairsAtNoWait = rate * repaired * meanRepairWorkTimesWait(0);
        double repairsPerWait = rate * repaired * meanRepairWorkTimesWait(1) - repairsAtNoWait;
        return (inService + repairsAtNoWait) / (1 - rate * requestWork() - repairsPerWait);
    }

    /** Mean hours from an error until the work on its repair begins. */
    double repairWait() {
        return aheadOfRepair(requestWait(), work);
    }

    /*
     * Ahead of a repair are the calls that came while its request waited and was worked on, and the repairs of the requests that
     * its request had found in line or in service.
     */
    private double aheadOfRepair(double wait, double ownWork) {
        double calls = rate * (wait + ownWork) * requestWork();
        double repairs = rate * repaired * repairShare * (wait * work + meanSquareWork);
        return calls + repairs;
    }

    /* What is ahead rises by rate x the mean work of a call with each hour of one's own work. */
    private double meanRepairWorkTimesWait(double wait) {
        double ofOwnWork = rate * requestWork();
        return repairShare * (work * aheadOfRepair(wait, 0) + meanSquareWork * ofOwnWork);
    }

    /** Mean hours of all work that waits, is left in service, or will follow as a repair; from the waits. */
    double unfinishedWork() {
        double waiting = rate * requestWait() * (requestWork() + repaired * repairWork());
        double inService = rate * (meanSquareRequestWork() / 2 + repaired * repairShare * meanSquareWork);
        double repairs = rate * repaired * (meanRepairWorkTimesWait(requestWait()) + meanSquareRepairWork() / 2);
        return waiting + inService + repairs;
    }

    /** The same by Pollaczek and Khinchine, to whom a request and its repair are one job: the order in line does not matter. */
    double unfinishedWorkOfOneJob() {
        double meanSquare =
                meanSquareRequestWork() + repaired * (2 * repairShare * meanSquareWork + meanSquareRepairWork());
        return rate * meanSquare / 2 / (1 - load());
    }
}
