package dev.handoff.scenario;

/**
 * The work that one person is asked for, as jobs that come at random moments and are done one after the other.
 *
 * @param jobsPerWeek 0 or more
 * @param hoursPerWeek of work asked for
 * @param squaredHoursPerWeek the same with the square of each job's hours
 */
record Queue(double jobsPerWeek, double hoursPerWeek, double squaredHoursPerWeek) {

    static final Queue EMPTY = new Queue(0, 0, 0);

    /** @param variance of the hours of a job */
    static Queue of(double jobsPerWeek, double meanHours, double variance) {
        return new Queue(jobsPerWeek, jobsPerWeek * meanHours, jobsPerWeek * (meanHours * meanHours + variance));
    }

    Queue and(Queue other) {
        return new Queue(
                jobsPerWeek + other.jobsPerWeek,
                hoursPerWeek + other.hoursPerWeek,
                squaredHoursPerWeek + other.squaredHoursPerWeek);
    }

    /**
     * Mean wait before a job is begun, in working hours: the formula of Pollaczek and Khinchine.
     *
     * @param load share of the working time that is taken, below 1
     * @param yield output of a working hour, above 0 to 1
     */
    double waitHours(double load, double yield) {
        return hoursPerWeek == 0 ? 0 : load / (1 - load) * squaredHoursPerWeek / (2 * hoursPerWeek) / yield;
    }
}
