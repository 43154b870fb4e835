package dev.handoff.serve;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Outcome;
import dev.handoff.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Simulates for all pages, one question after the other with all threads. A new question of a page takes the place of its earlier one, of
 * which nobody wants the answer any more. The scenarios asked for last are kept.
 */
final class Simulator implements AutoCloseable {
    private static final int KEPT = 24;
    private static final int MOST_WAITING = 16;

    private final long seed;
    private final int threads;
    private final Path folder;
    private final Semaphore turn = new Semaphore(1, true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<String, Control> running = new HashMap<>(); // by page
    private boolean closed;
    private final LinkedHashMap<Scenario, Simulated> kept = new LinkedHashMap<>(KEPT, 0.75f, true); // the latest last

    /** Makes use of outcomes, which nobody else changes meanwhile. */
    interface Use<T> {
        /**
         * @param twin without delegation; empty where nobody is handed over
         * @param pinned empty if nothing is compared
         */
        T of(Outcome now, Optional<Outcome> twin, Optional<Outcome> pinned) throws IOException, Refused;
    }

    /** Makes use of an outcome, which nobody else changes meanwhile. */
    interface Look<T> {
        T at(Outcome outcome) throws IOException, Refused;
    }

    private interface Work<T> {
        T until(Control control) throws IOException, Refused;
    }

    Simulator(long seed, int threads, Path folder) {
        this.seed = seed;
        this.threads = threads;
        this.folder = folder;
    }

    long seed() {
        return seed;
    }

    /**
     * Simulates a scenario, its twin without delegation, which many others share, and another one, in the same random worlds.
     *
     * @throws Refused with status 409 if the page asked for something else meanwhile, 503 if too many wait
     */
    <T> T simulate(String client, Scenario now, Optional<Scenario> pinned, int replications, Use<T> use)
            throws IOException, Refused {
        return inTurn(
                client,
                control -> use.of(
                        outcome(now, replications, control),
                        outcome(Experiment.twin(now), replications, control),
                        outcome(pinned, replications, control)));
    }

    /**
     * Simulates a scenario alone.
     *
     * @throws Refused with status 409 if the page asked for something else meanwhile, 503 if too many wait
     */
    <T> T simulate(String client, Scenario scenario, int replications, Look<T> look) throws IOException, Refused {
        return inTurn(client, control -> look.at(outcome(scenario, replications, control)));
    }

    private <T> T inTurn(String client, Work<T> work) throws IOException, Refused {
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            throw new Refused(503, "too many pages ask at once; try again");
        }
        Control control = begin(client);
        try {
            turn.acquireUninterruptibly();
            try {
                return work.until(control);
            } finally {
                turn.release();
            }
        } finally {
            end(client, control);
            waiting.decrementAndGet();
        }
    }

    private synchronized Control begin(String client) {
        Control control = new Control();
        if (closed) {
            control.stop();
        }
        Control earlier = running.put(client, control);
        if (earlier != null) {
            earlier.stop();
        }
        return control;
    }

    private synchronized void end(String client, Control control) {
        running.remove(client, control);
    }

    private Optional<Outcome> outcome(Optional<Scenario> scenario, int replications, Control control)
            throws IOException, Refused {
        return scenario.isEmpty() ? Optional.empty() : Optional.of(outcome(scenario.get(), replications, control));
    }

    private Outcome outcome(Scenario scenario, int replications, Control control) throws IOException, Refused {
        if (control.isStopping()) {
            throw superseded();
        }
        Simulated simulated = kept.get(scenario);
        if (simulated == null) {
            simulated = new Simulated(scenario, seed, threads, folder);
            kept.put(scenario, simulated);
            shrink();
        }
        return simulated.upTo(replications, control).orElseThrow(Simulator::superseded);
    }

    private static Refused superseded() {
        return new Refused(409, "the page asked for something else meanwhile");
    }

    private void shrink() throws IOException {
        Iterator<Simulated> oldest = kept.values().iterator();
        while (kept.size() > KEPT) {
            Simulated doomed = oldest.next();
            oldest.remove();
            doomed.close();
        }
    }

    /** Stops what runs and forgets everything. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
            running.values().forEach(Control::stop);
        }
        turn.acquireUninterruptibly();
        for (Simulated each : kept.values()) {
            each.close();
        }
        kept.clear();
        turn.release();
    }
}
