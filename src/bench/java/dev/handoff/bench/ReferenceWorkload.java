package dev.handoff.bench;

import dev.handoff.kernel.Events;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * A firm small enough to be written for any simulation library in an hour: contacts call, the habit of each decides whether it
 * asks for the executive or its delegate, calls queue, and who waits too long for the executive is given to the delegate. One
 * instance is one replication of a year. Written as the model of handoff is: numbers for people and calls, arrays for what is known of
 * them, one switch over kinds of events.
 */
final class ReferenceWorkload {
    static final int CONTACTS = 60;
    static final int DELEGATES = 4;
    static final double HORIZON = 2_080; // hours, as all times here
    static final double MEAN_GAP = 40.0 / 3;
    static final double MEAN_PATIENCE = 8;
    static final double FIRST_HABIT = 0.95;
    static final double LOSS = 0.05;
    static final double GAIN = 0.02;
    /* A lognormal time of mean 0.25 and standard deviation 0.25. */
    static final double LOG_MEAN = StrictMath.log(0.25) - 0.5 * StrictMath.log(2);
    static final double LOG_DEVIATION = Math.sqrt(StrictMath.log(2));

    private static final int CALL = 0;
    private static final int SERVICE_ENDS = 1;
    private static final int PATIENCE_ENDS = 2;
    /** Calls with a lower number have a slot for their patience; more wait at the same time only rarely. */
    private static final int PATIENCE_SLOTS = 63;
    /** Slots by kind. */
    private static final int[] SLOTS = {CONTACTS, 1 + DELEGATES, PATIENCE_SLOTS};

    private static final int EXECUTIVE = 0;
    private static final int NOBODY = -1;

    private final Events events;
    private final UniformRandomProvider random;
    private final ZigguratSampler.Exponential exponential;
    private final ZigguratSampler.NormalizedGaussian gaussian;
    private double now;

    private final double[] habit = new double[CONTACTS]; // by contact
    private final int[] inService = new int[1 + DELEGATES]; // by server: call
    private final int[] first = new int[1 + DELEGATES]; // by server: call that waits longest
    private final int[] last = new int[1 + DELEGATES]; // by server
    private double executiveBeganAt;

    private int[] caller = new int[16]; // by call
    private double[] calledAt = new double[16]; // by call
    private double[] patientUntil = new double[16]; // by call; NaN unless it waits for the executive
    private int[] next = new int[16]; // by call: in its line; of free numbers: next free one
    private int[] previous = new int[16]; // by call: in its line
    private int firstFree = NOBODY;
    private int used;

    private int happened;
    private int servedByExecutive;
    private int servedByDelegates;
    private int reneged;
    private double waited;

    ReferenceWorkload(Engine engine, UniformRandomProvider random) {
        events = engine.events(SLOTS);
        this.random = random;
        exponential = ZigguratSampler.Exponential.of(random);
        gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        Arrays.fill(habit, FIRST_HABIT);
        Arrays.fill(inService, NOBODY);
        Arrays.fill(first, NOBODY);
        Arrays.fill(last, NOBODY);
    }

    ReferenceResult run() {
        for (int contact = 0; contact < CONTACTS; contact++) {
            scheduleCall(contact);
        }
        while (events.next(HORIZON)) {
            now = events.time();
            int subject = events.subject();
            switch (events.kind()) {
                case CALL -> calls(subject);
                case SERVICE_ENDS -> serviceEnds(subject);
                case PATIENCE_ENDS -> patienceEnds(subject);
                default -> throw new AssertionError(events.kind());
            }
        }
        double meanHabit = Arrays.stream(habit).sum() / CONTACTS;
        return new ReferenceResult(
                happened, servedByExecutive, servedByDelegates, reneged, meanHabit, waited / servedByExecutive);
    }

    private void calls(int contact) {
        happened++;
        scheduleCall(contact);
        int call = take(contact);
        if (random.nextDouble() >= habit[contact]) {
            goToDelegate(call);
        } else if (inService[EXECUTIVE] == NOBODY) {
            begin(EXECUTIVE, call);
        } else {
            join(EXECUTIVE, call);
            bePatient(call);
        }
    }

    private void scheduleCall(int contact) {
        events.set(CALL, contact, now + MEAN_GAP * exponential.sample());
    }

    private void bePatient(int call) {
        double until = now + MEAN_PATIENCE * exponential.sample();
        patientUntil[call] = until;
        if (call < PATIENCE_SLOTS) {
            events.set(PATIENCE_ENDS, call, until);
        } else {
            events.schedule(PATIENCE_ENDS, call, until);
        }
    }

    private void goToDelegate(int call) {
        int server = 1 + caller[call] % DELEGATES;
        if (inService[server] == NOBODY) {
            begin(server, call);
        } else {
            join(server, call);
        }
    }

    private void serviceEnds(int server) {
        happened++;
        int call = inService[server];
        int contact = caller[call];
        if (server == EXECUTIVE) {
            servedByExecutive++;
            waited += executiveBeganAt - calledAt[call];
            habit[contact] += GAIN * (1 - habit[contact]);
        } else {
            servedByDelegates++;
            habit[contact] -= LOSS * habit[contact];
        }
        free(call);
        int following = first[server];
        if (following == NOBODY) {
            inService[server] = NOBODY;
        } else {
            leave(server, following);
            if (server == EXECUTIVE) {
                needNoPatience(following);
            }
            begin(server, following);
        }
    }

    private void needNoPatience(int call) {
        patientUntil[call] = Double.NaN;
        if (call < PATIENCE_SLOTS) {
            events.cancel(PATIENCE_ENDS, call);
        }
    }

    private void begin(int server, int call) {
        inService[server] = call;
        if (server == EXECUTIVE) {
            executiveBeganAt = now;
        }
        events.set(SERVICE_ENDS, server, now + Math.exp(LOG_MEAN + LOG_DEVIATION * gaussian.sample()));
    }

    /* Where a patience cannot be cancelled the call may be in service or over by now, and its number another's. */
    private void patienceEnds(int call) {
        if (patientUntil[call] == now) {
            happened++;
            reneged++;
            patientUntil[call] = Double.NaN;
            leave(EXECUTIVE, call);
            goToDelegate(call);
        }
    }

    private void join(int server, int call) {
        next[call] = NOBODY;
        previous[call] = last[server];
        if (last[server] == NOBODY) {
            first[server] = call;
        } else {
            next[last[server]] = call;
        }
        last[server] = call;
    }

    private void leave(int server, int call) {
        if (previous[call] == NOBODY) {
            first[server] = next[call];
        } else {
            next[previous[call]] = next[call];
        }
        if (next[call] == NOBODY) {
            last[server] = previous[call];
        } else {
            previous[next[call]] = previous[call];
        }
    }

    private int take(int contact) {
        int call = firstFree;
        if (call == NOBODY) {
            if (used == caller.length) {
                grow();
            }
            call = used++;
        } else {
            firstFree = next[call];
        }
        caller[call] = contact;
        calledAt[call] = now;
        patientUntil[call] = Double.NaN;
        return call;
    }

    private void free(int call) {
        next[call] = firstFree;
        firstFree = call;
    }

    private void grow() {
        int capacity = 2 * caller.length;
        caller = Arrays.copyOf(caller, capacity);
        calledAt = Arrays.copyOf(calledAt, capacity);
        patientUntil = Arrays.copyOf(patientUntil, capacity);
        next = Arrays.copyOf(next, capacity);
        previous = Arrays.copyOf(previous, capacity);
    }
}
