package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.metric.Metric;
import dev.handoff.validation.Evidence;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a constant load does to executives, in whole runs: burnout at a constant rate, and the output of long hours. */
class StrainTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", StrainTheoryTest.class);

    /** Rate a year: 0.3 x (1 + 0.055 x hours above 40); with 36 hours there are none. The loads share their budgets. */
    @ParameterizedTest
    @CsvSource({"36, 0.3", "60, 0.63", "84, 1.026"})
    void theFirstBurnoutComesAtAConstantRate(double strain, double yearly) {
        Scenario scenario = Behaviour.scenario(
                "strain", "burnout.largest-strain-hours=" + strain, "executive.maximum-hours=" + (strain + 2));
        double[] onset = IntStream.range(0, 6)
                .mapToObj(replication -> firstOnsets(Behaviour.world(scenario, replication), strain))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        Behaviour.assertExponential(onset, yearly / 52, scenario.horizonWeeks());
        String what = "executives never burnt out in two years of " + Evidence.text(strain) + " h";
        for (int week : new int[] {13, 52}) {
            Behaviour.assertShare(what, Math.exp(-yearly * week / 52), wellAfter(onset, week), onset.length, 0.03);
        }
        Behaviour.compareShare(EVIDENCE, what, Math.exp(-yearly * 2), wellAfter(onset, 104), onset.length, 0.03);
    }

    /**
     * In the long run the share of the time burnt out is D/(D + 1/hazard), D the mean duration. The new budget counts from the next
     * review, half a week later on average, so strictly it is D/(D + 1/hazard + 1/2), lower by a fraction of the standard error.
     */
    @Test
    void prevalenceIsThatOfAnAlternatingProcess() {
        Scenario scenario = Behaviour.scenario("strain", "horizon=1500 weeks", "executive.count=800");
        World world = Behaviour.world(scenario);
        int settled = 300; // relaxation takes 1/(hazard + 1/D) = 38 weeks
        double weeks = scenario.horizonWeeks() - settled;
        double[] burntOut = new double[world.executives.count()];
        for (int week = 1; week <= weeks; week++) {
            world.advanceTo(settled + week);
            for (int each = 0; each < burntOut.length; each++) {
                burntOut[each] += world.burnout.isBurntOut(each) ? 1 / weeks : 0;
            }
        }
        SummaryStatistics shares = new SummaryStatistics();
        for (double share : burntOut) {
            shares.addValue(share);
        }
        double healthy = 52 / 0.63;
        double expected = 71 / (71 + healthy);
        double standardError = shares.getStandardDeviation() / Math.sqrt(shares.getN());
        assertThat(expected - 71 / (71 + healthy + 0.5)).isLessThan(standardError / 2);
        Behaviour.compare(EVIDENCE, "share of the time burnt out at 60 h", expected, shares, 0.025);
    }

    /** Whoever works all the time at H clock hours a week does O(H) hours of work: 49 + 7(1 - (1 - (H - 49)/14)^2) from 49 to 63. */
    @ParameterizedTest
    @CsvSource({"45, 45", "49, 49", "56, 54.25", "61, 55.857142857142854", "63, 56", "80, 56"})
    void workDoneIsTheOutputOfTheHours(double hours, double output) {
        World world = Behaviour.world(Behaviour.scenario("fatigue", "executive.maximum-hours=" + hours));
        world.advanceTo(120); // the first week began idle: of that memory e^-30 is left

        double done = world.executives.server(0).jobHours(120);
        double clock = Metric.EXECUTIVE_HOURS.of(world);
        world.advanceTo(220);
        assertThat((Metric.EXECUTIVE_HOURS.of(world) - clock) / 100).isCloseTo(hours, within(1e-9));
        double measured = (world.executives.server(0).jobHours(220) - done) / 100;
        EVIDENCE.near("work done a week at " + Evidence.text(hours) + " h", output, measured, 1e-9);
    }

    /**
     * A load of L job-hours takes the clock hours whose output is L: 52 = 49 + 7(1 - u^2) with u^2 = 4/7, so 49 + 14(1 - u). Duties of a
     * quarter of an hour and a memory of a year make the load nearly constant.
     */
    @Test
    void aLoadTakesTheHoursWhoseOutputItIs() {
        Scenario scenario = Behaviour.scenario(
                "fatigue",
                "executive.count=24",
                "executive.maximum-hours=75",
                "executive.duty-hours=52",
                "executive.duty-size=0.25 h",
                "fatigue.memory=52 weeks");
        World world = Behaviour.world(scenario);
        world.advanceTo(200);
        double[] before = clockHours(world);
        world.advanceTo(500);
        double[] after = clockHours(world);
        SummaryStatistics hours = new SummaryStatistics();
        for (int each = 0; each < before.length; each++) {
            hours.addValue((after[each] - before[each]) / 300);
        }
        Behaviour.compare(EVIDENCE, "hours a week for a load of 52 h", 49 + 14 * (1 - Math.sqrt(4 / 7.0)), hours, 0.2);
    }

    private static double wellAfter(double[] onset, int week) {
        return Arrays.stream(onset).filter(each -> each > week).count() / (double) onset.length;
    }

    private static double[] firstOnsets(World world, double strain) {
        world.advanceTo(0);
        assertEverybodysStrainIs(strain, world);
        world.advanceTo(world.scenario().horizonWeeks());
        assertEverybodysStrainIs(strain, world);
        return IntStream.range(0, world.executives.count())
                .mapToDouble(world.burnout::firstOnset)
                .toArray();
    }

    private static void assertEverybodysStrainIs(double strain, World world) {
        for (int each = 0; each < world.executives.count(); each++) {
            assertThat(world.burnout.strain(each)).isCloseTo(strain, within(1e-5));
        }
    }

    private static double[] clockHours(World world) {
        return IntStream.range(0, world.executives.count())
                .mapToDouble(each -> world.executives.server(each).clockHours(world.now()))
                .toArray();
    }
}
