package dev.handoff.experiment;

import dev.handoff.model.World;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The threads that work through the replications of one experiment, and what they have done together. */
final class Crew implements Replicated {
    private final Experiment experiment;
    private final Store store;
    private final Control control;
    private final Worlds worlds;
    private final ContactList[] contacts; // by arm
    private final AtomicInteger next = new AtomicInteger();
    private final BitSet found; // by row, whole before anything was simulated
    private final BitSet finished; // by row, failed ones included
    private final List<Failure> failures = new ArrayList<>();
    private volatile boolean broken;
    private int enough; // replications that count at most

    Crew(Experiment experiment, Store store, Control control, Worlds worlds) {
        this.experiment = experiment;
        this.store = store;
        this.control = control;
        this.worlds = worlds;
        contacts = new ContactList[store.arms().size()];
        found = store.whole(experiment.replications(), experiment.threads());
        finished = (BitSet) found.clone();
        enough = experiment.replications();
        found.stream().forEach(row -> control.onFinished());
    }

    @Override
    public boolean replicate(int end) {
        Workers.inParallel(Math.min(experiment.threads(), end), () -> work(end));
        return finished.nextClearBit(0) >= end;
    }

    /** Lets the first replications be all that count. */
    void settle(int replications) {
        enough = replications;
    }

    @Override
    public double[] values(int variant, Measure measure, int from, int to) {
        Set<Integer> failed = failures.stream()
                .map(failure -> failure.replication() - experiment.first())
                .collect(Collectors.toSet());
        int[] rows =
                IntStream.range(from, to).filter(row -> !failed.contains(row)).toArray();
        Spool spool = store.of(store.arms().get(variant));
        double[] known = spool.values(rows, spool.layout().values().indexOf(measure), 1)[0];
        double[] values = new double[to - from];
        Arrays.fill(values, Double.NaN);
        for (int place = 0; place < rows.length; place++) {
            values[rows[place] - from] = known[place];
        }
        return values;
    }

    /** What each thread does: take the next replication until there is none. */
    private void work(int end) {
        Hand hand = new Hand();
        try {
            while (!control.isStopping() && !broken) {
                int row = next.getAndUpdate(before -> Math.min(before + 1, end));
                if (row >= end) {
                    return;
                }
                if (!found.get(row)) {
                    hand.replicate(row);
                }
            }
        } catch (RuntimeException | Error failure) {
            broken = true;
            throw failure;
        }
    }

    private synchronized void note(int row, Failure failure) {
        if (failure != null) {
            failures.add(failure);
        }
        finished.set(row);
        control.onFinished();
    }

    private synchronized void note(Arm arm, World world) {
        if (contacts[arm.number()] == null) {
            contacts[arm.number()] = ContactList.of(world);
        }
    }

    /* Nothing had to be simulated: the contacts are those of any world. */
    private void meet(Arm arm) {
        contacts[arm.number()] = ContactList.of(Worlds.PLAIN.begin(arm, experiment.seed(), experiment.first()));
    }

    /** The longest complete prefix of replications, without the failed ones. */
    Outcome outcome() {
        int prefix = Math.min(enough, finished.nextClearBit(0));
        int end = experiment.first() + prefix;
        List<Failure> counted = failures.stream()
                .filter(failure -> failure.replication() < end)
                .sorted(Comparator.comparingInt(Failure::replication))
                .toList();
        BitSet counting = new BitSet();
        counting.set(0, prefix);
        counted.forEach(failure -> counting.clear(failure.replication() - experiment.first()));
        int[] rows = counting.stream().toArray();
        if (rows.length > 0) {
            store.arms().stream().filter(arm -> contacts[arm.number()] == null).forEach(this::meet);
        }
        return Outcome.of(experiment.withReplications(enough), store, rows, counted, Arrays.asList(contacts));
    }

    /** One thread's tools: a sampler for each arm and a buffer for rows. */
    private final class Hand {
        private final List<Sampler> samplers = new ArrayList<>(); // by arm
        private final ByteBuffer buffer;
        private Arm arm;
        private World world;

        Hand() {
            store.arms().forEach(each -> samplers.add(new Sampler(store.of(each).layout())));
            buffer = Spool.buffer(store.longestRow());
        }

        /** Does a replication and notes it, unless the experiment is stopped within it. */
        void replicate(int row) {
            try {
                if (!simulate(experiment.first() + row)) {
                    return;
                }
            } catch (UncheckedIOException failure) {
                throw failure;
            } catch (VirtualMachineError error) {
                if (!(error instanceof StackOverflowError)) {
                    throw error;
                }
                note(row, failure(row, error));
                return;
            } catch (Exception | Error failure) {
                note(row, failure(row, failure));
                return;
            }
            for (Arm each : store.arms()) {
                store.of(each).write(row, samplers.get(each.number()), buffer);
            }
            note(row, null);
        }

        /** @return whether it came to its end */
        private boolean simulate(int replication) {
            for (Arm each : store.arms()) {
                arm = each;
                world = null;
                world = worlds.begin(each, experiment.seed(), replication);
                Sampler sampler = samplers.get(each.number());
                for (int week = 0; week < each.weeks(); week++) {
                    if (control.isStopping()) {
                        return false;
                    }
                    world.advanceTo(week);
                    sampler.sample(world, week);
                }
                sampler.finish(world);
                if (contacts[each.number()] == null) {
                    note(each, world);
                }
            }
            for (Arm each : store.arms()) {
                if (each.hasTwin()) {
                    samplers.get(each.number()).compareWith(samplers.get(each.twin()));
                }
            }
            return true;
        }

        private Failure failure(int row, Throwable cause) {
            String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
            return new Failure(
                    experiment.seed(),
                    experiment.first() + row,
                    arm.name(),
                    world == null ? Double.NaN : world.now(),
                    world == null ? "the world is built" : world.event(),
                    (cause.getClass().getSimpleName() + message).replaceAll("\\s+", " "));
        }
    }
}
