package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SettingUnitsTest {
    private static final List<String> FOUR = List.of("a.one", "a.two", "b.one", "c");

    @Test
    void whatCanBeChangedAloneStaysAlone() {
        SettingUnits units = SettingUnits.separable(SettingUnits.of(FOUR), changed -> true, 1);
        assertThat(units.members()).containsExactly(List.of(0), List.of(1), List.of(2), List.of(3));
        assertThat(units.plan(1).coalitions()).hasSize(16);
    }

    /** Planted: the second setting needs the fourth. */
    @Test
    void whatIsNoScenarioAloneIsPutTogetherAndNothingElse() {
        SettingUnits units = SettingUnits.separable(
                SettingUnits.of(FOUR), changed -> !changed.contains(1) || changed.contains(3), 1);
        assertThat(units.members()).containsExactly(List.of(0), List.of(1, 3), List.of(2));
        assertThat(units.places(0b110)).isEqualTo(Set.of(1, 2, 3));
    }

    /** Planted: three settings that come all or none. */
    @Test
    void threeThatBelongTogetherAreOneUnit() {
        Set<Integer> together = Set.of(0, 2, 3);
        SettingUnits units = SettingUnits.separable(
                SettingUnits.of(FOUR),
                changed -> changed.containsAll(together) || together.stream().noneMatch(changed::contains),
                1);
        assertThat(units.members()).containsExactly(List.of(0, 2, 3), List.of(1));
    }

    /** The same with more settings than all coalitions are looked at for. */
    @Test
    void pairsAreFoundAmongManySettings() {
        List<String> many =
                IntStream.range(0, 14).mapToObj(number -> "s" + number).toList();
        SettingUnits units = SettingUnits.separable(
                SettingUnits.of(many), changed -> changed.contains(4) == changed.contains(11), 1);
        assertThat(units.members()).hasSize(13).contains(List.of(4, 11));
        assertThat(units.plan(1).isExact()).isFalse();
    }

    @Test
    void tooManySettingsAreTakenSectionBySection() {
        List<String> paths = IntStream.range(0, 80)
                .mapToObj(number -> "contacts[" + (number + 1) + "].rate")
                .collect(Collectors.toList());
        paths.add("horizon");
        assertThat(SettingUnits.of(paths).members()).hasSize(2).last().isEqualTo(List.of(80));
    }
}
