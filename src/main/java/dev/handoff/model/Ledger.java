package dev.handoff.model;

/**
 * An executive's hours for the old contacts and the duties since week 0, against what answering every request in person would
 * have cost. Hours spent on a request are booked when it is answered, together with its baseline, so what is freed is exactly 0
 * where nothing is delegated.
 */
public final class Ledger {

    private static final int ACTIVITIES = Activity.values().length;

    private final double[] hours = new double[ACTIVITIES]; // by activity
    private double baseline;
    private double portfolio;
    private double freed;
    private double newBaseline;
    private double interruptionsAvoided;
    private double undoneDuties;
    private double taskHours;
    private double taskErrors;
    private double misusedDollars;

    /** The sum of several, added in their order. */
    static Ledger of(Ledger[] ledgers) {
        Ledger sum = new Ledger();
        for (Ledger each : ledgers) {
            for (int activity = 0; activity < ACTIVITIES; activity++) {
                sum.hours[activity] += each.hours[activity];
            }
            sum.baseline += each.baseline;
            sum.portfolio += each.portfolio;
            sum.freed += each.freed;
            sum.newBaseline += each.newBaseline;
            sum.interruptionsAvoided += each.interruptionsAvoided;
            sum.undoneDuties += each.undoneDuties;
            sum.taskHours += each.taskHours;
            sum.taskErrors += each.taskErrors;
            sum.misusedDollars += each.misusedDollars;
        }
        return sum;
    }

    /** Hours spared since week 0: baseline less hours for the old contacts in any form. */
    public double freedHours() {
        return freed;
    }

    /** Hours spared since week 0 on old and new contacts together. */
    public double freedHoursOfAll() {
        return freed + newBaseline - hours(Activity.NEW_CONTACTS);
    }

    /** Hours that the answered requests would have cost in person. */
    public double baselineHours() {
        return baseline;
    }

    /** Hours spent for the old contacts, but for those on requests that were never answered. */
    public double portfolioHours() {
        return portfolio;
    }

    public double hours(Activity activity) {
        return hours[activity.ordinal()];
    }

    /** Hours spared because callbacks are scheduled; part of what is freed. */
    public double interruptionsAvoided() {
        return interruptionsAvoided;
    }

    /** Hours of duties that were dropped. */
    public double undoneDutyHours() {
        return undoneDuties;
    }

    /** Hours that the tasks done by delegates would have cost in person. */
    public double delegatedTaskHours() {
        return taskHours;
    }

    /** Hours of tasks spared: those of the tasks done by delegates less those to check and to repair them. */
    public double freedTaskHours() {
        return taskHours - hours(Activity.TASK_CONTROL);
    }

    /** Errors in tasks that were not checked. */
    public double taskErrors() {
        return taskErrors;
    }

    /** Dollars lost because sensitive tasks were misused. */
    public double misusedDollars() {
        return misusedDollars;
    }

    /** Hours that go on for the old contacts without a request: check-ins, planning, oversight. */
    void overhead(Activity activity, double spent) {
        hours[activity.ordinal()] += spent;
        portfolio += spent;
        freed -= spent;
    }

    /** Hours that have nothing to do with the old contacts' answered requests: duties, control of tasks, what was never closed. */
    void outside(Activity activity, double spent) {
        hours[activity.ordinal()] += spent;
    }

    /** Hours of one activity on an answered request. */
    void answered(Activity activity, double spent) {
        hours[activity.ordinal()] += spent;
    }

    /**
     * An answered request.
     *
     * @param baselineHours what it would have cost in person
     * @param spentHours what it cost in all activities
     */
    void closed(double baselineHours, double spentHours) {
        baseline += baselineHours;
        portfolio += spentHours;
        freed += baselineHours - spentHours;
    }

    /** An answered request of a contact that was won since the promotion. */
    void closedNew(double baselineHours, double spentHours) {
        newBaseline += baselineHours;
        hours[Activity.NEW_CONTACTS.ordinal()] += spentHours;
    }

    void interruptionAvoided(double spared) {
        interruptionsAvoided += spared;
    }

    /** A task that a delegate did would have cost so many hours in person. */
    void taskDelegated(double spared) {
        taskHours += spared;
    }

    void taskFailed() {
        taskErrors++;
    }

    void misused(double dollars) {
        misusedDollars += dollars;
    }

    void dutyUndone(double undone) {
        undoneDuties += undone;
    }
}
