package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.mechanism.Satisfaction.Cause;
import dev.handoff.model.people.Contacts.Type;
import dev.handoff.validation.Evidence;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When and why contacts leave whose satisfaction stands still, in whole runs: after exponential times, for the reasons that have the
 * shares of the hazard. Contacts leave independently of each other, so the standard errors are binomial.
 */
class LeavingTheoryTest {
    private static final double WEEKS_PER_YEAR = 52;
    private static final Evidence EVIDENCE = Evidence.in("closed forms", LeavingTheoryTest.class);

    /** Hazard a year: 10 % for customers, 5 % for others, x 0.6 for friends, x min(20, e^(4 (0.84 - satisfaction))). */
    @ParameterizedTest
    @CsvSource({"0.95", "0.55", "0.05"})
    void contactsStayForExponentialTimes(double satisfaction) {
        Scenario scenario = Behaviour.scenario("leaving", "satisfaction.initial=" + satisfaction);
        World world = Behaviour.world(scenario);
        world.advanceTo(scenario.horizonWeeks());
        double factor = Math.min(20, Math.exp(4 * (0.84 - satisfaction)));
        for (boolean customer : new boolean[] {true, false}) {
            for (boolean friend : new boolean[] {true, false}) {
                double yearly = (customer ? 0.10 : 0.05) * (friend ? 0.6 : 1) * factor;
                double[] left = leftAt(world, customer, friend);
                Behaviour.assertExponential(left, yearly / WEEKS_PER_YEAR, scenario.horizonWeeks());
                String what = (customer ? "customers" : "suppliers") + (friend ? " who are friends" : "")
                        + ", share there after 2 years at satisfaction " + Evidence.text(satisfaction);
                for (double years : new double[] {0.25, 0.5, 1}) {
                    Behaviour.assertShare(what, Math.exp(-yearly * years), there(left, years), left.length, 0.03);
                }
                Behaviour.compareShare(EVIDENCE, what, Math.exp(-yearly * 2), there(left, 2), left.length, 0.03);
            }
        }
    }

    /** The budget is spent at the hazard of each period: 10 % a year for half a year, then 40 %. */
    @Test
    void aHazardThatChangesAddsUp() {
        String change = "changes=[{at: 26, set: {churn.customer-hazard: 40 %/year}}]";
        Scenario scenario = Behaviour.scenario(
                "leaving", "satisfaction.initial=0.84", "contacts.friend-share=0", "horizon=1 year", change);
        World world = Behaviour.world(scenario);
        world.advanceTo(scenario.horizonWeeks());
        double[] left = leftAt(world, true, false);
        String what = "customers, share there after a year whose hazard was quadrupled in the middle";
        Behaviour.compareShare(EVIDENCE, what, Math.exp(-0.05 - 0.2), there(left, 1), left.length, 0.03);
    }

    /**
     * Each call is sent back (S = S(1 - f), f = 0.2), then goes wrong (S(1 - l), l = 0.1), then is repaired (S + g(1 - S), g = 0.2). So all
     * contacts come to S = g/(1 - (1 - g)(1 - f)(1 - l)), and what is missing is divided f : l(1 - f) between forced changes and errors. The share of
     * natural reasons is 1/r, r = e^(4(0.84 - S)).
     */
    @Test
    void reasonsHaveTheSharesOfTheHazard() {
        World world = Behaviour.world(Behaviour.scenario("reasons"));
        world.advanceTo(12);
        double level = 0.2 / (1 - 0.8 * 0.8 * 0.9);
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            assertThat(Math.abs(world.satisfaction.of(contact) - level)).isLessThan(1e-12);
        }
        world.advanceTo(world.scenario().horizonWeeks());
        int count = world.contacts.count();
        assertThat(world.measures().lostShare(Type.CUSTOMER)).isEqualTo(1);
        double natural = Math.exp(-4 * (0.84 - level));
        Map<Reason, Double> expected = new EnumMap<>(Reason.class);
        expected.put(Reason.NATURAL, natural);
        expected.put(Reason.FORCED, (1 - natural) * 0.2 / (0.2 + 0.1 * 0.8));
        expected.put(Reason.ERROR, (1 - natural) * 0.1 * 0.8 / (0.2 + 0.1 * 0.8));
        double chiSquare = 0;
        for (Map.Entry<Reason, Double> each : expected.entrySet()) {
            double measured = world.measures().lostShare(each.getKey());
            String what =
                    "share that leaves for the reason " + each.getKey().name().toLowerCase(Locale.ROOT);
            Behaviour.compareShare(EVIDENCE, what, each.getValue(), measured, count, 0.035);
            chiSquare += count * Math.pow(measured - each.getValue(), 2) / each.getValue();
        }
        // Two degrees of freedom: chance alone exceeds x with probability e^(-x/2), 0.006 % for 19.4.
        assertThat(chiSquare).isLessThan(19.4);
        assertThat(world.measures().lostShare(Reason.WAIT)).isZero();
        assertThat(world.measures().lostShare(Reason.CONFLICT)).isZero();
    }

    /**
     * All four causes at once, in contacts that each have deficits of their own, as they stand when satisfaction is frozen. How many
     * leave for a reason is a sum over contacts of different chances: 4 standard errors of that, false alarm 0.006 % each.
     */
    @Test
    void everyCauseHasItsShareOfWhatIsNotNatural() {
        World world = Behaviour.world(Behaviour.scenario("many-reasons"));
        world.advanceTo(20);
        int count = world.contacts.count();
        Map<Reason, Double> expected = new EnumMap<>(Reason.class);
        Map<Reason, Double> variance = new EnumMap<>(Reason.class);
        for (int contact = 0; contact < count; contact++) {
            double factor = Math.min(20, Math.exp(4 * (0.84 - world.satisfaction.of(contact))));
            double natural = Math.min(1, 1 / factor);
            double sum = 0;
            for (Cause cause : Cause.values()) {
                sum += world.satisfaction.deficit(contact, cause);
            }
            add(expected, variance, Reason.NATURAL, sum == 0 ? 1 : natural);
            for (Cause cause : Cause.values()) {
                double share = sum == 0 ? 0 : world.satisfaction.deficit(contact, cause) / sum;
                add(expected, variance, Reason.valueOf(cause.name()), (1 - natural) * share);
            }
        }
        world.advanceTo(world.scenario().horizonWeeks());
        assertThat(world.measures().lostShare(Type.CUSTOMER)).isEqualTo(1);
        for (Reason reason : expected.keySet()) {
            double tolerance = 4 * Math.sqrt(variance.get(reason));
            assertThat(tolerance).as("precision for %s", reason).isLessThan(0.5 * expected.get(reason));
            assertThat(Math.abs(count * world.measures().lostShare(reason) - expected.get(reason)))
                    .as("%s of %s for %s", expected.get(reason), count, reason)
                    .isLessThan(tolerance);
        }
    }

    private static void add(
            Map<Reason, Double> expected, Map<Reason, Double> variance, Reason reason, double probability) {
        expected.merge(reason, probability, Double::sum);
        variance.merge(reason, probability * (1 - probability), Double::sum);
    }

    private static double there(double[] left, double years) {
        return Arrays.stream(left).filter(week -> week > years * WEEKS_PER_YEAR).count() / (double) left.length;
    }

    /** Weeks, infinity for those who stay. */
    private static double[] leftAt(World world, boolean customer, boolean friend) {
        return IntStream.range(0, world.contacts.count())
                .filter(each -> world.contacts.isCustomer(each) == customer && world.contacts.isFriend(each) == friend)
                .mapToDouble(world.contacts::leftAt)
                .toArray();
    }
}
