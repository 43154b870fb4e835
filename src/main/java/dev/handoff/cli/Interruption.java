package dev.handoff.cli;

import dev.handoff.experiment.Control;
import java.util.concurrent.CountDownLatch;

/** Ctrl-C, or a request to terminate: the experiment is asked to stop, and the program waits until its results are written. */
final class Interruption {
    private static final CountDownLatch FINISHED = new CountDownLatch(1);

    private Interruption() {}

    static void stops(Control control) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            control.stop();
                            try {
                                FINISHED.await();
                            } catch (InterruptedException hurry) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "interruption"));
    }

    /** Lets the program end. */
    static void finished() {
        FINISHED.countDown();
    }
}
