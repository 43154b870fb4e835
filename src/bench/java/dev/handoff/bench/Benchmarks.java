package dev.handoff.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks that are named, or all, and prints their tables. */
public final class Benchmarks {

    /** What can be named. */
    private enum Name {
        CHECK(Benchmarks::check),
        REFERENCE(Rounds::run),
        HOLD(Benchmarks::hold),
        SINGLE_SERVER(Benchmarks::singleServer),
        STAGED_HANDOFF(Benchmarks::stagedHandoff),
        MANY_CONTACTS(Benchmarks::manyContacts),
        GROWING_FIRM(Benchmarks::growingFirm);

        private final Runnable benchmark;

        Name(Runnable benchmark) {
            this.benchmark = benchmark;
        }

        String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private Benchmarks() {}

    public static void main(String[] arguments) {
        List<String> known = Arrays.stream(Name.values()).map(Name::written).toList();
        if (!known.containsAll(List.of(arguments))) {
            System.err.println("name any of " + String.join(", ", known) + "; none for all");
            System.exit(2);
        }
        List<Name> names = Arrays.stream(Name.values())
                .filter(name -> arguments.length == 0 || List.of(arguments).contains(name.written()))
                .toList();
        names.forEach(name -> name.benchmark.run());
    }

    private static void check() {
        if (!Checks.run()) {
            System.err.println("the benchmarks do not do the work that they should");
            System.exit(1);
        }
    }

    private static void hold() {
        Table table = new Table("hold model", "pending", "million operations a second of the processor");
        for (RunResult result : results(HoldModel.class)) {
            String keeper =
                    HoldModel.Keeper.valueOf(parameter(result, "keeper")).words();
            table.add(keeper, parameter(result, "pending"), digits(1e3 / processorTime(result)));
        }
        table.print("Hold model, one thread");
    }

    private static void singleServer() {
        Table table = new Table("M/M/1", "million events a second of the processor");
        for (RunResult result : results(SingleServer.class)) {
            String engine = parameter(result, "engine");
            table.add(
                    engine == null
                            ? SsjSingleServer.WORDS
                            : Engine.valueOf(engine).words(),
                    digits(1e3 / processorTime(result)));
        }
        table.print("Single server, one thread");
    }

    private static void stagedHandoff() {
        Table table = new Table("scenarios/staged-handoff.yaml", "replications/s elapsed", "processor time of one, ms");
        for (RunResult result : results(StagedHandoff.class)) {
            table.add(label(result), digits(result.getPrimaryResult().getScore()), digits(processorTime(result) / 1e6));
        }
        table.print("The shipped scenario");
    }

    private static void manyContacts() {
        Table table = new Table("firm", "contacts", "ns an event", "bytes a contact");
        for (RunResult result : results(ManyContacts.class)) {
            String firm = parameter(result, "firm");
            String contacts = parameter(result, "contacts");
            // Both are given as elapsed time for one of them.
            double time = secondary(result, "events") / secondary(result, "nanoseconds");
            table.add(firm, contacts, Math.round(time), bytesOfContact(firm, contacts));
        }
        table.print("Time of an event and memory by the number of contacts");
    }

    private static void growingFirm() {
        Table table = new Table("market", "contacts at the end", "events", "ns an event");
        for (RunResult result : results(GrowingFirm.class)) {
            // All are given as elapsed time for one of them.
            double nanoseconds = secondary(result, "nanoseconds");
            double events = secondary(result, "events");
            double contacts = secondary(result, "contacts");
            double time = result.getPrimaryResult().getScore();
            table.add(
                    parameter(result, "market"),
                    Math.round(time / contacts),
                    Math.round(time / events),
                    Math.round(events / nanoseconds));
        }
        table.print("Three years of a growing firm");
    }

    private static String bytesOfContact(String firm, String contacts) {
        try {
            Process process = Child.start(List.of("-XX:+UseSerialGC", "-Xmx5g"), Footprint.class, firm, contacts);
            return process.inputReader(StandardCharsets.UTF_8).readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Collection<RunResult> results(Class<?> benchmark) {
        System.err.println("running " + benchmark.getSimpleName() + " ...");
        try {
            return new Runner(new OptionsBuilder()
                            .include("\\b" + benchmark.getSimpleName() + "\\b")
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .addProfiler(ProcessorTime.class)
                            .build())
                    .run();
        } catch (RunnerException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /* Nanoseconds. */
    private static double processorTime(RunResult result) {
        return secondary(result, ProcessorTime.NAME);
    }

    private static double secondary(RunResult result, String name) {
        return result.getSecondaryResults().get(name).getScore();
    }

    private static String digits(double value) {
        return new BigDecimal(value).round(new MathContext(3)).toPlainString();
    }

    private static String parameter(RunResult result, String name) {
        return result.getParams().getParam(name);
    }

    private static String label(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        return result.getParams().getParamsKeys().stream()
                .map(name -> name + " " + parameter(result, name))
                .collect(Collectors.joining(", ", method + " ", ""))
                .strip();
    }
}
