package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.report.ExpectationFiles;
import dev.handoff.report.ExpectationFiles.Examined;
import dev.handoff.report.StudyResult;
import dev.handoff.report.WholeFile;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.statistics.Looks;
import dev.handoff.study.Examination;
import dev.handoff.study.Expectation;
import dev.handoff.study.Simulations;
import dev.handoff.study.Stopped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff expect}: decides whether scenarios do what their files expect. */
@Command(
        name = "expect",
        description = "Simulate scenarios until it is clear whether they do what their files expect.",
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
        footer = "\nExample:\n  handoff expect my-firm.yaml")
final class ExpectCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 20;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario files with expect.")
    private List<Path> files;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "MAX",
            defaultValue = "1600",
            description = "Most replications of each scenario; clear cases take fewer (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Mixin
    private StudyRun study;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the results in JUnit's XML form.")
    private Path junit;

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
        int most = replications * scenarios.size();
        return study.run(new StudyRun.Plan("expect", read, replications, most, measures(), settings()), this::examined);
    }

    private void checkOptions() {
        study.checkReplications(replications, FEWEST_REPLICATIONS);
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

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        scenarios.forEach(each -> settings.put(
                "settings of " + each.title(), each.variant().settings().sha256()));
        return settings;
    }

    private List<Measure> measures() {
        return expectations.stream()
                .flatMap(List::stream)
                .map(expectation -> expectation.estimand().measure())
                .distinct()
                .toList();
    }

    private StudyResult examined(Simulations simulations) {
        Examination examination = new Examination(new Looks(replications), expectations);
        boolean partial = !isComplete(examination, simulations);
        ExpectationFiles result =
                new ExpectationFiles(scenarios, examination.found(), code(examination.decision()), partial);
        if (junit != null) {
            WholeFile.write(junit, file -> Files.writeString(file, result.junit()));
        }
        return result;
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

    private static int code(Examination.Decision decision) {
        return switch (decision) {
            case PASS -> Main.DONE;
            case FAIL -> Main.EXPECTATION_FAILED;
            case UNDECIDED -> Main.UNDECIDED;
        };
    }
}
