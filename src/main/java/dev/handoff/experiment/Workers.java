package dev.handoff.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A number of threads that share numbered pieces of work. */
public final class Workers {

    /** A piece of work that is told its number and how many there are. */
    public interface Piece {
        void run(int number, int pieces);
    }

    private Workers() {}

    /** Does all pieces, each once, in no particular order; what a piece throws comes out here. */
    public static void forEach(int threads, int pieces, Piece piece) {
        AtomicInteger next = new AtomicInteger();
        inParallel(Math.min(threads, pieces), () -> {
            for (int number = next.getAndIncrement(); number < pieces; number = next.getAndIncrement()) {
                piece.run(number, pieces);
            }
        });
    }

    /** Lets that many threads do the same work and waits for all of them. */
    static void inParallel(int threads, Runnable work) {
        ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, threads), task -> {
            Thread thread = new Thread(task, "replications");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                futures.add(executor.submit(work));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replications ran", interruption);
        } catch (ExecutionException failure) {
            throw unwrapped(failure.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static RuntimeException unwrapped(Throwable cause) {
        if (cause instanceof RuntimeException exception) {
            return exception;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }
}
