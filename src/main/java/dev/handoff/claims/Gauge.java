package dev.handoff.claims;

import dev.handoff.metric.Metric;
import dev.handoff.model.World;

/** Takes one window of one replication, week after week. */
final class Gauge {
    private final Window window;
    private final int horizon;
    private double sum; // of states
    private double begin;
    private double end;
    private double perBegin;
    private double perEnd;
    private int paidBackFrom = 1; // first week from which the capacity freed has not been below 0
    private boolean anythingFreed;

    Gauge(Window window, int horizon) {
        this.window = window;
        this.horizon = horizon;
    }

    /** Last week that it needs. */
    int lastWeek() {
        return window.isOfTheWhole() ? horizon : window.last();
    }

    /** Takes what a week shows at its end; weeks come in order from 0 on. */
    void sample(World world, int week) {
        if (window.metric() == null) {
            payback(Metric.CAPACITY_FREED_CUMULATIVE.of(world), week);
        } else if (window.metric().hasCurve()) {
            curve(world, week);
        } else if (week == horizon) {
            end = window.metric().of(world);
        }
    }

    private void payback(double freed, int week) {
        anythingFreed |= freed != 0;
        if (freed < 0) {
            paidBackFrom = week + 1;
        }
    }

    private void curve(World world, int week) {
        boolean state = isState();
        if (state && week >= window.first() && week <= window.last()) {
            sum += window.metric().of(world);
        } else if (!state && week == window.first() - 1) {
            begin = window.metric().of(world);
            perBegin = perTotal(world);
        } else if (!state && week == window.last()) {
            end = window.metric().of(world);
            perEnd = perTotal(world);
        }
    }

    private double perTotal(World world) {
        return window.metric().kind() == Metric.Kind.RATIO ? window.metric().perValue(world) : 0;
    }

    private boolean isState() {
        return window.metric().kind() == Metric.Kind.MEAN_LEVEL
                || window.metric().kind() == Metric.Kind.FINAL_LEVEL;
    }

    /** The value of the replication; NaN if it is not defined. */
    double value() {
        if (window.metric() == null) {
            return anythingFreed && paidBackFrom <= horizon ? paidBackFrom : horizon;
        }
        int weeks = window.last() - window.first() + 1;
        return switch (window.metric().kind()) {
            case FLOW -> (end - begin) / weeks;
            case RATIO -> perEnd == perBegin ? Double.NaN : (end - begin) / (perEnd - perBegin);
            case MEAN_LEVEL, FINAL_LEVEL -> sum / weeks;
            case FINAL_ONLY -> window.metric() == Metric.ACCEPTANCE_WEEK && Double.isNaN(end) ? horizon : end;
        };
    }
}
