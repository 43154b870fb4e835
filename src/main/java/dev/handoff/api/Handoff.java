package dev.handoff.api;

import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Nearest;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Range;
import dev.handoff.scenario.ScenarioException;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.ShippedScenarios;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Where a program or a notebook begins: {@code Handoff.scenario("staged-handoff").set("handoff.pace", "1 week").run(100)} simulates
 * what {@code handoff run} does with the same settings, seed and number of replications, to the same numbers.
 */
public final class Handoff {

    private Handoff() {}

    /**
     * A scenario with all its variants.
     *
     * @param name of a file, or of a scenario that comes with the program, such as {@code staged-handoff}
     * @throws ScenarioException with every mistake, one line for each
     */
    public static Scenario scenario(String name) {
        Path file = Path.of(name);
        boolean isFile = Files.exists(file) || name.matches(".*(\\.ya?ml|[/\\\\].*)");
        return isFile
                ? new Scenario(values -> ScenarioReader.read(file, Scenario.ORIGIN, values))
                : new Scenario(values -> shipped(name, values));
    }

    /**
     * A scenario from the text of a file. Files that it names are looked for beside the working directory's files.
     *
     * @throws ScenarioException with every mistake, one line for each
     */
    public static Scenario yaml(String text) {
        return new Scenario(values -> ScenarioReader.parse("scenario.yaml", text, Scenario.ORIGIN, values));
    }

    private static ScenarioFile shipped(String name, Map<String, String> values) {
        try (TemporaryFolder folder = new TemporaryFolder()) {
            List<Path> files = ShippedScenarios.files(folder.path());
            Path file = files.stream()
                    .filter(each -> name(each).equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            unknown(name, files.stream().map(Handoff::name).toList()));
            return ScenarioReader.read(file, Scenario.ORIGIN, values);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.yaml$", "");
    }

    private static ScenarioException unknown(String name, Collection<String> known) {
        return new ScenarioException(
                List.of("scenario (" + name + ") is no file and does not come with the program" + hint(name, known)));
    }

    /** What to say behind the message that a name is not known. */
    static String hint(String name, Collection<String> known) {
        return Nearest.to(name, known)
                .map(near -> "; maybe " + near)
                .orElseGet(() -> "; there are " + String.join(", ", known));
    }

    /** Every setting, a row each: path, default, plausible range in the documented unit, meaning, source. */
    public static Table parameters() {
        StringColumn path = StringColumn.create("setting");
        StringColumn usual = StringColumn.create("default");
        StringColumn plausible = StringColumn.create("plausible");
        StringColumn meaning = StringColumn.create("meaning");
        StringColumn source = StringColumn.create("source");
        for (Parameter parameter : Catalogue.standard().parameters()) {
            path.append(parameter.path());
            usual.append(parameter.defaultText());
            plausible.append(parameter.plausible().map(Range::toString).orElse(""));
            meaning.append(parameter.meaning());
            source.append(parameter.source());
        }
        return Table.create("parameters", path, usual, plausible, meaning, source);
    }
}
