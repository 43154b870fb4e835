package dev.handoff.experiment;

import java.util.concurrent.atomic.AtomicInteger;

/** A running experiment as seen from outside: how far it is, and a wish that it end. Safe for threads. */
public final class Control {
    private final AtomicInteger finished = new AtomicInteger();
    private volatile boolean stopping;

    /** Asks to stop: no further replication is begun, and those that run are given up within a simulated week. */
    public void stop() {
        stopping = true;
    }

    public boolean isStopping() {
        return stopping;
    }

    /** Replications that are finished, failed ones included. */
    public int finished() {
        return finished.get();
    }

    /** One more replication is finished. */
    public void onFinished() {
        finished.incrementAndGet();
    }
}
