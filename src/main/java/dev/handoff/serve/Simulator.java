package dev.handoff.serve;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Outcome;
import dev.handoff.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Simulates for all pages with all threads. Pages take {@linkplain Turns turns}, after so many replications of one scenario at most, so that a
 * long question holds up nobody. The scenarios asked for last are kept.
 */
final class Simulator implements AutoCloseable {
    private static final int KEPT = 24;
    private static final int MOST_PAGES = 16;
    private static final int REPLICATIONS_OF_A_TURN = 200;

    /** Turns of a scenario, each of which keeps a file open. */
    private static final int MOST_TURNS = 8;

    /** Replications of a first look, which is finished. */
    private static final int SHORT = 20;

    private final long seed;
    private final int threads;
    private final Path folder;
    private final Turns turns = new Turns(MOST_PAGES);

    /** The latest last; used by whoever has the turn. */
    private final LinkedHashMap<Scenario, Simulated> kept = new LinkedHashMap<>(KEPT, 0.75f, true);

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
        Optional<Scenario> twin = Experiment.twin(now);
        List<Scenario> scenarios = Stream.of(Optional.of(now), twin, pinned)
                .flatMap(Optional::stream)
                .toList();
        return answer(
                client,
                scenarios,
                replications,
                control -> use.of(
                        outcome(now, replications, control),
                        outcome(twin, replications, control),
                        outcome(pinned, replications, control)));
    }

    /**
     * Simulates a scenario alone.
     *
     * @throws Refused with status 409 if the page asked for something else meanwhile, 503 if too many wait
     */
    <T> T simulate(String client, Scenario scenario, int replications, Look<T> look) throws IOException, Refused {
        return answer(
                client, List.of(scenario), replications, control -> look.at(outcome(scenario, replications, control)));
    }

    private <T> T answer(String page, List<Scenario> scenarios, int replications, Work<T> last)
            throws IOException, Refused {
        Turns.Question question = turns.ask(page, replications <= SHORT);
        try {
            int more = Math.max(REPLICATIONS_OF_A_TURN, (replications + MOST_TURNS - 1) / MOST_TURNS);
            for (int upTo = more; upTo < replications; upTo += more) {
                int reached = upTo;
                for (Scenario scenario : scenarios) {
                    inTurn(question, control -> outcome(scenario, reached, control));
                }
            }
            return inTurn(question, last);
        } finally {
            turns.leave(question);
        }
    }

    private <T> T inTurn(Turns.Question question, Work<T> work) throws IOException, Refused {
        turns.begin(question);
        try {
            return work.until(question.control());
        } finally {
            turns.end();
        }
    }

    private Optional<Outcome> outcome(Optional<Scenario> scenario, int replications, Control control)
            throws IOException, Refused {
        return scenario.isEmpty() ? Optional.empty() : Optional.of(outcome(scenario.get(), replications, control));
    }

    private Outcome outcome(Scenario scenario, int replications, Control control) throws IOException, Refused {
        if (control.isStopping()) {
            throw Turns.superseded();
        }
        Simulated simulated = kept.get(scenario);
        if (simulated == null) {
            simulated = new Simulated(scenario, seed, threads, folder);
            kept.put(scenario, simulated);
            shrink();
        }
        return simulated.upTo(replications, control).orElseThrow(Turns::superseded);
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
        turns.close();
        for (Simulated each : kept.values()) {
            each.close();
        }
        kept.clear();
    }
}
