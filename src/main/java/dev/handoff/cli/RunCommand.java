package dev.handoff.cli;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.PrecisionGoal;
import dev.handoff.experiment.Variant;
import dev.handoff.experiment.Worlds;
import dev.handoff.report.Circumstances;
import dev.handoff.report.PlaceException;
import dev.handoff.report.Provenance;
import dev.handoff.report.Publication;
import dev.handoff.report.Report;
import dev.handoff.report.Screen;
import dev.handoff.report.StoredReport;
import dev.handoff.report.Subject;
import dev.handoff.report.Subjects;
import dev.handoff.report.SummaryFile;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handoff run}: simulates a scenario many times and writes its curves. */
@Command(
        name = "run",
        description = "Simulate a scenario many times and write its curves, tables and pictures.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {
            ExitCodes.DONE,
            ExitCodes.DEFECT,
            ExitCodes.WRONG_INPUT,
            ExitCodes.UNDECIDED,
            ExitCodes.INTERRUPTED
        },
        footer = "\nExample:\n  handoff run my-firm.yaml --set handoff.pace='2 weeks' -n 400")
final class RunCommand implements Callable<Integer> {
    static final int MOST_REPLICATIONS = 1_000_000;
    static final int PRECISION_BUDGET = 10_000;

    private static final int REPLICATIONS = 400;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scenario file.")
    private Path file;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "COUNT",
            description = "How many replications (default: 400; with --precision at most 10000).")
    private Integer asked;

    @Mixin
    private PrecisionOption precision;

    @Mixin
    private SeedAndThreads common;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder to write (default: output/<scenario>-<seed>).")
    private Path output;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--only", paramLabel = "N", description = "Run replication N alone, counted from 0.")
    private Integer only;

    @Option(names = "--trace", description = "With --only: write every event of the replication.")
    private boolean trace;

    @Mixin
    private Continuing continuing;

    @Option(names = "--xlsx", description = "Write results.xlsx too, a workbook with the tables and charts.")
    private boolean xlsx;

    @Option(names = "--json", description = "Print summary.json and nothing else.")
    private boolean json;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    private final Instant started = Instant.now();
    private int replications;

    @Override
    public Integer call() {
        replications = asked != null ? asked : precision.isWanted() ? PRECISION_BUDGET : REPLICATIONS;
        checkOptions();
        Report.prepare();
        ScenarioFile scenario = ScenarioReader.read(file, overrides);
        Provenance provenance = Making.provenance(spec, List.of(scenario), circumstances(scenario), started);
        Experiment experiment = experiment(scenario);
        PrecisionGoal goal = precision.isWanted() ? precision.goal(scenario.variants(), replications, quiet) : null;
        Path folder = output != null ? output : Path.of("output", folderName(scenario));
        try (Publication publication = continuing.begin(folder, provenance.circumstances(), replications)) {
            return run(experiment, goal, Subjects.of(scenario, replay()), publication, provenance, folder);
        } catch (UncheckedIOException failure) {
            throw new PlaceException(reason(folder, failure.getCause()), failure);
        } catch (IOException failure) {
            throw new PlaceException(reason(folder, failure), failure);
        }
    }

    static String reason(Path folder, IOException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return folder + " cannot be written, and nothing was changed: " + cause.getMessage();
    }

    private int run(
            Experiment experiment,
            PrecisionGoal goal,
            Subject subject,
            Publication publication,
            Provenance provenance,
            Path folder)
            throws IOException {
        Control control = new Control();
        try (Interruption interruption = new Interruption(control, this::notice);
                Tracing tracing = new Tracing(publication.staging(), trace)) {
            Outcome outcome = simulate(experiment, goal, publication, control, tracing.worlds());
            tracing.finish();
            String text = written(subject, outcome, publication.staging(), tracing.files(), provenance, folder);
            if (text.isEmpty()) {
                spec.commandLine().getErr().println("interrupted before a replication was done; nothing was changed");
                return interruption.code();
            }
            publication.publish();
            print(text);
            warn(outcome, folder);
            return code(outcome);
        }
    }

    private void notice() {
        if (!quiet) {
            PrintWriter errors = spec.commandLine().getErr();
            errors.println("interrupted: what is done is being written; once more ends at once");
            errors.flush();
        }
    }

    /** Writes all files and gives what is to be printed; empty if there is nothing to write. */
    private String written(
            Subject subject, Outcome outcome, Path staging, List<String> present, Provenance provenance, Path folder)
            throws IOException {
        try (outcome) {
            if (outcome.isPartial() && outcome.completed() == 0) {
                return "";
            }
            Report.write(staging, present, subject, outcome, provenance);
            if (xlsx) {
                StoredReport.renewWorkbook(staging);
            }
            return json
                    ? SummaryFile.text(subject, outcome)
                    : Screen.of(subject, outcome, Output.terminal()) + precisionText() + "\nWritten to " + folder
                            + "\n";
        }
    }

    private Outcome simulate(
            Experiment experiment, PrecisionGoal goal, Publication publication, Control control, Worlds worlds)
            throws IOException {
        boolean shown = !quiet && !json && Output.isTerminal() && !Output.isDumb(System.getenv());
        ProgressLine progress = new ProgressLine(control, experiment.replications(), shown);
        try {
            return goal == null
                    ? experiment.run(publication.staging(), control, worlds)
                    : experiment.run(publication.staging(), control, worlds, goal);
        } finally {
            progress.close();
        }
    }

    private String precisionText() {
        return precision.isWanted() ? "\n" + precision.text(Output.terminal()) : "";
    }

    private int code(Outcome outcome) {
        if (outcome.isPartial()) {
            return Main.INTERRUPTED;
        }
        if (!outcome.failures().isEmpty()) {
            return Main.DEFECT;
        }
        return precision.isWanted() && !precision.isReached() ? Main.UNDECIDED : Main.DONE;
    }

    private void print(String text) {
        if (json) {
            Output.printUtf8(text);
        } else if (!quiet) {
            Output.print(text);
        }
    }

    /* What the screen says, for those who do not read it. */
    private void warn(Outcome outcome, Path folder) {
        if (!outcome.failures().isEmpty() && (quiet || json)) {
            PrintWriter errors = spec.commandLine().getErr();
            errors.println(outcome.failures().size() + " replications failed; see " + folder.resolve("failures.csv"));
            errors.flush();
        }
    }

    private void checkOptions() {
        check(replications >= 1 && replications <= MOST_REPLICATIONS, "-n", replications, "from 1 to 1000000");
        check(only == null || only >= 0, "--only", only, "0 or more");
        check(only == null || !precision.isWanted(), "--only", only, "given without " + PrecisionOption.NAME);
        check(replications >= 2 || !precision.isWanted(), "-n", replications, "2 or more with " + PrecisionOption.NAME);
        check(only != null || !trace, "--trace", true, "given with --only");
        check(!(json && quiet), "--json", true, "given without --quiet");
        check(only == null || !continuing.isWanted(), "--only", only, "given without --extend and --resume");
        common.threadCount();
    }

    private void check(boolean allowed, String option, Object value, String what) {
        if (!allowed) {
            throw new ParameterException(spec.commandLine(), option + " (" + value + ") must be " + what);
        }
    }

    private Experiment experiment(ScenarioFile scenario) {
        List<Variant> variants = scenario.variants().stream()
                .map(variant -> new Variant(variant.name(), variant.scenario()))
                .toList();
        return only == null
                ? new Experiment(variants, common.seed(), 0, replications, common.threadCount())
                : new Experiment(variants, common.seed(), only, 1, common.threadCount());
    }

    private String folderName(ScenarioFile scenario) {
        return scenario.id() + "-" + common.seed() + (only == null ? "" : "-only-" + only);
    }

    /** The command without what differs between replications. */
    private String replay() {
        List<String> arguments = new ArrayList<>(List.of("run", file.toString()));
        overrides.forEach(override -> arguments.addAll(List.of("--set", override)));
        return Main.typed(arguments);
    }

    /* Not the number of replications: a result may go on to more of them. */
    private Circumstances circumstances(ScenarioFile scenario) {
        Map<String, String> values = Making.values("run", common.seed());
        values.put("first replication", Integer.toString(only == null ? 0 : only));
        scenario.variants()
                .forEach(variant -> values.put(
                        "settings of " + variant.name(), variant.settings().sha256()));
        return new Circumstances(values);
    }
}
