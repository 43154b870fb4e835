package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.scenario.RandomScenarios;
import dev.handoff.validation.Evidence;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dropped requests and following up, counted from the events of whole runs. Calls are Poisson, so each falls anywhere in an interval
 * between two follow-ups, and is dropped or not on its own: the counts are binomial. Each comparison may be off by 4 standard errors,
 * which chance exceeds in 0.006 % of cases.
 */
class DroppedBallsTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", DroppedBallsTheoryTest.class);

    /** Counts requests given to delegates, and how many of them are dropped, of the contacts that matter. */
    private static final class Given implements Trace {
        private final IntPredicate matters;
        private final double from;
        private double before;
        private int given;
        private int dropped;

        private Given(IntPredicate matters, double from) {
            this.matters = matters;
            this.from = from;
        }

        @Override
        public void after(World world) {
            double now = world.tally.droppedRequests();
            if (world.events.kind() == EventKind.REQUEST_ARRIVES.ordinal()
                    && world.now() > from
                    && matters.test(world.eventSubject())) {
                given++;
                dropped += (int) (now - before);
            }
            before = now;
        }
    }

    /** A follow-up comes before the chase if the drop falls into the last P of an interval T: with probability min(1, P/T). */
    @ParameterizedTest
    @CsvSource({"0.2", "0.5", "1", "2", "5"})
    void followingUpCatchesTheShareOfPatienceInTheInterval(double interval) {
        World world = run("follow-up.touches.interval=" + interval + " weeks");
        double expected = Math.min(1, 0.4 / interval);
        if (expected == 1) {
            assertThat(caughtShare(world)).isEqualTo(1);
        } else {
            compareCaught(String.format(Locale.ROOT, "every %s weeks", Evidence.text(interval)), expected, world);
        }
    }

    @Test
    void withoutFollowingUpNothingIsCaught() {
        assertThat(caughtShare(run("follow-up.touches.active=false"))).isZero();
    }

    /** Delegates cannot tell of what they do not know; contacts can. */
    @ParameterizedTest
    @CsvSource({"delegate, 0.28", "client, 0.4", "both, 0.4"})
    void onlyContactsTellOfWhatTheDelegateDoesNotKnow(String side, double expected) {
        World world = run("drops.unnoticed-share=0.3", "follow-up.touches.sides=" + side);
        compareCaught("asking " + side + ", 30 % unnoticed", expected, world);
    }

    /** Half of the contacts are asked, and all call equally often. */
    @Test
    void whoIsNotAskedIsNotCaught() {
        compareCaught("asking half of the contacts", 0.2, run("follow-up.touches.top-share=0.5"));
    }

    /** The chase comes after patience x (0.5 to 1.5), unless more is expected: with the default laws by summing over the contacts and the uniform. */
    @ParameterizedTest
    @CsvSource({"0.2", "0.5", "1", "2", "5"})
    void theDefaultPatienceGivesAShareOfItsOwn(double interval) {
        World world = run(
                "contacts.count=600",
                "contacts.rate=0.5 /week",
                "contacts.patience={lognormal: {median: 0.6 weeks, sigma: 0.4}}",
                "contacts.expected-response={lognormal: {median: 0.1 weeks, sigma: 0.6}}",
                "horizon=80 weeks",
                "follow-up.touches.interval=" + interval + " weeks");
        double expected = 0;
        int steps = 200;
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            for (int step = 0; step < steps; step++) {
                double chase = Math.max(
                        world.expectation.overall(contact),
                        world.contacts.patience(contact) * (0.5 + (step + 0.5) / steps));
                expected += Math.min(1, chase / interval) / steps / world.contacts.count();
            }
        }
        compareCaught(
                String.format(Locale.ROOT, "every %s weeks, default patience", Evidence.text(interval)),
                expected,
                world);
    }

    /** Without a plan, at the start of ownership and at the median value the probability is the setting. */
    @ParameterizedTest
    @CsvSource({"0, 0.3", "1, 0.11637"})
    void aFullPlanDividesTheOddsBy325(double planning, double expected) {
        Given all = count(contact -> true, 0, "follow-up.planning=" + planning);
        compareDropped("dropped with planning " + Evidence.text(planning), expected, all);
        if (planning == 1) {
            double odds = (double) all.dropped / (all.given - all.dropped);
            // Odds have the relative standard error 1/sqrt(n p (1 - p)).
            double error = 4 / Math.sqrt(all.given * expected * (1 - expected));
            EVIDENCE.near("odds ratio of a full plan", 3.254, 0.3 / 0.7 / odds, 3.254 * error);
        }
    }

    /** Ownership goes from 0.1 to 1 with the first request solved: 0.9 x 2 less in the log odds. */
    @Test
    void ownershipLowersTheLogOdds() {
        Given later =
                count(contact -> true, 3, "ownership.active=true", "ownership.initial=0.1", "ownership.success-gain=1");
        compareDropped("dropped by delegates with 0.9 more ownership", logistic(0.3, 1.8), later);
    }

    /** Forty contacts at the median value, twenty at e times it; beyond e squared nothing is added. */
    @ParameterizedTest
    @CsvSource({"54365.63656918090, 1", "400000, 2"})
    void whatIsAtStakeLowersTheLogOdds(double value, double salience) {
        String groups = "contacts=[{count: 40, value: 20k $/year, patience: 0.01 weeks, expected-response: 0.4 weeks,"
                + " rate: 2 /week, vendor-share: 0, partner-share: 0, friend-share: 0, request-size: 0 h}, {count: 20,"
                + " value: " + value + ", patience: 0.01 weeks, expected-response: 0.4 weeks,"
                + " rate: 2 /week, vendor-share: 0, partner-share: 0, friend-share: 0, request-size: 0 h}]";
        Given valuable = count(contact -> contact >= 40, 0, groups, "drops.salience-weight=0.5");
        compareDropped(
                "dropped of contacts of salience " + Evidence.text(salience), logistic(0.3, 0.5 * salience), valuable);
    }

    /** By hand: 0.75 x 0.9^1.5 after the chase; an apology at once gives half of the loss back; the answer closes 3 % of the gap. */
    @ParameterizedTest
    @CsvSource({"none, 0", "delegate, 0.25", "executive, 0.5"})
    void anApologyGivesBackAShareOfTheLoss(String recovery, double share) {
        World world = world(
                "contacts.count=1",
                "delegates.count=1",
                "drops.probability=1",
                "follow-up.touches.active=false",
                "drops.recovery=" + recovery,
                "drops.recovery-work=0 h",
                "satisfaction.active=true",
                "satisfaction.initial=0.75",
                "satisfaction.impatience-loss=0");
        double before = untilSatisfactionMoves(world);
        double lost = before * (1 - StrictMath.pow(0.9, 1.5));
        double expected = before - lost + share * lost;
        expected += 0.03 * (1 - expected);
        while (world.measures().answeredRequests() == 0) {
            world.advanceTo(world.now() + 0.001);
        }
        assertThat(world.satisfaction.of(0)).isCloseTo(expected, within(1e-12));
        assertThat(world.satisfaction.of(0)).isLessThan(before);
    }

    /* The level before the first chase: direct calls of the old job raise it. */
    private static double untilSatisfactionMoves(World world) {
        world.advanceTo(0);
        return world.satisfaction.of(0);
    }

    @Test
    void whoSaysNothingGivesUpAndLosesAsMuch() {
        World world = world(
                "contacts.count=1",
                "delegates.count=1",
                "drops.probability=1",
                "drops.voice-share=0",
                "follow-up.touches.active=false",
                "satisfaction.active=true");
        double level = untilSatisfactionMoves(world);
        world.advanceTo(50);
        double givenUp = world.measures().givenUpRequests();
        assertThat(givenUp).isGreaterThan(20).isEqualTo(world.measures().dropsFoundByContacts());
        assertThat(world.measures().answeredRequests()).isZero();
        assertThat(world.satisfaction.of(0)).isCloseTo(level * StrictMath.pow(0.9, 1.5 * givenUp), within(1e-12));
    }

    /** With the interval halved by each complaint, from 4 weeks down to 0.25, more than the 0.4/4 of a fixed one is caught. */
    @Test
    void whoLearnsFromComplaintsCatchesWhatTheShortestIntervalCatches() {
        World world = run(
                "follow-up.touches.interval=4 weeks",
                "follow-up.touches.adaptive=true",
                "follow-up.touches.shortest-interval=0.5 weeks");
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            assertThat(world.touches.interval(delegate)).isEqualTo(0.5);
        }
        // The first weeks, before three complaints to each delegate, are 1 % of the time.
        assertThat(caughtShare(world)).isBetween(0.77, 0.83);
    }

    /** Until week 100 there are 100, 99 and 99 follow-ups with the three delegates, who have 20 contacts each; by hand. */
    @ParameterizedTest
    @CsvSource({"both, 1, 1.1", "client, 1, 1", "delegate, 1, 0.1", "both, 0.5, 0.6"})
    void followingUpTakesItsHours(String sides, double topShare, double hours) {
        World world = world(
                "follow-up.touches.contact-work=0.05 h",
                "follow-up.touches.delegate-work=0.1 h",
                "follow-up.touches.sides=" + sides,
                "follow-up.touches.top-share=" + topShare);
        world.advanceTo(100.25);
        assertThat(world.ledger().hours(Activity.FOLLOW_UP)).isCloseTo(298 * hours, within(1e-9));
        assertThat(world.ledger().freedHours()).isCloseTo(world.ledger().baselineHours() - 298 * hours, within(1e-9));
        assertThat(world.measures().delegateHours()).isCloseTo(sides.equals("client") ? 0 : 29.8, within(1e-9));
    }

    /** Who is asked learns twice from a wait, when told of it and by the answer; where only the delegate is asked, once. */
    @ParameterizedTest
    @CsvSource({"client, 0.64", "delegate, 0.8"})
    void whoIsToldExpectsLess(String sides, double left) {
        World world = world(
                "contacts.count=1",
                "contacts.rate=0.2 /week",
                "contacts.patience=1000 weeks",
                "contacts.expected-response=0.05 weeks",
                "delegates.count=1",
                "drops.probability=1",
                "expectation.active=true",
                "expectation.longest-wait=100 weeks",
                "follow-up.touches.interval=3 weeks",
                "follow-up.touches.sides=" + sides);
        world.advanceTo(0);
        double before = world.expectation.overall(0);
        while (world.measures().answeredRequests() == 0) {
            world.advanceTo(world.now() + 0.01);
        }
        double waited = world.measures().waitedDays() / 5;
        assertThat(world.measures().answeredRequests()).isEqualTo(1);
        assertThat(waited).isGreaterThan(before + 0.1);
        assertThat(world.expectation.overall(0)).isCloseTo(waited - left * (waited - before), within(1e-12));
    }

    /** Follow-ups do not pile up before an executive who is away: one with each delegate waits. */
    @Test
    void whoIsAwayFollowsUpNobodyAndOnceForAllAfterwards() {
        World world = world(
                "follow-up.touches.contact-work=0.05 h",
                "changes=[{at: 10.5 weeks, set: {executive.away: true}}, {at: 20.5 weeks, set: {executive.away: false}}]");
        world.advanceTo(10.5);
        double before = world.ledger().hours(Activity.FOLLOW_UP);
        double caught = world.measures().caughtDrops();
        world.advanceTo(20.4);
        assertThat(world.executives.server(0).waiting()).isEqualTo(3);
        assertThat(world.ledger().hours(Activity.FOLLOW_UP)).isEqualTo(before);
        assertThat(world.measures().caughtDrops()).isEqualTo(caught);
        world.advanceTo(20.6);
        assertThat(world.ledger().hours(Activity.FOLLOW_UP)).isCloseTo(before + 3, within(1e-9));
        assertThat(world.measures().caughtDrops()).isGreaterThan(caught);
    }

    /** What a delegate dropped outlasts it: while the post is vacant the executive gets it, then whoever comes. */
    @Test
    void whatLiesOutlastsTheDelegate() {
        World world = world(
                "contacts.count=1",
                "contacts.rate=0.5 /week",
                "delegates.count=1",
                "drops.probability=1",
                "follow-up.touches.active=false");
        while (world.measures().droppedRequests() == 0) {
            world.advanceTo(world.now() + 0.01);
        }
        world.staffing.leavesPost(0);
        assertThat(lying(world)).isEqualTo(1);
        world.advanceTo(world.now() + 0.4);
        assertThat(lying(world)).isZero();
        assertThat(world.measures().dropsFoundByContacts()).isEqualTo(1);
        double answered = world.measures().answeredRequests();
        assertThat(answered).isPositive();
        world.staffing.takesPost(0);
        world.advanceTo(world.now() + 50);
        assertThat(world.measures().droppedRequests()).isGreaterThan(5);
        assertThat(world.measures().answeredRequests()).isGreaterThan(answered + 5);
    }

    /** When contacts go back to the executive nobody follows up, and contacts find the rest. */
    @Test
    void theEndOfTheHandoverEndsFollowingUp() {
        World world =
                world("follow-up.touches.interval=0.2 weeks", "changes=[{at: 10 weeks, set: {handoff.mode: none}}]");
        world.advanceTo(10);
        double caught = world.measures().caughtDrops();
        assertThat(world.measures().dropsFoundByContacts()).isZero();
        assertThat(lying(world)).isPositive();
        world.advanceTo(10.5);
        assertThat(world.measures().caughtDrops()).isEqualTo(caught);
        assertThat(world.measures().dropsFoundByContacts()).isPositive();
        assertThat(lying(world)).isZero();
    }

    /** A change of the interval holds from then on: after a first year in which hardly anything is caught. */
    @Test
    void anIntervalThatChangesHoldsFromThenOn() {
        World world = world(
                "follow-up.touches.interval=100 weeks",
                "changes=[{at: 50 weeks, set: {follow-up.touches.interval: 0.2 weeks}}]");
        world.advanceTo(50.4);
        double found = world.measures().dropsFoundByContacts();
        world.advanceTo(100);
        assertThat(found).isGreaterThan(1000);
        assertThat(world.measures().dropsFoundByContacts()).isEqualTo(found);
    }

    /** In whole numbers, in random scenarios with everything else in motion. */
    @Test
    void everyDropIsCaughtChasedSilentWithdrawnOrStillLying() {
        double dropped = 0;
        double withdrawn = 0;
        for (long seed = 0; seed < 60; seed++) {
            Scenario scenario = RandomScenarios.nextSmall(new SplittableRandom(seed));
            World world = new World(scenario, seed, 0);
            world.advanceTo(scenario.horizonWeeks());
            Tally tally = world.tally;
            double ended = tally.caughtDrops() + tally.chasedDrops() + tally.silentDrops() + tally.withdrawnDrops();
            assertThat(ended + lying(world)).isEqualTo(tally.droppedRequests());
            dropped += tally.droppedRequests();
            withdrawn += tally.withdrawnDrops();
        }
        assertThat(dropped).isGreaterThan(100);
        assertThat(withdrawn).isPositive();
    }

    private static int lying(World world) {
        int lying = 0;
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            int request = world.requests.anyOpen(contact);
            while (request != -1) {
                lying += world.requests.isLying(request) ? 1 : 0;
                request = world.requests.nextOpen(request);
            }
        }
        return lying;
    }

    private static World world(String... settings) {
        return Behaviour.world(Behaviour.scenario("drops", settings));
    }

    private static World run(String... settings) {
        World world = world(settings);
        world.advanceTo(world.scenario().horizonWeeks());
        return world;
    }

    private static Given count(IntPredicate matters, double from, String... settings) {
        Given given = new Given(matters, from);
        World world = Behaviour.world(Behaviour.scenario("drops", settings), given);
        world.advanceTo(world.scenario().horizonWeeks());
        return given;
    }

    private static double caughtShare(World world) {
        return world.measures().caughtDrops() / world.measures().foundDrops();
    }

    private static void compareCaught(String what, double expected, World world) {
        int found = (int) world.measures().foundDrops();
        Behaviour.compareShare(EVIDENCE, "dropped requests caught, " + what, expected, caughtShare(world), found, 0.03);
    }

    private static void compareDropped(String what, double expected, Given given) {
        double share = (double) given.dropped / given.given;
        Behaviour.compareShare(EVIDENCE, "requests " + what, expected, share, given.given, 0.02);
    }

    private static double logistic(double probability, double less) {
        double odds = probability / (1 - probability) * Math.exp(-less);
        return odds / (1 + odds);
    }
}
