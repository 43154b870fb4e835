package dev.handoff.model.people;

import dev.handoff.kernel.Distribution;
import java.util.Arrays;

/** The open requests, as arrays by number; numbers are used again. */
public final class Requests {

    /** The {@code requests} section of a scenario. */
    public record Settings(double urgentShare, boolean promptUrgent, boolean urgentPreempts, Distribution difficulty) {}

    public static final int NONE = -1;

    private final int activities;
    private final int[] firstOpen; // by contact
    private int[] contact = new int[64]; // by request
    private int[] number = new int[64]; // by request: its number among the contact's requests
    private double[] arrivedAt = new double[64]; // by request, week
    private double[] size = new double[64]; // by request, hours
    private double[] baseline = new double[64]; // by request, hours
    private boolean[] urgent = new boolean[64]; // by request
    private int[] stage = new int[64]; // by request: stage of the contact at the call
    private double[] difficulty = new double[64]; // by request, 0 to 1; NaN until it matters
    private double[] heldUntil = new double[64]; // by request, week; NaN unless held back on purpose
    private double[] feltAt = new double[64]; // by request, week in which its wait is felt; NaN if only at the answer
    private double[] feltLoss = new double[64]; // by request: size of the loss of waiting so far
    private double[] givesUpAt = new double[64]; // by request, week; NaN without a limit
    private boolean[] lying = new boolean[64]; // by request: whether it was dropped and nobody has found it
    private double[] chasesAt = new double[64]; // by request, week; NaN if it was never dropped
    private double[] lost = new double[64]; // by request: satisfaction that a chase took
    private int[] job = new int[64]; // by request: the work on it that waits or is in service
    private double[] spent; // by request, then activity: hours of the executive
    private int[] nextOpen = new int[64]; // by request: of the same contact; of free numbers: next free one
    private int[] previousOpen = new int[64]; // by request: of the same contact
    private int firstFree = NONE;
    private int used;
    private int open;

    /** @param activities kinds of hours that are kept apart on a request */
    public Requests(int contacts, int activities) {
        this.activities = activities;
        spent = new double[64 * activities];
        firstOpen = new int[contacts];
        Arrays.fill(firstOpen, NONE);
    }

    /** Open requests. */
    public int open() {
        return open;
    }

    /**
     * Opens a request.
     *
     * @param ofSize hours of the executive, apart from the interruption
     * @param baselineHours what it would cost the executive in person; 0 for a repair
     */
    public int open(int ofContact, int itsNumber, double now, double ofSize, double baselineHours, int inStage) {
        int request = take();
        open++;
        contact[request] = ofContact;
        number[request] = itsNumber;
        arrivedAt[request] = now;
        size[request] = ofSize;
        baseline[request] = baselineHours;
        urgent[request] = false;
        stage[request] = inStage;
        difficulty[request] = Double.NaN;
        heldUntil[request] = Double.NaN;
        feltAt[request] = Double.NaN;
        feltLoss[request] = 0;
        givesUpAt[request] = Double.NaN;
        lying[request] = false;
        chasesAt[request] = Double.NaN;
        lost[request] = 0;
        job[request] = Jobs.NONE;
        Arrays.fill(spent, request * activities, (request + 1) * activities, 0);
        previousOpen[request] = NONE;
        nextOpen[request] = firstOpen[ofContact];
        if (firstOpen[ofContact] != NONE) {
            previousOpen[firstOpen[ofContact]] = request;
        }
        firstOpen[ofContact] = request;
        return request;
    }

    public void close(int request) {
        open--;
        if (previousOpen[request] == NONE) {
            firstOpen[contact[request]] = nextOpen[request];
        } else {
            nextOpen[previousOpen[request]] = nextOpen[request];
        }
        if (nextOpen[request] != NONE) {
            previousOpen[nextOpen[request]] = previousOpen[request];
        }
        heldUntil[request] = Double.NaN;
        feltAt[request] = Double.NaN;
        givesUpAt[request] = Double.NaN;
        lying[request] = false;
        nextOpen[request] = firstFree;
        firstFree = request;
    }

    /** Any open request of the contact, or {@link #NONE}. */
    public int anyOpen(int ofContact) {
        return firstOpen[ofContact];
    }

    /** The next open request of the same contact, or {@link #NONE}. */
    public int nextOpen(int request) {
        return nextOpen[request];
    }

    public int contact(int request) {
        return contact[request];
    }

    /** Its number among the requests of its contact. */
    public int number(int request) {
        return number[request];
    }

    /** Week. */
    public double arrivedAt(int request) {
        return arrivedAt[request];
    }

    /** Hours of the executive, apart from the interruption. */
    public double size(int request) {
        return size[request];
    }

    /** Hours that it would cost the executive in person. */
    public double baseline(int request) {
        return baseline[request];
    }

    public boolean isUrgent(int request) {
        return urgent[request];
    }

    public void markUrgent(int request) {
        urgent[request] = true;
    }

    /** Stage of the contact at the call. */
    public int stage(int request) {
        return stage[request];
    }

    /** From 0 to 1; NaN until it was set. */
    public double difficulty(int request) {
        return difficulty[request];
    }

    public void setDifficulty(int request, double ofRequest) {
        difficulty[request] = ofRequest;
    }

    public void hold(int request, double until) {
        heldUntil[request] = until;
    }

    public void release(int request) {
        heldUntil[request] = Double.NaN;
    }

    /** Whether the request is held back until just this time. */
    public boolean isHeldUntil(int request, double time) {
        return heldUntil[request] == time;
    }

    public boolean isHeld(int request) {
        return !Double.isNaN(heldUntil[request]);
    }

    /** The wait is felt at this time if the request is still open then. */
    public void feelAt(int request, double until) {
        feltAt[request] = until;
    }

    /** Whether the wait is felt just now. */
    public boolean isFeltAt(int request, double time) {
        return feltAt[request] == time;
    }

    /** Size of the loss of waiting that the contact has felt before the answer, 0 or more. */
    public double feltLoss(int request) {
        return feltLoss[request];
    }

    public void setFeltLoss(int request, double size) {
        feltLoss[request] = size;
    }

    public void limitPatience(int request, double until) {
        givesUpAt[request] = until;
    }

    /** Whether the patience of the request ends just now. */
    public boolean givesUpAt(int request, double time) {
        return givesUpAt[request] == time;
    }

    /** The delegate has dropped it; the contact chases it in that week unless somebody finds it before. */
    public void lie(int request, double until) {
        lying[request] = true;
        chasesAt[request] = until;
    }

    public void find(int request) {
        lying[request] = false;
    }

    /** Whether it was dropped and nobody has found it. */
    public boolean isLying(int request) {
        return lying[request];
    }

    /** Whether it lies and the contact chases it just now. */
    public boolean isLyingUntil(int request, double time) {
        return lying[request] && chasesAt[request] == time;
    }

    /** Week of the chase of a request that was dropped. */
    public double chasedAt(int request) {
        return chasesAt[request];
    }

    public void setLost(int request, double satisfaction) {
        lost[request] = satisfaction;
    }

    /** Satisfaction that a chase took, 0 to 1. */
    public double lost(int request) {
        return lost[request];
    }

    /** The work on it that waits or is in service, or {@link Jobs#NONE}. */
    public int job(int request) {
        return job[request];
    }

    public void setJob(int request, int work) {
        job[request] = work;
    }

    public void spend(int request, int activity, double hours) {
        spent[request * activities + activity] += hours;
    }

    /** Hours of the executive in one activity. */
    public double spent(int request, int activity) {
        return spent[request * activities + activity];
    }

    /** Hours of the executive in all activities. */
    public double spentInAll(int request) {
        double hours = 0;
        for (int activity = 0; activity < activities; activity++) {
            hours += spent(request, activity);
        }
        return hours;
    }

    private int take() {
        int request = firstFree;
        if (request == NONE) {
            if (used == contact.length) {
                grow();
            }
            return used++;
        }
        firstFree = nextOpen[request];
        return request;
    }

    /** How many requests fit before the arrays double. */
    public int capacity() {
        return contact.length;
    }

    private void grow() {
        int capacity = 2 * contact.length;
        contact = Arrays.copyOf(contact, capacity);
        number = Arrays.copyOf(number, capacity);
        arrivedAt = Arrays.copyOf(arrivedAt, capacity);
        size = Arrays.copyOf(size, capacity);
        baseline = Arrays.copyOf(baseline, capacity);
        urgent = Arrays.copyOf(urgent, capacity);
        stage = Arrays.copyOf(stage, capacity);
        difficulty = Arrays.copyOf(difficulty, capacity);
        heldUntil = Arrays.copyOf(heldUntil, capacity);
        feltAt = Arrays.copyOf(feltAt, capacity);
        feltLoss = Arrays.copyOf(feltLoss, capacity);
        givesUpAt = Arrays.copyOf(givesUpAt, capacity);
        lying = Arrays.copyOf(lying, capacity);
        chasesAt = Arrays.copyOf(chasesAt, capacity);
        lost = Arrays.copyOf(lost, capacity);
        job = Arrays.copyOf(job, capacity);
        spent = Arrays.copyOf(spent, capacity * activities);
        nextOpen = Arrays.copyOf(nextOpen, capacity);
        previousOpen = Arrays.copyOf(previousOpen, capacity);
    }
}
