package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.metric.Metric;
import dev.handoff.report.Numbers;
import dev.handoff.report.SelectionFiles;
import dev.handoff.report.StudyResult;
import dev.handoff.scenario.Nearest;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import dev.handoff.statistics.Direction;
import dev.handoff.statistics.LeaderBelief;
import dev.handoff.statistics.SelectionState.Verdict;
import dev.handoff.study.Estimand;
import dev.handoff.study.Preference;
import dev.handoff.study.Selected;
import dev.handoff.study.Selection;
import dev.handoff.study.Simulations;
import dev.handoff.study.Stopped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff compare}: selects the best of several scenarios, with a guarantee. */
@Command(
        name = "compare",
        description = "Simulate scenarios in the same random worlds until the best of them is known.",
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
        footer = "\nExample:\n  handoff compare my-firm.yaml other-firm.yaml --metric executive_hours")
final class CompareCommand implements Callable<Integer> {
    private static final int FEWEST_REPLICATIONS = 20;
    private static final List<Measure> HEADLINES = Stream.of(
                    Metric.CUSTOMER_CHURN, Metric.CAPACITY_FREED, Metric.BURNOUT_RISK)
            .map(Measure::of)
            .toList();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Scenario files; each variant of each file is an alternative.")
    private List<Path> files;

    @Option(names = "--variant", paramLabel = "NAME", description = "Only this variant; may be given again.")
    private List<String> chosen = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "METRIC",
            defaultValue = "customer_churn",
            description = "What decides, by its mean (default: ${DEFAULT-VALUE}).")
    private String metric;

    @Option(names = "--smallest", description = "The smallest mean is the best (default: as the metric suggests).")
    private boolean smallest;

    @Option(names = "--largest", description = "The largest mean is the best.")
    private boolean largest;

    @Option(
            names = "--difference",
            paramLabel = "AMOUNT",
            description = "Smallest difference that matters, in the metric's unit (default: by unit, such as 0.01 for"
                    + " shares and 0.5 for h/week).")
    private String difference;

    @Option(
            names = {"-n", "--replications"},
            paramLabel = "MAX",
            defaultValue = "1600",
            description = "Most replications of each alternative (default: ${DEFAULT-VALUE}).")
    private int replications;

    @Mixin
    private StudyPrecision precision;

    @Mixin
    private StudyRun study;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    private List<Variant> alternatives;
    private Selection.Question question;

    @Override
    public Integer call() {
        replications = precision.budget(replications);
        study.checkReplications(replications, FEWEST_REPLICATIONS);
        study.check(!(smallest && largest), "--smallest (true) must be given without --largest");
        List<ScenarioFile> read =
                files.stream().map(file -> ScenarioReader.read(file, overrides)).toList();
        alternatives = alternatives(read);
        checkAlternatives();
        question = question();
        precision.understand(alternatives, replications);
        int most = replications * alternatives.size();
        return study.run(
                new StudyRun.Plan("compare", read, replications, most, precision.with(measures()), settings()),
                this::compared);
    }

    private List<Variant> alternatives(List<ScenarioFile> read) {
        List<Variant> all = new ArrayList<>();
        for (int file = 0; file < read.size(); file++) {
            for (Variant variant : read.get(file).variants()) {
                boolean alone = read.get(file).variants().size() == 1;
                if (alone || chosen.isEmpty() || chosen.contains(variant.name())) {
                    all.add(new Variant(name(read, file, variant), variant.scenario(), variant.settings()));
                }
            }
        }
        checkChosen(read);
        study.check(
                all.size() >= 2,
                "FILE (" + files.stream().map(Path::toString).collect(Collectors.joining(" "))
                        + ") must give two alternatives or more: files, or variants of a file");
        return all;
    }

    private void checkChosen(List<ScenarioFile> read) {
        List<String> known = read.stream()
                .flatMap(file -> file.variants().stream())
                .map(Variant::name)
                .distinct()
                .toList();
        for (String name : chosen) {
            study.check(
                    known.contains(name),
                    "--variant (" + name + ") is no variant"
                            + Nearest.to(name, known)
                                    .map(nearest -> "; maybe " + nearest)
                                    .orElse("; there are " + String.join(", ", known)));
        }
    }

    /** The variant where there is one file, the file where it has one variant, else both. */
    private String name(List<ScenarioFile> read, int file, Variant variant) {
        String id = read.get(file).id();
        boolean repeated = read.stream().filter(each -> each.id().equals(id)).count() > 1;
        String whole = repeated ? files.get(file).toString() : id;
        if (read.get(file).variants().size() == 1) {
            return whole;
        }
        return read.size() == 1 ? variant.name() : whole + "/" + variant.name();
    }

    private void checkAlternatives() {
        Map<String, String> names = new HashMap<>(); // by settings
        Variant first = alternatives.get(0);
        for (Variant each : alternatives) {
            String same = names.putIfAbsent(each.settings().sha256(), each.name());
            study.check(same == null, same + " and " + each.name() + " differ in nothing");
            study.check(
                    each.scenario().horizonWeeks() == first.scenario().horizonWeeks(),
                    each.name() + " (horizon of " + weeks(each) + ") must have the same horizon as " + first.name()
                            + " (" + weeks(first) + "); --set horizon='" + weeks(first) + "' gives all the same");
        }
    }

    private static String weeks(Variant variant) {
        return (int) variant.scenario().horizonWeeks() + " weeks";
    }

    private Selection.Question question() {
        List<Measure> known = alternatives.stream()
                .flatMap(each -> SingleReplication.measures(each.scenario()).stream())
                .distinct()
                .toList();
        try {
            Measure measure = Estimand.measure(metric, known);
            for (Variant each : alternatives) {
                study.check(
                        SingleReplication.measures(each.scenario()).contains(measure),
                        "--metric (" + metric + ") is no metric of " + each.name() + ", which has no delegation");
            }
            return new Selection.Question(measure, direction(measure), difference(measure), replications);
        } catch (Estimand.Refused refused) {
            study.check(false, "--metric " + refused.getMessage());
            throw refused;
        }
    }

    private Direction direction(Measure measure) {
        if (smallest || largest) {
            return largest ? Direction.LARGEST : Direction.SMALLEST;
        }
        study.check(
                Preference.direction(measure).isPresent(),
                "--metric (" + metric + ") is not better for being more or less; add --smallest or --largest");
        return Preference.direction(measure).orElseThrow();
    }

    private double difference(Measure measure) {
        if (difference == null) {
            study.check(
                    Preference.difference(measure).isPresent(),
                    "--difference must be given for " + metric + ", in " + measure.unit());
            return Preference.difference(measure).orElseThrow();
        }
        try {
            double amount = Estimand.amount(difference, measure);
            study.check(
                    amount > 0,
                    "--difference (" + difference + ") must be above 0: the smallest one that would matter to you");
            return amount;
        } catch (Estimand.Refused refused) {
            study.check(false, "--difference " + refused.getMessage());
            throw refused;
        }
    }

    private List<Measure> measures() {
        return Stream.concat(Stream.of(question.measure()), HEADLINES.stream())
                .distinct()
                .toList();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("best", question.direction().name().toLowerCase(Locale.ROOT));
        settings.put("difference", Numbers.exact(question.difference()));
        alternatives.forEach(each ->
                settings.put("settings of " + each.name(), each.settings().sha256()));
        return settings;
    }

    private StudyResult compared(Simulations simulations) {
        Selection selection = new Selection(question, alternatives.size());
        Selection.Source source = source(simulations);
        boolean partial = !isComplete(selection, source, simulations);
        List<Measure> others = measures().subList(1, measures().size());
        Selected selected = selection.selected(source, others).orElseThrow(Stopped::new);
        int code = selected.state().verdict() == Verdict.UNDECIDED ? Main.UNDECIDED : Main.DONE;
        return precision.result(new SelectionFiles(alternatives, selected, code, partial));
    }

    private Selection.Source source(Simulations simulations) {
        return new Selection.Source() {
            @Override
            public void require(int[] wanted) {
                simulations.require(alternatives, wanted);
            }

            @Override
            public double[] values(int alternative, Measure measure, int wanted) {
                return simulations.present(alternatives.get(alternative), measure, wanted);
            }
        };
    }

    private boolean isComplete(Selection selection, Selection.Source source, Simulations simulations) {
        try {
            selection.run(source, this::tell);
            selection.extend(source, precision.replications(simulations, 0));
            return true;
        } catch (Stopped stopped) {
            return false;
        }
    }

    private void tell(int leader, Supplier<LeaderBelief> belief) {
        if (leader >= 0 && study.isShown()) {
            study.tell(String.format(
                    Locale.ROOT,
                    "%s is the best with %.3f",
                    alternatives.get(leader).name(),
                    belief.get().probabilityOfBest()));
        }
    }
}
