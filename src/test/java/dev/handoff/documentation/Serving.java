package dev.handoff.documentation;

import dev.handoff.cli.Typed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A command of the program that serves a page until it is closed, at a port that is free instead of its own. */
final class Serving implements AutoCloseable {
    private static final int ATTEMPTS = 300;
    private static final int PAUSE_MILLIS = 100;

    private final int port;
    private final Thread thread;
    private volatile Typed ended;

    Serving(List<String> arguments) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> all = new ArrayList<>(arguments);
        int own = all.indexOf("--port");
        if (own >= 0) {
            all.subList(own, own + 2).clear();
        }
        all.addAll(List.of("--port", Integer.toString(port)));
        thread = new Thread(() -> ended = Typed.of(all), "serving");
        thread.start();
    }

    /** The status with which the page is answered, as soon as it is. */
    int page() throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS && thread.isAlive(); attempt++) {
            try {
                HttpURLConnection page = (HttpURLConnection)
                        URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
                return page.getResponseCode();
            } catch (ConnectException notYet) {
                pause();
            }
        }
        throw new IOException(printed());
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    /** What it printed, once it has ended. */
    String printed() {
        return ended == null ? "" : ended.text();
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }
}
