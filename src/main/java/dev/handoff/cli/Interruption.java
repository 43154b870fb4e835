package dev.handoff.cli;

import dev.handoff.experiment.Control;
import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C, or a request to terminate, during a run: the experiment is asked to stop, and the program ends only when this is
 * closed, with what was done written.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    Interruption(Control control) {
        hook = new Thread(
                () -> {
                    control.stop();
                    awaitEnd();
                },
                "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void awaitEnd() {
        try {
            finished.await();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** The exit code of a program that was interrupted. */
    int code() {
        return Handoff.INTERRUPTED;
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The program is ending: the hook runs, and ends now.
            return;
        }
    }
}
