package dev.handoff.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a document.
 *
 * @param arguments what follows {@code ./handoff}, as a shell splits it
 * @param code the exit code that the comment behind the command states, else 0
 * @param printed lines that the document shows as its output
 */
record Shell(List<String> arguments, int code, List<String> printed) {
    private static final String PROGRAM = "./handoff ";
    private static final Pattern WORD =
            Pattern.compile("((?:'[^']*'|\"[^\"]*\"|[^\\s'\"#>|&;]|(?<=\\S)#)+)|(#.*$)|(>)|(\\S)");
    private static final Pattern STATED = Pattern.compile("exit code (\\d+)");

    /** All commands in a block; in a {@code console} block what stands below a command is its output. */
    static List<Shell> of(Document.Block block) {
        List<Shell> commands = new ArrayList<>();
        boolean shows = block.language().equals("console");
        for (String line : block.lines()) {
            int program = line.indexOf(PROGRAM);
            if (shows ? line.startsWith("$ " + PROGRAM) : program >= 0 && !line.startsWith("#")) {
                commands.add(command(line.substring(program + PROGRAM.length())));
            } else if (shows && !commands.isEmpty() && !line.isBlank()) {
                commands.get(commands.size() - 1).printed().add(line);
            }
        }
        return commands;
    }

    /* What only a real shell can do becomes an argument, which the program refuses. */
    private static Shell command(String line) {
        List<String> arguments = new ArrayList<>();
        int code = 0;
        Matcher words = WORD.matcher(line);
        for (MatchResult word : words.results().toList()) {
            if (word.group(1) != null) {
                arguments.add(word.group(1).replaceAll("'([^']*)'|\"([^\"]*)\"", "$1$2"));
            } else if (word.group(2) != null) {
                MatchResult stated =
                        STATED.matcher(word.group(2)).results().findFirst().orElse(null);
                code = stated == null ? 0 : Integer.parseInt(stated.group(1));
            } else if (word.group(3) != null) {
                return new Shell(arguments, code, new ArrayList<>());
            } else {
                arguments.add(word.group());
            }
        }
        return new Shell(arguments, code, new ArrayList<>());
    }
}
