package dev.handoff.cli;

import dev.handoff.scenario.ShippedScenarios;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the scenarios that are at hand with the question that each asks. */
@Command(
        name = "list",
        description = "List the scenarios in the folder scenarios/, or else those that come with the program.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT},
        footer = "\nExample:\n  handoff list")
public final class ListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<ShippedScenarios.Entry> entries = ShippedScenarios.atHand();
        int width =
                entries.stream().mapToInt(entry -> entry.file().length()).max().orElse(1);
        PrintWriter out = spec.commandLine().getOut();
        for (ShippedScenarios.Entry entry : entries) {
            out.print(String.format(Locale.ROOT, "%-" + width + "s  %s\n", entry.file(), entry.question()));
        }
        out.flush();
        return 0;
    }
}
