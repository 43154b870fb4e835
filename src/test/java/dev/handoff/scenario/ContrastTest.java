package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.scenario.Contrast.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContrastTest {
    @TempDir
    private Path folder;

    @Test
    void sameValuesWrittenDifferentlyDoNotDiffer() throws IOException {
        Contrast contrast =
                contrast("handoff: {mode: staged, pace: 2 weeks}", "handoff: {pace: 10 days, mode: staged}");
        assertThat(contrast.differences()).isEmpty();
    }

    @Test
    void settingsDifferPathByPathAndGroupByGroup() throws IOException {
        Contrast contrast = contrast(
                "handoff: {mode: staged, pace: 1 week}\ncontacts: [{count: 3}, {count: 4}]",
                "handoff: {mode: abrupt, pace: 1 week}\ncontacts: [{count: 3}, {count: 5}]");
        assertThat(contrast.differences())
                .containsExactly(
                        new Difference("handoff.mode", "staged", "abrupt"),
                        new Difference("contacts[2].count", "4", "5"));
    }

    @Test
    void anotherNumberOfGroupsAndOtherChangesAreOneDifferenceEach() throws IOException {
        Contrast contrast = contrast(
                "delegates: {count: 2}",
                "delegates: [{count: 1}, {count: 1}]\nchanges: [{at: 3 weeks, set: {intervention.propensity: 0.7}}]");
        assertThat(contrast.differences()).extracting(Difference::path).containsExactly("delegates", "changes");
        assertThat(contrast.differences().get(0).to()).isEqualTo("2 groups");
        assertThat(contrast.differences().get(1).from()).isEqualTo("none");
        assertThat(contrast.differences().get(1).to()).contains("at: 3 week", "intervention.propensity: 0.7");
    }

    @Test
    void fromNothingToEverythingChangedTheWayLeadsFromOneToTheOther() throws IOException {
        Path one = write("one", "handoff: {mode: staged, pace: 1 week}\nhorizon: 20 weeks");
        Path other = write("other", "handoff: {mode: abrupt, pace: 3 weeks}\ncontacts: [{count: 3}, {count: 5}]");
        Contrast contrast = Contrast.of(variation(one), variation(other));
        assertThat(contrast.between("", place -> false).orElseThrow().settings())
                .isEqualTo(variation(one).unchanged().settings());
        assertThat(contrast.between("", place -> true).orElseThrow().settings())
                .isEqualTo(variation(other).unchanged().settings());
    }

    /** Delegates without anybody to be one are refused, as in a file. */
    @Test
    void whatIsNoScenarioIsMissing() throws IOException {
        Contrast contrast = contrast(
                "handoff: {mode: none}\ndelegates: {count: 0}", "handoff: {mode: staged}\ndelegates: {count: 2}");
        assertThat(contrast.differences())
                .extracting(Difference::path)
                .containsExactly("handoff.mode", "delegates.count");
        assertThat(contrast.between("", place -> place == 0)).isEmpty();
        assertThat(contrast.between("", place -> place == 1)).isPresent();
    }

    private Contrast contrast(String one, String other) throws IOException {
        return Contrast.of(variation(write("one", one)), variation(write("other", other)));
    }

    private static Variation variation(Path file) {
        return ScenarioReader.variations(file, List.of()).get(0);
    }

    private Path write(String name, String settings) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), "format: 1\n" + settings + "\n");
    }
}
