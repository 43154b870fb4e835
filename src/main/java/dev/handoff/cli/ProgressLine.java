package dev.handoff.cli;

import dev.handoff.experiment.Control;
import java.io.PrintStream;
import java.util.Locale;

/** A line on standard error that says how far the replications are, renewed several times a second. */
final class ProgressLine {
    private static final int PAUSE_MILLIS = 200;
    private static final String CLEAR = "\r\u001b[K";
    private static final int BAR = 24;

    private final Control control;
    private final int replications;
    private final PrintStream stream;
    private final long begun = System.nanoTime();
    private final Thread thread;
    private volatile String news = "";

    /** @param shown false for no line at all */
    ProgressLine(Control control, int replications, boolean shown) {
        this.control = control;
        this.replications = replications;
        stream = System.err;
        thread = new Thread(this::renew, "progress");
        thread.setDaemon(true);
        if (shown) {
            thread.start();
        }
    }

    private void renew() {
        try {
            while (control.finished() < replications) {
                Thread.sleep(PAUSE_MILLIS);
                String line = text(control.finished(), replications, (System.nanoTime() - begun) / 1e9);
                stream.print(CLEAR + line + news);
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        } finally {
            stream.print(CLEAR);
            stream.flush();
        }
    }

    static String text(int finished, int replications, double seconds) {
        int filled = (int) ((long) BAR * finished / replications);
        String left = finished == 0
                ? ""
                : String.format(Locale.ROOT, ", %.0f s left", seconds / finished * (replications - finished));
        return "[" + "#".repeat(filled) + "-".repeat(BAR - filled) + "] "
                + String.format(Locale.ROOT, "%,d of %,d replications", finished, replications) + left;
    }

    /** What has been found so far, to stand behind the numbers. */
    void tell(String found) {
        news = "; " + found;
    }

    /** Takes the line away. */
    void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
