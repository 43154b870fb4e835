package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Measure;
import dev.handoff.metric.Metric;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variation;
import dev.handoff.statistics.BreakEven;
import dev.handoff.study.BreakEvenStudy.Found;
import dev.handoff.study.BreakEvenStudy.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakEvenStudyTest {
    private static final int REPLICATIONS = 40;
    private static final Measure VALUE = Measure.of(Metric.NET_VALUE);

    @TempDir
    private Path folder;

    private Variation firm;

    @BeforeEach
    void read() throws IOException {
        Path file = Files.writeString(
                folder.resolve("firm.yaml"),
                "format: 1\nhorizon: 20 weeks\ncontacts: {count: 12}\ndelegates: {count: 1}\nturnover: {active: false}\nhandoff: {mode: staged, pace: 1 week}\n");
        firm = ScenarioReader.variations(file, List.of()).get(0);
    }

    private Side side(Map<String, String> settings, boolean isVaried) {
        return new Side("firm", firm, "--set", settings, isVaried);
    }

    private Found find(String axis, Measure measure, Optional<Side> other, double target) throws IOException {
        try (Journal journal = Journal.open(folder.resolve("journal"), "", 1)) {
            Simulations simulations = new Simulations(journal, List.of(measure), 1, 2, new Control());
            return new BreakEvenStudy(
                            Axis.parse(axis), Estimand.mean(measure), side(Map.of(), true), other, target, REPLICATIONS)
                    .run(simulations);
        }
    }

    private double meanWith(String path, String value) throws IOException {
        try (Journal journal = Journal.open(folder.resolve("reference"), "", 1)) {
            Simulations simulations = new Simulations(journal, List.of(VALUE), 1, 2, new Control());
            return Arrays.stream(simulations.values(firm.with("", "", Map.of(path, value)), VALUE, REPLICATIONS))
                    .average()
                    .orElseThrow();
        }
    }

    /** Wages change nothing but what they cost: the value falls by a dollar for each, in every world. */
    @Test
    void theWageThatAFirmCanPayIsWhatItEarnsWithoutWagesLessTheTarget() throws IOException {
        double without = meanWith("delegates.wage", "0 $/year");
        double target = without - 50_000;
        Found found = find("delegates.wage=0..100000 $/year", VALUE, Optional.empty(), target);
        BreakEven.Answer answer = found.answer().orElseThrow();
        assertThat(answer.verdict()).isEqualTo(BreakEven.Verdict.CROSSING);
        BreakEven.Crossing crossing = answer.crossings().get(0);
        assertThat(crossing.x().estimate()).isCloseTo(50_000, within(100.0)); // a thousandth of the range
        assertThat(crossing.slope().estimate()).isCloseTo(-1, within(1e-9));
        assertThat(crossing.slope().halfWidth()).isCloseTo(0, within(1e-9));
        assertThat(crossing.rises()).isFalse();
        assertThat(found.points()).extracting(BreakEvenStudy.Point::value).isSorted();
    }

    /** The same worlds: with a wage of 20,000 more on the other side the difference is that between the wages, without any noise. */
    @Test
    void twoSidesAreComparedOnTheSameWorlds() throws IOException {
        Side other = side(Map.of("delegates.wage", "20000 $/year"), false);
        Found found = find("delegates.wage=0..100000 $/year", VALUE, Optional.of(other), 0);
        assertThat(found.points())
                .allSatisfy(
                        point -> assertThat(point.mean().estimate()).isCloseTo(20_000 - point.value(), within(1e-6)))
                .allSatisfy(point -> assertThat(point.own() - point.other())
                        .isCloseTo(point.mean().estimate(), within(1e-6)));
    }

    @Test
    void aWholeNumberHasItsNeighbours() throws IOException {
        double fewer = meanWith("contacts.count", "14");
        double more = meanWith("contacts.count", "15");
        Found found = find("contacts.count=5..30", VALUE, Optional.empty(), (fewer + more) / 2);
        double crossing = found.answer().orElseThrow().crossings().get(0).x().estimate();
        assertThat(found.around(crossing))
                .extracting(BreakEvenStudy.Point::value)
                .containsExactly(14.0, 15.0);
        assertThat(found.around(crossing).get(0).mean().estimate()).isCloseTo(fewer, within(1e-6));
        assertThat(found.around(crossing).get(1).mean().estimate()).isCloseTo(more, within(1e-6));
    }

    /** The payback week is unknown where the hours never come back. */
    @Test
    void aMetricWithoutAValueIsRefused() {
        assertThatThrownBy(() -> find("handoff.pace=1..40 weeks", Measure.PAYBACK_WEEK, Optional.empty(), 5))
                .isInstanceOf(BreakEvenStudy.Missing.class)
                .hasMessageContaining("payback_week has no value in replication ");
    }
}
