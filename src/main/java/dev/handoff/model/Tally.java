package dev.handoff.model;

import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.people.Contacts.Type;
import java.util.Arrays;

/** What is counted since week 0: choices, answers and their waits, losses. */
final class Tally {

    /** Requests in a row that must go to the delegate before a contact counts as having accepted it. */
    private static final int ACCEPTED_IN_A_ROW = 5;

    private final Waits waits;
    private final double[] lostByType = new double[Type.values().length];
    private final double[] lostByReason = new double[Reason.values().length]; // customers only
    private final int[] inARow; // by contact: latest requests that went to the delegate
    private final double[] rowBeganAt; // by contact, week
    private final double[] acceptedAt; // by contact, week; infinity before
    private double choices;
    private double choicesForDelegate;
    private double delegateRequests;
    private double escalated;
    private double erred;
    private double givenUp;
    private double dropped;
    private double caughtDrops;
    private double chasedDrops;
    private double silentDrops;
    private double withdrawnDrops;
    private double appointments;
    private double missedAppointments;
    private double quits;
    private double providerAnswers;
    private double providerAnswersInTime;
    private double lostNew;

    Tally(int contacts, int executives) {
        waits = new Waits(executives);
        inARow = new int[contacts];
        rowBeganAt = new double[contacts];
        acceptedAt = new double[contacts];
        Arrays.fill(acceptedAt, Double.POSITIVE_INFINITY);
    }

    void choice(int contact, boolean forExecutive, double now) {
        choices++;
        if (forExecutive) {
            inARow[contact] = 0;
            return;
        }
        choicesForDelegate++;
        if (inARow[contact]++ == 0) {
            rowBeganAt[contact] = now;
        }
        if (inARow[contact] == ACCEPTED_IN_A_ROW && acceptedAt[contact] == Double.POSITIVE_INFINITY) {
            acceptedAt[contact] = rowBeganAt[contact];
        }
    }

    void delegateBegan(boolean escalates) {
        delegateRequests++;
        if (escalates) {
            escalated++;
        }
    }

    /** Beyond what check-ins catch. */
    void delegateErrs() {
        erred++;
    }

    void providerAnswered(boolean inTime) {
        providerAnswers++;
        if (inTime) {
            providerAnswersInTime++;
        }
    }

    void answered(int executive, double waitedWeeks) {
        waits.add(executive, waitedWeeks);
    }

    void givenUp() {
        givenUp++;
    }

    void dropped() {
        dropped++;
    }

    /** By following up. */
    void caughtDrop() {
        caughtDrops++;
    }

    void foundByContact(boolean voiced) {
        if (voiced) {
            chasedDrops++;
        } else {
            silentDrops++;
        }
    }

    /** Its contact left or gave up before anybody found it. */
    void withdrawnDrop() {
        withdrawnDrops++;
    }

    void quit() {
        quits++;
    }

    void appointment(boolean missed) {
        appointments++;
        if (missed) {
            missedAppointments++;
        }
    }

    void lost(Type type, Reason reason) {
        if (reason != Reason.PRUNED) {
            lostByType[type.ordinal()]++;
        }
        if (type == Type.CUSTOMER) {
            lostByReason[reason.ordinal()]++;
        }
    }

    /** A contact that was won since the promotion has left; pruned, it is not lost. */
    void lostNew(Reason reason) {
        if (reason != Reason.PRUNED) {
            lostNew++;
        }
    }

    double lostNew() {
        return lostNew;
    }

    Waits waits() {
        return waits;
    }

    double lost(Type type) {
        return lostByType[type.ordinal()];
    }

    double lostCustomers(Reason reason) {
        return lostByReason[reason.ordinal()];
    }

    double acceptedAt(int contact) {
        return acceptedAt[contact];
    }

    double choices() {
        return choices;
    }

    double choicesForDelegate() {
        return choicesForDelegate;
    }

    double delegateRequests() {
        return delegateRequests;
    }

    double escalated() {
        return escalated;
    }

    double erred() {
        return erred;
    }

    double droppedRequests() {
        return dropped;
    }

    double caughtDrops() {
        return caughtDrops;
    }

    double chasedDrops() {
        return chasedDrops;
    }

    double silentDrops() {
        return silentDrops;
    }

    double withdrawnDrops() {
        return withdrawnDrops;
    }

    double quits() {
        return quits;
    }

    double appointments() {
        return appointments;
    }

    double missedAppointments() {
        return missedAppointments;
    }

    double providerAnswers() {
        return providerAnswers;
    }

    double providerAnswersInTime() {
        return providerAnswersInTime;
    }

    double givenUpRequests() {
        return givenUp;
    }
}
