package dev.handoff.experiment;

import dev.handoff.kernel.Check;
import dev.handoff.model.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What to simulate: every variant, and its twin without delegation, with the same seed in each replication. The outcome does
 * not depend on the number of threads.
 *
 * @param first number of the first replication, 0 or more
 * @param replications how many, 1 or more
 * @param twins whether twins are simulated; else nothing is compared with them
 */
public record Experiment(List<Variant> variants, long seed, int first, int replications, int threads, boolean twins) {
    public Experiment {
        variants = List.copyOf(variants);
        Check.that(!variants.isEmpty(), "an experiment needs a variant");
        Check.that(first >= 0, "first replication (%s) must be 0 or more", first);
        Check.that(replications >= 1, "replications (%s) must be 1 or more", replications);
        Check.that(threads >= 1, "threads (%s) must be 1 or more", threads);
    }

    public Experiment(List<Variant> variants, long seed, int first, int replications, int threads) {
        this(variants, seed, first, replications, threads, true);
    }

    /** The scenario without delegation; empty where nobody is handed over at any time. */
    public static Optional<Scenario> twin(Scenario scenario) {
        return Arms.delegates(scenario) ? Optional.of(scenario.withoutDelegation()) : Optional.empty();
    }

    /** The variants in their order, then the twins added for comparison. */
    public List<Arm> arms() {
        return Arms.of(variants, twins);
    }

    /**
     * Runs all replications, or as many as the control allows, but for those that are already in the folder.
     *
     * @param folder where the numbers are kept until the outcome is closed; what a killed or a shorter run of the same variants, seed and
     *     first replication left there is gone on with
     * @throws java.io.UncheckedIOException if they cannot be kept
     */
    public Outcome run(Path folder, Control control, Worlds worlds) throws IOException {
        return run(folder, control, worlds, crew -> crew.replicate(replications));
    }

    /**
     * Runs as many replications as the goal needs, at most all. Unless it is stopped, the outcome is that of an experiment with just as many.
     *
     * @throws java.io.UncheckedIOException if they cannot be kept
     */
    public Outcome run(Path folder, Control control, Worlds worlds, PrecisionGoal goal) throws IOException {
        return run(folder, control, worlds, crew -> {
            if (goal.pursue(crew)) {
                crew.settle(goal.replications());
            }
        });
    }

    private Outcome run(Path folder, Control control, Worlds worlds, Consumer<Crew> work) throws IOException {
        Store store = new Store(folder, arms());
        try {
            Crew crew = new Crew(this, store, control, worlds);
            work.accept(crew);
            return crew.outcome();
        } catch (RuntimeException | Error failure) {
            store.close();
            throw failure;
        }
    }

    Experiment withReplications(int count) {
        return new Experiment(variants, seed, first, count, threads, twins);
    }
}
