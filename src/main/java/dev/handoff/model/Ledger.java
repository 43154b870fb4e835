package dev.handoff.model;

/** Placeholder until the model lands. */
public final class Ledger {
    double now;

    public double freedHours() {
        return 10 * now;
    }

    public double baselineHours() {
        return 22 * now;
    }

    public double portfolioHours() {
        return 12 * now;
    }

    public double hours(Activity activity) {
        return now * (activity.ordinal() + 1);
    }

    public double interruptionsAvoided() {
        return now;
    }

    public double undoneDutyHours() {
        return now;
    }
}
