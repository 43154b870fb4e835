package dev.handoff.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Range;
import dev.handoff.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

/**
 * No answer is built in: for each claim about lost customers both orders come out within the plausible range of one parameter, and
 * README.md prints the value at which the order turns. Differences are paired by replication. "More" and "fewer" mean by 4
 * standard errors in the first 100 replications or else in 400, which chance alone exceeds in one direction once in 10,000 times.
 */
class NothingBuiltInTest {
    private static final Path STAGED = Path.of("scenarios/staged-handoff.yaml");
    private static final String STRENGTH = "reactance.strength";
    private static final String ADDED_HOURS = "promotion.added-hours";
    private static final String PROPENSITY = "intervention.propensity";
    private static final String ABRUPT = "handoff.mode=abrupt";
    private static final String SILENT = "announcement.active=false";
    private static final int YEAR = 52;
    private static final int TWO_YEARS = 104;

    /** Other chances than those behind the figures of the documents. */
    private static final List<Sample> FRESH = List.of(new Sample(2, 100), new Sample(2, 400));

    private static final double SURE = 4;

    /** The replications of docs/findings.md. */
    private static final Sample DOCUMENTED = new Sample(1, 1000);

    private record Sample(long seed, int replications) {}

    @Test
    void whetherStagesLoseFewerCustomersThanADayDependsOnWhatForcedChangesCost() {
        Range strength = plausible(STRENGTH);
        assertMore(sample -> stagedLessAbrupt(sample, strength.lowest().doubleValue()));
        assertFewer(sample ->
                stagedLessAbrupt(sample, strength.highest().orElseThrow().doubleValue()));
    }

    @Test
    void whetherAStagedHandoverLosesFewerThanNoneDependsOnTheOverload() {
        Range hours = plausible(ADDED_HOURS);
        assertMore(sample -> stagedLessNone(sample, hours.lowest().doubleValue()));
        assertFewer(
                sample -> stagedLessNone(sample, hours.highest().orElseThrow().doubleValue()));
    }

    @Test
    void whetherSteppingInLosesFewerInTwoYearsDependsOnHowOften() {
        assertMore(sample -> steppingInLessNever(sample, 0.7));
        assertFewer(sample -> steppingInLessNever(
                sample, plausible(PROPENSITY).highest().orElseThrow().doubleValue()));
    }

    @Test
    void readmePrintsWhereStagesAndADayTurn() throws IOException {
        Turn turn = Turn.of(STRENGTH);
        turn.assertBetween(stagedLessAbrupt(DOCUMENTED, turn.low), stagedLessAbrupt(DOCUMENTED, turn.high));
    }

    @Test
    void readmePrintsWhereAStagedHandoverAndNoneTurn() throws IOException {
        Turn turn = Turn.of(ADDED_HOURS);
        turn.assertBetween(stagedLessNone(DOCUMENTED, turn.low), stagedLessNone(DOCUMENTED, turn.high));
    }

    @Test
    void readmePrintsWhereSteppingInTurns() throws IOException {
        Turn turn = Turn.of(PROPENSITY);
        turn.assertBetween(steppingInLessNever(DOCUMENTED, turn.low), steppingInLessNever(DOCUMENTED, turn.high));
    }

    /** README.md says that there is no turning point: the effect goes to exactly none, and each part of it keeps customers. */
    @Test
    void anAnnouncementWithoutEffectChangesNothingAndEachEffectKeepsCustomers() {
        String noBelief = "announcement.belief-gain="
                + plausible("announcement.belief-gain").lowest();
        String fullLoss = highest("announcement.reactance-factor");
        String fullHabit = highest("announcement.habit-factor");
        String fullBelief = highest("announcement.belief-gain");
        String leastLoss = "announcement.reactance-factor="
                + plausible("announcement.reactance-factor").lowest();
        String leastHabit = "announcement.habit-factor="
                + plausible("announcement.habit-factor").lowest();
        for (String mode : List.of("handoff.mode=staged", ABRUPT)) {
            assertThat(lost(FRESH.get(0), YEAR, mode, noBelief, fullLoss, fullHabit))
                    .isEqualTo(lost(FRESH.get(0), YEAR, mode, SILENT));
            assertFewer(sample -> lessThanSilent(sample, mode, fullBelief, fullLoss, fullHabit));
            assertFewer(sample -> lessThanSilent(sample, mode, noBelief, leastLoss, fullHabit));
            assertFewer(sample -> lessThanSilent(sample, mode, noBelief, fullLoss, leastHabit));
        }
    }

    private static SummaryStatistics lessThanSilent(
            Sample sample, String mode, String belief, String loss, String habit) {
        return less(lost(sample, YEAR, mode, belief, loss, habit), lost(sample, YEAR, mode, SILENT));
    }

    private static String highest(String parameter) {
        return parameter + "=" + plausible(parameter).highest().orElseThrow();
    }

    private static SummaryStatistics stagedLessAbrupt(Sample sample, double strength) {
        String setting = STRENGTH + "=" + strength;
        return less(lost(sample, YEAR, setting), lost(sample, YEAR, setting, ABRUPT));
    }

    private static SummaryStatistics stagedLessNone(Sample sample, double addedHours) {
        Scenario staged = scenario(ADDED_HOURS + "=" + addedHours);
        return less(lost(sample, YEAR, staged), lost(sample, YEAR, staged.withoutDelegation()));
    }

    private static SummaryStatistics steppingInLessNever(Sample sample, double propensity) {
        return less(lost(sample, TWO_YEARS, PROPENSITY + "=" + propensity), lost(sample, TWO_YEARS, PROPENSITY + "=0"));
    }

    private static double[] lost(Sample sample, int weeks, String... settings) {
        return lost(sample, weeks, scenario(settings));
    }

    /** Points of the customers lost, by replication. */
    private static double[] lost(Sample sample, int weeks, Scenario scenario) {
        double[] lost = new double[sample.replications];
        Arrays.parallelSetAll(lost, replication -> {
            World world = new World(scenario, sample.seed, replication);
            world.advanceTo(weeks);
            return 100 * Metric.CUSTOMER_CHURN.of(world);
        });
        return lost;
    }

    private static SummaryStatistics less(double[] one, double[] other) {
        SummaryStatistics differences = new SummaryStatistics();
        for (int replication = 0; replication < one.length; replication++) {
            differences.addValue(one[replication] - other[replication]);
        }
        return differences;
    }

    private static void assertMore(Function<Sample, SummaryStatistics> points) {
        assertThat(inStandardErrors(points, 1)).as("in standard errors").isGreaterThan(SURE);
    }

    private static void assertFewer(Function<Sample, SummaryStatistics> points) {
        assertThat(inStandardErrors(points, -1)).as("in standard errors").isLessThan(-SURE);
    }

    /** Of the first sample that is sure in the direction of the sign, or else of the last. */
    private static double inStandardErrors(Function<Sample, SummaryStatistics> points, int sign) {
        double distance = 0;
        for (int look = 0; look < FRESH.size() && sign * distance <= SURE; look++) {
            distance = inStandardErrors(points.apply(FRESH.get(look)));
        }
        return distance;
    }

    private static double inStandardErrors(SummaryStatistics points) {
        return points.getMean() / points.getStandardDeviation() * Math.sqrt(points.getN());
    }

    private static Scenario scenario(String... settings) {
        return ScenarioReader.read(STAGED, List.of(settings)).variants().get(0).scenario();
    }

    private static Range plausible(String parameter) {
        return Catalogue.standard()
                .parameter(parameter)
                .orElseThrow()
                .plausible()
                .orElseThrow();
    }

    /** A turning point as README.md prints it, with its interval of 95 %. */
    private record Turn(String parameter, double value, double low, double high) {

        static Turn of(String parameter) throws IOException {
            Matcher printed = Pattern.compile(
                            "`" + Pattern.quote(parameter) + "` of ([0-9.]+)[^(|]* \\(([0-9.]+) to ([0-9.]+)\\)")
                    .matcher(Files.readString(Path.of("README.md")));
            assertThat(printed.find())
                    .as("turning point of %s in README.md", parameter)
                    .isTrue();
            return new Turn(
                    parameter,
                    Double.parseDouble(printed.group(1)),
                    Double.parseDouble(printed.group(2)),
                    Double.parseDouble(printed.group(3)));
        }

        /**
         * The order turns between the ends, and hardly beyond: there the differences are just about to be told from none, by 2
         * standard errors in expectation.
         */
        void assertBetween(SummaryStatistics atLow, SummaryStatistics atHigh) {
            Range range = plausible(parameter);
            double width =
                    range.highest().orElseThrow().subtract(range.lowest()).doubleValue();
            assertThat(value).isBetween(low, high);
            assertThat(high - low).as("width of the interval").isBetween(0.0, width / 10);
            assertThat(inStandardErrors(atLow)).as("%s at %s", parameter, low).isBetween(0.5, 3.5);
            assertThat(inStandardErrors(atHigh)).as("%s at %s", parameter, high).isBetween(-3.5, -0.5);
        }
    }
}
