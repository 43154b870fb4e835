package dev.handoff.study;

import java.util.Arrays;
import java.util.BitSet;

/** What is known of one point: a value for each measure and replication. Not safe for threads. */
final class Rows {
    private final BitSet known = new BitSet(); // by replication
    private final BitSet failed = new BitSet(); // by replication; these have no values
    private final double[][] values; // by measure, then replication

    Rows(int measures) {
        values = new double[measures][0];
    }

    boolean has(int replication) {
        return known.get(replication);
    }

    /** Replications from 0 on that are known without a gap. */
    int prefix() {
        return known.nextClearBit(0);
    }

    void put(int replication, double[] row) {
        if (replication >= values[0].length) {
            int length = Math.max(64, Math.max(replication + 1, 2 * values[0].length));
            for (int measure = 0; measure < values.length; measure++) {
                values[measure] = Arrays.copyOf(values[measure], length);
            }
        }
        for (int measure = 0; measure < values.length; measure++) {
            values[measure][replication] = row[measure];
        }
        known.set(replication);
    }

    /** A replication that could not be finished counts as known, without a value. */
    void fail(int replication) {
        double[] none = new double[values.length];
        Arrays.fill(none, Double.NaN);
        put(replication, none);
        failed.set(replication);
    }

    /** How many of the first replications failed. */
    int failed(int replications) {
        return failed.get(0, replications).cardinality();
    }

    /** The first replications of a measure. */
    double[] values(int measure, int replications) {
        return Arrays.copyOf(values[measure], replications);
    }

    /** Receives a replication with its values by measure. */
    interface Reader {
        void replication(int number, double[] row);
    }

    /** Those before the end that are known and did not fail, in the order of their numbers. */
    void forEachReplication(int end, Reader reader) {
        known.stream()
                .takeWhile(replication -> replication < end)
                .filter(replication -> !failed.get(replication))
                .forEach(replication -> reader.replication(replication, row(replication)));
    }

    private double[] row(int replication) {
        double[] row = new double[values.length];
        for (int measure = 0; measure < row.length; measure++) {
            row[measure] = values[measure][replication];
        }
        return row;
    }
}
