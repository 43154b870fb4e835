package dev.handoff.model.people;

import java.util.Arrays;

/** The leads that nobody has worked on yet, as arrays by number; numbers are used again. */
public final class OpenLeads {
    public static final int NONE = -1;

    private final int[] firstLying; // by contact who referred them
    private int[] executive = new int[16]; // by lead
    private int[] number = new int[16]; // by lead: its number among the executive's leads
    private int[] referrer = new int[16]; // by lead; Contacts.NOBODY without one
    private double[] value = new double[16]; // by lead, dollars a year
    private double[] arrivedAt = new double[16]; // by lead, week
    private double[] missedAt = new double[16]; // by lead, week; NaN unless it lies
    private int[] next = new int[16]; // by lead: lying one of the same referrer; of free numbers: next free one
    private int firstFree = NONE;
    private int used;
    private int open;

    public OpenLeads(int contacts) {
        firstLying = new int[contacts];
        Arrays.fill(firstLying, NONE);
    }

    /** How many there are. */
    public int open() {
        return open;
    }

    /** A new one that does not lie. */
    public int open(int ofExecutive, int itsNumber, int referredBy, double itsValue, double now) {
        int lead = firstFree;
        if (lead == NONE) {
            if (used == value.length) {
                grow();
            }
            lead = used++;
        } else {
            firstFree = next[lead];
        }
        open++;
        executive[lead] = ofExecutive;
        number[lead] = itsNumber;
        referrer[lead] = referredBy;
        value[lead] = itsValue;
        arrivedAt[lead] = now;
        missedAt[lead] = Double.NaN;
        next[lead] = NONE;
        return lead;
    }

    /** @param lead that does not lie */
    public void close(int lead) {
        open--;
        next[lead] = firstFree;
        firstFree = lead;
    }

    public int executive(int lead) {
        return executive[lead];
    }

    /** Its number among the leads of its executive. */
    public int number(int lead) {
        return number[lead];
    }

    /** The contact who referred it, or {@link Contacts#NOBODY}. */
    public int referrer(int lead) {
        return referrer[lead];
    }

    /** Dollars a year. */
    public double value(int lead) {
        return value[lead];
    }

    /** Week. */
    public double arrivedAt(int lead) {
        return arrivedAt[lead];
    }

    /** A delegate has dropped it; its referrer misses it in that week unless somebody finds it before. */
    public void lie(int lead, double until) {
        missedAt[lead] = until;
        next[lead] = firstLying[referrer[lead]];
        firstLying[referrer[lead]] = lead;
    }

    /** Whether it lies and its referrer misses it just now. */
    public boolean isLyingUntil(int lead, double time) {
        return missedAt[lead] == time;
    }

    /** The latest lead of a referrer that lies, or {@link #NONE}. */
    public int firstLying(int contact) {
        return firstLying[contact];
    }

    /** The one before it of the same referrer, or {@link #NONE}. */
    public int nextLying(int lead) {
        return next[lead];
    }

    public void find(int lead) {
        missedAt[lead] = Double.NaN;
        int contact = referrer[lead];
        if (firstLying[contact] == lead) {
            firstLying[contact] = next[lead];
        } else {
            int before = firstLying[contact];
            while (next[before] != lead) {
                before = next[before];
            }
            next[before] = next[lead];
        }
        next[lead] = NONE;
    }

    private void grow() {
        int capacity = 2 * value.length;
        executive = Arrays.copyOf(executive, capacity);
        number = Arrays.copyOf(number, capacity);
        referrer = Arrays.copyOf(referrer, capacity);
        value = Arrays.copyOf(value, capacity);
        arrivedAt = Arrays.copyOf(arrivedAt, capacity);
        missedAt = Arrays.copyOf(missedAt, capacity);
        next = Arrays.copyOf(next, capacity);
    }
}
