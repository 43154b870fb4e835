package dev.handoff.cli;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Measure;
import dev.handoff.report.Circumstances;
import dev.handoff.report.PlaceException;
import dev.handoff.report.Provenance;
import dev.handoff.report.Publication;
import dev.handoff.report.StoredReport;
import dev.handoff.report.StudyFolder;
import dev.handoff.report.StudyResult;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.study.Axis;
import dev.handoff.study.Estimand;
import dev.handoff.study.Journal;
import dev.handoff.study.Simulations;
import dev.handoff.study.Stopped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every study has around its own part: options, the folder and the journal, Ctrl-C, files, the screen and the exit code. */
final class StudyRun {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin
    private SeedAndThreads common;

    @Mixin
    private Continuing continuing;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder to write (default: output/<command>-<scenario>-<seed>).")
    private Path output;

    @Option(names = "--xlsx", description = "Write results.xlsx too, a workbook with the tables.")
    private boolean xlsx;

    @Option(names = "--json", description = "Print summary.json and nothing else.")
    private boolean json;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    private final Instant started = Instant.now();
    private ProgressLine progress;

    /**
     * What a study is about.
     *
     * @param command its name
     * @param read the scenario files, the first of which gives the folder its name
     * @param budget most replications of a scenario
     * @param most replications of all scenarios, as far as is known, for the progress line
     * @param measures all that is asked of a replication
     * @param settings what else the journal depends on, by name
     */
    record Plan(
            String command,
            List<ScenarioFile> read,
            int budget,
            int most,
            List<Measure> measures,
            Map<String, String> settings) {}

    /** The study's own part. */
    interface Study {
        /**
         * Asks for replications and sums them up. If it is stopped after there is something to tell, it tells that.
         *
         * @throws Stopped if there is nothing to tell yet
         */
        StudyResult of(Simulations simulations);
    }

    long seed() {
        return common.seed();
    }

    /**
     * Runs a study, writes its folder and prints what it found.
     *
     * @return the exit code
     */
    int run(Plan plan, Study study) {
        check(!(json && quiet), "--json (true) must be given without --quiet");
        common.threadCount();
        Provenance provenance = Making.provenance(spec, plan.read(), circumstances(plan), started);
        Path folder = output != null ? output : Path.of("output", folderName(plan));
        try (Publication publication = continuing.begin(folder, provenance.circumstances(), plan.budget())) {
            return run(plan, study, publication, provenance, folder);
        } catch (UncheckedIOException failure) {
            throw new PlaceException(RunCommand.reason(folder, failure.getCause()), failure);
        } catch (IOException failure) {
            throw new PlaceException(RunCommand.reason(folder, failure), failure);
        }
    }

    /** Whether progress is shown. */
    boolean isShown() {
        return !quiet && !json && Output.isTerminal() && !Output.isDumb(System.getenv());
    }

    /** Shows behind the progress of a study that runs what it has found so far. */
    void tell(String found) {
        progress.tell(found);
    }

    void check(boolean allowed, String message) {
        if (!allowed) {
            throw wrong(message);
        }
    }

    /** A mistake in what was typed, in one line. */
    ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The mistake to ask for a metric that has no value where it is needed, after what may have been the cause is told. */
    ParameterException useless(String metric, String why, Simulations simulations) {
        return hopeless(simulations, "--metric (" + metric + ") cannot be used here: " + why);
    }

    /** A mistake that shows when nothing has a value, after what may have been the cause is told. */
    ParameterException hopeless(Simulations simulations, String message) {
        simulations.failures().forEach(spec.commandLine().getErr()::println);
        return wrong(message);
    }

    /** Refuses a number of replications below the fewest that make sense, or beyond all use. */
    void checkReplications(int replications, int fewest) {
        check(
                replications >= fewest && replications <= RunCommand.MOST_REPLICATIONS,
                "-n (" + replications + ") must be from " + fewest + " to " + RunCommand.MOST_REPLICATIONS);
    }

    /**
     * Makes sense of the options of a study; what cannot be understood is told with the option's name.
     *
     * @param metric stands before what is wrong with a metric: its option, or nothing where several take one
     */
    void understand(String metric, Runnable options) {
        try {
            options.run();
        } catch (Axis.Refused refused) {
            throw wrong("--vary " + refused.getMessage());
        } catch (Estimand.Refused refused) {
            throw wrong(metric + refused.getMessage());
        } catch (ChosenVariant.Unclear unclear) {
            throw wrong(unclear.getMessage());
        }
    }

    private String folderName(Plan plan) {
        return plan.command() + "-" + plan.read().get(0).id() + "-" + common.seed();
    }

    private Circumstances circumstances(Plan plan) {
        Map<String, String> values = Making.values(plan.command(), common.seed());
        values.put("metrics", plan.measures().stream().map(Measure::id).collect(Collectors.joining(" ")));
        values.putAll(plan.settings());
        return new Circumstances(values);
    }

    private int run(Plan plan, Study study, Publication publication, Provenance provenance, Path folder)
            throws IOException {
        Control control = new Control();
        try (Interruption interruption = new Interruption(control, this::notice)) {
            Path place = publication.staging().resolve(Journal.NAME);
            String line = String.join("; ", provenance.circumstances().values().values());
            try (Journal journal = Journal.open(place, line, plan.measures().size())) {
                Simulations simulations =
                        new Simulations(journal, plan.measures(), common.seed(), common.threadCount(), control);
                StudyResult result = result(plan, study, simulations, control);
                simulations.settle(place, !result.isPartial());
                write(plan, result, publication, provenance);
                simulations.failures().forEach(spec.commandLine().getErr()::println);
                print(result, folder);
                return result.isPartial() ? interruption.code() : code(result, simulations);
            } catch (Stopped nothingToTell) {
                spec.commandLine().getErr().println("interrupted before there was an answer; nothing was changed");
                return interruption.code();
            }
        }
    }

    private StudyResult result(Plan plan, Study study, Simulations simulations, Control control) {
        progress = new ProgressLine(control, plan.most(), isShown());
        try {
            return study.of(simulations);
        } finally {
            progress.close();
        }
    }

    private void write(Plan plan, StudyResult result, Publication publication, Provenance provenance)
            throws IOException {
        StudyFolder folder = new StudyFolder(publication.staging());
        result.planIn(folder);
        folder.write(
                new StudyFolder.Facts(
                        plan.command(),
                        common.seed(),
                        plan.budget(),
                        common.threadCount(),
                        result.isPartial(),
                        Making.repeat(spec)),
                provenance);
        if (xlsx) {
            StoredReport.renewWorkbook(publication.staging());
        }
        publication.publish();
    }

    private void print(StudyResult result, Path folder) throws IOException {
        if (json) {
            Output.printUtf8(result.json());
        } else if (!quiet) {
            Output.print(result.screen(Output.terminal()) + "\nWritten to " + folder + "\n");
        }
    }

    private static int code(StudyResult result, Simulations simulations) {
        return simulations.failures().isEmpty() ? result.code() : Main.DEFECT;
    }

    private void notice() {
        if (!quiet) {
            spec.commandLine().getErr().println("interrupted: what is done is being written; once more ends at once");
            spec.commandLine().getErr().flush();
        }
    }
}
