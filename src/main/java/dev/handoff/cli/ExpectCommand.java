package dev.handoff.cli;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Measure;
import dev.handoff.report.Circumstances;
import dev.handoff.report.ExpectationFiles;
import dev.handoff.report.ExpectationFiles.Examined;
import dev.handoff.report.PlaceException;
import dev.handoff.report.Provenance;
import dev.handoff.report.Publication;
import dev.handoff.report.StudyFolder;
import dev.handoff.report.WholeFile;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.statistics.Looks;
import dev.handoff.study.Examination;
import dev.handoff.study.Expectation;
import dev.handoff.study.Journal;
import dev.handoff.study.Simulations;
import dev.handoff.study.Stopped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handoff expect}: decides whether scenarios do what their files expect. */
@Command(
        name = "expect",
        description = "Simulate scenarios until it is clear whether they do what their files expect.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ExpectCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files with expect.")
    private List<Path> files;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "MAX",
            defaultValue = "1600",
            description = "Most replications of each scenario; clear cases take fewer (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Mixin
    private SeedAndThreads common;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder to write (default: output/expect-<scenario>-<seed>).")
    private Path output;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Mixin
    private Continuing continuing;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results in JUnit's XML form.")
    private Path junit;

    @Option(names = "--json", description = "Print summary.json and nothing else.")
    private boolean json;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    private final Instant started = Instant.now();
    private final List<Examined> scenarios = new ArrayList<>();
    private final List<List<Expectation>> expectations = new ArrayList<>(); // by scenario

    @Override
    public Integer call() {
        checkOptions();
        List<ScenarioFile> read =
                files.stream().map(file -> ScenarioReader.read(file, overrides)).toList();
        understand(read);
        if (junit != null) {
            WholeFile.prepare(junit);
        }
        Provenance provenance = Making.provenance(spec, read, circumstances(), started);
        String name = "expect-" + read.get(0).id() + "-" + common.seed();
        Path folder = output != null ? output : Path.of("output", name);
        try (Publication publication = continuing.begin(folder, provenance.circumstances(), replications)) {
            return run(publication, provenance, folder);
        } catch (UncheckedIOException failure) {
            throw new PlaceException(RunCommand.reason(folder, failure.getCause()), failure);
        } catch (IOException failure) {
            throw new PlaceException(RunCommand.reason(folder, failure), failure);
        }
    }

    private void checkOptions() {
        check(
                replications >= FEWEST_REPLICATIONS && replications <= RunCommand.MOST_REPLICATIONS,
                "-n (" + replications + ") must be from " + FEWEST_REPLICATIONS + " to "
                        + RunCommand.MOST_REPLICATIONS);
        check(!(json && quiet), "--json (true) must be given without --quiet");
        common.threadCount();
    }

    private void check(boolean allowed, String message) {
        if (!allowed) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** Reads what all files expect, and reports every mistake. */
    private void understand(List<ScenarioFile> read) {
        Problems problems = new Problems();
        for (int file = 0; file < read.size(); file++) {
            ScenarioFile scenario = read.get(file);
            if (scenario.expectations().isEmpty()) {
                problems.add(files.get(file) + ": expect is missing; see docs/studies.md");
            }
            for (Variant variant : scenario.variants()) {
                scenarios.add(new Examined(scenario, variant));
                expectations.add(Expectations.of(scenario, variant, problems));
            }
        }
        problems.refuse();
    }

    private Circumstances circumstances() {
        Map<String, String> values = Making.values("expect", common.seed());
        values.put("metrics", measures().stream().map(Measure::id).collect(Collectors.joining(" ")));
        scenarios.forEach(each -> values.put(
                "settings of " + each.title(), each.variant().settings().sha256()));
        return new Circumstances(values);
    }

    private List<Measure> measures() {
        return expectations.stream()
                .flatMap(List::stream)
                .map(expectation -> expectation.estimand().measure())
                .distinct()
                .toList();
    }

    private int run(Publication publication, Provenance provenance, Path folder) throws IOException {
        Control control = new Control();
        Examination examination = new Examination(new Looks(replications), expectations);
        try (Interruption interruption = new Interruption(control, this::notice)) {
            Path place = publication.staging().resolve(Journal.NAME);
            List<String> failures;
            boolean partial;
            try (Journal journal = Journal.open(
                    place,
                    String.join("; ", provenance.circumstances().values().values()),
                    measures().size())) {
                Simulations simulations =
                        new Simulations(journal, measures(), common.seed(), common.threadCount(), control);
                partial = !isComplete(examination, simulations);
                failures = simulations.failures();
                journal.settle(place);
            }
            write(publication, examination, provenance, partial);
            failures.forEach(spec.commandLine().getErr()::println);
            print(new ExpectationFiles(scenarios, examination.found()), folder);
            return partial ? interruption.code() : code(examination, failures);
        }
    }

    private boolean isComplete(Examination examination, Simulations simulations) {
        try {
            examination.run((scenario, measure, wanted) ->
                    simulations.values(scenarios.get(scenario).variant(), measure, wanted));
            return true;
        } catch (Stopped stopped) {
            return false;
        }
    }

    private void write(Publication publication, Examination examination, Provenance provenance, boolean partial)
            throws IOException {
        ExpectationFiles results = new ExpectationFiles(scenarios, examination.found());
        StudyFolder folder = new StudyFolder(publication.staging());
        results.planIn(folder);
        folder.write(
                new StudyFolder.Facts("expect", common.seed(), replications, common.threadCount(), partial),
                provenance);
        publication.publish();
        if (junit != null) {
            WholeFile.write(junit, file -> Files.writeString(file, results.junit()));
        }
    }

    private void print(ExpectationFiles results, Path folder) throws IOException {
        if (json) {
            Output.printUtf8(results.json());
        } else if (!quiet) {
            Output.print(results.screen() + "\nWritten to " + folder + "\n");
        }
    }

    private static int code(Examination examination, List<String> failures) {
        if (!failures.isEmpty()) {
            return Handoff.DEFECT;
        }
        return switch (examination.decision()) {
            case PASS -> Handoff.DONE;
            case FAIL -> Handoff.EXPECTATION_FAILED;
            case UNDECIDED -> Handoff.UNDECIDED;
        };
    }

    private void notice() {
        if (!quiet) {
            spec.commandLine().getErr().println("interrupted: what is done is being written; once more ends at once");
            spec.commandLine().getErr().flush();
        }
    }
}
