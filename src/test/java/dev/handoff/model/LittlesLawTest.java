package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.ServiceRecord.Type;
import dev.handoff.theory.TheoryFile;
import dev.handoff.validation.Evidence;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Requests present = calls a week x weeks that each stays (Little 1961), for urgent and ordinary requests apart. Numbers come from
 * the lists of open requests, waits from their arrival and end, so that neither can be wrong without the other.
 */
class LittlesLawTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", LittlesLawTest.class);
    private static final int REPLICATIONS = 24;

    /** Adds up over time how many requests of each class are in the lists of their contacts, from the promotion on. */
    private static final class Presence implements Trace {
        private final ServiceRecord waits = new ServiceRecord(0);
        private final double[] weeks = new double[Type.values().length]; // by type
        private final double[] agesAtPromotion = new double[Type.values().length]; // by type
        private int[] present = new int[Type.values().length]; // by type
        private double since;

        @Override
        public void after(World world) {
            addUpTo(world.now());
            waits.after(world);
            if (world.events.kind() == EventKind.PROMOTION.ordinal()) {
                addAges(world, agesAtPromotion);
            }
            count(world);
        }

        private void addUpTo(double now) {
            if (now > 0) {
                for (int type = 0; type < weeks.length; type++) {
                    weeks[type] += present[type] * (now - since);
                }
                since = now;
            }
        }

        private void count(World world) {
            present = new int[weeks.length];
            for (int contact = 0; contact < world.contacts.count(); contact++) {
                int request = world.requests.anyOpen(contact);
                while (request != -1) {
                    present[type(world, request)]++;
                    request = world.requests.nextOpen(request);
                }
            }
        }

        static void addAges(World world, double[] ages) {
            for (int contact = 0; contact < world.contacts.count(); contact++) {
                int request = world.requests.anyOpen(contact);
                while (request != -1) {
                    ages[type(world, request)] += world.now() - world.requests.arrivedAt(request);
                    request = world.requests.nextOpen(request);
                }
            }
        }

        private static int type(World world, int request) {
            return (world.requests.isUrgent(request) ? Type.URGENT : Type.ORDINARY).ordinal();
        }
    }

    /**
     * Stays are those of Cobham, as in PriorityTest; in hours, with both classes at load 0.4 and a mean square of 1.64. 4 standard
     * errors over 24 replications: false alarm 0.06 % by Student's t.
     */
    @ParameterizedTest
    @CsvSource({"'urgent next, lognormal', false", "'urgent interrupting, lognormal', true"})
    void whoIsPresentIsWhoComesTimesHowLongItStays(String variant, boolean interrupting) {
        double inService = 0.4 * 1.64 / 2;
        double urgent = 0.4 * ((interrupting ? inService : 2 * inService) / 0.6 + 1);
        double ordinary = 0.4 * (2 * inService / (0.6 * 0.2) + (interrupting ? 1 / 0.6 : 1));
        SummaryStatistics urgentPresent = new SummaryStatistics();
        SummaryStatistics ordinaryPresent = new SummaryStatistics();
        Scenario scenario = TheoryFile.read("priority", variant);
        for (int replication = 0; replication < REPLICATIONS; replication++) {
            double[] present = presentAsTheyWaited(scenario, replication);
            urgentPresent.addValue(present[Type.URGENT.ordinal()]);
            ordinaryPresent.addValue(present[Type.ORDINARY.ordinal()]);
        }
        compare("Little's law, " + variant + " sizes, load 0.8: urgent requests present", urgent, urgentPresent, 0.03);
        compare(
                "Little's law, " + variant + " sizes, load 0.8: ordinary requests present",
                ordinary,
                ordinaryPresent,
                0.06);
    }

    /** Giving up counts with the time that it took, and being turned away takes none. */
    @ParameterizedTest
    @CsvSource({"answered", "given up", "turned away"})
    void theLawHoldsForThoseWhoGiveUpToo(String variant) {
        Scenario scenario = TheoryFile.read("flows", variant);
        for (int replication = 0; replication < 4; replication++) {
            presentAsTheyWaited(scenario, replication);
        }
        String what =
                "Little's law, " + variant + ": time present of each class, over moments less over requests, relative";
        EVIDENCE.row(what, "0", "below 1e-9", "1e-9");
    }

    /* The law without chance: the time that all spent present is the same, added up over moments or over requests. */
    private static double[] presentAsTheyWaited(Scenario scenario, int replication) {
        Presence presence = new Presence();
        World world = new World(scenario, 4, replication, presence);
        world.advanceTo(scenario.horizonWeeks());
        presence.addUpTo(world.now());
        double[] ages = new double[presence.weeks.length];
        Presence.addAges(world, ages);
        double stayed = 0;
        for (Type type : new Type[] {Type.URGENT, Type.ORDINARY}) {
            int each = type.ordinal();
            assertThat(presence.waits.finished(type)).isGreaterThan(500);
            double ofRequests = presence.waits.stayedWeeks(type)
                    + presence.waits.givenUpWeeks(type)
                    + ages[each]
                    - presence.agesAtPromotion[each];
            assertThat(presence.weeks[each]).isCloseTo(ofRequests, within(1e-9 * ofRequests));
            stayed += presence.waits.stayedWeeks(type);
            presence.weeks[each] /= world.now();
        }
        assertThat(world.measures().waitedDays() / 5).isCloseTo(stayed, within(1e-9 * stayed));
        return presence.weeks;
    }

    private static void compare(String what, double expected, SummaryStatistics measured, double precision) {
        double tolerance = 4 * measured.getStandardDeviation() / Math.sqrt(measured.getN());
        assertThat(tolerance).as("precision of '%s'", what).isLessThan(precision * expected);
        EVIDENCE.near(what, expected, measured.getMean(), tolerance);
    }
}
