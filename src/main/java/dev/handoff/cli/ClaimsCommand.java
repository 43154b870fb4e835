package dev.handoff.cli;

import dev.handoff.claims.Book;
import dev.handoff.claims.Claim;
import dev.handoff.claims.Judgement;
import dev.handoff.claims.Laboratory;
import dev.handoff.claims.Notebook;
import dev.handoff.claims.Precision;
import dev.handoff.claims.Result;
import dev.handoff.claims.Trial;
import dev.handoff.experiment.Control;
import dev.handoff.report.ClaimsPage;
import dev.handoff.report.ClaimsScreen;
import dev.handoff.report.ClaimsTable;
import dev.handoff.report.PlaceException;
import dev.handoff.report.WholeFile;
import dev.handoff.scenario.Nearest;
import dev.handoff.statistics.Looks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handoff claims}: puts claims about delegation to the test. */
@Command(
        name = "claims",
        description = "Test claims about delegation by experiments whose rule of decision is fixed before they run.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT, ExitCodes.INTERRUPTED},
        footer = "\nExample:\n  handoff claims --list")
final class ClaimsCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 20;
    private static final double LEAST_PRECISION = 0.01;
    private static final String KEPT = "found.txt";

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "NUMBER", description = "Claims to test; none: all of them.")
    private List<Integer> numbers = new ArrayList<>();

    @Option(names = "--source", paramLabel = "NAME", description = "Only claims of this source, such as S1.")
    private String source;

    @Option(names = "--file", paramLabel = "FILE", description = "Claims of your own instead of those of the program.")
    private Path file;

    @Option(names = "--list", description = "Print one line for each claim and test none.")
    private boolean list;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "MAX",
            defaultValue = "1600",
            description = "Most replications of each arm; clear cases take fewer (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            description =
                    "Go on after the verdict until half the width of the interval of every effect is at most this share of the"
                            + " smallest effect that matters.")
    private String precision;

    @Mixin
    private SeedAndThreads common;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the verdicts as a table.")
    private Path csv;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the verdicts with their curves as a page.")
    private Path html;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = "output/claims",
            description = "Folder that keeps what was found, so that nothing runs twice (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    @Override
    public Integer call() {
        int workers = checkOptions();
        Precision wanted = wantedPrecision();
        Book book = file == null ? Book.shipped() : Book.read(file);
        List<Claim> chosen = chosen(book);
        if (list) {
            Output.print(ClaimsScreen.list(chosen, Output.terminal().columns()));
            return Main.DONE;
        }
        Stream.of(csv, html).filter(Objects::nonNull).forEach(WholeFile::prepare);
        Control control = new Control();
        try (Interruption interruption = new Interruption(control, this::notice)) {
            Laboratory laboratory = new Laboratory(chosen, common.seed(), workers, control);
            List<Result> results = examine(book, chosen, laboratory, wanted);
            boolean complete = results.size() == chosen.size();
            report(book, results, wanted);
            laboratory.failures().forEach(spec.commandLine().getErr()::println);
            int code = laboratory.failures().isEmpty() ? Main.DONE : Main.DEFECT;
            return complete ? code : interruption.code();
        } catch (IOException failure) {
            throw new PlaceException(RunCommand.reason(output, failure), failure);
        }
    }

    private int checkOptions() {
        if (replications < FEWEST_REPLICATIONS || replications > RunCommand.MOST_REPLICATIONS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "-n (" + replications + ") must be from " + FEWEST_REPLICATIONS + " to "
                            + RunCommand.MOST_REPLICATIONS);
        }
        return common.threadCount();
    }

    private Precision wantedPrecision() {
        if (precision == null) {
            return Precision.ANY;
        }
        double share = precision.matches("[0-9]*\\.?[0-9]+") ? Double.parseDouble(precision) : 0;
        if (share < LEAST_PRECISION || share > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--precision (" + precision + ") must be from " + LEAST_PRECISION + " to 1");
        }
        return new Precision(share);
    }

    private List<Claim> chosen(Book book) {
        List<String> sources =
                book.claims().stream().map(Claim::source).distinct().toList();
        if (source != null && !sources.contains(source)) {
            String maybe =
                    Nearest.to(source, sources).map(name -> "; maybe " + name).orElse("");
            throw new ParameterException(
                    spec.commandLine(),
                    "--source (" + source + ") must be one of " + String.join(", ", sources) + maybe);
        }
        for (int number : numbers) {
            if (book.claim(number).isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "claim " + number + " is unknown; handoff claims --list shows all");
            }
        }
        return book.claims().stream()
                .filter(claim -> numbers.isEmpty() || numbers.contains(claim.number()))
                .filter(claim -> source == null || claim.source().equals(source))
                .toList();
    }

    /** What was found about the claims, in their order, up to the one at which it was stopped. */
    private List<Result> examine(Book book, List<Claim> chosen, Laboratory laboratory, Precision wanted)
            throws IOException {
        Notebook notebook = Notebook.open(
                output.resolve(KEPT), Build.present().identity(), common.seed(), replications, book.tests(), wanted);
        Trial trial = new Trial(new Looks(replications), book.tests(), wanted);
        List<Result> results = new ArrayList<>();
        try (ClaimsProgress progress = new ClaimsProgress(chosen.size(), !quiet)) {
            for (Claim claim : chosen) {
                progress.begin(claim.number());
                Optional<Result> known = notebook.find(claim);
                Result result = known.isPresent() ? known.get() : trial.of(claim, progress.watched(laboratory));
                if (known.isEmpty() && claim.isSimulated()) {
                    notebook.put(result);
                }
                laboratory.release(claim);
                results.add(result);
                progress.end(result, known.isPresent());
            }
        } catch (Trial.Stopped stopped) {
            return results;
        }
        return results;
    }

    private void notice() {
        if (!quiet) {
            spec.commandLine().getErr().println("interrupted: what is done is kept; once more ends at once");
            spec.commandLine().getErr().flush();
        }
    }

    private void report(Book book, List<Result> results, Precision wanted) {
        List<Judgement> judgements = Judgement.of(results, book.tests(), wanted);
        if (judgements.isEmpty()) {
            return;
        }
        if (csv != null) {
            ClaimsTable.write(csv, judgements);
        }
        if (html != null) {
            ClaimsPage.write(html, judgements, book.tests(), made());
        }
        if (!quiet) {
            Output.print(
                    judgements.size() == 1
                            ? ClaimsScreen.detail(judgements.get(0), book.tests())
                            : ClaimsScreen.table(
                                    judgements, book.tests(), Output.terminal().columns()));
        }
    }

    private String made() {
        Build build = Build.present();
        List<String> typed = spec.root().commandLine().getParseResult().originalArgs();
        return "handoff " + build.version() + " (" + build.commit() + "), seed " + common.seed() + ", at most "
                + replications + " replications: " + Main.typed(typed);
    }
}
