package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.experiment.Control;
import dev.handoff.experiment.Experiment;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.Worlds;
import dev.handoff.metric.Metric;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationsTest {
    private static final Measure CHURN = Measure.of(Metric.CUSTOMER_CHURN);
    private static final List<Measure> MEASURES = List.of(CHURN, Measure.of(Metric.EXECUTIVE_HOURS), Measure.NET_HOURS);

    @TempDir
    private Path folder;

    private static Variant point(String... overrides) {
        return ScenarioReader.parse(
                        "point.yaml", "format: 1\nhorizon: 20 weeks\ncontacts: {count: 6}", List.of(overrides))
                .variants()
                .get(0);
    }

    private Simulations simulations(Journal journal, int threads) {
        return new Simulations(journal, MEASURES, 7, threads, new Control());
    }

    private Journal journal(String name) throws IOException {
        return Journal.open(folder.resolve(name), "seed 7", MEASURES.size());
    }

    /** The experiment behind {@code handoff run} is the second implementation. */
    @Test
    void valuesAreThoseOfAnExperiment() throws IOException {
        Variant point = point();
        var variant = new dev.handoff.experiment.Variant("base", point.scenario());
        Path spools = Files.createDirectory(folder.resolve("spools"));
        try (Journal journal = journal("one");
                Outcome outcome =
                        new Experiment(List.of(variant), 7, 0, 5, 1).run(spools, new Control(), Worlds.PLAIN)) {
            Simulations simulations = simulations(journal, 2);
            for (Measure measure : MEASURES) {
                double[] expected = outcome.values(outcome.results().get(0).arm(), measure);
                assertThat(simulations.values(point, measure, 5)).containsExactly(expected, within(0.0));
            }
        }
    }

    @Test
    void eachReplicationIsSimulatedOnceAndThreadsChangeNothing() throws IOException {
        List<Variant> points = List.of(point(), point("handoff.pace=9 weeks"), point());
        try (Journal journal = journal("one")) {
            Simulations simulations = simulations(journal, 1);
            simulations.require(points, 3);
            assertThat(simulations.simulated()).isEqualTo(6);
            simulations.require(points, 4);
            assertThat(simulations.simulated()).isEqualTo(8);
            journal.settle(folder.resolve("one"));
        }
        try (Journal journal = journal("two")) {
            simulations(journal, 3).require(points, 4);
            journal.settle(folder.resolve("two"));
        }
        assertThat(Files.readAllBytes(folder.resolve("two"))).isEqualTo(Files.readAllBytes(folder.resolve("one")));
        try (Journal journal = journal("two")) {
            Simulations simulations = simulations(journal, 1);
            simulations.require(points, 4);
            assertThat(simulations.simulated()).isZero();
        }
    }

    @Test
    void whatWasSimulatedBeforeAStopIsKept() throws IOException {
        Control control = new Control();
        try (Journal journal = journal("one")) {
            Simulations simulations = new Simulations(journal, MEASURES, 7, 1, control);
            simulations.require(List.of(point()), 2);
            control.stop();
            assertThatThrownBy(() -> simulations.values(point(), CHURN, 3)).isInstanceOf(Stopped.class);
            assertThat(simulations.known(point())).isEqualTo(2);
            assertThat(simulations.values(point(), CHURN, 2)).hasSize(2);
        }
    }
}
