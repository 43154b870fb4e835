package dev.handoff.cli;

import dev.handoff.scenario.ScenarioTemplate;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a commented scenario file to start from. */
@Command(
        name = "init",
        description = "Write a commented scenario file to start from.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT},
        footer = "\nExample:\n  handoff init another-firm")
public final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The file is called NAME.yaml.")
    private Path name;

    @Override
    public Integer call() {
        if (name.normalize().toString().isEmpty() || name.endsWith("..")) {
            return refused("NAME (" + name + ") must be the name of a file");
        }
        Path file = name.toString().endsWith(".yaml") ? name : Path.of(name + ".yaml");
        try {
            ScenarioTemplate.write(file);
        } catch (FileAlreadyExistsException exists) {
            return refused(file + " exists already and is left as it is");
        } catch (IOException failed) {
            return refused(file + " cannot be written");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(file + " is written. Next: " + Main.typed(List.of("check", file.toString())) + "\n");
        out.flush();
        return 0;
    }

    private int refused(String message) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(message + "\n");
        err.flush();
        return 2;
    }
}
