package dev.handoff.model.people;

import java.util.Arrays;
import java.util.Locale;

/** The pieces of work that wait or are in service, as arrays by number; numbers are used again. */
public final class Jobs {

    /** A kind of work: the executive's on requests, the executive's other, the delegates'. */
    public enum Kind {
        DIRECT,
        CALLBACK,
        INTERVENTION,
        JOINT_CALL,
        REDIRECT,
        ESCALATION,
        APPEAL_GRANTED,
        APPEAL_REFUSED,
        /** To a contact that had to chase what was dropped. */
        APOLOGY,
        CHECK_IN,
        PLANNING,
        FOLLOW_UP,
        /** The executive's work on a lead. */
        OWN_LEAD,
        ONBOARDING,
        BARTER,
        VENDOR_MANAGEMENT,
        DUTY,
        IMPROVEMENT,
        SALES,
        /** The repair of a delegate's error that the executive does, because the post is vacant. */
        REPAIR_IN_PERSON,
        OVERSIGHT,
        /** A check of a delegate's task, which has no error. */
        CLEAN_CHECK,
        /** A check of a delegate's task, whose error is put right. */
        FAULTY_CHECK,
        TASK_DONE_AGAIN,
        /** A request at the delegate, before it is decided what becomes of it. */
        TASK,
        HANDING_BACK,
        SUCCESS,
        CAUGHT_ERROR,
        ERROR,
        DELEGATE_APOLOGY,
        REPAIR,
        /** A delegate's work on a lead. */
        LEAD,
        /** Minutes of a delegate that nobody waits for. */
        MINUTES,
        /** A delegate's work on a task of the executive. */
        DELEGATED_TASK,
        /** The same, which has an error. */
        FAULTY_TASK,
        /** Work in service on a request that was closed meanwhile. */
        ORPHAN;

        /** As people say it: {@code appeal granted}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Whether a delegate does this work on a request. */
        public boolean isOfDelegate() {
            return ordinal() >= TASK.ordinal() && ordinal() <= REPAIR.ordinal();
        }

        /** Whether it is a delegate's work on a task of the executive. */
        public boolean isDelegatedTask() {
            return this == DELEGATED_TASK || this == FAULTY_TASK;
        }
    }

    public static final int NONE = -1;

    private Kind[] kind = new Kind[64]; // by job
    private double[] hours = new double[64]; // by job: in all
    private double[] spent = new double[64]; // by job: done before an interruption
    private int[] request = new int[64]; // by job; NONE without one
    private int[] about = new int[64]; // by job without a request: whom or which task it is about
    private double[] enteredAt = new double[64]; // by job, week
    private long[] order = new long[64]; // by job: order of entering a line
    private int[] line = new int[64]; // by job
    private int[] next = new int[64]; // by job: in its line; of free numbers: next free one
    private int[] previous = new int[64]; // by job: in its line
    private int firstFree = NONE;
    private int used;
    private long entered;

    /** @param workHours 0 where the server decides later */
    public int add(Kind jobKind, double workHours, int ofRequest) {
        int job = firstFree;
        if (job == NONE) {
            if (used == kind.length) {
                grow();
            }
            job = used++;
        } else {
            firstFree = next[job];
        }
        kind[job] = jobKind;
        hours[job] = workHours;
        spent[job] = 0;
        request[job] = ofRequest;
        about[job] = NONE;
        return job;
    }

    public void remove(int job) {
        next[job] = firstFree;
        firstFree = job;
    }

    public Kind kind(int job) {
        return kind[job];
    }

    /** Hours in all. */
    public double hours(int job) {
        return hours[job];
    }

    /** Hours left to do. */
    public double left(int job) {
        return Math.max(0, hours[job] - spent[job]);
    }

    /** Hours done before an interruption. */
    public double spent(int job) {
        return spent[job];
    }

    public int request(int job) {
        return request[job];
    }

    /** Whom or which delegated task a job without a request is about, by a number; {@link #NONE} where it needs none. */
    public int about(int job) {
        return about[job];
    }

    public void setAbout(int job, int subject) {
        about[job] = subject;
    }

    /** Week in which the job entered its line. */
    public double enteredAt(int job) {
        return enteredAt[job];
    }

    /** What the job turns out to be, and how long it takes. */
    public void decide(int job, Kind outcome, double workHours) {
        kind[job] = outcome;
        hours[job] = workHours;
    }

    /** The request was closed while the job is in service. */
    public void orphan(int job) {
        kind[job] = Kind.ORPHAN;
        request[job] = NONE;
    }

    void interrupted(int job, double done) {
        spent[job] = Math.min(hours[job], spent[job] + done);
    }

    void enter(int job, int intoLine, double now) {
        line[job] = intoLine;
        enteredAt[job] = now;
        order[job] = entered++;
    }

    long order(int job) {
        return order[job];
    }

    int line(int job) {
        return line[job];
    }

    int next(int job) {
        return next[job];
    }

    int previous(int job) {
        return previous[job];
    }

    void link(int job, int before, int after) {
        previous[job] = before;
        next[job] = after;
        if (before != NONE) {
            next[before] = job;
        }
        if (after != NONE) {
            previous[after] = job;
        }
    }

    void unlink(int job) {
        if (previous[job] != NONE) {
            next[previous[job]] = next[job];
        }
        if (next[job] != NONE) {
            previous[next[job]] = previous[job];
        }
    }

    /** How many jobs fit before the arrays double. */
    public int capacity() {
        return kind.length;
    }

    private void grow() {
        int capacity = 2 * kind.length;
        kind = Arrays.copyOf(kind, capacity);
        hours = Arrays.copyOf(hours, capacity);
        spent = Arrays.copyOf(spent, capacity);
        request = Arrays.copyOf(request, capacity);
        about = Arrays.copyOf(about, capacity);
        enteredAt = Arrays.copyOf(enteredAt, capacity);
        order = Arrays.copyOf(order, capacity);
        line = Arrays.copyOf(line, capacity);
        next = Arrays.copyOf(next, capacity);
        previous = Arrays.copyOf(previous, capacity);
    }
}
