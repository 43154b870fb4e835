package dev.handoff.cli;

import dev.handoff.scenario.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line for the user. */
final class Mistake {

    private Mistake() {}

    static String text(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unknown(command, unmatched.getUnmatched().get(0));
        }
        boolean number = mistake.getArgSpec() != null
                && mistake.getValue() != null
                && Number.class.isAssignableFrom(boxed(mistake.getArgSpec().type()));
        return number
                ? name(mistake.getArgSpec()) + " (" + mistake.getValue() + ") must be a whole number"
                : String.valueOf(mistake.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }

    private static Class<?> boxed(Class<?> type) {
        return java.lang.invoke.MethodType.methodType(type).wrap().returnType();
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.shortestName() : argument.paramLabel();
    }

    private static String unknown(CommandLine command, String word) {
        List<String> known = new ArrayList<>();
        boolean option = word.startsWith("-");
        if (option) {
            command.getCommandSpec().options().forEach(each -> known.addAll(List.of(each.names())));
        } else {
            known.addAll(command.getSubcommands().keySet());
        }
        if (!option && known.isEmpty()) {
            return word + " is one argument too many";
        }
        Optional<String> nearest = Nearest.to(option ? word.replaceFirst("=.*", "") : word, known);
        return word + " is unknown" + nearest.map(name -> "; maybe " + name).orElse("");
    }
}
