package dev.handoff.cli;

import dev.handoff.report.Circumstances;
import dev.handoff.report.PlaceException;
import dev.handoff.report.PlanFiles;
import dev.handoff.report.Provenance;
import dev.handoff.report.Publication;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handoff plan}: a strategy as a calendar, without a run. */
@Command(
        name = "plan",
        description = "Write a strategy as a calendar: who begins when, what is said, what to watch, when to stop.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT},
        footer = "\nExample:\n  handoff plan my-firm.yaml --from 2027-01-04")
final class PlanCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scenario file.")
    private Path file;

    @Option(names = "--variant", paramLabel = "NAME", description = "Variant of the file, if it has several.")
    private String variant;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "Monday on which week 1 begins, such as 2027-01-04 (default: start of the file, if it has"
                    + " one); only with a date there is plan.ics.")
    private String from;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Folder to write (default: output/plan-<scenario>).")
    private Path output;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    /** As commands have it whose results are made again; a plan needs no threads. */
    @Option(names = "--threads", hidden = true)
    private String threads;

    private final Instant started = Instant.now();

    @Override
    public Integer call() {
        ScenarioFile read = ScenarioReader.read(file, overrides);
        Variant chosen = chosen();
        Optional<LocalDate> start = from == null ? read.start() : Optional.of(date());
        PlanFiles plan = new PlanFiles(read, chosen, start);
        Map<String, String> values = Making.values("plan", 0);
        values.put("settings of " + chosen.name(), chosen.settings().sha256());
        Provenance provenance = Making.provenance(spec, List.of(read), new Circumstances(values), started);
        Path folder = output != null ? output : Path.of("output", "plan-" + read.id());
        try (Publication publication = Publication.begin(folder)) {
            plan.write(publication.staging(), provenance, Making.repeat(spec));
            publication.publish();
        } catch (IOException failure) {
            throw new PlaceException(RunCommand.reason(folder, failure), failure);
        }
        if (!quiet) {
            Output.print(plan.markdown() + "\nWritten to " + folder
                    + (start.isPresent() ? "" : "; with --from DATE also as a calendar, plan.ics") + "\n");
        }
        return Main.DONE;
    }

    private Variant chosen() {
        try {
            return ChosenVariant.of(ScenarioReader.variations(file, overrides), variant, "--variant", file)
                    .unchanged();
        } catch (ChosenVariant.Unclear unclear) {
            throw new ParameterException(spec.commandLine(), unclear.getMessage());
        }
    }

    private LocalDate date() {
        try {
            LocalDate date = LocalDate.parse(from);
            if (date.getDayOfWeek() == DayOfWeek.MONDAY) {
                return date;
            }
            LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1L);
            throw new ParameterException(
                    spec.commandLine(),
                    "--from (" + from + ") must be a Monday, such as " + monday + " or " + monday.plusWeeks(1));
        } catch (DateTimeException wrong) {
            throw new ParameterException(spec.commandLine(), "--from (" + from + ") must be a date such as 2027-01-04");
        }
    }
}
