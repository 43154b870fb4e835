package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variation;
import dev.handoff.statistics.ScenarioBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {
    private static final Measure VALUE = Measure.of(Metric.NET_VALUE);
    private static final Measure CHURN = Measure.of(Metric.CUSTOMER_CHURN);

    @TempDir
    private Path folder;

    private Variation firm;

    @BeforeEach
    void read() throws IOException {
        Path file = Files.writeString(
                folder.resolve("firm.yaml"),
                "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\ndelegates: {count: 1}\nturnover: {active: false}\n"
                        + "handoff: {mode: staged, pace: 1 week}\n");
        firm = ScenarioReader.variations(file, List.of()).get(0);
    }

    private static List<Axis> axes(String... texts) {
        return Arrays.stream(texts).map(Axis::parse).toList();
    }

    private Sweep.Found run(SweepDesign design, Measure measure, int replications) throws IOException {
        try (Journal journal = Journal.open(folder.resolve("journal"), measure.id(), 1)) {
            Simulations simulations = new Simulations(journal, List.of(measure), 1, 2, new Control());
            return new Sweep(design, firm).run(simulations, replications);
        }
    }

    @Test
    void everyCombinationIsAPoint() {
        SweepDesign design = SweepDesign.full(axes("handoff.mode=staged,abrupt", "handoff.pace=1..3 weeks/3"), false);
        assertThat(design.points())
                .containsExactly(
                        List.of("staged", "1 weeks"),
                        List.of("staged", "2 weeks"),
                        List.of("staged", "3 weeks"),
                        List.of("abrupt", "1 weeks"),
                        List.of("abrupt", "2 weeks"),
                        List.of("abrupt", "3 weeks"));
        assertThat(design.coordinates(0)).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(design.coordinates(1)).containsExactly(1, 2, 3, 1, 2, 3);
    }

    /** Each eighth of both ranges holds exactly one of eight points. */
    @Test
    void samplesFillTheRangesEvenlyAndEachPolicyIsTriedAtEveryPlace() {
        List<Axis> axes = axes("habit.initial=0..1", "promotion.added-hours=0..40", "handoff.mode=staged,abrupt");
        for (SweepDesign.Kind kind : List.of(SweepDesign.Kind.LATIN_HYPERCUBE, SweepDesign.Kind.SOBOL)) {
            SweepDesign design = SweepDesign.sampled(axes, true, kind, 8, 3);
            assertThat(design.points()).hasSize(16);
            double[] habit = design.coordinates(0);
            double[] hours = design.coordinates(1);
            List<Integer> eighths = new ArrayList<>();
            for (int place = 0; place < 16; place += 2) {
                assertThat(habit[place]).isEqualTo(habit[place + 1]);
                assertThat(hours[place]).isEqualTo(hours[place + 1]);
                assertThat(design.points().get(place).get(2)).isEqualTo("staged");
                assertThat(design.points().get(place + 1).get(2)).isEqualTo("abrupt");
                eighths.add((int) (hours[place] / 5));
            }
            assertThat(eighths).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        }
    }

    /** Wages change nothing but what they cost, in every world alike. */
    @Test
    void pointsShareTheirWorlds() throws IOException {
        SweepDesign design = SweepDesign.full(axes("delegates.wage=0..40000 $/year/5"), false);
        Sweep.Found found = run(design, VALUE, 6);
        double[] means = found.means(0);
        for (int point = 0; point < 5; point++) {
            assertThat(means[point]).isCloseTo(means[0] - 10_000 * point, within(1e-6));
            assertThat(found.results().get(point).summaries().get(0).n()).isEqualTo(6);
        }
    }

    /** A change later than the horizon is refused where it comes, the rest goes on. */
    @Test
    void aPointThatCannotBeIsARowWithItsReason() throws IOException {
        Path file = Files.writeString(
                folder.resolve("changing.yaml"),
                "format: 1\nhorizon: 14 weeks\ncontacts: {count: 5}\nchanges:\n  - at: 9 weeks\n    set: {handoff.pace: 2}\n");
        firm = ScenarioReader.variations(file, List.of()).get(0);
        Sweep.Found found = run(SweepDesign.full(axes("horizon=6 weeks,14 weeks"), false), CHURN, 2);
        assertThat(found.results().get(0).message()).contains("changes: at (9 weeks) must be from 0 to the horizon");
        assertThat(found.results().get(0).summaries().get(0).n()).isZero();
        assertThat(found.results().get(1).message()).isEmpty();
        assertThat(found.results().get(1).summaries().get(0).n()).isEqualTo(2);
    }

    /** The value lies below the limit exactly where the wage is above 20,000: the box is planted. */
    @Test
    void aPlantedBoxIsDiscovered() throws IOException {
        SweepDesign design = SweepDesign.sampled(
                axes("delegates.wage=0..80000 $/year", "money.initial-cash=0..1000 $"),
                false,
                SweepDesign.Kind.SOBOL,
                64,
                1);
        Sweep.Found found = run(design, VALUE, 2);
        double limit = found.means(0)[0] + design.coordinates(0)[0] - 20_000;
        Interest.Discovered discovered = new Interest("", VALUE, false, limit).among(found, 1);
        assertThat(discovered.ofInterest()).isEqualTo(48);
        ScenarioBox box = discovered.boxes().get(0).box();
        assertThat(box.restrictedDimensions()).containsExactly(0);
        assertThat(box.low()[0]).isBetween(15_000.0, 25_000.0);
        assertThat(box.density()).isGreaterThan(0.95);
        assertThat(box.coverage()).isGreaterThan(0.9);
    }

    /** At any other setting the dearer of two wages costs the difference. */
    @Test
    void regretIsWhatTheBetterPolicyWouldHaveSpared() throws IOException {
        SweepDesign design = SweepDesign.full(axes("promotion.added-hours=0,10", "delegates.wage=10000,14000"), true);
        Regret regret = Regret.of(run(design, VALUE, 3), 0).orElseThrow();
        assertThat(regret.table().greatest()[0]).isZero();
        assertThat(regret.table().greatest()[1]).isCloseTo(4000, within(1e-6));
        assertThat(regret.table().minimaxAlternative()).isZero();
        assertThat(Regret.isMoreBetter(CHURN)).isEqualTo(Optional.of(false));
        assertThat(Regret.isMoreBetter(Measure.of(Metric.PRUNED))).isEmpty();
    }
}
