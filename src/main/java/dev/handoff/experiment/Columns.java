package dev.handoff.experiment;

import java.util.ArrayList;
import java.util.List;

/** The columns of one spool, read several at a time, as many as memory allows. */
final class Columns {
    /** Numbers held at a time. */
    private static final int BUDGET = 1_000_000;

    private final Spool spool;
    private final int[] rows;
    private double[][] values = {};
    private int firstValue;

    Columns(Spool spool, int[] rows) {
        this.spool = spool;
        this.rows = rows;
    }

    /** The measure's value in each replication. */
    double[] values(Measure measure) {
        int value = spool.layout().values().indexOf(measure);
        if (value < firstValue || value >= firstValue + values.length) {
            int left = spool.layout().values().size() - value;
            firstValue = value;
            values = spool.values(rows, value, Math.min(left, atATime()));
        }
        return values[value - firstValue];
    }

    List<ContactResult> contacts(ContactList list) {
        Layout layout = spool.layout();
        List<ContactResult> results = new ArrayList<>();
        for (int first = 0; first < layout.contacts(); first += atATime()) {
            int count = Math.min(atATime(), layout.contacts() - first);
            float[][] left = spool.floats(rows, layout.leftColumn(first), count);
            float[][] accepted = spool.floats(rows, layout.acceptedColumn(first), count);
            for (int contact = 0; contact < count; contact++) {
                results.add(ContactResult.of(first + contact, list, left[contact], accepted[contact]));
            }
        }
        return results;
    }

    private int atATime() {
        return Math.max(1, BUDGET / Math.max(1, rows.length));
    }
}
