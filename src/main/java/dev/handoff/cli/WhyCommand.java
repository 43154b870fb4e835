package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.report.StudyResult;
import dev.handoff.report.WhyFiles;
import dev.handoff.report.WhyFiles.Question;
import dev.handoff.scenario.Contrast;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import dev.handoff.statistics.ShapleyPlan;
import dev.handoff.study.Attribution;
import dev.handoff.study.Divergence;
import dev.handoff.study.Estimand;
import dev.handoff.study.SettingUnits;
import dev.handoff.study.Simulations;
import dev.handoff.study.Stopped;
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

/** {@code handoff why}: what makes two scenarios differ. */
@Command(
        name = "why",
        description = "Tell which settings make two scenarios differ in a metric, and where their ways part.",
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
        footer = "\nExample:\n  handoff why my-firm.yaml other-firm.yaml --metric executive_hours -n 100")
final class WhyCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 20;
    private static final int FIRST_LOOK = 100;

    @Parameters(
            arity = "1..2",
            paramLabel = "FILE",
            description = "Two scenario files, or one of which two variants are compared.")
    private List<Path> files;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            defaultValue = "customer_churn",
            description = "Whose mean differs (default: ${DEFAULT-VALUE}).")
    private String metric;

    @Option(names = "--variant", paramLabel = "NAME", description = "Variant of the first file, if it has several.")
    private String variant;

    @Option(
            names = "--other-variant",
            paramLabel = "NAME",
            description = "Variant of the second file, or the second variant of the only one.")
    private String otherVariant;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "COUNT",
            defaultValue = "400",
            description = "Replications of each combination of settings (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting in both; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Mixin
    private StudyPrecision precision;

    @Mixin
    private StudyRun study;

    private Variant first;
    private Variant second;
    private Contrast contrast;
    private SettingUnits units;
    private ShapleyPlan plan;
    private Measure measure;
    private final Map<Long, Variant> points = new LinkedHashMap<>(); // by coalition

    @Override
    public Integer call() {
        replications = precision.budget(replications);
        study.checkReplications(replications, FEWEST_REPLICATIONS);
        List<ScenarioFile> read =
                files.stream().map(file -> ScenarioReader.read(file, overrides)).toList();
        study.understand("--metric ", () -> understand(read));
        precision.understand(List.of(first, second), replications);
        int most = (int) Math.min(Integer.MAX_VALUE, (long) replications * points.size());
        List<Measure> measures = precision.with(Attribution.measures(measure));
        return study.run(new StudyRun.Plan("why", read, replications, most, measures, settings()), this::explained);
    }

    private void understand(List<ScenarioFile> read) {
        Path last = files.get(files.size() - 1);
        study.check(
                files.size() == 2 || otherVariant != null,
                "a second FILE is missing, or --variant and --other-variant of " + last);
        Variation from = ChosenVariant.of(
                ScenarioReader.variations(files.get(0), overrides), variant, "--variant", files.get(0));
        Variation to =
                ChosenVariant.of(ScenarioReader.variations(last, overrides), otherVariant, "--other-variant", last);
        contrast = Contrast.of(from, to);
        study.check(
                !contrast.differences().isEmpty(),
                title(read.get(0), from, files.get(0)) + " and " + title(read.get(read.size() - 1), to, last)
                        + " differ in nothing that is simulated");
        decompose();
        name(read, from, to);
        measure = Estimand.measure(metric, SingleReplication.measures(second.scenario()));
        points.values().forEach(this::checkMeasure);
    }

    private void decompose() {
        List<String> paths =
                contrast.differences().stream().map(Contrast.Difference::path).toList();
        units = SettingUnits.separable(
                SettingUnits.of(paths),
                changed -> contrast.between("", changed::contains).isPresent(),
                study.seed());
        plan = units.plan(study.seed());
        for (long coalition : plan.coalitions()) {
            String name = "combination " + Long.toBinaryString(coalition);
            points.put(
                    coalition,
                    contrast.between(name, units.places(coalition)::contains).orElseThrow());
        }
    }

    /** Names that tell the two apart. */
    private void name(List<ScenarioFile> read, Variation from, Variation to) {
        String one = title(read.get(0), from, null);
        String other = title(read.get(read.size() - 1), to, null);
        if (one.equals(other)) {
            one = title(read.get(0), from, files.get(0));
            other = title(read.get(read.size() - 1), to, files.get(files.size() - 1));
        }
        first = renamed(points.get(0L), one);
        second = renamed(points.get(plan.all()), other);
    }

    private static Variant renamed(Variant variant, String name) {
        return new Variant(name, variant.scenario(), variant.settings());
    }

    /** @param path that stands for the file; null for its short name */
    private static String title(ScenarioFile file, Variation variation, Path path) {
        String name = path == null ? file.id() : path.toString();
        return file.variants().size() == 1 ? name : name + ", " + variation.name();
    }

    private void checkMeasure(Variant point) {
        study.check(
                SingleReplication.measures(point.scenario()).contains(measure),
                "--metric (" + metric + ") is known in " + second.name() + " but not in every scenario between it and "
                        + first.name());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("settings of the first scenario", first.settings().sha256());
        settings.put("settings of the second scenario", second.settings().sha256());
        return settings;
    }

    private StudyResult explained(Simulations simulations) {
        int wanted = precision.replications(simulations, replications);
        int reached = Math.min(FIRST_LOOK, wanted);
        simulations.require(points.values(), reached);
        try {
            simulations.require(points.values(), wanted);
            reached = wanted;
        } catch (Stopped stopped) {
            return result(simulations, reached, true);
        }
        return result(simulations, reached, false);
    }

    private StudyResult result(Simulations simulations, int reached, boolean partial) {
        try {
            Attribution found = Attribution.of(
                    plan,
                    measure,
                    reached,
                    (coalition, of, wanted) -> simulations.values(points.get(coalition), of, wanted));
            Divergence divergence = Divergence.of(first.scenario(), second.scenario(), study.seed(), found.nearest());
            Question question = new Question(first, second, measure, contrast.differences(), units, plan);
            return precision.result(new WhyFiles(question, found, divergence, partial));
        } catch (Attribution.TooFew few) {
            throw study.useless(metric, few.getMessage(), simulations);
        }
    }
}
