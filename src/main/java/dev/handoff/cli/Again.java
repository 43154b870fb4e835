package dev.handoff.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Command lines without what belongs to the moment: equal ones make equal results. */
final class Again {
    /* They tell where and how loudly a result is made, from what it goes on, or what is made of it; none changes it. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "--output", "--threads", "--json", "--quiet", "--xlsx", Continuing.EXTEND, Continuing.RESUME, "--junit");

    private Again() {}

    /**
     * The command with all that its result depends on, files before options.
     *
     * @param typed from the name of the command on
     */
    static List<String> arguments(List<String> typed) {
        ParseResult command = new CommandLine(new Main())
                .setExpandAtFiles(false)
                .parseArgs(typed.toArray(String[]::new))
                .subcommand();
        List<String> arguments = new ArrayList<>(List.of(command.commandSpec().name()));
        command.matchedPositionals().forEach(positional -> arguments.addAll(positional.originalStringValues()));
        for (OptionSpec option :
                new LinkedHashSet<>(command.matchedOptions())) { // each is listed as often as it was given
            if (!OF_THE_MOMENT.contains(option.longestName())) {
                option.originalStringValues()
                        .forEach(value -> arguments.add(
                                option.arity().max() == 0 ? option.longestName() : option.longestName() + "=" + value));
            }
        }
        return arguments;
    }
}
