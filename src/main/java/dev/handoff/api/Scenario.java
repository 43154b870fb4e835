package dev.handoff.api;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.Worlds;
import dev.handoff.scenario.Contrast;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A scenario that was read and checked, with a seed and a number of threads. Immutable: each method that changes something gives another
 * scenario. Made by {@link Handoff}.
 */
public final class Scenario {
    /** Stands before messages about values. */
    static final String ORIGIN = "set";

    private static final long FIRST_SEED = 1;

    private final Function<Map<String, String>, ScenarioFile> reader; // with values on top
    private final Map<String, String> values; // YAML by path, in the order in which they were set
    private final String chosen; // name of a variant; null for all
    private final long seed;
    private final int threads;
    private final ScenarioFile file;

    Scenario(Function<Map<String, String>, ScenarioFile> reader) {
        this(reader, Map.of(), null, FIRST_SEED, Runtime.getRuntime().availableProcessors());
    }

    private Scenario(
            Function<Map<String, String>, ScenarioFile> reader,
            Map<String, String> values,
            String chosen,
            long seed,
            int threads) {
        this.reader = reader;
        this.values = values;
        this.chosen = chosen;
        this.seed = seed;
        this.threads = threads;
        file = chosen(reader.apply(values), chosen);
    }

    private static ScenarioFile chosen(ScenarioFile file, String name) {
        if (name == null) {
            return file;
        }
        List<String> known = file.variants().stream().map(Variant::name).toList();
        if (!known.contains(name)) {
            throw new ScenarioException(
                    List.of("variant (" + name + ") is no variant of " + file.id() + Handoff.hint(name, known)));
        }
        return new ScenarioFile(
                file.id(),
                file.name() + ", " + name,
                file.question(),
                file.start(),
                List.of(file.variants().get(known.indexOf(name))),
                file.expectations(),
                file.optimised(),
                file.files());
    }

    /**
     * With another value, as {@code --set} of the commands takes it.
     *
     * @param path such as {@code handoff.pace}
     * @param value YAML, such as {@code 1 week}
     * @throws ScenarioException with every mistake, one line for each
     */
    public Scenario set(String path, String value) {
        return set(Map.of(path, value));
    }

    /** With a plain number or a share as value. */
    public Scenario set(String path, double value) {
        return set(path, Double.toString(value));
    }

    /** With a switch on or off. */
    public Scenario set(String path, boolean value) {
        return set(path, Boolean.toString(value));
    }

    /** With several other values at once, which are checked together. */
    public Scenario set(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(values);
        more.forEach((path, value) -> {
            all.remove(path); // so that the last one set is on top
            all.put(path, value);
        });
        return new Scenario(reader, all, chosen, seed, threads);
    }

    /**
     * One variant alone.
     *
     * @throws ScenarioException if the scenario has no such variant
     */
    public Scenario variant(String name) {
        return new Scenario(reader, values, name, seed, threads);
    }

    /** With another seed than 1. Results of the same seed are paired, replication by replication. */
    public Scenario seed(long number) {
        return new Scenario(reader, values, chosen, number, threads);
    }

    /** With so many threads instead of all; they change the time, never the result. */
    public Scenario threads(int count) {
        return new Scenario(reader, values, chosen, seed, count);
    }

    /** The title. */
    public String name() {
        return file.name();
    }

    /** What the scenario asks; empty where it does not say. */
    public String question() {
        return file.question();
    }

    /** Names of the variants; {@code base} where the file names none. */
    public List<String> variants() {
        return file.variants().stream().map(Variant::name).toList();
    }

    /** The settings that differ from the defaults, a row for each variant and setting: variant, setting, default, value. */
    public Table settings() {
        StringColumn variants = StringColumn.create("variant");
        StringColumn paths = StringColumn.create("setting");
        StringColumn defaults = StringColumn.create("default");
        StringColumn own = StringColumn.create("value");
        for (Variant variant : file.variants()) {
            for (Contrast.Difference difference :
                    Contrast.of(ScenarioReader.defaults(), resolved(variant)).differences()) {
                variants.append(variant.name());
                paths.append(difference.path());
                defaults.append(difference.from());
                own.append(difference.to());
            }
        }
        return Table.create("settings", variants, paths, defaults, own);
    }

    private static Variation resolved(Variant variant) {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            Path text = folder.path().resolve("resolved.yaml");
            Files.writeString(text, variant.settings().yaml());
            return ScenarioReader.resolved(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Simulates every variant, and its twin without delegation, so many times. What each replication is summed up as is kept in memory:
     * about two kilobytes for each variant and twin.
     *
     * @param replications 1 or more; fewer than 2 give no intervals
     * @throws IllegalStateException if a replication failed, which is a defect of the program
     */
    public Result run(int replications) {
        List<dev.handoff.experiment.Variant> asked = file.variants().stream()
                .map(each -> new dev.handoff.experiment.Variant(each.name(), each.scenario()))
                .toList();
        Experiment experiment = new Experiment(asked, seed, 0, replications, threads);
        try (TemporaryFolder folder = new TemporaryFolder();
                Outcome outcome = experiment.run(folder.path(), new Control(), Worlds.PLAIN)) {
            refuseFailures(outcome);
            return Result.of(this, file, outcome, folder.path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void refuseFailures(Outcome outcome) {
        outcome.failures().stream().findFirst().ifPresent(first -> {
            throw new IllegalStateException(
                    outcome.failures().size() + " replications failed; the first is replication " + first.replication()
                            + " of " + first.variant() + ", week " + first.week() + ": " + first.message());
        });
    }

    /** The title and the question. */
    @Override
    public String toString() {
        return question().isBlank() ? name() : name() + ": " + question();
    }
}
