package dev.handoff.documentation;

import dev.handoff.cli.Typed;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioReader;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is wrong with a document: its commands are executed, its scenarios read, its links followed, its names looked up.
 * Commands find the document's own files in a folder beside copies of the shipped ones.
 */
final class Proof {
    private static final Pattern SETTING = Pattern.compile("[a-z]+(-[a-z0-9]+)+|[a-z-]+(\\[\\d+])?(\\.[a-z0-9-]+)+");
    private static final Pattern FILE_NAME =
            Pattern.compile(".*\\.(yaml|py|csv|json|md|svg|png|java|jar|sha256|xml|cmd|html)");

    private static final Set<String> WRITTEN = Set.of("--csv", "--html", "--junit");
    /** Commands that read a result. */
    private static final Set<String> STORED = Set.of("verify", "report");

    /** Commands beside these that write a folder. */
    private static final Set<String> WRITING =
            Set.of("breakeven", "compare", "optimise", "plan", "sensitivity", "story", "sweep", "why");

    private static final String RESULT = "result";

    /** Commands whose folder is the result that others read. */
    private static final Set<String> MAKES_RESULT = Set.of("run", "expect");

    /** Replications instead of those that a document shows, by command. */
    private static final Map<String, String> FEW = Map.of("run", "5", "claims", "20", "expect", "150");

    private final Path path;
    private final Document document;
    private final Path folder;
    private final List<String> problems = new ArrayList<>();

    private Proof(Path path, String markdown, Path folder) {
        this.path = path;
        this.document = Document.of(markdown);
        this.folder = folder;
    }

    /**
     * One line for each mistake.
     *
     * @param path where the document stands or would stand
     * @param folder an empty one for everything that its commands read and write
     */
    static List<String> mistakes(Path path, String markdown, Path folder) throws IOException {
        Proof proof = new Proof(path, markdown, folder);
        proof.fill();
        for (Document.Block block : proof.document.blocks()) {
            proof.write(block);
            proof.readScenario(block);
            proof.execute(block);
        }
        for (String link : proof.document.links()) {
            proof.follow(link);
        }
        return proof.problems;
    }

    /** Names in backticks that look like settings, with their section or without, and are none. */
    static List<String> unknownSettings(String markdown) {
        Set<String> known = new HashSet<>(Catalogue.standard().sections().keySet());
        known.add("contacts.file");
        for (Parameter parameter : Catalogue.standard().parameters()) {
            known.add(parameter.path());
            known.add(parameter.key());
            known.addAll(parameter.choices());
        }
        return Document.of(markdown).code().stream()
                .filter(word -> SETTING.matcher(word).matches()
                        && !FILE_NAME.matcher(word).matches())
                .filter(word -> !known.contains(word.replaceFirst("\\[\\d+]", "")))
                .toList();
    }

    private void add(int line, String problem) {
        problems.add(path + ":" + line + " " + problem);
    }

    private void fill() throws IOException {
        copy(Path.of("scenarios"));
        copy(Path.of("docs/findings"));
    }

    private void write(Document.Block block) throws IOException {
        if (!block.file().isEmpty()) {
            Path file = folder.resolve(block.file());
            Files.createDirectories(file.getParent());
            Files.writeString(file, block.body());
        }
    }

    private void copy(Path shipped) throws IOException {
        Files.createDirectories(folder.resolve(shipped));
        try (Stream<Path> files = Files.list(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file));
            }
        }
    }

    private void readScenario(Document.Block block) {
        if (!block.language().equals("yaml") || block.lines().contains("claims:")) {
            return;
        }
        String name = block.file().isEmpty() ? "block.yaml" : block.file();
        String begin = block.isFragment() ? "format: 1\n" : "";
        try {
            ScenarioReader.parse(folder.resolve(name).toString(), begin + block.body(), List.of());
            if (block.isRefused()) {
                add(block.line(), "is said to be refused, and is not");
            }
        } catch (ScenarioException refused) {
            if (!block.isRefused()) {
                add(block.line(), String.join("; ", refused.messages()));
            }
        }
    }

    private void execute(Document.Block block) throws IOException {
        for (Shell command : Shell.of(block)) {
            execute(block, command);
        }
    }

    /** What is shown with its output is executed as it stands. */
    private static boolean isShown(Document.Block block) {
        return block.language().equals("console");
    }

    private void execute(Document.Block block, Shell command) throws IOException {
        String shown = "./handoff " + String.join(" ", command.arguments());
        if (command.arguments().get(0).equals("serve")) {
            serve(block, shown, arguments(block, command.arguments()));
            return;
        }
        List<String> arguments = arguments(block, command.arguments());
        Typed typed = Typed.of(arguments);
        String text = typed.text().replace(folder + "/", "");
        if (typed.code() != command.code()) {
            add(block.line(), shown + " ends with " + typed.code() + ", not " + command.code() + ": " + text.strip());
        }
        for (String line : command.printed()) {
            if (text.lines().noneMatch(line::equals)) {
                add(block.line(), shown + " does not print: " + line);
            }
        }
        Path written = folder.resolve(resultOf(command.arguments().get(0)));
        if (arguments.contains(written.toString()) && Files.isDirectory(written)) {
            WrittenTables.mistakes(command.arguments().get(0), written).forEach(mistake -> add(block.line(), mistake));
        }
    }

    /** Name of the folder that a command writes. */
    private static String resultOf(String command) {
        return MAKES_RESULT.contains(command) ? RESULT : command;
    }

    /** Of what serves until it is ended the page is asked for. */
    private void serve(Document.Block block, String shown, List<String> arguments) {
        try (Serving serving = new Serving(arguments)) {
            int status = serving.page();
            if (status != HttpURLConnection.HTTP_OK) {
                add(block.line(), shown + " answers with " + status + ": " + serving.printed());
            }
        } catch (IOException failure) {
            add(block.line(), shown + " serves nothing: " + failure.getMessage());
        }
    }

    /** The arguments with files in the folder, and few replications where neither precision decides how many nor the output is shown. */
    private List<String> arguments(Document.Block block, List<String> written) {
        List<String> arguments = new ArrayList<>();
        String command = written.get(0);
        boolean makes = command.equals("init");
        boolean runs = FEW.containsKey(command);
        boolean writes = runs || WRITING.contains(command);
        boolean decides = written.contains("--precision") && !command.equals("claims");
        boolean shortens = runs && !isShown(block) && !decides;
        for (int index = 0; index < written.size(); index++) {
            String argument = written.get(index);
            if (STORED.contains(command) && argument.startsWith("output/")) {
                arguments.add(folder.resolve(RESULT).toString());
            } else if ((shortens && argument.equals("-n")) || (writes && argument.equals("-o"))) {
                index++;
            } else if (index > 0
                    && (makes || WRITTEN.contains(written.get(index - 1)) || Files.exists(folder.resolve(argument)))) {
                arguments.add(folder.resolve(argument).toString());
            } else {
                arguments.add(argument);
            }
        }
        if (writes) {
            arguments.addAll(List.of("-o", folder.resolve(resultOf(command)).toString()));
        }
        if (shortens) {
            arguments.addAll(List.of("-n", FEW.get(command)));
        }
        return arguments;
    }

    private void follow(String link) throws IOException {
        if (link.matches("[a-z]+:.*")) {
            return;
        }
        int hash = link.indexOf('#');
        Path target = hash == 0 ? path : path.resolveSibling(hash < 0 ? link : link.substring(0, hash));
        if (hash != 0 && !Files.exists(target)) {
            problems.add(path + ": nothing is at " + link);
        } else if (hash >= 0) {
            Document there = hash == 0 ? document : Document.of(Files.readString(target));
            if (!there.anchors().contains(link.substring(hash + 1))) {
                problems.add(path + ": no heading is at " + link);
            }
        }
    }
}
