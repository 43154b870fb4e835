package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.report.StudyResult;
import dev.handoff.report.SweepFiles;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import dev.handoff.study.Axis;
import dev.handoff.study.Estimand;
import dev.handoff.study.Interest;
import dev.handoff.study.Simulations;
import dev.handoff.study.Sweep;
import dev.handoff.study.SweepDesign;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff sweep}: a scenario over ranges of its settings. */
@Command(
        name = "sweep",
        description = "Simulate a scenario at many values of some settings, and tell where what happens.",
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
        footer = "\nExample:\n  handoff sweep my-firm.yaml --vary handoff.pace=0,1,2,4 -n 50")
final class SweepCommand implements Callable<Integer> {
    private static final Map<String, SweepDesign.Kind> DESIGNS = Map.of(
            "latin-hypercube", SweepDesign.Kind.LATIN_HYPERCUBE,
            "sobol", SweepDesign.Kind.SOBOL);
    private static final List<Metric> USUAL =
            List.of(Metric.CAPACITY_FREED, Metric.BURNOUT_RISK, Metric.CUSTOMER_CHURN, Metric.NET_VALUE);

    @Parameters(paramLabel = "FILE", description = "Scenario file.")
    private Path file;

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            description = "A setting: a,b,c or low..high/steps, or with --sample low..high. May be given again.")
    private List<String> vary = new ArrayList<>();

    @Option(
            names = "--policies",
            paramLabel = "PATH=A,B",
            description = "A setting whose values are alternatives to choose from: a regret table is made of them.")
    private String policies;

    @Option(names = "--policy", paramLabel = "PATH", description = "The same for one of the settings that vary.")
    private String policy;

    @Option(
            names = "--sample",
            paramLabel = "POINTS",
            description = "As many points as this, spread over the ranges, instead of every combination.")
    private Integer sample;

    @Option(
            names = "--design",
            paramLabel = "NAME",
            description = "How they are spread: latin-hypercube (default) or sobol.")
    private String design;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            description = "May be given again (default: capacity_freed, burnout_risk, customer_churn, net_value).")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--discover",
            paramLabel = "CONDITION",
            description = "Tell in which ranges the mean of a metric is so: 'customer_churn > 25 %%'.")
    private String discover;

    @Option(names = "--variant", paramLabel = "NAME", description = "Variant of FILE, if it has several.")
    private String variant;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "COUNT",
            defaultValue = "100",
            description = "Replications of each point (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Mixin
    private StudyPrecision precision;

    @Mixin
    private StudyRun study;

    private Variation variation;
    private Sweep sweep;
    private List<Measure> measures;
    private Interest interest; // null without --discover

    @Override
    public Integer call() {
        checkOptions();
        ScenarioFile read = ScenarioReader.read(file, overrides);
        study.understand("", this::understand);
        precision.understand(
                sweep.points().stream()
                        .flatMap(point -> point.variant().stream())
                        .toList(),
                replications);
        Map<String, String> settings = new LinkedHashMap<>();
        Variant unvaried = variation.unchanged();
        settings.put("settings of " + read.id(), unvaried.settings().sha256());
        int most = (int)
                Math.min(Integer.MAX_VALUE, (long) replications * sweep.points().size());
        return study.run(
                new StudyRun.Plan("sweep", List.of(read), replications, most, precision.with(measures), settings),
                simulations -> found(read, unvaried, simulations));
    }

    private void understand() {
        variation = ChosenVariant.of(ScenarioReader.variations(file, overrides), variant, "--variant", file);
        SweepDesign points = design(axes());
        sweep = new Sweep(points, variation);
        requirePoints(points);
        measures = measures();
    }

    private void checkOptions() {
        replications = precision.budget(replications);
        study.checkReplications(replications, 1);
        study.check(!vary.isEmpty() || policies != null, "--vary is missing");
        study.check(policies == null || policy == null, "--policies must be given without --policy");
        study.check(
                sample == null || sample >= 1 && sample <= SweepDesign.MOST_POINTS,
                "--sample (" + sample + ") must be from 1 to " + SweepDesign.MOST_POINTS);
        study.check(
                design == null || DESIGNS.containsKey(design),
                "--design (" + design + ") must be latin-hypercube or sobol; without --sample it is every combination");
        study.check(design == null || sample != null, "--design (" + design + ") must be given with --sample");
    }

    /** The policy last. */
    private List<Axis> axes() {
        List<Axis> axes = new ArrayList<>();
        vary.forEach(text -> axes.add(Axis.parse(text)));
        if (policies != null) {
            axes.add(Axis.parse(policies));
        } else if (policy != null) {
            List<String> paths = axes.stream().map(Axis::path).toList();
            study.check(
                    paths.contains(policy),
                    "--policy (" + policy + ") must be one of the settings that vary: " + String.join(", ", paths));
            axes.add(axes.remove(paths.indexOf(policy)));
        }
        study.check(
                Set.copyOf(axes.stream().map(Axis::path).toList()).size() == axes.size(), "a setting is varied twice");
        Problems problems = new Problems();
        axes.forEach(axis ->
                axis.levels().forEach(level -> variation.check("--vary", Map.of(axis.path(), level), problems)));
        problems.refuse();
        return axes;
    }

    private SweepDesign design(List<Axis> axes) {
        boolean hasPolicy = policies != null || policy != null;
        List<Axis> combined =
                sample == null ? axes : hasPolicy ? axes.subList(axes.size() - 1, axes.size()) : List.of();
        long points = sample == null ? 1 : sample;
        for (Axis axis : combined) {
            study.check(
                    !axis.levels().isEmpty(),
                    "--vary " + axis.path() + " needs values or steps: " + axis.path() + "=low..high/5, or --sample");
            points = Math.min(Integer.MAX_VALUE, points * axis.levels().size());
        }
        study.check(
                points <= SweepDesign.MOST_POINTS,
                "the sweep must have at most " + SweepDesign.MOST_POINTS + " points, not " + points);
        if (sample == null) {
            return SweepDesign.full(axes, hasPolicy);
        }
        study.check(axes.size() > combined.size(), "--sample (" + sample + ") needs a setting to vary");
        SweepDesign.Kind kind = DESIGNS.getOrDefault(design == null ? "" : design, SweepDesign.Kind.LATIN_HYPERCUBE);
        return SweepDesign.sampled(axes, hasPolicy, kind, sample, study.seed());
    }

    /* Where nothing can be simulated, what the points say is a mistake of the user. */
    private void requirePoints(SweepDesign points) {
        if (sweep.points().stream().allMatch(point -> point.variant().isEmpty())) {
            throw new ScenarioException(List.of(sweep.points().get(0).message() + " (of "
                    + points.points().size() + " points none can be simulated)"));
        }
    }

    private List<Measure> measures() {
        List<Measure> known = sweep.known();
        Stream<Measure> asked = metrics.isEmpty()
                ? USUAL.stream().map(Measure::of)
                : metrics.stream().map(metric -> Estimand.measure(metric, known));
        if (discover == null) {
            return asked.distinct().toList();
        }
        interest = Interest.parse(discover, known);
        return Stream.concat(asked, Stream.of(interest.measure())).distinct().toList();
    }

    private StudyResult found(ScenarioFile read, Variant unvaried, Simulations simulations) {
        int wanted = precision.replications(simulations, replications);
        Sweep.Found found = sweep.run(simulations, wanted);
        return precision.result(new SweepFiles(
                read.id(), unvaried, found, wanted, interest == null ? null : interest.among(found, study.seed())));
    }
}
