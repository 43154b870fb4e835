package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.mechanism.Handoff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenario files that come with the program. */
class ShippedScenariosTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsReadAndAsksAQuestion(Path path) {
        ScenarioFile file = ScenarioReader.read(path);
        assertThat(file.question()).endsWith("?");
        assertThat(file.variants()).allSatisfy(variant -> {
            // Growth takes longer to show than a handover.
            int horizon = path.endsWith("flywheel-growth.yaml") ? 156 : 104;
            assertThat(variant.scenario().horizonWeeks()).isEqualTo(horizon);
            assertThat(variant.scenario().warmupWeeks()).isEqualTo(8);
        });
    }

    @Test
    void pacingDiffersInThePaceOnly() {
        List<Variant> variants =
                ScenarioReader.read(Path.of("scenarios/pacing.yaml")).variants();
        assertThat(variants)
                .extracting(variant -> variant.scenario().handoff().paceWeeks())
                .containsExactly(0.0, 1.0, 3.0, 6.0, 12.0);
        assertThat(variants)
                .extracting(variant -> variant.settings().yaml().replaceAll("pace: .*", ""))
                .containsOnly(variants.get(0).settings().yaml().replaceAll("pace: .*", ""));
    }

    @Test
    void theRescuersReminderComesAfterHalfAYear() {
        List<Variant> variants =
                ScenarioReader.read(Path.of("scenarios/rescuer-habit.yaml")).variants();
        assertThat(variants).extracting(Variant::name).containsExactly("rescuing", "sign-on-the-wall", "restrained");
        assertThat(variants.get(0).scenario().changes()).isEmpty();
        assertThat(variants.get(1).scenario().changes()).singleElement().satisfies(change -> {
            assertThat(change.atWeek()).isEqualTo(26);
            assertThat(change.settings().intervention().commitment()).isEqualTo(0.8);
            assertThat(change.settings().intervention().propensity()).isEqualTo(0.9);
        });
        assertThat(variants.get(2).scenario().intervention().propensity()).isEqualTo(0.1);
    }

    @Test
    void nobodyTakesOverWithoutDelegation() {
        Variant only = ScenarioReader.read(Path.of("scenarios/no-delegation.yaml"))
                .variants()
                .get(0);
        assertThat(only.name()).isEqualTo("base");
        assertThat(only.scenario().delegateCount()).isZero();
        assertThat(only.scenario().handoff().mode()).isEqualTo(Handoff.Mode.NONE);
    }

    @Test
    void theFilesComeWithTheProgramToo() throws IOException {
        assertThat(ShippedScenarios.inProgram())
                .extracting(ShippedScenarios.Entry::file)
                .containsExactlyElementsOf(files().stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
        assertThat(ShippedScenarios.inProgram())
                .extracting(ShippedScenarios.Entry::question)
                .containsExactlyElementsOf(ShippedScenarios.atHand().stream()
                        .map(ShippedScenarios.Entry::question)
                        .toList());
    }
}
