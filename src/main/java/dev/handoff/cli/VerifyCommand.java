package dev.handoff.cli;

import dev.handoff.report.PlaceException;
import dev.handoff.report.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code handoff verify}: makes a result again and says whether every number still holds. */
@Command(
        name = "verify",
        description = "Make a result again, as its manifest says, and compare every file.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.DONE, ExitCodes.DEFECT, ExitCodes.WRONG_INPUT, ExitCodes.FAILED, ExitCodes.INTERRUPTED
        },
        footer = "\nExample:\n  handoff verify output/my-firm-1")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of the result.")
    private Path folder;

    @Option(
            names = "--threads",
            paramLabel = "COUNT",
            defaultValue = "all",
            description = "Threads; they change the time, never the result (default: all).")
    private String threads;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    @Override
    public Integer call() {
        Verification verification = Verification.of(folder);
        try {
            Path temporary = Files.createTempDirectory("handoff-verify-");
            try {
                return compared(verification, temporary.resolve("again"));
            } finally {
                Verification.discard(temporary);
            }
        } catch (IOException failure) {
            throw new PlaceException(folder + " cannot be compared: " + failure.getMessage(), failure);
        }
    }

    private int compared(Verification verification, Path again) throws IOException {
        List<String> tampered = verification.tampered();
        int code = Main.execute(arguments(verification.arguments(), again).toArray(String[]::new));
        if (code == Main.INTERRUPTED || !Files.isDirectory(again)) {
            return code == Main.DONE ? Main.DEFECT : code;
        }
        verification.complete(again);
        List<String> different = verification.differences(again);
        print(tampered);
        print(different);
        boolean holds = tampered.isEmpty() && different.isEmpty();
        if (!quiet) {
            Output.print(
                    holds
                            ? folder + " holds: " + verification.files() + " files, made again, are the same\n"
                            : folder + " does not hold\n");
        }
        return holds ? Main.DONE : Main.EXPECTATION_FAILED;
    }

    private void print(List<String> lines) {
        if (!quiet) {
            lines.forEach(line -> Output.print(line + "\n"));
        }
    }

    /** The command again, into another folder. */
    private List<String> arguments(List<String> before, Path again) {
        List<String> arguments = new ArrayList<>(Again.arguments(before));
        arguments.addAll(List.of("--quiet", "--threads", threads, "--output", again.toString()));
        return arguments;
    }
}
