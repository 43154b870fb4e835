package dev.handoff.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What came of a command line of the program, executed in this process.
 *
 * @param code the exit code
 * @param text what it printed, standard output and errors in the order in which they came
 */
public record Typed(int code, String text) {

    /** @param arguments what follows the program's name */
    public static Typed of(List<String> arguments) {
        PrintStream systemOut = System.out;
        PrintStream systemErr = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            int code = Main.execute(arguments.toArray(String[]::new));
            return new Typed(code, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(systemOut);
            System.setErr(systemErr);
        }
    }
}
