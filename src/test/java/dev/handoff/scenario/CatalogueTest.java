package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.kernel.Distribution;
import dev.handoff.model.Scenario;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue is complete, consistent and names what the records name. */
class CatalogueTest {

    static Stream<Parameter> parameters() {
        return Catalogue.standard().parameters().stream();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void everyParameterIsDocumented(Parameter parameter) {
        assertThat(parameter.meaning()).matches("(?s).{10,}[.]");
        assertThat(parameter.source()).matches("(?s).*[.]");
        assertThat(parameter.defaultText().isEmpty()).isEqualTo(parameter.unit() == Unit.TEXT);
        assertThat(parameter.allowed().isPresent()).isEqualTo(parameter.unit().isNumeric());
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void plausibleValuesAndDefaultsAreAllowed(Parameter parameter) {
        parameter.plausible().ifPresent(range -> {
            assertThat(range.highest()).isPresent();
            assertThat(parameter.allowed().orElseThrow().contains(range)).isTrue();
        });
        Object value = Catalogue.standard().defaults().get(parameter.path()).bound();
        if (parameter.unit().isNumeric()) {
            double number = value instanceof Distribution law ? law.mean() : ((Number) value).doubleValue();
            double documented = parameter.unit() == Unit.PER_YEAR ? number * 52 : number;
            assertThat(parameter.allowed().orElseThrow().contains(documented)).isTrue();
            assertThat(parameter.plausible().orElseThrow().contains(documented)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void typesFitTheUnits(Parameter parameter) {
        Class<?> type = parameter.type();
        switch (parameter.unit()) {
            case FLAG -> assertThat(type).isEqualTo(boolean.class);
            case TEXT -> assertThat(type).isEqualTo(String.class);
            case COUNT -> assertThat(type).isEqualTo(int.class);
            case CHOICE ->
                assertThat(Arrays.stream(type.getEnumConstants())
                                .map(constant -> ValueReader.inFiles((Enum<?>) constant)))
                        .containsExactlyElementsOf(parameter.choices());
            default -> assertThat(type).isIn(double.class, Distribution.class);
        }
    }

    @Test
    void everyRecordComponentHasAKeyAndEveryKeyAComponent() {
        Set<String> components = new TreeSet<>();
        collect(Scenario.class, "", components);
        components.remove("/changes");
        Set<String> named = new TreeSet<>();
        parameters()
                .forEach(parameter -> named.add(componentPath(parameter.section()) + "/"
                        + parameter.unit().component(parameter.key())));
        assertThat(components).isEqualTo(named);
    }

    private static String componentPath(String section) {
        StringBuilder path = new StringBuilder();
        for (String key : section.isEmpty() ? new String[0] : section.split("\\.")) {
            path.append('/').append(Unit.TEXT.component(key));
        }
        return path.toString();
    }

    private static void collect(Class<?> type, String path, Set<String> components) {
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> inner = Catalogue.recordOf(component);
            if (inner.isRecord() && inner != Scenario.Change.class) {
                collect(inner, path + "/" + component.getName(), components);
            } else {
                components.add(path + "/" + component.getName());
            }
        }
    }
}
