package dev.handoff.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
    @TempDir
    private Path folder;

    @Test
    void theNumberOfThreadsChangesNothing() throws IOException {
        try (Outcome one = run(Examples.experiment(Examples.staged(), 9, 1));
                Outcome many = run(Examples.experiment(Examples.staged(), 9, 8))) {
            for (ArmResult result : one.results()) {
                for (Measure measure : result.measures()) {
                    assertThat(many.values(result.arm(), measure)).isEqualTo(one.values(result.arm(), measure));
                }
                Curve expected = result.curve(Metric.STRAIN);
                Curve actual = many.results().get(result.arm().number()).curve(Metric.STRAIN);
                assertThat(actual.means()).isEqualTo(expected.means());
                assertThat(actual.high(16)).isEqualTo(expected.high(16));
                assertThat(actual.quantile(4, 16)).isEqualTo(expected.quantile(4, 16));
            }
        }
    }

    @Test
    void curvesAreWhatTheWorldSaysWeekByWeek() throws IOException {
        Scenario scenario = Examples.staged();
        World world = new World(scenario, 1, 2);
        double[] freed = new double[17];
        for (int week = 0; week <= 16; week++) {
            world.advanceTo(week);
            freed[week] = world.ledger().freedHours();
        }
        try (Outcome outcome = run(Examples.experiment(scenario, 3, 1))) {
            Arm arm = outcome.results().get(0).arm();
            for (int week = 1; week <= 16; week++) {
                float weekly = outcome.weekValues(arm, Measure.of(Metric.CAPACITY_FREED), week)[2];
                assertThat((double) weekly).isCloseTo(freed[week] - freed[week - 1], within(1e-5));
            }
            assertThat(outcome.weekValues(arm, Measure.of(Metric.CAPACITY_FREED), 0))
                    .containsOnly(0);
            double meanWeek = outcome.values(arm, Measure.of(Metric.CAPACITY_FREED))[2];
            assertThat(meanWeek).isCloseTo((freed[16] - freed[0]) / 16, within(1e-12));
        }
    }

    @Test
    void hoursAgainstTheTwinAreHoursFreedPlusHoursOfLostContacts() throws IOException {
        try (Outcome outcome = run(Examples.experiment(Examples.staged("churn.customer-hazard=3 /year"), 8, 2))) {
            Arm arm = outcome.results().get(0).arm();
            double[] net = outcome.values(arm, Measure.NET_HOURS);
            double[] freed = outcome.values(arm, Measure.of(Metric.CAPACITY_FREED));
            double[] lost = outcome.values(arm, Measure.LOST_CONTACT_HOURS);
            assertThat(java.util.Arrays.stream(lost)).anyMatch(hours -> Math.abs(hours) > 0.01);
            for (int place = 0; place < net.length; place++) {
                assertThat(net[place]).isCloseTo(freed[place] + lost[place], within(1e-9));
            }
        }
    }

    @Test
    void equalTwinsAreSimulatedOnce() {
        Scenario staged = Examples.staged();
        Variant first = new Variant("a", staged);
        Variant second = new Variant("b", Examples.staged("handoff.mode=abrupt"));
        Variant twin = new Variant("c", staged.withoutDelegation());

        List<Arm> added = new Experiment(List.of(first, second), 1, 0, 1, 1).arms();
        assertThat(added).extracting(Arm::name).containsExactly("a", "b", "no delegation");
        assertThat(added).extracting(Arm::twin).containsExactly(2, 2, 2);

        List<Arm> present = new Experiment(List.of(first, twin), 1, 0, 1, 1).arms();
        assertThat(present).extracting(Arm::name).containsExactly("a", "c");
        assertThat(present).extracting(Arm::twin).containsExactly(1, 1);
    }

    @Test
    void differentTwinsAreToldApartByTheirVariants() {
        Variant few = new Variant("few", Examples.staged());
        Variant many = new Variant("many", Examples.staged("contacts.count=9"));
        assertThat(new Experiment(List.of(few, many), 1, 0, 1, 1).arms())
                .extracting(Arm::name)
                .containsExactly("few", "many", "no delegation (few)", "no delegation (many)");
    }

    @Test
    void whoDelegatesOnlyLaterHasATwinToo() {
        Scenario later = Examples.staged("handoff.mode=none", "changes=[{at: 4 weeks, set: {handoff.mode: staged}}]");
        assertThat(Examples.experiment(later, 1, 1).arms()).hasSize(2);
        assertThat(Examples.experiment(later.withoutDelegation(), 1, 1).arms()).hasSize(1);
    }

    @Test
    void oneReplicationAloneIsTheSameAsAmongOthers() throws IOException {
        Scenario scenario = Examples.staged();
        Experiment alone = new Experiment(List.of(new Variant("base", scenario)), 1, 5, 1, 1);
        try (Outcome all = run(Examples.experiment(scenario, 7, 2));
                Outcome single = run(alone)) {
            for (Measure measure : all.results().get(1).measures()) {
                Arm twin = all.results().get(1).arm();
                assertThat(single.values(twin, measure)).containsExactly(all.values(twin, measure)[5]);
            }
            assertThat(single.replication(0)).isEqualTo(5);
        }
    }

    @Test
    void aFailingReplicationIsNotedAndLeftOutEverywhere() throws IOException {
        Experiment experiment = Examples.experiment(Examples.staged(), 6, 2);
        Worlds worlds = (arm, seed, replication) ->
                new World(arm.scenario(), seed, replication, replication == 3 && arm.added() ? this::breakAtTen : null);
        try (Outcome whole = run(experiment);
                Outcome outcome = experiment.run(Files.createTempDirectory(folder, "run"), new Control(), worlds)) {
            assertThat(outcome.completed()).isEqualTo(5);
            assertThat(outcome.isPartial()).isFalse();
            Failure failure = outcome.failures().get(0);
            assertThat(failure.replication()).isEqualTo(3);
            assertThat(failure.variant()).isEqualTo("no delegation");
            assertThat(failure.week()).isBetween(10.0, 11.0);
            assertThat(failure.event()).isNotBlank();
            assertThat(failure.message()).isEqualTo("IllegalStateException: broken on purpose");

            Measure strain = Measure.of(Metric.STRAIN);
            double[] all = whole.values(whole.results().get(0).arm(), strain);
            assertThat(outcome.values(outcome.results().get(0).arm(), strain))
                    .containsExactly(all[0], all[1], all[2], all[4], all[5]);
        }
    }

    private void breakAtTen(World world) {
        if (world.now() > 10) {
            throw new IllegalStateException("broken\non purpose");
        }
    }

    @Test
    void anExhaustedMemoryIsNotAFailedReplication() {
        Experiment experiment = Examples.experiment(Examples.staged(), 2, 1);
        assertThatThrownBy(() -> experiment.run(folder, new Control(), (arm, seed, replication) -> {
                    throw new OutOfMemoryError("on purpose");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aStoppedExperimentGivesUpWhatRunsAndKeepsACompletePrefix(int threads) throws IOException {
        Experiment experiment = Examples.experiment(Examples.staged(), 40, threads);
        Control control = new Control();
        Worlds worlds = (arm, seed, replication) -> {
            if (replication == 7) {
                control.stop();
            }
            return Worlds.PLAIN.begin(arm, seed, replication);
        };
        try (Outcome all = run(experiment);
                Outcome part = experiment.run(Files.createTempDirectory(folder, "run"), control, worlds)) {
            assertThat(part.isPartial()).isTrue();
            assertThat(part.completed()).isBetween(threads == 1 ? 7 : 0, 7);
            Arm arm = part.results().get(0).arm();
            Measure measure = Measure.of(Metric.EXECUTIVE_HOURS);
            double[] values = all.values(arm, measure);
            assertThat(part.values(arm, measure)).isEqualTo(java.util.Arrays.copyOf(values, part.completed()));
        }
    }

    @Test
    void theFanOfTheBurnoutRiskIsThatOfTheRiskCarried() throws IOException {
        try (Outcome outcome = run(Examples.experiment(Examples.staged(), 12, 2))) {
            Curve risk = outcome.results().get(0).curve(Metric.BURNOUT_RISK);
            Curve carried = outcome.results().get(0).curve(Metric.BURNOUT_CARRIED_RISK);
            assertThat(risk.quantile(4, 16)).isEqualTo(carried.quantile(4, 16)).isPositive();
            int ones = (int) Math.round(risk.mean(16) * 12);
            assertThat(risk.high(16)).isCloseTo(Intervals.wilson(ones / 12.0, 12, 1), within(1e-12));
        }
    }

    @Test
    void nothingStaysBehind() throws IOException {
        run(Examples.experiment(Examples.staged(), 2, 1)).close();
        try (var left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private Outcome run(Experiment experiment) throws IOException {
        return experiment.run(Files.createTempDirectory(folder, "run"), new Control(), Worlds.PLAIN);
    }
}
