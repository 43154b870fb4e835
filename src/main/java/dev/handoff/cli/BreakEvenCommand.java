package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.report.BreakEvenFiles;
import dev.handoff.report.StudyResult;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import dev.handoff.statistics.BreakEven;
import dev.handoff.study.Axis;
import dev.handoff.study.BreakEvenStudy;
import dev.handoff.study.BreakEvenStudy.Side;
import dev.handoff.study.Estimand;
import dev.handoff.study.Simulations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff breakeven}: from which value of a setting on an answer changes sides. */
@Command(
        name = "breakeven",
        description =
                "Find the value of a setting at which a metric reaches a target, or two scenarios do equally well.",
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
        footer =
                "\nExample:\n  handoff breakeven my-firm.yaml --vary promotion.added-hours=0..30 --metric executive_hours --target 50 -n 50")
final class BreakEvenCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 20;
    private static final Measure SHARE = new Measure("", "probability", "");

    @Parameters(paramLabel = "FILE", description = "Scenario file.")
    private Path file;

    @Option(
            names = "--vary",
            required = true,
            paramLabel = "PATH=LOW..HIGH",
            description = "The setting and its range, such as promotion.added-hours=0..20.")
    private String vary;

    @Option(
            names = "--metric",
            required = true,
            paramLabel = "METRIC",
            description = "Such as customer_churn, or 'probability of customer_churn <= 20 %%'.")
    private String metric;

    @Option(names = "--target", paramLabel = "VALUE", description = "What the mean of the metric should reach: 20 %%.")
    private String target;

    @Mixin
    private TwoSides against;

    @Option(
            names = "--no-vary-both",
            description = "Leave the varied setting of the other side as its file has it. Else it varies on both sides,"
                    + " unless --against-set gives the other one a value.")
    private boolean oneSided;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "COUNT",
            defaultValue = "400",
            description = "Replications of each value that is decisive (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Mixin
    private StudyPrecision precision;

    @Mixin
    private StudyRun study;

    private Axis axis;
    private Side own;
    private Optional<Side> other = Optional.empty();
    private Estimand estimand;
    private double wanted;

    @Override
    public Integer call() {
        checkOptions();
        List<ScenarioFile> read = against.read(file);
        study.understand("", this::understand);
        precision.understand(ends(), replications);
        int sides = other.isPresent() ? 2 : 1;
        int most = (int) Math.min(Integer.MAX_VALUE, 30L * sides * replications);
        return study.run(
                new StudyRun.Plan(
                        "breakeven", read, replications, most, precision.with(List.of(estimand.measure())), settings()),
                this::found);
    }

    private void checkOptions() {
        replications = precision.budget(replications);
        study.checkReplications(replications, FEWEST_REPLICATIONS);
        study.check(
                (target != null) != against.isGiven(),
                "either --target, or --against, --against-set or --against-variant must be given");
    }

    private void understand() {
        axis = Axis.parse(vary);
        study.check(axis.isRange(), "--vary (" + vary + ") must be a range: " + axis.path() + "=low..high");
        Variation variation = against.own(file);
        own = new Side(ChosenVariant.title(file, variation), variation, "--set", Map.of(), true);
        if (against.isGiven()) {
            other = Optional.of(otherSide());
        }
        estimand();
        requireDifferent();
    }

    private Side otherSide() {
        Variation variation = against.variation(file);
        Map<String, String> settings = against.settings();
        boolean varied = !oneSided && !settings.containsKey(axis.path()) && knowsAxis(variation);
        return new Side(against.title(file, variation), variation, "--against-set", settings, varied);
    }

    /* A group with a number may exist on one side only. */
    private boolean knowsAxis(Variation variation) {
        try {
            variation.value(axis.path(), "--vary");
            return true;
        } catch (ScenarioException unknown) {
            return false;
        }
    }

    private void estimand() {
        List<Measure> known = new ArrayList<>(
                SingleReplication.measures(own.at(axis, axis.low()).scenario()));
        known.retainAll(SingleReplication.measures(own.at(axis, axis.high()).scenario()));
        other.ifPresent(side -> known.retainAll(
                SingleReplication.measures(side.at(axis, axis.high()).scenario())));
        estimand = Estimand.parse(metric, known);
        study.check(
                estimand.kind() != Estimand.Kind.QUANTILE,
                "--metric (" + metric + ") must be a mean or a probability, not a quantile");
        boolean probable = estimand.kind() == Estimand.Kind.PROBABILITY;
        wanted = target == null ? 0 : Estimand.amount(target, probable ? SHARE : estimand.measure());
    }

    private void requireDifferent() {
        other.ifPresent(side -> study.check(
                !sameAt(side, axis.low()) || !sameAt(side, axis.high()),
                "the two sides differ in nothing; give --against-set, --against or --no-vary-both"));
    }

    /** The scenarios at both ends of the range, each once. */
    private List<Variant> ends() {
        Map<String, Variant> ends = new LinkedHashMap<>(); // by settings
        for (double value : new double[] {axis.low(), axis.high()}) {
            Variant end = own.at(axis, value);
            ends.putIfAbsent(end.settings().sha256(), end);
            other.map(side -> side.at(axis, value))
                    .ifPresent(side -> ends.putIfAbsent(side.settings().sha256(), side));
        }
        return List.copyOf(ends.values());
    }

    private boolean sameAt(Side side, double value) {
        return side.at(axis, value).settings().equals(own.at(axis, value).settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "settings of " + own.name(),
                own.variation().unchanged().settings().sha256());
        other.ifPresent(side -> settings.put(
                "settings of the other side",
                side.variation().unchanged().settings().sha256()));
        return settings;
    }

    private int enough(Simulations simulations) {
        return precision.replications(simulations, replications);
    }

    private StudyResult found(Simulations simulations) {
        try {
            BreakEvenStudy.Found found =
                    new BreakEvenStudy(axis, estimand, own, other, wanted, enough(simulations)).run(simulations);
            boolean undecided =
                    found.answer().map(BreakEven.Answer::verdict).orElse(null) == BreakEven.Verdict.UNDECIDED;
            return precision.result(new BreakEvenFiles(
                    new BreakEvenFiles.Question(axis, estimand, own, other),
                    found,
                    undecided ? Main.UNDECIDED : Main.DONE));
        } catch (BreakEvenStudy.Missing missing) {
            throw study.useless(metric, missing.getMessage(), simulations);
        }
    }
}
