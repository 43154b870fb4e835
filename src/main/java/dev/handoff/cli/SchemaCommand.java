package dev.handoff.cli;

import dev.handoff.scenario.ScenarioSchema;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of scenario files, for editors. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of scenario files, for editors.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT},
        footer = "\nExample:\n  handoff schema")
public final class SchemaCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(ScenarioSchema.json());
        out.flush();
        return 0;
    }
}
