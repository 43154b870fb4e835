package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.metric.Metric;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.ScenarioSchema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands about scenario files: what they print and how they end. */
class ScenarioCommandsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void checkShowsTheVariantsTheHandoverAndTheLoads() {
        assertThat(run(new CheckCommand(), "scenarios/pacing.yaml", "--set", "handoff.batch-size=8"))
                .isZero();
        assertThat(out.toString())
                .startsWith("scenarios/pacing.yaml is valid.\n\nPacing\nHow fast should contacts be handed over?\n")
                .contains("\nVariant 6 weeks per stage\n  simulated   104 weeks after 8 weeks of warm-up\n"
                        + "  people      1 executive, 24 contacts, 2 delegates\n"
                        + "  handover    staged, 24 of 24 contacts, in 3 batches of 8\n"
                        + "    week      0  receptionist, last batch in week 2\n"
                        + "    week      6  friendly talk, last batch in week 8\n"
                        + "    week     12  message, last batch in week 14\n"
                        + "    week     18  offer, last batch in week 20\n"
                        + "    week     24  delegate leads, last batch in week 26\n")
                .contains("executive before the promotion           44.5     65.0           56.0   68 %")
                .contains("will saturate");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void checkShowsChangesAndOtherModes() {
        assertThat(run(new CheckCommand(), "scenarios/rescuer-habit.yaml", "--set", "handoff.mode=adaptive"))
                .isZero();
        assertThat(out.toString())
                .contains("  change      in week 26.0\n")
                .contains("next stages when contacts accept, at the latest after 12 weeks\n");
        assertThat(run(new CheckCommand(), "scenarios/no-delegation.yaml")).isZero();
        assertThat(out.toString()).contains("  handover    none\n");
    }

    @Test
    void checkTellsEveryMistakeAndEndsWithTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), "format: 1\nhabit: {initial: 1.3, x: 1}\n");
        assertThat(run(new CheckCommand(), file.toString())).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .isEqualTo(file + ":2:18 habit.initial (1.3) must be from 0 to 1\n" + file
                        + ":2:23 habit.x is unknown; known in habit: active, initial, repetitions, after-failure\n");
    }

    @Test
    void explainTellsAllAboutASetting() {
        assertThat(run(new ExplainCommand(), "handoff.pace")).isZero();
        assertThat(out.toString()).isEqualTo("""
                        handoff.pace
                          Length of a stage.

                          unit       weeks; may be given in min, h, hour, hours, day, days, week, weeks, month, months, year, years
                          default    3 weeks
                          allowed    0 or more
                          plausible  from 0 to 12
                          in time    may change
                          source     Policy.
                        """);
    }

    @Test
    void explainKnowsSectionsGroupsAndMetrics() {
        assertThat(run(new ExplainCommand(), "handoff.delay")).isZero();
        assertThat(run(new ExplainCommand(), "contacts[2].rate")).isZero();
        assertThat(run(new ExplainCommand(), "acceptance")).isZero();
        assertThat(out.toString())
                .contains("handoff.delay.stage-2                    0.02 weeks\n")
                .contains("How often a contact calls")
                .contains("  in time    fixed at the start\n")
                .contains("requests with a choice that went to the delegate\n\n  unit       share\n");
    }

    @Test
    void explainWithoutANameListsEverything() {
        assertThat(run(new ExplainCommand())).isZero();
        Catalogue.standard()
                .parameters()
                .forEach(parameter -> assertThat(out.toString()).contains("  " + parameter.path() + " "));
        for (Metric metric : Metric.values()) {
            assertThat(out.toString()).contains("  " + metric.id() + " ");
        }
    }

    @Test
    void explainSuggestsTheNearestName() {
        assertThat(run(new ExplainCommand(), "handof.pace")).isEqualTo(2);
        assertThat(run(new ExplainCommand(), "capacity_fred")).isEqualTo(2);
        assertThat(run(new ExplainCommand(), "qqqqqqqqqq")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("handof.pace is unknown; maybe handoff.pace\n"
                        + "capacity_fred is unknown; maybe capacity_freed\n"
                        + "qqqqqqqqqq is unknown; handoff explain lists all names\n");
    }

    @Test
    void schemaPrintsTheSchema() {
        assertThat(run(new SchemaCommand())).isZero();
        assertThat(out.toString())
                .isEqualTo(ScenarioSchema.json())
                .startsWith("{\n")
                .endsWith("}\n");
    }

    @Test
    void initWritesAFileThatCheckAccepts() {
        Path file = folder.resolve("mine.yaml");
        assertThat(run(new InitCommand(), folder.resolve("mine").toString())).isZero();
        assertThat(out.toString()).isEqualTo(file + " is written. Next: handoff check " + file + "\n");
        assertThat(run(new CheckCommand(), file.toString())).isZero();
    }

    @Test
    void initLeavesFilesAsTheyAre() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "kept");
        assertThat(run(new InitCommand(), file.toString())).isEqualTo(2);
        assertThat(run(new InitCommand(), folder.resolve("nowhere/mine").toString()))
                .isEqualTo(2);
        assertThat(file).hasContent("kept");
        assertThat(err.toString())
                .isEqualTo(file + " exists already and is left as it is\n" + folder.resolve("nowhere/mine.yaml")
                        + " cannot be written\n");
    }

    @Test
    void listShowsEachScenarioWithItsQuestion() throws IOException {
        assertThat(run(new ListCommand())).isZero();
        long shipped;
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            shipped = files.filter(file -> file.toString().endsWith(".yaml")).count();
        }
        assertThat(out.toString().lines())
                .hasSize((int) shipped)
                .allMatch(line -> line.matches("scenarios/[a-z-]+\\.yaml +[A-Z].*[?]"));
    }

    private int run(Object command, String... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
