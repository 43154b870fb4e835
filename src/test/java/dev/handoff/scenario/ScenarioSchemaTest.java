package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and the reader agree, judged by an independent validator. */
class ScenarioSchemaTest {

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ScenarioSchema.json(), InputFormat.JSON);

    @ParameterizedTest
    @MethodSource("dev.handoff.scenario.ShippedScenariosTest#files")
    void shippedScenariosAreValid(Path file) throws IOException {
        assertThat(errors(Files.readString(file))).isEmpty();
    }

    @Test
    void resolvedSettingsOfRandomScenariosAreValid() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(4);
        for (int number = 0; number < 20; number++) {
            String yaml = RandomScenarios.yaml(random);
            assertThat(errors(yaml)).isEmpty();
            assertThat(errors(ScenarioReader.parse("x.yaml", yaml, List.of())
                            .variants()
                            .get(0)
                            .settings()
                            .yaml()))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handoff: {pace: 3 weeks}",
                "handoff: {pace: 3}",
                "executive: {maximum-hours: 8 h / day}",
                "contacts: {value: 20k $/year}",
                "contacts: {rate: {gamma: {mean: 1 /week, cv: 0.5}}}",
                "churn: {customer-hazard: 1 %/month}",
                "contacts: [{count: 1}, {count: 2}]",
                "variants: {a: {}, b: {\"contacts[1].rate\": 2, handoff: {pace: 1 week}}}",
                "changes: [{at: 26 weeks, set: {intervention.commitment: 0.8}}]",
                "habit:",
            })
    void whatTheReaderTakesIsValid(String text) {
        String yaml = "format: 1\n" + text;
        assertThat(ScenarioReader.parse("x.yaml", yaml, List.of()).variants()).isNotEmpty();
        assertThat(errors(yaml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "habit: {inital: 0.3}",
                "habit: {initial: 1.3}",
                "habit: {initial: often}",
                "handoff: {pace: 3 wek}",
                "handoff: {pace: 3 h/week}",
                "handoff: {mode: stagd}",
                "handoff: {batch-size: 1.5}",
                "announcement: {active: yes}",
                "contacts: {rate: {lognormal: {mean: 1}}}",
                "contacts: {rate: {exponential: {mean: 1}, fixed: 1}}",
                "contacts: []",
                "handoff.pace: 3 weeks",
                "variants: {a: {name: b}}",
                "changes: [{at: 3}]",
                "unknown: 1",
            })
    void whatTheReaderRefusesIsInvalid(String text) {
        String yaml = "format: 1\n" + text;
        assertThatThrownBy(() -> ScenarioReader.parse("x.yaml", yaml, List.of()))
                .isInstanceOf(ScenarioException.class);
        assertThat(errors(yaml)).isNotEmpty();
    }

    @Test
    void aFileWithoutFormatIsInvalid() {
        assertThat(errors("habit: {initial: 0.5}")).isNotEmpty();
    }

    private static List<Error> errors(String yaml) {
        return SCHEMA.validate(yaml, InputFormat.YAML);
    }
}
