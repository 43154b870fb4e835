package dev.handoff.model.people;

import java.util.Arrays;

/** Somebody who works on one job at a time and keeps the others in lines; the first line that holds a job is served first. */
public final class Server {

    public static final int URGENT = 0;
    public static final int MANAGEMENT = 1;
    public static final int CONTACTS = 2;
    public static final int DUTIES = 3;
    public static final int SALES = 4;
    private static final int LINES = 5;

    private final Jobs jobs;
    private final int[] first = new int[LINES]; // by line
    private final int[] last = new int[LINES]; // by line
    private int waiting;
    private int present = Jobs.NONE;
    private int presentLine;
    private double startedAt;
    private double accruedAt;
    private double speed;
    private double clockRate;
    private double clockHours;
    private double jobHours;

    Server(Jobs jobs) {
        this.jobs = jobs;
        Arrays.fill(first, Jobs.NONE);
        Arrays.fill(last, Jobs.NONE);
    }

    /** The job in service, or {@link Jobs#NONE}. */
    public int present() {
        return present;
    }

    public boolean isIdle() {
        return present == Jobs.NONE;
    }

    /** Whether an urgent job may take the place of the one in service. */
    public boolean isInterruptible() {
        return present != Jobs.NONE && presentLine != URGENT;
    }

    /** Jobs in all lines. */
    public int waiting() {
        return waiting;
    }

    /** Hours left of the jobs in all lines but that of sales, which nobody waits for; looks at each of them. */
    public double backlogHours() {
        double hours = 0;
        for (int line = 0; line < SALES; line++) {
            for (int job = first[line]; job != Jobs.NONE; job = jobs.next(job)) {
                hours += jobs.left(job);
            }
        }
        return hours;
    }

    /** Clock hours worked up to the given time. */
    public double clockHours(double now) {
        accrue(now);
        return clockHours;
    }

    /** Job-hours done up to the given time. */
    public double jobHours(double now) {
        accrue(now);
        return jobHours;
    }

    /** Job-hours done on jobs that are not finished: the one in service and interrupted ones. */
    public double unfinishedHours(double now) {
        double hours = present == Jobs.NONE ? 0 : jobs.spent(present) + (now - startedAt) * speed;
        for (int line = 0; line < LINES; line++) {
            for (int job = first[line]; job != Jobs.NONE; job = jobs.next(job)) {
                hours += jobs.spent(job);
            }
        }
        return hours;
    }

    public void join(int job, int line, double now) {
        jobs.enter(job, line, now);
        jobs.link(job, last[line], Jobs.NONE);
        if (last[line] == Jobs.NONE) {
            first[line] = job;
        }
        last[line] = job;
        waiting++;
    }

    /** Takes a waiting job out of its line. */
    public void leave(int job) {
        int line = jobs.line(job);
        if (first[line] == job) {
            first[line] = jobs.next(job);
        }
        if (last[line] == job) {
            last[line] = jobs.previous(job);
        }
        jobs.unlink(job);
        waiting--;
    }

    /** First job of a line, or {@link Jobs#NONE}. */
    public int first(int line) {
        return first[line];
    }

    /** The job whose turn is next, or {@link Jobs#NONE}. */
    public int nextInTurn(Executives.Order order) {
        if (first[URGENT] != Jobs.NONE) {
            return first[URGENT];
        }
        if (first[MANAGEMENT] != Jobs.NONE) {
            return first[MANAGEMENT];
        }
        int contact = first[CONTACTS];
        int duty = first[DUTIES];
        if (contact == Jobs.NONE && duty == Jobs.NONE) {
            return first[SALES];
        }
        if (contact == Jobs.NONE || duty == Jobs.NONE) {
            return contact == Jobs.NONE ? duty : contact;
        }
        return switch (order) {
            case FIFO -> jobs.order(contact) < jobs.order(duty) ? contact : duty;
            case CONTACTS_FIRST -> contact;
            case DUTIES_FIRST -> duty;
        };
    }

    /**
     * Begins a job that has left its line.
     *
     * @param hoursPerWeek clock hours a week that are given
     * @param yield output of an hour, above 0 to 1
     * @return the week in which it ends
     */
    public double begin(int job, double hoursPerWeek, double yield, double now) {
        present = job;
        presentLine = jobs.line(job);
        startedAt = now;
        accruedAt = now;
        clockRate = hoursPerWeek;
        speed = hoursPerWeek * yield;
        return now + jobs.left(job) / speed;
    }

    /** Ends the job in service, whether or not it is done. */
    public int finish(double now) {
        accrue(now);
        int job = present;
        present = Jobs.NONE;
        return job;
    }

    /** Puts the job in service back to the head of its line, with the hours that are left. */
    public void interrupt(double now) {
        double done = (now - startedAt) * speed;
        int job = finish(now);
        jobs.interrupted(job, done);
        jobs.link(job, Jobs.NONE, first[presentLine]);
        first[presentLine] = job;
        if (last[presentLine] == Jobs.NONE) {
            last[presentLine] = job;
        }
        waiting++;
    }

    private void accrue(double now) {
        if (present != Jobs.NONE) {
            clockHours += (now - accruedAt) * clockRate;
            jobHours += (now - accruedAt) * speed;
            accruedAt = now;
        }
    }
}
