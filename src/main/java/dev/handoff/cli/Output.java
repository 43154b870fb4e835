package dev.handoff.cli;

import dev.handoff.report.Terminal;
import java.io.Console;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Standard output: what it can show, and text that comes through it as it is. */
final class Output {
    private static final int COLUMNS = 120;

    private Output() {}

    static Terminal terminal() {
        return terminal(System.getenv(), isTerminal(), charset());
    }

    static Terminal terminal(Map<String, String> environment, boolean terminal, Charset charset) {
        boolean dumb = isDumb(environment);
        boolean unicode = !dumb && charset.newEncoder().canEncode('\u2588');
        boolean bold =
                terminal && !dumb && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Terminal(unicode, bold, columns(environment.get("COLUMNS")));
    }

    /** Whether the terminal knows no control sequences. */
    static boolean isDumb(Map<String, String> environment) {
        return "dumb".equals(environment.get("TERM"));
    }

    private static int columns(String text) {
        return text != null && text.matches("\\d{2,4}") ? Math.max(40, Integer.parseInt(text)) : COLUMNS;
    }

    /** Whether somebody sits in front of it. Since Java 22 there may be a console that is none. */
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    private static Charset charset() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
        try {
            return name == null ? Charset.defaultCharset() : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.US_ASCII;
        }
    }

    /** Whether something printed did not come through, such as on a full disk. */
    static boolean isBroken() {
        return System.out.checkError();
    }

    /** Prints in the terminal's own encoding; what it lacks becomes a question mark. */
    static void print(String text) {
        print(text, charset());
    }

    /** Prints in UTF-8, as programs that read it expect. */
    static void printUtf8(String text) {
        print(text, StandardCharsets.UTF_8);
    }

    /** For the commands that print as they go, in the terminal's own encoding. */
    static PrintWriter writer() {
        return new PrintWriter(new OutputStreamWriter(System.out, charset()), false);
    }

    private static void print(String text, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
