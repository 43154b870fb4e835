package dev.handoff.experiment;

import java.util.List;

/**
 * Where the numbers of one replication of one arm stand in its row of a spool: first the curves, week after week of each
 * measure, and the weeks in which each contact left and accepted, all as floats; then the replication's values as doubles.
 */
record Layout(List<Measure> curves, int weeks, int contacts, List<Measure> values) {

    static Layout of(Arm arm) {
        List<Measure> all = Measure.CURVES;
        List<Measure> curves = arm.hasTwin() ? all : all.subList(0, Measure.SAMPLED.size());
        return new Layout(
                curves, arm.weeks(), arm.scenario().contactCount(), Measure.values(arm.horizon(), arm.hasTwin()));
    }

    /** Column of a curve's week among the floats. */
    int column(int curve, int week) {
        return curve * weeks + week;
    }

    int leftColumn(int contact) {
        return curves.size() * weeks + contact;
    }

    int acceptedColumn(int contact) {
        return leftColumn(contacts + contact);
    }

    int floats() {
        return Math.addExact(curves.size() * weeks, Math.multiplyExact(2, contacts));
    }

    int bytes() {
        return Math.addExact(Math.multiplyExact(Float.BYTES, floats()), Double.BYTES * values.size());
    }
}
