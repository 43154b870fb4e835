package dev.handoff.cli;

import dev.handoff.model.Scenario;
import dev.handoff.scenario.Forecast;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Validates a scenario file and shows the arithmetic behind it without a run. */
@Command(
        name = "check",
        description = "Check a scenario file and show what would be simulated.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT},
        footer = "\nExample:\n  handoff check my-firm.yaml")
public final class CheckCommand implements Callable<Integer> {

    private static final String PERSON = "  %-37s %7s %8s %14s %6s  %s\n";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The scenario file.")
    private Path file;

    @Option(names = "--set", paramLabel = "PATH=VALUE", description = "Change a setting; may be given again.")
    private List<String> overrides = new ArrayList<>();

    @Override
    public Integer call() {
        try {
            ScenarioFile read = ScenarioReader.read(file, overrides);
            Expectations.check(read);
            OptimiseQuestion.check(read, file, overrides);
            show(read);
            return 0;
        } catch (ScenarioException refused) {
            PrintWriter err = spec.commandLine().getErr();
            refused.messages().forEach(message -> err.print(message + "\n"));
            err.flush();
            return 2;
        }
    }

    private void show(ScenarioFile read) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(file + " is valid.\n\n" + read.name() + "\n");
        if (!read.question().isEmpty()) {
            out.print(read.question() + "\n");
        }
        for (Variant variant : read.variants()) {
            out.print("\nVariant " + variant.name() + "\n");
            out.print(world(variant.scenario()));
            out.print(HandoverPlan.of(variant.scenario()));
            out.print(work(variant.scenario()));
        }
        out.flush();
    }

    private static String world(Scenario scenario) {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "  simulated   %.0f weeks after %.0f weeks of warm-up",
                scenario.horizonWeeks(),
                scenario.warmupWeeks());
        line(
                text,
                "  people      %s, %s, %s",
                people(scenario.executive().count(), "executive"),
                people(scenario.contactCount(), "contact"),
                people(scenario.delegateCount(), "delegate"));
        for (Scenario.Change change : scenario.changes()) {
            line(text, "  change      in week %.1f", change.atWeek());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String people(int count, String one) {
        return count + " " + (count == 1 ? one : one + "s");
    }

    private static String work(Scenario scenario) {
        StringBuilder text = new StringBuilder("\n")
                .append(String.format(
                        Locale.ROOT,
                        PERSON,
                        "Hours a week (means)",
                        "asked",
                        "working",
                        "output at most",
                        "load",
                        "mean wait for a turn"));
        for (Forecast.Person person : Forecast.of(scenario)) {
            text.append(String.format(
                    Locale.ROOT,
                    PERSON,
                    person.who(),
                    rounded(person.askedHours()),
                    rounded(person.workingHours()),
                    rounded(person.outputHours()),
                    String.format(Locale.ROOT, "%.0f %%", 100 * person.load()),
                    wait(person)));
        }
        return text.toString();
    }

    private static String wait(Forecast.Person person) {
        return person.isSaturated()
                ? "will saturate: the line grows without end"
                : String.format(Locale.ROOT, "%.1f working hours, %.2f days", person.waitHours(), person.waitDays());
    }

    private static String rounded(double hours) {
        return String.format(Locale.ROOT, "%.1f", hours);
    }
}
