package dev.handoff.documentation;

import dev.handoff.cli.Main;
import dev.handoff.metric.Metric;
import dev.handoff.page.Columns;
import dev.handoff.page.Columns.Column;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The pages of docs/reference, made from the program itself. */
final class ReferencePages {
    private static final String MADE =
            "<!-- Made from the program by ReferenceTest: mvn test -Dtest=ReferenceTest -Dgolden=update -->\n\n";
    private static final int WIDTH = 100;

    private ReferencePages() {}

    /** By name of the file. */
    static Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("parameters.md", parameters());
        pages.put("commands.md", commands());
        pages.put("metrics.md", metrics());
        pages.put("columns.md", columns());
        return pages;
    }

    private static String parameters() {
        StringBuilder page = new StringBuilder("# Parameters\n\n" + MADE);
        page.append(
                        "Everything that a scenario file can set, by section; a file holds what differs from these defaults. How a file is")
                .append(
                        " written is in [scenario-files.md](../scenario-files.md), what each parameter does in the model in")
                .append(" [model.md](../model.md). A name leads to what the parameter moves, and by how much.\n\n")
                .append(
                        "- **default**: a law, such as `{lognormal: ...}`, differs between individuals or draws; a plain quantity, or any other")
                .append(" law, may stand in its place.\n")
                .append(
                        "- **allowed** is what is not refused, **plausible** what is worth exploring, both in the unit of the row.\n")
                .append("- **in time**: whether `changes` may set it later than at the start.\n")
                .append(
                        "- **rests on**: *published* evidence, values *calibrated* to it, *a decision* that the firm takes itself, or an")
                .append(" *assumption*, which nobody measured.\n\n")
                .append("`handoff explain handoff.pace` prints the same for one of them.\n");
        String present = "";
        boolean begun = false;
        for (Parameter parameter : Catalogue.standard().parameters()) {
            if (!begun || !parameter.section().equals(present)) {
                begun = true;
                present = parameter.section();
                page.append(parameterHead(present));
            }
            page.append(row(
                    "[`" + parameter.path() + "`](../effects.md#" + parameter.path() + ")",
                    escaped(parameter.meaning()),
                    parameter.defaultText().isEmpty() ? "" : "`" + parameter.defaultText() + "`",
                    parameter.unit().documented(),
                    allowed(parameter),
                    parameter.plausible().map(Object::toString).orElse(""),
                    parameter.changesInTime() ? "yes" : "no",
                    basis(parameter)));
        }
        return page.toString();
    }

    private static String parameterHead(String section) {
        StringBuilder head = new StringBuilder();
        if (section.isEmpty()) {
            head.append("\n## Time\n\n");
        } else {
            head.append(section.contains(".") ? "\n### " : "\n## ")
                    .append(section)
                    .append("\n\n");
            head.append(escaped(Catalogue.standard().sections().get(section))).append("\n\n");
        }
        return head + table("parameter", "meaning", "default", "unit", "allowed", "plausible", "in time", "rests on");
    }

    private static String allowed(Parameter parameter) {
        return parameter.choices().isEmpty()
                ? parameter.allowed().map(Object::toString).orElse("")
                : String.join(", ", parameter.choices());
    }

    /** The grade of the evidence, and what the source says beside it. */
    private static String basis(Parameter parameter) {
        String grade = "*" + parameter.evidence().label() + "*";
        String more = parameter.source().replaceFirst("^(Assumption|Policy|Guard)(?=[:;.])", "");
        if (more.equals(".")) {
            return grade;
        }
        return more.equals(parameter.source()) ? grade + ". " + escaped(more) : grade + escaped(more);
    }

    private static String commands() {
        CommandSpec main = new CommandLine(new Main()).getCommandSpec();
        StringBuilder page = new StringBuilder("# Commands\n\n" + MADE);
        page.append(
                        "What stands here is what `--help` prints behind a command. Every command has `--help` and `--version`. The examples use")
                .append(" two small firms:\n\n<!-- file: my-firm.yaml -->\n```yaml\n")
                .append("format: 1\nhorizon: 26 weeks\ncontacts: {count: 6}\nhandoff: {mode: staged, pace: 1 week}\n")
                .append("expect:\n  - mean executive_hours <= 100 h/week\n")
                .append(
                        "optimise:\n  decisions: {handoff.pace: 0..3 weeks}\n  objectives: [minimise executive_hours]\n```\n\n")
                .append("<!-- file: other-firm.yaml -->\n```yaml\n")
                .append("format: 1\nhorizon: 26 weeks\ncontacts: {count: 6}\nhandoff: {mode: none}\n```\n\n")
                .append("A command ends with one of these exit codes:\n\n")
                .append(table("exit code", "meaning"));
        main.usageMessage().exitCodeList().forEach((code, meaning) -> page.append(row(code.strip(), escaped(meaning))));
        page.append('\n').append(table("command", "what it does"));
        main.subcommands()
                .forEach((name, command) -> page.append(
                        row("[`" + name + "`](#" + name + ")", escaped(description(command.getCommandSpec())))));
        main.subcommands().values().forEach(command -> page.append(command(command.getCommandSpec())));
        return page.toString();
    }

    private static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private static String command(CommandSpec command) {
        command.usageMessage().width(WIDTH);
        StringBuilder text = new StringBuilder("\n## " + command.name() + "\n\n");
        text.append(escaped(description(command))).append("\n\n```text\n");
        text.append(new CommandLine.Help(command, CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .synopsis(0)
                .strip());
        text.append("\n```\n\n");
        List<String> rows = new ArrayList<>();
        for (PositionalParamSpec positional : command.positionalParameters()) {
            rows.add(row("`" + positional.paramLabel() + "`", meaning(positional)));
        }
        for (OptionSpec option : command.options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                rows.add(row(names(option), meaning(option)));
            }
        }
        if (!rows.isEmpty()) {
            text.append(table("argument or option", "meaning"))
                    .append(String.join("", rows))
                    .append('\n');
        }
        text.append("Exit codes: ")
                .append(command.usageMessage().exitCodeList().keySet().stream()
                        .map(String::strip)
                        .collect(Collectors.joining(", ")))
                .append(".\n\n```\n");
        return text.append(example(command)).append("\n```\n").toString();
    }

    private static String names(OptionSpec option) {
        return Arrays.stream(option.names())
                .map(name -> "`" + name
                        + (option.arity().max() == 0 ? "" : (name.startsWith("--") ? "=" : " ") + option.paramLabel())
                        + "`")
                .collect(Collectors.joining(", "));
    }

    private static String meaning(ArgSpec argument) {
        return escaped(String.join(" ", argument.description()).replaceAll("\\s+", " "));
    }

    /** The command that the end of its help shows. */
    private static String example(CommandSpec command) {
        return Arrays.stream(command.usageMessage().footer())
                .flatMap(String::lines)
                .filter(line -> line.startsWith("  handoff "))
                .map(line -> "./" + line.strip())
                .collect(Collectors.joining("\n"));
    }

    private static String metrics() {
        StringBuilder page = new StringBuilder("# Metrics\n\n" + MADE);
        page.append(
                        "What is measured in each replication, by how it is summed up. Shares, probabilities and levels run from 0 to 1 and are shown")
                .append(
                        " in per cent. Definitions are in [model.md](../model.md); the tables that hold the values in [columns.md](columns.md).")
                .append(
                        " Where the horizon is long enough there are, beside these, `burnout_risk_52`, `customer_churn_52`,")
                .append(" `capacity_freed_27_52`, the capacity freed in the last 13 weeks, and `payback_week`, see")
                .append(" [outputs.md](../outputs.md#weeks-and-replications).\n");
        for (Metric.Kind kind : Metric.Kind.values()) {
            page.append("\n## ")
                    .append(words(kind.name()))
                    .append("\n\n")
                    .append(sentence(kind.meaning()))
                    .append("\n\n");
            page.append(table("metric", "unit", "meaning"));
            for (Metric metric : Metric.values()) {
                if (metric.kind() == kind) {
                    page.append(row("`" + metric.id() + "`", metric.unit(), escaped(metric.meaning())));
                }
            }
        }
        return page.toString();
    }

    private static String columns() {
        StringBuilder page = new StringBuilder("# Columns\n\n" + MADE);
        page.append(
                        "The columns of every table that a command writes, in their order. Tables are CSV files in UTF-8 with a comma between cells and")
                .append(
                        " a head; a cell is empty where a value is not defined. What the other files of a folder hold is in")
                .append(" [outputs.md](../outputs.md), what the metrics mean in [metrics.md](metrics.md).\n\n")
                .append("- **whole**: a whole number; **number**: any; **share**: from 0 to 1\n")
                .append("- **amount**: in the unit that the column `unit` names in the same row\n")
                .append("- **setting**: as a scenario file writes it\n");
        String command = "";
        String file = "";
        for (Column column : Columns.all()) {
            if (!column.command().equals(command)) {
                command = column.command();
                page.append("\n## ").append(command).append('\n');
                file = "";
            }
            if (!column.file().equals(file)) {
                file = column.file();
                page.append("\n### ").append(command).append(": ");
                page.append(file.equals("FILE") ? "the file behind `--csv`" : "`" + file + "`")
                        .append("\n\n");
                page.append(table("column", "holds", "meaning"));
            }
            String kind = column.kind().name().toLowerCase(Locale.ROOT);
            page.append(row("`" + column.name() + "`", kind, escaped(column.meaning())));
        }
        return page.toString();
    }

    private static String words(String name) {
        String words = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String sentence(String phrase) {
        String rest = phrase.replaceFirst("^\\w+: ", "");
        return Character.toUpperCase(rest.charAt(0)) + rest.substring(1) + ".";
    }

    private static String table(String... titles) {
        return row(titles) + "|" + "---|".repeat(titles.length) + "\n";
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    /** Text that Markdown shows as it stands. */
    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*");
    }
}
