package dev.handoff.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options of every command that simulates. */
final class SeedAndThreads {
    private static final int MOST_THREADS = 1024;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "SEED", defaultValue = "1", description = "Any whole number (default: 1).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            defaultValue = "all",
            description = "Threads; they change the time, never the result (default: all).")
    private String threads;

    long seed() {
        return seed;
    }

    /**
     * From 1 on.
     *
     * @throws ParameterException if it is neither all nor a number that is allowed
     */
    int threadCount() {
        if (threads.equals("all")) {
            return Runtime.getRuntime().availableProcessors();
        }
        int count = threads.matches("\\d{1,4}") ? Integer.parseInt(threads) : 0;
        if (count < 1 || count > MOST_THREADS) {
            throw new ParameterException(
                    spec.commandLine(), "--threads (" + threads + ") must be all, or from 1 to " + MOST_THREADS);
        }
        return count;
    }
}
