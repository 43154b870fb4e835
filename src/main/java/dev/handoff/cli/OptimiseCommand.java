package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.report.OptimisationFiles;
import dev.handoff.report.StudyResult;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import dev.handoff.study.Candidate;
import dev.handoff.study.CandidateWorlds;
import dev.handoff.study.Confirmed;
import dev.handoff.study.Confirmed.Finalist;
import dev.handoff.study.Confirmed.Standing;
import dev.handoff.study.Estimand;
import dev.handoff.study.Examination.Decision;
import dev.handoff.study.Expectation;
import dev.handoff.study.Objective;
import dev.handoff.study.Optimisation;
import dev.handoff.study.Simulations;
import dev.handoff.study.Stopped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff optimise}: settings that do best, within limits. */
@Command(
        name = "optimise",
        description = "Search the settings that do best within limits, and confirm them in fresh random worlds.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {
            ExitCodes.DONE,
            ExitCodes.DEFECT,
            ExitCodes.WRONG_INPUT,
            ExitCodes.FAILED,
            ExitCodes.UNDECIDED,
            ExitCodes.INTERRUPTED
        },
        footer = "\nExample:\n  handoff optimise my-firm.yaml --candidates 10 -n 20 --confirm 50")
final class OptimiseCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 10;
    private static final int CANDIDATES_FOR_AN_OBJECTIVE = 100;
    private static final int MOST_CANDIDATES = 100_000;
    private static final int FINALISTS = 11; // at most, with the scenario as it is; for the progress line

    @Parameters(paramLabel = "FILE", description = "Scenario file, perhaps with optimise.")
    private Path file;

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            description = "A setting to decide, beside those of the file: low..high or a,b,c. May be given again.")
    private List<String> vary = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "OBJECTIVE",
            description = "Instead of the file's objectives: customer_churn, 'maximise cash'. May be given again.")
    private List<String> objectives = new ArrayList<>();

    @Option(
            names = "--constraint",
            paramLabel = "LIMIT",
            description = "Beside the file's constraints: 'p95 executive_hours <= 50 h/week'. May be given again.")
    private List<String> constraints = new ArrayList<>();

    @Option(
            names = "--difference",
            paramLabel = "AMOUNT",
            description = "Smallest difference that matters, with one objective (default: by unit, such as 0.01 for"
                    + " shares and 0.5 for h/week).")
    private String difference;

    @Option(names = "--variant", paramLabel = "NAME", description = "Variant of FILE, if it has several.")
    private String variant;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--candidates",
            paramLabel = "COUNT",
            description = "How many candidates the search looks at (default: 100 for each objective).")
    private Integer candidates;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "COUNT",
            defaultValue = "100",
            description = "Replications of each candidate in the search (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Option(
            names = "--confirm",
            paramLabel = "COUNT",
            defaultValue = "800",
            description = "Fresh replications of each of the best few (default: ${DEFAULT-VALUE}); with one objective a"
                    + " quarter as many more pick the best of them.")
    private int confirmation;

    @Mixin
    private StudyRun study;

    private Variation scenario;
    private Optimisation.Question question;

    @Override
    public Integer call() {
        checkOptions();
        ScenarioFile read = ScenarioReader.read(file, overrides);
        study.understand("", () -> understand(read));
        Optimisation.Budget budget = budget();
        Variant present = scenario.unchanged();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("settings of " + read.id(), present.settings().sha256());
        long most = (long) budget.candidates() * replications + (long) FINALISTS * confirmation;
        int shown = (int) Math.min(Integer.MAX_VALUE, most);
        return study.run(
                new StudyRun.Plan("optimise", List.of(read), replications, shown, measures(), settings),
                simulations -> found(read.id(), present, budget, simulations));
    }

    private void checkOptions() {
        study.checkReplications(replications, FEWEST_REPLICATIONS);
        study.check(
                confirmation >= FEWEST_REPLICATIONS && confirmation <= RunCommand.MOST_REPLICATIONS,
                "--confirm (" + confirmation + ") must be from " + FEWEST_REPLICATIONS + " to "
                        + RunCommand.MOST_REPLICATIONS);
        study.check(
                candidates == null || candidates >= 1 && candidates <= MOST_CANDIDATES,
                "--candidates (" + candidates + ") must be from 1 to " + MOST_CANDIDATES);
    }

    private void understand(ScenarioFile read) {
        study.check(
                read.optimised().isPresent() || !vary.isEmpty(),
                file + ": optimise is missing, and so are --vary and --metric; see docs/studies.md");
        study.check(
                read.optimised().isPresent() || !objectives.isEmpty(),
                "--metric is missing, such as --metric customer_churn");
        scenario = ChosenVariant.of(ScenarioReader.variations(file, overrides), variant, "--variant", file);
        Optimisation.Question asked =
                OptimiseQuestion.of(read, scenario, new OptimiseQuestion.Options(vary, objectives, constraints));
        question = difference == null ? asked : withDifference(asked);
    }

    private Optimisation.Question withDifference(Optimisation.Question asked) {
        study.check(
                asked.objectives().size() == 1,
                "--difference (" + difference + ") needs a single objective; a front has no best");
        Objective objective = asked.objectives().get(0);
        boolean probable = objective.estimand().kind() == Estimand.Kind.PROBABILITY;
        Measure measure = probable
                ? new Measure("", "probability", "")
                : objective.estimand().measure();
        try {
            double amount = Estimand.amount(difference, measure);
            study.check(amount > 0, "--difference (" + difference + ") must be above 0");
            return new Optimisation.Question(
                    asked.decisions(), List.of(objective.withDifference(amount)), asked.constraints());
        } catch (Estimand.Refused refused) {
            throw study.wrong("--difference " + refused.getMessage());
        }
    }

    private Optimisation.Budget budget() {
        int wanted = candidates == null
                ? CANDIDATES_FOR_AN_OBJECTIVE * question.objectives().size()
                : candidates;
        return new Optimisation.Budget(wanted, replications, confirmation);
    }

    private List<Measure> measures() {
        return Stream.concat(
                        question.objectives().stream().map(Objective::estimand),
                        question.constraints().stream().map(Expectation::estimand))
                .map(Estimand::measure)
                .distinct()
                .toList();
    }

    private StudyResult found(String id, Variant present, Optimisation.Budget budget, Simulations simulations) {
        Optimisation.Worlds worlds = new CandidateWorlds(question.decisions(), scenario, simulations);
        Optimisation.Found found = new Optimisation(question, budget, worlds)
                .run(question.decisions().of(scenario), study.seed());
        requireAny(found, simulations);
        return new OptimisationFiles(id, found, scenarios(found, present), code(found));
    }

    /** What is recommended, and the scenario as it is. */
    private List<Variant> scenarios(Optimisation.Found found, Variant present) {
        List<Variant> scenarios = new ArrayList<>();
        for (Finalist finalist : found.confirmed().map(Confirmed::finalists).orElse(List.of())) {
            if (finalist.standing() == Standing.BEST || finalist.standing() == Standing.FRONT) {
                Variant variant = CandidateWorlds.variant(
                        question.decisions(), scenario, finalist.candidate().values());
                String name = "candidate " + finalist.candidate().number();
                scenarios.add(new Variant(name, variant.scenario(), variant.settings()));
            }
        }
        scenarios.add(new Variant("as it is", present.scenario(), present.settings()));
        return scenarios;
    }

    private void requireAny(Optimisation.Found found, Simulations simulations) {
        if (found.candidates().stream().anyMatch(Candidate::isKnown)) {
            return;
        }
        if (found.candidates().isEmpty() || found.partial()) {
            throw new Stopped();
        }
        throw study.hopeless(
                simulations,
                "none of the " + found.candidates().size() + " candidates has a value; the first: "
                        + found.candidates().get(0).message());
    }

    private static int code(Optimisation.Found found) {
        Decision decision = found.confirmed().map(Confirmed::decision).orElse(Decision.UNDECIDED);
        return decision == Decision.PASS
                ? Main.DONE
                : decision == Decision.FAIL ? Main.EXPECTATION_FAILED : Main.UNDECIDED;
    }
}
