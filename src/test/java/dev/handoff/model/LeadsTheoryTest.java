package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Satisfaction.Cause;
import dev.handoff.model.people.Server;
import dev.handoff.scenario.RandomScenarios;
import dev.handoff.validation.Evidence;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Leads, counted from the events of whole runs. Each is dropped and won on its own, so counts are binomial; a comparison may be off
 * by 4 standard errors, which chance exceeds in 0.006 % of cases.
 */
class LeadsTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", LeadsTheoryTest.class);
    private static final Evidence CALIBRATION = Evidence.in("calibration", LeadsTheoryTest.class);

    /** Counts leads that nobody ever worked on: the referrer heard of it, and that closed the lead. */
    private static final class Forgotten implements Trace {
        private double closedBefore;
        private int forgotten;

        @Override
        public void after(World world) {
            double closed = world.leads.closed();
            if (world.events.kind() == EventKind.LEAD_MISSED.ordinal() && closed > closedBefore) {
                forgotten++;
            }
            closedBefore = closed;
        }
    }

    /* A lead that lies is given up after a week, silently. */
    private static final String[] LONE = {
        "leads.active=true",
        "leads.rate=20 /week",
        "leads.work=0 h",
        "leads.discovery=1 week",
        "drops.voice-share=0",
        "follow-up.touches.active=false"
    };

    @Test
    void loneLeadsOfMedianValueAreDroppedAsOftenAsTheSettingSays() {
        Forgotten trace = new Forgotten();
        World world = run(trace, with(LONE, "leads.value=50k $/year"));
        int closed = (int) world.leads.closed();
        Behaviour.compareShare(
                EVIDENCE,
                "leads never looked at, without plan or follow-up",
                0.23,
                (double) trace.forgotten / closed,
                closed,
                0.025);
    }

    /** The default law of values and the default weight of salience. */
    @Test
    void aboutAQuarterOfLoneLeadsIsNeverFollowedUp() {
        Forgotten trace = new Forgotten();
        World world = run(trace, with(LONE, "drops.salience-weight=0.3"));
        double closed = world.leads.closed();
        double share = trace.forgotten / closed;
        double error = Math.sqrt(share * (1 - share) / closed);
        CALIBRATION.within(
                "leads never followed up, without plan or follow-up",
                0.21,
                0.25,
                share,
                "standard error " + Evidence.text(error));
        assertThat(share).isBetween(0.21 + 2 * error, 0.25 - 2 * error);
    }

    @Test
    void aFullPlanDividesTheOddsForLeadsToo() {
        Forgotten trace = new Forgotten();
        World world = run(trace, with(LONE, "leads.value=50k $/year", "follow-up.planning=1"));
        double odds = 0.23 / 0.77 * Math.exp(-1.18);
        int closed = (int) world.leads.closed();
        Behaviour.compareShare(
                EVIDENCE,
                "leads never looked at, with a full plan",
                odds / (1 + odds),
                (double) trace.forgotten / closed,
                closed,
                0.02);
    }

    /** Nobody drops and work takes no time: the base chance. */
    @Test
    void promptWorkWinsTheBaseShare() {
        World world = run(null, with(LONE, "leads.drop-probability=0"));
        compareWon("leads won by work at once", 0.2, world);
        assertThat(world.leads.droppedValue()).isZero();
    }

    /** Every lead is dropped and found at the next weekly follow-up, on average after (1 - e^(-1/2))/(1/2) of its chance is left. */
    @Test
    void followingUpSavesWhatHasNotFadedYet() {
        World world = run(
                null,
                with(
                        LONE,
                        "leads.value=50k $/year",
                        "leads.drop-probability=1",
                        "leads.discovery=1000 weeks",
                        "follow-up.touches.active=true"));
        double expected = 0.2 * (1 - Math.exp(-0.5)) / 0.5;
        compareWon("leads won that are found by weekly follow-ups", expected, world);
        // What lies an evenly distributed time has lost this on average; 6,000 leads have a standard error of 0.03/77.
        assertThat(world.leads.droppedValue() / world.leads.closed() / 50_000).isCloseTo(0.2 - expected, within(0.002));
    }

    /** Each month that a lead lay costs its referrer a loss of 1.5; here two weeks. */
    @Test
    void whoReferredALeadLosesWithTheTimeThatItLay() {
        World world = run(
                null,
                with(
                        LONE,
                        "contacts.count=1",
                        "contacts.rate=0 /week",
                        "leads.rate=0.1 /week",
                        "leads.drop-probability=1",
                        "leads.discovery=2 weeks",
                        "satisfaction.active=true"));
        double lost = world.leads.closed() * 1.5 * 2 / (52.0 / 12);
        assertThat(world.leads.closed()).isGreaterThan(10);
        assertThat(world.leads.won()).isZero();
        assertThat(world.satisfaction.of(0)).isCloseTo(0.75 * StrictMath.pow(0.9, lost), within(1e-12));
        assertThat(world.satisfaction.deficit(0, Cause.BALL)).isCloseTo(0.75 - world.satisfaction.of(0), within(1e-12));
    }

    @Test
    void withoutAHandoverTheExecutiveWorksOnEveryLeadAndNothingIsFreed() {
        World world = run(null, with(LONE, "handoff.mode=none", "leads.rate=1 /week", "leads.work=3 h"));
        double done = world.leads.closed();
        assertThat(done).isGreaterThan(200);
        assertThat(world.ledger().hours(Activity.LEADS)).isCloseTo(3 * done, within(1e-9));
        assertThat(world.ledger().freedHours()).isEqualTo(0.0);
        assertThat(world.leads.droppedValue()).isZero();
    }

    /** In whole numbers, in random scenarios with everything else in motion, delegates who come and go included. */
    @Test
    void everyLeadIsClosedLiesOrWaitsForSomebody() {
        double arrived = 0;
        for (long seed = 0; seed < 60; seed++) {
            Scenario scenario = RandomScenarios.nextSmall(new SplittableRandom(seed));
            World world = new World(scenario, seed, 0);
            world.advanceTo(scenario.horizonWeeks());
            assertThat(world.leads.closed() + world.leadLife.open()).isEqualTo(world.leads.arrived());
            assertThat(world.leads.won()).isLessThanOrEqualTo(world.leads.closed());
            arrived += world.leads.arrived();
        }
        assertThat(arrived).isGreaterThan(100);
    }

    /** Where nobody else calls, what does not lie is in the hands of a delegate, or of the executive while delegates come and go. */
    @Test
    void whatDoesNotLieWaitsForSomebody() {
        World world = Behaviour.world(Behaviour.scenario(
                "drops",
                with(
                        LONE,
                        "contacts.rate=0 /week",
                        "drops.voice-share=0.5",
                        "leads.work=12 h",
                        "leads.rate=6 /week",
                        "leads.discovery={exponential: {mean: 3 weeks}}")));
        for (int week = 1; week <= 100; week++) {
            world.advanceTo(week);
            if (week % 7 == 0) {
                world.staffing.leavesPost(week % 3);
            } else if (week % 7 == 3) {
                world.staffing.takesPost((week - 3) % 3);
            }
            int inHands = inHands(world.executives.server(0));
            for (int delegate = 0; delegate < 3; delegate++) {
                inHands += inHands(world.delegates.server(delegate));
            }
            assertThat(inHands + lying(world)).isEqualTo(world.leadLife.open());
        }
        assertThat(world.ledger().hours(Activity.LEADS)).isGreaterThan(100);
        assertThat(world.leads.closed()).isGreaterThan(300);
    }

    private static int inHands(Server server) {
        return server.waiting() + (server.isIdle() ? 0 : 1);
    }

    private static int lying(World world) {
        int lying = 0;
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            lying += world.leadLife.lying(contact);
        }
        return lying;
    }

    private static void compareWon(String what, double expected, World world) {
        int closed = (int) world.leads.closed();
        Behaviour.compareShare(EVIDENCE, what, expected, world.leads.won() / closed, closed, 0.025);
    }

    private static World run(Trace trace, String... settings) {
        World world = Behaviour.world(Behaviour.scenario("drops", settings), trace);
        world.advanceTo(world.scenario().horizonWeeks());
        return world;
    }

    private static String[] with(String[] first, String... second) {
        String[] all = new String[first.length + second.length + 1];
        all[0] = "drops.active=false";
        System.arraycopy(first, 0, all, 1, first.length);
        System.arraycopy(second, 0, all, first.length + 1, second.length);
        return all;
    }
}
