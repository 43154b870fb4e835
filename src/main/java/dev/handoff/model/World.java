package dev.handoff.model;

import dev.handoff.kernel.RandomStreams;
import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.people.Contacts.Type;

/** Placeholder until the model lands: the same methods, with smooth made-up values. */
public final class World {
    private final Scenario scenario;
    private final Ledger ledger = new Ledger();
    private final double noise;
    private double now;

    public World(Scenario scenario, long seed, int replication) {
        this.scenario = scenario;
        noise = new RandomStreams(seed, replication).at(0, 0, 0).uniform();
        now = -scenario.warmupWeeks();
    }

    /** Runs all events up to and including the given week. */
    public void advanceTo(double week) {
        now = week;
        ledger.now = Math.max(0, week) * (0.5 + noise);
    }

    public double now() {
        return now;
    }

    /** What is happening, for error messages: the kind of the last event, in words. */
    public String event() {
        return "request arrives";
    }

    public Scenario scenario() {
        return scenario;
    }

    public Ledger ledger() {
        return ledger;
    }

    private double share(double scale) {
        return 1 - Math.exp(-Math.max(0, now) * (0.5 + noise) * scale);
    }

    public double burntOutOnceShare() {
        return now > 300 * noise ? 1 : 0;
    }

    public double calmlyBurntOutShare() {
        return now > 600 * noise ? 1 : 0;
    }

    public double carriedBurnoutRisk() {
        return share(0.001);
    }

    public double burntOutShare() {
        return burntOutOnceShare();
    }

    public double strain() {
        return 50 + 10 * noise;
    }

    public double lostShare(Type type) {
        return share(0.002);
    }

    public double lostShare(Reason reason) {
        return share(0.0004);
    }

    public double lostRevenueShare() {
        return share(0.002);
    }

    public double executiveClockHours() {
        return 55 * now;
    }

    public double delegateHours() {
        return 30 * now;
    }

    public double choicesForDelegate() {
        return now;
    }

    public double choices() {
        return 2 * now;
    }

    public double escalatedRequests() {
        return now;
    }

    public double delegateRequests() {
        return 4 * now;
    }

    public double waitedDays() {
        return now;
    }

    public double answeredRequests() {
        return 28 * now;
    }

    public double givenUpRequests() {
        return 0;
    }

    public double openRequests() {
        return 5;
    }

    public double meanSatisfaction() {
        return 0.8;
    }

    public double meanHabit() {
        return 0.5;
    }

    public double meanBelief() {
        return 0.5;
    }

    public double meanSkill() {
        return 0.5;
    }

    public double meanConfidence() {
        return 0.5;
    }

    public double meanOwnership() {
        return 0.5;
    }

    public double meanPropensity() {
        return 0.5;
    }

    public double meanAppeal() {
        return 0.5;
    }

    public double netValue() {
        return 400_000;
    }

    public double medianAcceptanceWeek() {
        return 20;
    }

    public double neverAcceptedShare() {
        return 0;
    }

    public double responseDays(double quantile) {
        return 0.3;
    }

    public int contactCount() {
        return scenario.contactCount();
    }

    /** As the user's list names it, or the group's name or type with a number: "Customer 3". */
    public String contactName(int contact) {
        return "Customer " + (contact + 1);
    }

    public Type contactType(int contact) {
        return Type.CUSTOMER;
    }

    /** Week in which the contact left; infinity if it stayed. */
    public double leftAt(int contact) {
        return Double.POSITIVE_INFINITY;
    }

    /** Week in which the contact accepted the delegate; infinity if it never did. */
    public double acceptedAt(int contact) {
        return 20;
    }
}
