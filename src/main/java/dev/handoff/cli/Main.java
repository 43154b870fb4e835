package dev.handoff.cli;

import dev.handoff.report.PlaceException;
import dev.handoff.scenario.ScenarioException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: its commands, and the one place where failures become messages and exit codes. */
@Command(
        name = "handoff",
        description = "Simulates how an organization scales through delegation.",
        mixinStandardHelpOptions = true,
        footer = "\nhandoff COMMAND --help tells more about a command.",
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {
            ExitCodes.DONE,
            ExitCodes.DEFECT,
            ExitCodes.WRONG_INPUT,
            ExitCodes.FAILED,
            ExitCodes.UNDECIDED,
            ExitCodes.INTERRUPTED
        },
        versionProvider = Main.Version.class,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            SchemaCommand.class,
            InitCommand.class,
            ListCommand.class,
            ClaimsCommand.class,
            CompareCommand.class,
            ExpectCommand.class,
            WhyCommand.class,
            StoryCommand.class,
            PlanCommand.class,
            SensitivityCommand.class,
            SweepCommand.class,
            BreakEvenCommand.class,
            OptimiseCommand.class,
            VerifyCommand.class,
            ReportCommand.class,
            ServeCommand.class
        })
public final class Main implements Runnable {
    private static final int REPORTED_FRAMES = 4;

    static final int DONE = 0;
    static final int DEFECT = 1;
    static final int WRONG_INPUT = 2;
    static final int EXPECTATION_FAILED = 3;
    static final int UNDECIDED = 4;
    static final int INTERRUPTED = 130;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(execute(arguments));
    }

    /** Runs a command and gives the exit code; nothing is thrown. */
    static int execute(String... arguments) {
        PrintWriter errors = new PrintWriter(System.err, true);
        try {
            int code = commandLine(errors).execute(arguments);
            return code == DONE && Output.isBroken() ? outputLost(errors) : code;
        } catch (OutOfMemoryError error) {
            errors.println("handoff: out of memory; give Java more with -Xmx, or use fewer --threads");
            return DEFECT;
        } catch (Throwable defect) {
            return defect(defect, errors);
        }
    }

    private static int outputLost(PrintWriter errors) {
        errors.println("standard output cannot be written; what was to be printed is lost");
        return WRONG_INPUT;
    }

    private static CommandLine commandLine(PrintWriter errors) {
        return new CommandLine(new Main())
                .setOut(Output.writer())
                .setErr(errors)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler((mistake, arguments) -> refused(mistake, errors))
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, parsed, errors));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int refused(ParameterException mistake, PrintWriter errors) {
        String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        errors.println(command + ": " + Mistake.text(mistake) + " (see " + command + " --help)");
        return WRONG_INPUT;
    }

    private static int failed(Exception failure, ParseResult parsed, PrintWriter errors) {
        if (failure instanceof ScenarioException mistake) {
            mistake.messages().forEach(errors::println);
            return WRONG_INPUT;
        }
        if (failure instanceof PlaceException refusal) {
            errors.println(oneLine(refusal.getMessage()));
            return WRONG_INPUT;
        }
        return defect(failure, errors);
    }

    private static int defect(Throwable defect, PrintWriter errors) {
        Throwable cause = defect;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        StackTraceElement[] frames = cause.getStackTrace();
        errors.println("handoff: this is a defect of the program; please report it: " + oneLine(cause.toString())
                + Arrays.stream(frames)
                        .filter(frame -> frame.getClassName().startsWith("dev.handoff."))
                        .limit(REPORTED_FRAMES)
                        .map(frame -> " at " + frame)
                        .collect(Collectors.joining()));
        return DEFECT;
    }

    private static String oneLine(String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ");
    }

    /** The command line as it could be typed again. */
    static String typed(List<String> arguments) {
        StringBuilder command = new StringBuilder("handoff");
        for (String argument : arguments) {
            command.append(' ').append(quoted(argument));
        }
        return command.toString();
    }

    /** As a shell takes it for one word. */
    static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            Build build = Build.present();
            return new String[] {"handoff " + build.version() + " (" + build.commit() + ")"};
        }
    }
}
