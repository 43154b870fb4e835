package dev.handoff.model.mechanism;

import java.util.Arrays;

/**
 * Following up: every interval the executive asks each delegate, its contacts, or both, how things stand. The delegate tells what
 * it knows to have dropped, a contact everything that it waits for (of M10).
 */
public final class Touches {

    /** Who is asked. */
    public enum Sides {
        DELEGATE,
        CLIENT,
        BOTH
    }

    /** The {@code follow-up.touches} section of a scenario. */
    public record Settings(
            boolean active,
            double intervalWeeks,
            double topShare,
            Sides sides,
            double contactWorkHours,
            double delegateWorkHours,
            boolean adaptive,
            double shortestIntervalWeeks) {
        /** Nobody follows up. */
        public static final Settings NOTHING = new Settings(false, 1, 0, Sides.BOTH, 0, 0, false, 1);
    }

    private Settings settings;
    private final double[] interval; // by delegate, weeks
    private final boolean[] pending; // by delegate: whether a follow-up still waits for the executive
    private final boolean[] covered; // by contact: whether it is among those who are followed up

    public Touches(Settings settings, int contacts, int delegates) {
        this.settings = settings;
        interval = new double[delegates];
        pending = new boolean[delegates];
        covered = new boolean[contacts];
    }

    public void adopt(Settings changed) {
        settings = changed;
    }

    public Settings settings() {
        return settings;
    }

    /** The series begins anew, and who is covered is chosen anew. */
    public void begin() {
        Arrays.fill(interval, settings.intervalWeeks());
        Arrays.fill(covered, false);
    }

    public void cover(int contact) {
        covered[contact] = true;
    }

    public boolean covers(int contact) {
        return covered[contact];
    }

    /** Weeks between two follow-ups with this delegate. */
    public double interval(int delegate) {
        return interval[delegate];
    }

    /** Times a week that this delegate is asked. */
    public double perWeek(int delegate) {
        return settings.active() && asksDelegate() ? 1 / interval[delegate] : 0;
    }

    /** A contact found what this delegate had dropped: the interval is halved where it adapts. */
    public void onFoundByContact(int delegate) {
        if (settings.adaptive()) {
            double shortest = Math.min(interval[delegate], settings.shortestIntervalWeeks());
            interval[delegate] = Math.max(shortest, interval[delegate] / 2);
        }
    }

    public boolean isPending(int delegate) {
        return pending[delegate];
    }

    public void setPending(int delegate, boolean waits) {
        pending[delegate] = waits;
    }

    public boolean asksDelegate() {
        return settings.sides() != Sides.CLIENT;
    }

    public boolean asksContacts() {
        return settings.sides() != Sides.DELEGATE;
    }

    /** Hours of the executive, and of the delegate too, for the talk of the two; 0 without one. */
    public double delegateHours() {
        return asksDelegate() ? settings.delegateWorkHours() : 0;
    }

    /** Hours of the executive to ask so many contacts. */
    public double contactHours(int contacts) {
        return asksContacts() ? settings.contactWorkHours() * contacts : 0;
    }
}
