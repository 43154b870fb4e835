package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resolved settings are scenario files that mean the same. */
class RoundTripTest {

    private static final int SCENARIOS = 150;

    @Test
    void resolvedSettingsOfRandomScenariosAreReadToEqualScenariosAndWrittenEqually() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261);
        for (int number = 0; number < SCENARIOS; number++) {
            Variant variant = RandomScenarios.variant(random);
            Variant again = read(variant.settings().yaml());
            assertThat(again.scenario()).isEqualTo(variant.scenario());
            assertThat(again.settings()).isEqualTo(variant.settings());
            assertThat(again.settings().sha256()).isEqualTo(variant.settings().sha256());
        }
    }

    @Test
    void resolvedDefaultsNameEveryParameter() {
        String yaml = Scenarios.base().variant().settings().yaml();
        long settings =
                yaml.lines().filter(line -> line.matches(" *[a-z0-9-]+: .+")).count();
        assertThat(settings).isEqualTo(Catalogue.standard().parameters().size() + 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "a: b # c",
                "\"quoted\"",
                "back\\slash",
                "Müller",
                "\u2028",
                "\uFEFFx",
                "\uFFFE",
                "😀",
                "\uE000",
                "true",
                " x "
            })
    void anyNameOfOneLineIsReadAgain(String name) {
        Variant variant = Scenarios.base()
                .with("delegates.name", ValueReader.quoted(name))
                .variant();
        assertThat(variant.scenario().delegates().get(0).name()).isEqualTo(name);
        assertThat(read(variant.settings().yaml()).scenario()).isEqualTo(variant.scenario());
    }

    @Test
    void changesOfOneGroupAmongSeveralAreReadAgain() {
        String text = "format: 1\ndelegates: [{count: 1}, {count: 2}]\n"
                + "changes: [{at: 3 weeks, set: {'delegates[2].wage': 1}}, {at: 3 weeks, set: {}}]";
        Variant variant = read(text);
        assertThat(variant.scenario()
                        .changes()
                        .get(0)
                        .settings()
                        .delegates()
                        .get(1)
                        .wageDollarsPerYear())
                .isEqualTo(1);
        assertThat(read(variant.settings().yaml()).scenario()).isEqualTo(variant.scenario());
    }

    private static Variant read(String yaml) {
        return ScenarioReader.parse("again.yaml", yaml, List.of()).variants().get(0);
    }
}
