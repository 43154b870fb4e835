package dev.handoff.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The reference workload by all contestants: each in a JVM of its own, so that calls which have one target stay so, all warmed
 * up before the first round, then in turn round by round, so that whatever else the machine does hits all alike. Speeds are
 * events per second of processor time of the whole process, collector and compiler included; the median of the rounds counts.
 */
final class Rounds {
    private static final int ROUNDS = 9;
    /* The collector that handoff runs with; it makes the contestants that allocate faster too. */
    private static final List<String> OPTIONS = List.of("-XX:+UseSerialGC");

    private final Contestant contestant;
    private final Process process;
    private final BufferedReader answers;
    private final Writer questions;
    private final double[] eventsPerSecond = new double[ROUNDS];
    private final double[] replicationsPerSecond = new double[ROUNDS];

    private Rounds(Contestant contestant) throws IOException {
        this.contestant = contestant;
        process = Child.start(OPTIONS, Round.class, contestant.name());
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = process.outputWriter(StandardCharsets.UTF_8);
        answers.readLine(); // warm
    }

    static void run() {
        List<Rounds> all = new ArrayList<>();
        try {
            for (Contestant contestant : Contestant.values()) {
                all.add(new Rounds(contestant));
            }
            for (int round = 0; round < ROUNDS; round++) {
                for (Rounds each : all) {
                    each.play(round);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            all.forEach(each -> each.process.destroy());
        }
        print(all);
    }

    private void play(int round) throws IOException {
        questions.write("go\n");
        questions.flush();
        String[] numbers = answers.readLine().split(" ");
        eventsPerSecond[round] = Double.parseDouble(numbers[0]);
        replicationsPerSecond[round] = Double.parseDouble(numbers[1]);
    }

    private static void print(List<Rounds> all) {
        Table table = new Table(
                "reference workload",
                "million events/s",
                "lowest to highest round",
                "replications/s",
                "handoff is so many times as fast");
        double own = Estimates.median(all.get(Contestant.HANDOFF.ordinal()).eventsPerSecond);
        for (Rounds each : all) {
            double median = Estimates.median(each.eventsPerSecond);
            double[] range = Arrays.stream(each.eventsPerSecond).sorted().toArray();
            table.add(
                    each.contestant.words(),
                    String.format(Locale.ROOT, "%.1f", median / 1e6),
                    String.format(Locale.ROOT, "%.1f to %.1f", range[0] / 1e6, range[ROUNDS - 1] / 1e6),
                    each.contestant == Contestant.LIMIT
                            ? "-" // its replications have other events
                            : Math.round(Estimates.median(each.replicationsPerSecond)),
                    String.format(Locale.ROOT, "%.2f", own / median));
        }
        table.print("Reference workload, one thread, medians of " + ROUNDS + " rounds in turn");
    }
}
