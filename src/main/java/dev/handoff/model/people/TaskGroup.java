package dev.handoff.model.people;

import dev.handoff.kernel.Distribution;

/**
 * One class of the executives' duties that somebody else could do, such as payments or the telephone: one group of the {@code tasks}
 * section of a scenario.
 *
 * @param hoursPerWeek of each executive
 * @param delegatedTo number of a group of delegates, counted from 1, or {@link #NOBODY}
 * @param errorWork hours of the executive that an unchecked error costs, relative to the task
 * @param sensitiveShare probability that a task gives access to money or accounts
 * @param stakes share of the yearly value of the executive's customers that a misuse takes
 */
public record TaskGroup(
        double hoursPerWeek,
        Distribution sizeHours,
        Distribution difficulty,
        int delegatedTo,
        double errorWork,
        double sensitiveShare,
        Distribution stakes) {

    public static final int NOBODY = 0;

    /** The same class of tasks where the executive does them all: without what matters to delegates alone. */
    public TaskGroup keptByExecutive() {
        Distribution none = new Distribution.Fixed(0);
        return new TaskGroup(hoursPerWeek, sizeHours, none, NOBODY, 0, 0, none);
    }
}
