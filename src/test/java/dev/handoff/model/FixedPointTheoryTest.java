package dev.handoff.model;

import dev.handoff.validation.Evidence;
import java.util.function.IntToDoubleFunction;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where levels settle that good and bad experiences move up and down, in whole runs. What happens does not depend on the level, so
 * the expected level follows a linear recursion whose fixed point is exact; and it holds still between calls of a Poisson stream,
 * so its mean over time is its mean over calls. Contacts, or delegates with one contact each, are independent.
 */
class FixedPointTheoryTest {
    private static final int SETTLED =
            15; // weeks of 20 calls: of the start 1/10,000 is left, far less than the tolerance
    private static final Evidence EVIDENCE = Evidence.in("closed forms", FixedPointTheoryTest.class);

    /**
     * A call succeeds, S = S + g(1 - S), or fails, S = S(1 - l), and its repair succeeds. So E(S') = g + (1 - g)(1 - l(1 - p)) S, whose fixed
     * point is g/(g + (1 - g) l (1 - p)). Without the repairs it would be g p/(g p + l(1 - p)), lower by 0.003 to 0.06: the tolerance tells
     * them apart.
     */
    @ParameterizedTest
    @CsvSource({"0.98", "0.95", "0.90", "0.80"})
    void satisfactionSettlesWhereGainsAndLossesCancel(double success) {
        double gain = 0.03;
        double loss = 0.1;
        Scenario scenario = Behaviour.scenario("errors", "delegates.initial-skill=" + skillFor(success));
        double expected = gain / (gain + (1 - gain) * loss * (1 - success));
        double withoutRepairs = gain * success / (gain * success + loss * (1 - success));
        World world = Behaviour.world(scenario);
        SummaryStatistics levels = timeAverages(world, world.contacts.count(), world.satisfaction::of);
        String what = "satisfaction where " + Evidence.text(100 * success) + " % of the requests succeed";
        Behaviour.compare(EVIDENCE, what, expected, levels, expected - withoutRepairs);
    }

    /**
     * With equal gain and loss ownership settles at 1 - X, X = overrides/(overrides + solved end to end). A call goes round the delegate with
     * probability P = logistic(6 x 0.5 - 4 x 0.3); then the executive steps in with the propensity. All other calls the delegate solves
     * with probability 0.8, and a check-in a week catches 0.35 x 0.7 of its errors, which count as solved. Other errors leave it alone.
     */
    @ParameterizedTest
    @CsvSource({"0.1", "0.3", "0.6", "0.9"})
    void ownershipSettlesAtOneMinusTheShareOfOverrides(double propensity) {
        Scenario scenario = Behaviour.scenario(
                "overrides", "delegates.initial-skill=" + skillFor(0.8), "intervention.propensity=" + propensity);
        double overrides = propensity / (1 + Math.exp(-1.8));
        double solved = (1 - overrides) * (0.8 + 0.2 * 0.35 * 0.7);
        World world = Behaviour.world(scenario);
        SummaryStatistics levels = timeAverages(world, world.delegates.count(), world.ownership::of);
        String what = "ownership at an intervention propensity of " + Evidence.text(propensity);
        Behaviour.compare(EVIDENCE, what, solved / (overrides + solved), levels, 0.01);
    }

    /** The level that gives so much chance of success at difficulty 0.4 and steepness 8, by the inverse of the logistic function. */
    private static double skillFor(double success) {
        return 0.4 + Math.log(success / (1 - success)) / 8;
    }

    /** By individual, over the weeks after the start has worn off. */
    private static SummaryStatistics timeAverages(World world, int count, IntToDoubleFunction level) {
        double weeks = world.scenario().horizonWeeks() - SETTLED;
        double[] sum = new double[count];
        for (int week = 1; week <= weeks; week++) {
            world.advanceTo(SETTLED + week);
            for (int each = 0; each < count; each++) {
                sum[each] += level.applyAsDouble(each);
            }
        }
        SummaryStatistics averages = new SummaryStatistics();
        for (double each : sum) {
            averages.addValue(each / weeks);
        }
        return averages;
    }
}
