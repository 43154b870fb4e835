package dev.handoff.study;

/** A study was asked to stop; what it has simulated is kept. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Stopped() {
        super("stopped", null, false, false);
    }
}
