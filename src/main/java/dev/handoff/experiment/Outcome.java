package dev.handoff.experiment;

import dev.handoff.metric.Metric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an experiment found: estimates at hand, and the numbers of each replication on file until it is closed. */
public final class Outcome implements AutoCloseable {
    private static final Pattern BURNOUT_RISK = Pattern.compile(Metric.BURNOUT_RISK.id() + "(_\\d+)?");

    private final Experiment experiment;
    private final Store store;
    private final int[] rows;
    private final List<Failure> failures;
    private final List<ArmResult> results = new ArrayList<>();
    private final boolean partial;

    private Outcome(Experiment experiment, Store store, int[] rows, List<Failure> failures) {
        this.experiment = experiment;
        this.store = store;
        this.rows = rows;
        this.failures = failures;
        partial = rows.length + failures.size() < experiment.replications();
    }

    static Outcome of(
            Experiment experiment, Store store, int[] rows, List<Failure> failures, List<ContactList> contacts) {
        Outcome outcome = new Outcome(experiment, store, rows, failures);
        for (Arm arm : store.arms()) {
            outcome.results.add(outcome.estimate(arm, contacts.get(arm.number())));
        }
        return outcome;
    }

    private ArmResult estimate(Arm arm, ContactList contacts) {
        Spool spool = store.of(arm);
        List<Curve> curves = CurveEstimator.curves(spool, rows, arm.hasBinaryBurnout(), experiment.threads());
        Map<String, Estimate> values = new HashMap<>();
        Map<String, Estimate> differences = new HashMap<>();
        Columns own = new Columns(spool, rows);
        Columns others = new Columns(store.of(twin(arm)), rows);
        for (Measure measure : measures(arm)) {
            double[] found = own.values(measure);
            boolean proportion =
                    arm.hasBinaryBurnout() && BURNOUT_RISK.matcher(measure.id()).matches();
            values.put(measure.id(), Estimate.of(found, proportion));
            if (arm.hasTwin() && measures(twin(arm)).contains(measure)) {
                differences.put(measure.id(), Estimate.of(minus(found, others.values(measure)), false));
            }
        }
        List<ContactResult> results = rows.length == 0 ? List.of() : own.contacts(contacts);
        return new ArmResult(arm, curves, measures(arm), values, differences, results);
    }

    private static double[] minus(double[] values, double[] others) {
        double[] differences = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            differences[row] = values[row] - others[row];
        }
        return differences;
    }

    public Experiment experiment() {
        return experiment;
    }

    /** The results of the variants in their order, then of the twins added for comparison. */
    public List<ArmResult> results() {
        return List.copyOf(results);
    }

    /** The results of the variants that the user asked for. */
    public List<ArmResult> asked() {
        return results.subList(0, experiment.variants().size());
    }

    public Arm twin(Arm arm) {
        return store.arms().get(arm.twin());
    }

    /** How many replications count: all that were run, without the failed ones. */
    public int completed() {
        return rows.length;
    }

    /** Number of the replication in one of the {@link #completed} places. */
    public int replication(int place) {
        return experiment.first() + rows[place];
    }

    public List<Failure> failures() {
        return failures;
    }

    /** Whether it was stopped before all replications were run. */
    public boolean isPartial() {
        return partial;
    }

    /** What each replication of an arm is summed up as. */
    public List<Measure> measures(Arm arm) {
        return store.of(arm).layout().values();
    }

    /** The value of a measure in each replication that counts, in their order. */
    public double[] values(Arm arm, Measure measure) {
        return store.of(arm).values(rows, measures(arm).indexOf(measure), 1)[0];
    }

    /** The value of a curve at the end of a week in each replication that counts, in their order. */
    public float[] weekValues(Arm arm, Measure measure, int week) {
        Layout layout = store.of(arm).layout();
        return store.of(arm).floats(rows, layout.column(layout.curves().indexOf(measure), week), 1)[0];
    }

    /** Paired difference of two arms in a measure that both have: the first less the second. */
    public Estimate difference(Arm arm, Arm other, Measure measure) {
        return Estimate.of(minus(values(arm, measure), values(other, measure)), false);
    }

    /**
     * Paired difference of the first variants of two outcomes of the same seed, in the replications that both have: this one less the other.
     */
    public Estimate differenceFrom(Outcome other, Measure measure) {
        double[] own = values(store.arms().get(0), measure);
        double[] others = other.values(other.store.arms().get(0), measure);
        double[] differences = new double[Math.min(own.length, others.length)];
        int paired = 0;
        int second = 0;
        for (int first = 0; first < own.length && second < others.length; first++) {
            while (second < others.length && other.replication(second) < replication(first)) {
                second++;
            }
            if (second < others.length && other.replication(second) == replication(first)) {
                differences[paired++] = own[first] - others[second];
            }
        }
        return Estimate.of(Arrays.copyOf(differences, paired), false);
    }

    /** Receives the values of one replication, in the order of {@link #measures}. */
    public interface Reader {
        void replication(int number, double[] values) throws IOException;
    }

    /** Hands over all values of an arm, replication after replication, holding only one at a time. */
    public void read(Arm arm, Reader reader) throws IOException {
        double[] values = new double[measures(arm).size()];
        var buffer = Spool.buffer(values.length * Double.BYTES);
        for (int row : rows) {
            store.of(arm).values(row, buffer, values);
            reader.replication(experiment.first() + row, values);
        }
    }

    /** Keeps the rows of an arm in a {@link RowsFile}, so that a later experiment can go on from them. */
    public void keep(Arm arm, Path file) throws IOException {
        RowsFile.write(store.of(arm), rows.length + failures.size(), file);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
