package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.report.SensitivityFiles;
import dev.handoff.report.StudyResult;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.Variant;
import dev.handoff.scenario.Variation;
import dev.handoff.study.Axis;
import dev.handoff.study.Estimand;
import dev.handoff.study.Sensitivity;
import dev.handoff.study.Sensitivity.Effort;
import dev.handoff.study.Sensitivity.Side;
import dev.handoff.study.Simulations;
import dev.handoff.study.Uncertain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff sensitivity}: on which uncertain parameters an answer depends. */
@Command(
        name = "sensitivity",
        description =
                "Tell on which uncertain parameters a metric depends, and whether a comparison stands over their ranges.",
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
                "\nExample:\n  handoff sensitivity my-firm.yaml --vary promotion.added-hours=0..30 --vary habit.initial=0.7..1 --trajectories 4 --bases 4 --points 10")
final class SensitivityCommand implements Callable<Integer> {
    private static final int FEWEST = 5;
    private static final int MOST = 10_000;
    private static final int MOST_QUANTIFIED = 50;
    private static final double INSIDE = 0.001;

    @Parameters(paramLabel = "FILE", description = "Scenario file.")
    private Path file;

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            defaultValue = "customer_churn",
            description = "Whose mean is looked at (default: ${DEFAULT-VALUE}).")
    private String metric;

    @Option(
            names = "--vary",
            paramLabel = "PATH=LOW..HIGH",
            description = "A parameter and its range; may be given again. Without it: every assumed parameter of active"
                    + " mechanisms over its documented plausible range.")
    private List<String> vary; // null if none is given

    @Mixin
    private TwoSides against;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "COUNT",
            defaultValue = "10",
            description =
                    "Replications of each point of the indices; half as many in the screening, twice as many in the"
                            + " sample, ten times in the tornado (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Option(
            names = "--trajectories",
            paramLabel = "COUNT",
            defaultValue = "10",
            description = "Of the screening (default: ${DEFAULT-VALUE}).")
    private int trajectories;

    @Option(
            names = "--quantify",
            paramLabel = "COUNT",
            defaultValue = "5",
            description = "Parameters that get indices (default: ${DEFAULT-VALUE}).")
    private int quantified;

    @Option(
            names = "--bases",
            paramLabel = "COUNT",
            defaultValue = "64",
            description = "Base points of the indices (default: ${DEFAULT-VALUE}).")
    private int bases;

    @Option(
            names = "--points",
            paramLabel = "COUNT",
            defaultValue = "60",
            description = "Points over all parameters (default: ${DEFAULT-VALUE}).")
    private int points;

    @Mixin
    private StudyPrecision precision;

    @Mixin
    private StudyRun study;

    private Variation own;
    private Variant ownUnchanged;
    private Optional<Variation> other = Optional.empty();
    private Optional<Variant> otherUnchanged = Optional.empty();
    private Map<String, String> otherSettings = Map.of();
    private List<Uncertain> parameters;
    private Measure measure;

    @Override
    public Integer call() {
        checkOptions();
        List<ScenarioFile> read = against.read(file);
        study.understand("--metric ", this::understand);
        precision.understand(
                Stream.concat(Stream.of(ownUnchanged), otherUnchanged.stream()).toList(), replications);
        long most = effort(replications).replications(parameters.size(), other.isPresent());
        return study.run(
                new StudyRun.Plan(
                        "sensitivity",
                        read,
                        replications,
                        (int) Math.min(Integer.MAX_VALUE, most),
                        precision.with(List.of(measure)),
                        settings()),
                this::found);
    }

    private void checkOptions() {
        replications = precision.budget(replications);
        checkCount("-n", replications, FEWEST, MOST);
        checkCount("--trajectories", trajectories, 2, MOST);
        checkCount("--quantify", quantified, 1, MOST_QUANTIFIED);
        checkCount("--bases", bases, 2, MOST);
        checkCount("--points", points, 2, MOST);
    }

    private void checkCount(String option, int value, int least, int most) {
        study.check(value >= least && value <= most, option + " (" + value + ") must be from " + least + " to " + most);
    }

    private void understand() {
        own = against.own(file);
        ownUnchanged = named(own.unchanged(), ChosenVariant.title(file, own));
        if (against.isGiven()) {
            otherSide();
        }
        parameters = vary == null
                ? Uncertain.in(own)
                : vary.stream().map(this::ranged).toList();
        study.check(
                !parameters.isEmpty(), file + " has no parameter with a plausible range; give --vary path=low..high");
        List<Measure> known = new ArrayList<>(SingleReplication.measures(ownUnchanged.scenario()));
        otherUnchanged.ifPresent(side -> known.retainAll(SingleReplication.measures(side.scenario())));
        measure = Estimand.measure(metric, known);
    }

    private void otherSide() {
        Variation side = against.variation(file);
        otherSettings = against.settings();
        Variant unchanged = side.with(against.title(file, side), "--against-set", otherSettings);
        study.check(
                !unchanged.settings().equals(ownUnchanged.settings()),
                "the two sides differ in nothing; give --against-set, --against or --against-variant");
        other = Optional.of(side);
        otherUnchanged = Optional.of(unchanged);
    }

    private Uncertain ranged(String text) {
        Axis axis = Axis.parse(text);
        study.check(axis.isRange(), "--vary (" + text + ") must be a range: " + axis.path() + "=low..high");
        study.check(
                vary.stream().filter(each -> each.startsWith(axis.path() + "=")).count() == 1,
                "--vary (" + axis.path() + ") is given twice");
        Uncertain uncertain = Uncertain.of(axis);
        own.with("", "--vary", uncertain.at(0));
        own.with("", "--vary", uncertain.at(1));
        return uncertain;
    }

    private static Variant named(Variant variant, String name) {
        return new Variant(name, variant.scenario(), variant.settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(
                "settings of " + ownUnchanged.name(), ownUnchanged.settings().sha256());
        otherUnchanged.ifPresent(side ->
                settings.put("settings of the other side", side.settings().sha256()));
        settings.put("ranges", ranges());
        return settings;
    }

    private String ranges() {
        return String.join(
                " ",
                parameters.stream()
                        .map(each -> each.path() + "=" + each.written(0) + ".." + each.written(1))
                        .toList());
    }

    private Effort effort(int each) {
        return new Effort(trajectories, quantified, bases, points, each);
    }

    private StudyResult found(Simulations simulations) {
        Effort effort = effort(Math.max(FEWEST, precision.replications(simulations, replications)));
        Sensitivity sensitivity = new Sensitivity(parameters.size(), other.isPresent(), effort, study.seed());
        Sensitivity.Found found = sensitivity.run((side, shares, wanted) -> values(simulations, side, shares, wanted));
        return precision.result(new SensitivityFiles(
                new SensitivityFiles.Question(ownUnchanged, otherUnchanged, measure, parameters), found));
    }

    private double[][] values(Simulations simulations, Side side, double[][] shares, int wanted) {
        List<Variant> variants = Arrays.stream(shares)
                .parallel()
                .map(point -> point(side, point))
                .toList();
        simulations.require(variants, wanted);
        double[][] values = new double[variants.size()][];
        for (int point = 0; point < values.length; point++) {
            values[point] = simulations.values(variants.get(point), measure, wanted);
            if (Arrays.stream(values[point]).anyMatch(Double::isNaN)) {
                throw study.useless(
                        metric,
                        "it has no value in a replication of "
                                + variants.get(point).name(),
                        simulations);
            }
        }
        return values;
    }

    /* Where two ranges touch, as those of two thresholds, the corner is no scenario, but its neighbourhood is one. */
    private Variant point(Side side, double[] shares) {
        try {
            return scenario(side, shares);
        } catch (ScenarioException corner) {
            double[] inside = Arrays.stream(shares)
                    .map(share -> INSIDE + (1 - 2 * INSIDE) * share)
                    .toArray();
            return scenario(side, inside);
        }
    }

    private Variant scenario(Side side, double[] shares) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int place = 0; place < shares.length; place++) {
            if (!Double.isNaN(shares[place])) {
                settings.putAll(parameters.get(place).at(shares[place]));
            }
        }
        if (side == Side.OTHER) {
            settings.putAll(otherSettings);
        }
        Variation variation = side == Side.OWN ? own : other.orElseThrow();
        return variation.with("a point of the ranges", "--vary", settings);
    }
}
