package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.report.BreakEvenFiles;
import dev.handoff.report.StudyResult;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handoff breakeven}: from which value of a setting on an answer changes sides. */
@Command(
        name = "breakeven",
        description =
                "Find the value of a setting at which a metric reaches a target, or two scenarios do equally well.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BreakEvenCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 20;
    private static final Measure SHARE = new Measure("", "probability", "");

    @Spec
    private CommandSpec spec;

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

    @Option(names = "--against", paramLabel = "OTHER", description = "Scenario file to do equally well as.")
    private Path against;

    @Option(
            names = "--against-set",
            paramLabel = "PATH=VALUE",
            description = "Setting of the other side; without --against that is FILE itself. May be given again.")
    private List<String> againstSettings = new ArrayList<>();

    @Option(names = "--against-variant", paramLabel = "NAME", description = "Variant of the other side.")
    private String againstVariant;

    @Option(
            names = "--no-vary-both",
            description = "Leave the varied setting of the other side as its file has it. Else it varies on both sides,"
                    + " unless --against-set gives the other one a value.")
    private boolean oneSided;

    @Option(names = "--variant", paramLabel = "NAME", description = "Variant of FILE, if it has several.")
    private String variant;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Change a setting, on both sides; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "COUNT",
            defaultValue = "400",
            description = "Replications of each value that is decisive (default: ${DEFAULT-VALUE}).")
    private int replications;

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
        List<ScenarioFile> read = new ArrayList<>(List.of(ScenarioReader.read(file, overrides)));
        if (against != null) {
            read.add(ScenarioReader.read(against, overrides));
        }
        try {
            understand();
        } catch (Axis.Refused refused) {
            throw wrong("--vary " + refused.getMessage());
        } catch (Estimand.Refused refused) {
            throw wrong(refused.getMessage());
        } catch (ChosenVariant.Unclear unclear) {
            throw wrong(unclear.getMessage());
        }
        int sides = other.isPresent() ? 2 : 1;
        int most = (int) Math.min(Integer.MAX_VALUE, 30L * sides * replications);
        return study.run(
                new StudyRun.Plan("breakeven", read, replications, most, List.of(estimand.measure()), settings()),
                this::found);
    }

    private void checkOptions() {
        study.check(
                replications >= FEWEST_REPLICATIONS && replications <= RunCommand.MOST_REPLICATIONS,
                "-n (" + replications + ") must be from " + FEWEST_REPLICATIONS + " to "
                        + RunCommand.MOST_REPLICATIONS);
        study.check(
                (target != null) != hasOther(),
                "either --target, or --against, --against-set or --against-variant must be given");
    }

    private boolean hasOther() {
        return against != null || againstVariant != null || !againstSettings.isEmpty();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void understand() {
        axis = Axis.parse(vary);
        study.check(axis.isRange(), "--vary (" + vary + ") must be a range: " + axis.path() + "=low..high");
        Variation variation = ChosenVariant.of(ScenarioReader.variations(file, overrides), variant, "--variant", file);
        own = new Side(name(file, variation), variation, "--set", Map.of(), true);
        if (hasOther()) {
            other = Optional.of(otherSide());
        }
        estimand();
        requireDifferent();
    }

    private static String name(Path file, Variation variation) {
        String id = file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return variation.name().equals("base") ? id : id + ", " + variation.name();
    }

    private Side otherSide() {
        Path from = against == null ? file : against;
        String chosen = againstVariant == null && against == null ? variant : againstVariant;
        Variation variation =
                ChosenVariant.of(ScenarioReader.variations(from, overrides), chosen, "--against-variant", from);
        Map<String, String> settings = againstSettings();
        boolean varied = !oneSided && !settings.containsKey(axis.path()) && knowsAxis(variation, settings);
        String with = settings.isEmpty() ? "" : " with " + String.join(" ", againstSettings);
        return new Side(name(from, variation) + with, variation, "--against-set", settings, varied);
    }

    private Map<String, String> againstSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String setting : againstSettings) {
            int equals = setting.indexOf('=');
            study.check(equals > 0, "--against-set (" + setting + ") must have the form path=value");
            settings.put(setting.substring(0, equals).strip(), setting.substring(equals + 1));
        }
        return settings;
    }

    /* A group with a number may exist on one side only. */
    private boolean knowsAxis(Variation variation, Map<String, String> settings) {
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

    private StudyResult found(Simulations simulations) {
        try {
            BreakEvenStudy.Found found =
                    new BreakEvenStudy(axis, estimand, own, other, wanted, replications).run(simulations);
            boolean undecided =
                    found.answer().map(BreakEven.Answer::verdict).orElse(null) == BreakEven.Verdict.UNDECIDED;
            return new BreakEvenFiles(
                    new BreakEvenFiles.Question(axis, estimand, own, other),
                    found,
                    undecided ? Handoff.UNDECIDED : Handoff.DONE);
        } catch (BreakEvenStudy.Missing missing) {
            simulations.failures().forEach(spec.commandLine().getErr()::println);
            throw wrong("--metric (" + metric + ") cannot be used here: " + missing.getMessage());
        }
    }
}
