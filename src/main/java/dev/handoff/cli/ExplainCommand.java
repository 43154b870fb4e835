package dev.handoff.cli;

import dev.handoff.metric.Metric;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Nearest;
import dev.handoff.scenario.Parameter;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a setting, a section of settings or a metric means. */
@Command(
        name = "explain",
        description = "Explain a setting, a section or a metric; without a name, list them all.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT},
        footer = "\nExample:\n  handoff explain handoff.pace")
public final class ExplainCommand implements Callable<Integer> {

    private static final String FACT = "  %-10s %s\n";

    private final Catalogue catalogue = Catalogue.standard();

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "KEY", description = "Such as handoff.pace, handoff or capacity_freed.")
    private String key;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<String> text = key == null ? Optional.of(everything()) : explanation(withoutNumber(key));
        text.ifPresent(out::print);
        out.flush();
        if (text.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            String maybe = suggestion().map(name -> "; maybe " + name).orElse("; handoff explain lists all names");
            err.print(key + " is unknown" + maybe + "\n");
            err.flush();
            return 2;
        }
        return 0;
    }

    private static String withoutNumber(String path) {
        return path.replaceFirst("^([a-z]+)\\[[0-9]+]", "$1");
    }

    private Optional<String> explanation(String name) {
        if (catalogue.sections().containsKey(name)) {
            return Optional.of(section(name));
        }
        return catalogue.parameter(name).map(ExplainCommand::parameter).or(() -> metric(name));
    }

    private static String parameter(Parameter parameter) {
        StringBuilder text = new StringBuilder(parameter.path() + "\n  " + parameter.meaning() + "\n\n");
        String symbols = String.join(", ", parameter.unit().symbols().keySet());
        fact(text, "unit", parameter.unit().documented() + (symbols.isEmpty() ? "" : "; may be given in " + symbols));
        fact(text, "default", parameter.defaultText().isEmpty() ? "none" : parameter.defaultText());
        if (!parameter.choices().isEmpty()) {
            fact(text, "allowed", "one of " + String.join(", ", parameter.choices()));
        }
        parameter.allowed().ifPresent(range -> fact(text, "allowed", range.toString()));
        parameter.plausible().ifPresent(range -> fact(text, "plausible", range.toString()));
        if (parameter.isDistribution()) {
            fact(text, "law", "a quantity, or a law such as {exponential: {mean: ...}}");
        }
        fact(text, "in time", parameter.changesInTime() ? "may change" : "fixed at the start");
        fact(text, "source", parameter.source());
        return text.toString();
    }

    private static void fact(StringBuilder text, String name, String fact) {
        text.append(String.format(Locale.ROOT, FACT, name, fact));
    }

    private String section(String section) {
        StringBuilder text =
                new StringBuilder(section + "\n  " + catalogue.sections().get(section) + "\n\n");
        for (Parameter parameter : catalogue.parameters()) {
            if (parameter.section().equals(section) || parameter.section().startsWith(section + ".")) {
                text.append(line(parameter))
                        .append("      ")
                        .append(parameter.meaning())
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String line(Parameter parameter) {
        String text = parameter.defaultText().isEmpty() ? "none" : parameter.defaultText();
        return String.format(Locale.ROOT, "  %-40s %s\n", parameter.path(), text);
    }

    private static Optional<String> metric(String id) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .map(metric -> {
                    StringBuilder text = new StringBuilder(id + "\n  " + metric.meaning() + "\n\n");
                    fact(text, "unit", metric.unit());
                    fact(text, "kind", metric.kind().meaning());
                    return text.toString();
                });
    }

    private String everything() {
        StringBuilder text = new StringBuilder("Settings with their defaults\n");
        catalogue.parameters().forEach(parameter -> text.append(line(parameter)));
        text.append("\nMetrics\n");
        for (Metric metric : Metric.values()) {
            text.append(String.format(Locale.ROOT, "  %-26s %-14s %s\n", metric.id(), metric.unit(), metric.meaning()));
        }
        return text.append("\nhandoff explain KEY tells more about one of them.\n")
                .toString();
    }

    private Optional<String> suggestion() {
        List<String> metrics = Arrays.stream(Metric.values()).map(Metric::id).toList();
        Optional<String> metric = Nearest.to(key, metrics);
        return key.contains("_") && metric.isPresent()
                ? metric
                : catalogue.suggestion(key).or(() -> metric);
    }
}
