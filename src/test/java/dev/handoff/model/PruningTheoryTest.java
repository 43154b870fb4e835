package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.metric.Metric;
import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts.Type;
import dev.handoff.validation.Evidence;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

/** Who is pruned, how long they wait and when they are gone, in whole runs. */
class PruningTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", PruningTheoryTest.class);
    private static final double HOURS_A_CALL = 0.7 + 0.08;
    private static final double DOLLARS_AN_HOUR = 400;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * Rate and value are independent, and so the profits, value less 400 $ for each hour, form a whale curve. Its mean share of the best
     * fifth is integrated over the two laws; the share of 20,000 customers is off by at most 4 standard errors (false alarm 0.006 %).
     */
    @Test
    void theBestFifthOfTheCustomersBringsMoreThanAllOfTheProfit() {
        World world = Behaviour.world(customers("pruning.active=false"));
        double[] profit = IntStream.range(0, world.contacts.count())
                .mapToDouble(contact -> profit(world, contact))
                .toArray();
        double limit = bestFifthBeginsAt();
        double expected = meanAbove(limit) / meanAbove(-1e9);
        SummaryStatistics ratio =
                new SummaryStatistics(); // of best fifth less expected share of each, in units of the mean
        SummaryStatistics all = new SummaryStatistics();
        for (double each : profit) {
            all.addValue(each);
        }
        double[] sorted = profit.clone();
        Arrays.sort(sorted);
        double border = sorted[sorted.length - sorted.length / 5];
        double best = 0;
        for (double each : profit) {
            best += each >= border ? each : 0;
            ratio.addValue(((each >= border ? each - border : 0) + 0.2 * border - expected * each) / all.getMean());
        }
        assertThat(expected).isBetween(1.1, 1.3);
        double tolerance = 4 * ratio.getStandardDeviation() / Math.sqrt(profit.length);
        assertThat(tolerance).isLessThan(0.12);
        EVIDENCE.near(
                "share of the profit that the best fifth of customers brings, at 400 $ an hour",
                expected,
                best / all.getSum(),
                tolerance);
    }

    /** Found by sorting all customers of each of three executives; pruning them raises the profit, since an hour of theirs brings less. */
    @Test
    void thoseWhoBringLeastForAnHourAreMarked() {
        World world = Behaviour.world(customers("executive.count=3", "pruning.method=sudden"));
        world.advanceTo(0);
        Set<Integer> expected = IntStream.range(0, 3)
                .boxed()
                .flatMap(executive -> {
                    int own = (20_000 + 2 - executive) / 3;
                    return IntStream.range(0, own)
                            .map(turn -> executive + 3 * turn)
                            .boxed()
                            .sorted(Comparator.comparingDouble(
                                    contact -> world.contacts.value(contact) / world.contacts.rate(contact)))
                            .limit(Math.round(0.2 * own));
                })
                .collect(Collectors.toSet());
        Set<Integer> gone = IntStream.range(0, world.contacts.count())
                .filter(contact -> !world.contacts.isPresent(contact))
                .boxed()
                .collect(Collectors.toSet());
        assertThat(gone).isEqualTo(expected);
        assertThat(gone.stream().mapToDouble(contact -> profit(world, contact)).sum())
                .isNegative();
        assertThat(Metric.PRUNED.of(world)).isCloseTo(expected.size() / 20_000.0, within(1e-12));
        assertThat(Metric.CUSTOMER_CHURN.of(world)).isZero();
    }

    /** Work takes no time here, so a request waits as long as it is put off: the n-th n tenths of a week, together k(k + 1)/20. */
    @Test
    void eachRequestOfAMarkedCustomerWaitsAStepLonger() {
        World world = Behaviour.world(Behaviour.scenario(
                "bare", "pruning.active=true", "pruning.share=1", "contacts.count=1", "contacts.rate=5 /week"));
        for (int week = 1; week <= 52; week++) {
            world.advanceTo(week);
            double answered = world.measures().answeredRequests();
            assertThat(world.measures().waitedDays() / 5).isCloseTo(answered * (answered + 1) / 20, within(1e-9));
        }
        assertThat(world.measures().answeredRequests()).isGreaterThan(100);
        assertThat(world.requests.open()).isGreaterThan(50);
        assertThat(world.ledger().freedHours()).isZero();
    }

    /**
     * Satisfaction stands at the anchor, so marked or not, customers leave with the hazard 0.5 a year: of each kind 1 - e^-0.5 after a year,
     * within 4 standard errors (false alarm 0.006 %).
     */
    @Test
    void whoIsMarkedLeavesByTheOrdinaryHazardAndIsNotLost() {
        int count = 8000;
        World world = Behaviour.world(Behaviour.scenario(
                "bare",
                "pruning.active=true",
                "pruning.share=0.5",
                "contacts.rate=0.1 /week",
                "contacts.count=" + count,
                "satisfaction.initial=0.84",
                "churn.active=true",
                "churn.customer-hazard=50 %/year"));
        for (int week = 0; week <= 52; week++) {
            world.advanceTo(week);
            double there = world.contacts.present() / (double) count;
            assertThat(there + Metric.CUSTOMER_CHURN.of(world) + Metric.PRUNED.of(world))
                    .isCloseTo(1, within(1e-12));
        }
        double expected = 1 - Math.exp(-0.5);
        Behaviour.compareShare(
                EVIDENCE, "marked customers gone after a year", expected, 2 * Metric.PRUNED.of(world), count / 2, 0.04);
        Behaviour.assertShare(
                "others lost after a year", expected, 2 * Metric.CUSTOMER_CHURN.of(world), count / 2, 0.04);
        assertThat(world.measures().lostShare(Reason.NATURAL))
                .isEqualTo(world.measures().lostShare(Type.CUSTOMER));
        double lostValue = IntStream.range(0, count)
                .filter(contact -> !world.contacts.isPresent(contact) && !world.pruning.isMarked(contact))
                .mapToDouble(world.contacts::initialValue)
                .sum();
        double allValue = IntStream.range(0, count)
                .mapToDouble(world.contacts::initialValue)
                .sum();
        assertThat(world.measures().lostRevenueShare()).isCloseTo(lostValue / allValue, within(1e-9));
    }

    /** In week 26 half of the customers are taken back from their delegates and put off; in week 52 those who stayed are forgiven. */
    @Test
    void pruningCanBeginAndEndLater() {
        World world = Behaviour.world(Behaviour.scenario(
                "bare",
                "contacts.count=40",
                "contacts.rate=2 /week",
                "handoff.mode=abrupt",
                "pruning.share=0.5",
                "changes=[{at: 26 weeks, set: {pruning.active: true}}, {at: 52 weeks, set: {pruning.active: false}}]"));
        world.advanceTo(25.9);
        assertThat(marked(world)).isZero();
        assertThat(world.measures().waitedDays()).isZero();
        world.advanceTo(40);
        assertThat(marked(world)).isEqualTo(20);
        for (int contact = 0; contact < 40; contact++) {
            assertThat(world.handoff.stage(contact))
                    .isEqualTo(world.pruning.isMarked(contact) ? Handoff.DIRECT : Handoff.DELEGATE_LEADS);
        }
        world.advanceTo(80); // what was put off last, by some 5 weeks, was answered
        double waited = world.measures().waitedDays();
        assertThat(waited).isPositive();
        assertThat(marked(world)).isZero();
        world.advanceTo(104);
        assertThat(world.measures().waitedDays()).isEqualTo(waited);
    }

    private static long marked(World world) {
        return IntStream.range(0, world.contacts.count())
                .filter(world.pruning::isMarked)
                .count();
    }

    private static double profit(World world, int contact) {
        return world.contacts.value(contact) - DOLLARS_AN_HOUR * 52 * HOURS_A_CALL * world.contacts.rate(contact);
    }

    private static Scenario customers(String... settings) {
        return Behaviour.scenario(
                "bare",
                IntStream.range(0, settings.length + 5)
                        .mapToObj(each -> switch (each) {
                            case 0 -> "contacts.count=20000";
                            case 1 -> "pruning.active=true";
                            case 2 -> "contacts.request-size={lognormal: {mean: 0.7 h, cv: 0.8}}";
                            case 3 -> "executive.interruption=0.08 h";
                            case 4 -> "horizon=1 week";
                            default -> settings[each - 5];
                        })
                        .toArray(String[]::new));
    }

    /* The profit that one customer in five exceeds, by bisection. */
    private static double bestFifthBeginsAt() {
        double low = 0;
        double high = 200_000;
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (shareAbove(middle) > 0.2) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double shareAbove(double profit) {
        return overHours(hours -> value(profit + DOLLARS_AN_HOUR * hours, 0));
    }

    /* Mean of the profit where it exceeds the given one, else 0. */
    private static double meanAbove(double profit) {
        return overHours(hours -> {
            double least = profit + DOLLARS_AN_HOUR * hours;
            return 20_000 * Math.exp(0.32) * value(least, 0.64) - DOLLARS_AN_HOUR * hours * value(least, 0);
        });
    }

    /* Probability that a value, lognormal with median 20,000 and sigma 0.8, exceeds the given one; with 0.64, weighted by value. */
    private static double value(double least, double shift) {
        return least <= 0 ? 1 : NORMAL.cumulativeProbability((Math.log(20_000 / least) + shift) / 0.8);
    }

    /* Mean over the hours a year, lognormal with mean 52 x 1.2 x 0.78 and a coefficient of variation of 0.5. */
    private static double overHours(java.util.function.DoubleUnaryOperator of) {
        double variance = Math.log(1.25);
        int points = 20_000;
        double sum = 0;
        for (int point = 0; point < points; point++) {
            double normal = NORMAL.inverseCumulativeProbability((point + 0.5) / points);
            double hours = 52 * 1.2 * HOURS_A_CALL * Math.exp(Math.sqrt(variance) * normal - variance / 2);
            sum += of.applyAsDouble(hours) / points;
        }
        return sum;
    }
}
