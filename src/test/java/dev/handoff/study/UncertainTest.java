package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UncertainTest {
    @TempDir
    private Path folder;

    @Test
    void assumptionsOfActiveMechanismsAreUncertainAndDecisionsAreNot() throws IOException {
        List<String> paths = Uncertain.in(variation("growth: {active: false}\nmorale: {active: false}")).stream()
                .map(Uncertain::path)
                .toList();
        assertThat(paths)
                .contains("promotion.added-hours", "churn.sensitivity", "belief.initial")
                .doesNotHaveDuplicates()
                .doesNotContain("horizon", "warmup", "contacts.count", "contacts.vendor-share") // known
                .doesNotContain("handoff.pace", "skill.shared-knowledge") // policies
                .doesNotContain("contacts.rate", "burnout.base-hazard") // laws
                .noneMatch(path -> path.startsWith("growth.") || path.startsWith("morale."));
        assertThat(Uncertain.in(variation("morale: {active: true}")))
                .extracting(Uncertain::path)
                .contains("morale.initial", "morale.memory");
    }

    @Test
    void aRangeReachesToTheOwnValueAndALawThatIsGivenAsANumberHasOne() throws IOException {
        List<Uncertain> all = Uncertain.in(variation("promotion: {added-hours: 40 h/week}\ncontacts: {rate: 1 /week}"));
        Uncertain hours = find(all, "promotion.added-hours");
        assertThat(hours.low()).isZero();
        assertThat(hours.high()).isEqualTo(40);
        assertThat(find(all, "contacts.rate").at(0)).isEqualTo(Map.of("contacts.rate", "0.2 /week"));
    }

    @Test
    void groupsHaveOneValueTogether() throws IOException {
        List<Uncertain> all = Uncertain.in(variation("contacts: [{count: 2}, {count: 3, friend-share: 0.9}]"));
        Uncertain friends = find(all, "contacts.friend-share");
        assertThat(friends.at(1))
                .isEqualTo(Map.of("contacts[1].friend-share", "0.9", "contacts[2].friend-share", "0.9"));
    }

    private static Uncertain find(List<Uncertain> all, String path) {
        return all.stream().filter(each -> each.path().equals(path)).findFirst().orElseThrow();
    }

    private Variation variation(String settings) throws IOException {
        Path file = Files.writeString(folder.resolve("firm.yaml"), "format: 1\n" + settings + "\n");
        return ScenarioReader.variations(file, List.of()).get(0);
    }
}
