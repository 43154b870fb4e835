package dev.handoff.study;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.experiment.Workers;
import dev.handoff.kernel.Check;
import dev.handoff.scenario.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Simulates points, which are scenarios, in as many replications as a study asks for, each once. Replication r of all points has the
 * same chance events. What comes out depends on points, seed and replications alone, not on threads or on the order of asking.
 */
public final class Simulations {
    private final Journal journal;
    private final List<Measure> measures;
    private final long seed;
    private final int threads;
    private final Control control;
    private final Map<String, String> failures = new TreeMap<>(); // by point and replication
    private final Map<String, Integer> asked = new HashMap<>(); // replications by point
    private long simulated;

    /** A replication of a point that is still to be done. */
    private record Task(String key, Variant point, int replication) {}

    /**
     * @param journal of these measures, opened for the same seed
     * @param measures all that will be asked for
     */
    public Simulations(Journal journal, List<Measure> measures, long seed, int threads, Control control) {
        Check.that(threads >= 1, "threads (%s) must be 1 or more", threads);
        this.journal = journal;
        this.measures = List.copyOf(measures);
        this.seed = seed;
        this.threads = threads;
        this.control = control;
    }

    /** What each replication is summed up as. */
    public List<Measure> measures() {
        return measures;
    }

    /**
     * Simulates what is missing of the first replications of all points.
     *
     * @throws Stopped if it was asked to stop before all were done
     */
    public void require(Collection<Variant> points, int replications) {
        simulate(missing(points, replications));
    }

    private void simulate(List<Task> tasks) {
        Workers.forEach(Math.min(threads, Math.max(1, tasks.size())), tasks.size(), (number, all) -> {
            if (control.isStopping()) {
                throw new Stopped();
            }
            simulate(tasks.get(number));
            control.onFinished();
        });
        simulated += tasks.size();
    }

    /**
     * Simulates what is missing of points with numbers of replications of their own, side by side.
     *
     * @param points different ones
     * @param replications by point
     * @throws Stopped if it was asked to stop before all were done
     */
    public void require(List<Variant> points, int[] replications) {
        List<Task> tasks = new ArrayList<>();
        for (int place = 0; place < replications.length; place++) {
            tasks.addAll(missing(List.of(points.get(place)), replications[place]));
        }
        simulate(tasks);
    }

    /** Points one after the other; a point that is named twice is simulated once. */
    private List<Task> missing(Collection<Variant> points, int replications) {
        Map<String, Variant> different = new LinkedHashMap<>();
        points.forEach(point -> different.putIfAbsent(key(point), point));
        List<Task> tasks = new ArrayList<>();
        different.forEach((key, point) -> {
            asked.merge(key, replications, Math::max);
            Rows rows = rows(key);
            for (int replication = 0; replication < replications; replication++) {
                if (!rows.has(replication)) {
                    tasks.add(new Task(key, point, replication));
                }
            }
        });
        return tasks;
    }

    private void simulate(Task task) {
        try {
            double[] row = new SingleReplication(task.point().scenario(), measures).values(seed, task.replication());
            journal.put(task.key(), task.replication(), row);
        } catch (UncheckedIOException unwritten) {
            throw unwritten;
        } catch (RuntimeException | StackOverflowError failure) {
            note(task, failure);
            journal.fail(task.key(), task.replication());
        }
    }

    private synchronized void note(Task task, Throwable failure) {
        String message = task.point().name() + ": replication " + task.replication() + " of seed " + seed + " failed: "
                + failure;
        failures.put(task.key() + task.replication(), message.replaceAll("\\s+", " "));
    }

    /** Replications that could not be finished and have no value, a line each. */
    public synchronized List<String> failures() {
        return List.copyOf(failures.values());
    }

    /** Replications of all points that were simulated here and not found in the journal. */
    public long simulated() {
        return simulated;
    }

    /**
     * A measure in the first replications of a point that were {@linkplain #require required} before, also when it was asked to stop since.
     *
     * @return NaN where a replication failed or has no value
     */
    public double[] present(Variant point, Measure measure, int replications) {
        return rows(key(point)).values(measures.indexOf(measure), replications);
    }

    /**
     * A measure in the first replications of a point, simulated where it is not known. To have several points simulated side by side,
     * {@link #require} them first.
     *
     * @return NaN where a replication failed or has no value
     * @throws Stopped if it was asked to stop
     */
    public double[] values(Variant point, Measure measure, int replications) {
        require(List.of(point), replications);
        return rows(key(point)).values(measures.indexOf(measure), replications);
    }

    /** How many of the first replications of a point failed, of those that were simulated here. */
    public int failed(Variant point, int replications) {
        return rows(key(point)).failed(replications);
    }

    /**
     * {@linkplain Journal#settle Settles} the journal.
     *
     * @param complete whether everything was asked for that will be; then what nobody asked for is left out, so that the file does not tell
     *     what an earlier, smaller study had looked at
     */
    public void settle(Path place, boolean complete) throws IOException {
        journal.settle(place, complete ? key -> asked.getOrDefault(key, 0) : key -> Integer.MAX_VALUE);
    }

    /** Replications of a point that are known from the first on without a gap. */
    public int known(Variant point) {
        return rows(key(point)).prefix();
    }

    private Rows rows(String key) {
        synchronized (journal) {
            return journal.rows(key);
        }
    }

    private static String key(Variant point) {
        return point.settings().sha256();
    }
}
