package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.people.Contacts.Type;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Requests;
import dev.handoff.model.people.Server;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is read off a world whose states were set by hand, in week 3: two executives without work, two delegates, three customers worth 1000, 1000 and
 * 3000, a vendor and a partner, who never call.
 */
class MeasuresTest {

    private static final double HAZARD = 1e-4;

    private final World world = new World(
            ScenarioReader.parse(
                            "five.yaml",
                            String.join(
                                    "\n",
                                    "format: 1",
                                    "warmup: 1 week",
                                    "executive: {count: 2, duty-hours: 0, maximum-hours: 40}",
                                    "promotion: {added-hours: 0}",
                                    "burnout: {base-hazard: 0.0052 /year}",
                                    "churn: {active: false}",
                                    "handoff: {mode: none}",
                                    "delegates: {count: 2, wage: 500 $/year, net-hours: 28}",
                                    "contacts:",
                                    "  - {count: 2, rate: 0, value: 1000, vendor-share: 0, partner-share: 0}",
                                    "  - {count: 1, rate: 0, value: 3000, vendor-share: 0, partner-share: 0}",
                                    "  - {count: 1, rate: 0, value: 500, vendor-share: 1, partner-share: 0}",
                                    "  - {count: 1, rate: 0, value: 500, vendor-share: 0, partner-share: 1}"),
                            List.of())
                    .variants()
                    .get(0)
                    .scenario(),
            1,
            0);
    private final Measures measures = world.measures();

    @BeforeEach
    void nothingHappensUntilWeekThree() {
        world.advanceTo(3);
    }

    @Test
    void burnoutIsSharedByExecutives() {
        world.burnout.onOnset(0, 3);
        world.burnout.onOnset(1, 3.5);
        assertThat(measures.burntOutOnceShare()).as("until now").isEqualTo(0.5);
        assertThat(measures.burntOutShare()).isEqualTo(1);
        world.burnout.onRecovery(0, 1);
        assertThat(measures.burntOutShare()).isEqualTo(0.5);
        world.burnout.begin(0, 2 * HAZARD, 0);
        world.burnout.begin(1, 4 * HAZARD, 0);
        assertThat(measures.calmlyBurntOutShare()).isEqualTo(0.5);
        world.burnout.begin(1, 0, 3);
        assertThat(measures.calmlyBurntOutShare()).as("until now").isEqualTo(1);
    }

    /** Three weeks have passed up to the review of week 3, each with the base hazard, as nobody is above the threshold. */
    @Test
    void theRiskCarriedIsThatOfTheHazardSpent() {
        assertThat(measures.carriedBurnoutRisk()).isCloseTo(1 - Math.exp(-3 * HAZARD), within(1e-15));
    }

    @Test
    void strainAndHoursAreMeansOfExecutivesAndSumsOfDelegates() {
        world.burnout.settle(0, 30);
        world.burnout.settle(1, 50);
        assertThat(measures.strain()).isEqualTo(40);
        world.work.giveExecutive(0, Jobs.Kind.CHECK_IN, 2, Requests.NONE, Server.MANAGEMENT);
        world.work.giveDelegate(0, Jobs.Kind.MINUTES, 0.7, Requests.NONE, Server.MANAGEMENT);
        world.work.giveDelegate(1, Jobs.Kind.MINUTES, 1.4, Requests.NONE, Server.MANAGEMENT);
        world.advanceTo(3.025);
        assertThat(measures.executiveClockHours()).isCloseTo(0.5, within(1e-12));
        assertThat(measures.delegateHours()).isCloseTo(0.7 + 0.7, within(1e-12));
        world.advanceTo(4);
        assertThat(measures.executiveClockHours()).isCloseTo(1, within(1e-12));
        assertThat(measures.delegateHours()).isCloseTo(2.1, within(1e-12));
        assertThat(measures.ledger().hours(Activity.CHECK_IN)).isEqualTo(2);
    }

    @Test
    void lossesAreSharesOfThoseWhoWereThere() {
        world.tally.lost(Type.CUSTOMER, Reason.WAIT);
        world.tally.lost(Type.CUSTOMER, Reason.NATURAL);
        world.tally.lost(Type.VENDOR, Reason.WAIT);
        assertThat(measures.lostShare(Type.CUSTOMER)).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(measures.lostShare(Type.VENDOR)).isEqualTo(1);
        assertThat(measures.lostShare(Type.PARTNER)).isZero();
        assertThat(measures.lostShare(Reason.WAIT)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(measures.lostShare(Reason.NATURAL)).isCloseTo(1 / 3.0, within(1e-15));
    }

    /** Customers were worth 5000: one of 1000 leaves, a tenth of 3000 is conceded; the vendor does not count. */
    @Test
    void revenueIsLostWithCustomersAndConcessions() {
        world.contacts.onLeaving(0, 2);
        world.contacts.concede(0, 0.5);
        world.contacts.concede(2, 0.1);
        world.contacts.onLeaving(3, 2);
        world.contacts.concede(4, 0.5);
        assertThat(measures.lostRevenueShare()).isCloseTo(1300 / 5000.0, within(1e-15));
        assertThat(measures.netValue()).isCloseTo(1000 + 2700 - 2 * 500, within(1e-9));
    }

    @Test
    void requestsAreCountedAndTheirWaitsAreInDays() {
        world.tally.answered(0, 0.2);
        world.tally.answered(0, 0.2);
        world.tally.answered(0, 0.6);
        world.tally.givenUp();
        world.tally.delegateBegan(true);
        world.tally.delegateBegan(false);
        world.tally.choice(0, false, 1);
        world.tally.choice(0, false, 2);
        world.tally.choice(0, true, 3);
        world.requests.open(0, 0, 3, 1, 1, 0);
        assertThat(measures.answeredRequests()).isEqualTo(3);
        assertThat(measures.waitedDays()).isCloseTo(5, within(1e-12));
        assertThat(measures.responseDays(0.5)).isCloseTo(1, within(0.008));
        assertThat(measures.responseDays(1)).isCloseTo(3, within(0.024));
        assertThat(measures.givenUpRequests()).isEqualTo(1);
        assertThat(measures.delegateRequests()).isEqualTo(2);
        assertThat(measures.escalatedRequests()).isEqualTo(1);
        assertThat(measures.choices()).isEqualTo(3);
        assertThat(measures.choicesForDelegate()).isEqualTo(2);
        assertThat(measures.openRequests()).isEqualTo(1);
    }

    /** With four contacts left, one of them changed by a known amount. */
    @Test
    void statesAreMeansOfThoseWhoAreThere() {
        world.contacts.onLeaving(0, 2);
        world.satisfaction.onForced(0, 1);
        world.satisfaction.onForced(1, 0.4);
        assertThat(measures.meanSatisfaction()).isCloseTo(0.75 - 0.75 * 0.4 / 4, within(1e-15));
        world.belief.onAnnouncement(0, 0.5);
        world.belief.onAnnouncement(1, 0.2);
        assertThat(measures.meanBelief()).isCloseTo(0.3 + 0.05, within(1e-15));
        world.appeal.onGranted(0);
        world.appeal.onGranted(1);
        assertThat(measures.meanAppeal()).isCloseTo(0.1 + 0.09 / 4, within(1e-15));
        world.habit.onSolvedByDelegate(0);
        assertThat(measures.meanHabit()).isEqualTo(0.95);
        double before = world.habit.of(1);
        world.habit.onSolvedByDelegate(1);
        assertThat(measures.meanHabit()).isCloseTo(0.95 - (before - world.habit.of(1)) / 4, within(1e-15));
    }

    @Test
    void statesOfDelegatesAndExecutivesAreTheirMeans() {
        assertThat(measures.meanSkill()).isCloseTo((world.skill.of(0) + world.skill.of(1)) / 2, within(1e-15));
        assertThat(world.skill.of(0)).isNotEqualTo(world.skill.of(1));
        world.confidence.onSolved(1);
        assertThat(measures.meanConfidence()).isCloseTo(0.5 + 0.02 * 0.5 / 2, within(1e-15));
        world.ownership.onSolved(0, 1);
        assertThat(measures.meanOwnership()).isCloseTo(0.3 + 0.04 * 0.7 / 2, within(1e-15));
        assertThat(measures.meanPropensity()).isCloseTo(world.intervention.propensity(0), within(1e-15));
        assertThat(measures.meanPropensity()).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void theMedianWeekOfAcceptanceIsThatOfThoseWhoStayedOrHadAccepted() {
        world.contacts.onLeaving(0, 2);
        accept(1, 5);
        accept(2, 2);
        assertThat(measures.medianAcceptanceWeek()).as("2, 5, never, never").isNaN();
        assertThat(measures.neverAcceptedShare()).isEqualTo(0.5);
        accept(3, 7);
        assertThat(measures.medianAcceptanceWeek()).as("2, 5, 7, never").isEqualTo(6);
        world.contacts.onLeaving(4, 2);
        assertThat(measures.medianAcceptanceWeek()).as("2, 5, 7").isEqualTo(5);
        world.contacts.onLeaving(1, 2);
        assertThat(measures.medianAcceptanceWeek()).as("2, 5, 7").isEqualTo(5);
        assertThat(measures.neverAcceptedShare()).isZero();
        assertThat(measures.acceptedAt(3)).isEqualTo(7);
        assertThat(measures.acceptedAt(4)).isInfinite();
    }

    @Test
    void whereNobodyIsLeftThereIsNoMedian() {
        for (int contact = 0; contact < 5; contact++) {
            world.contacts.onLeaving(contact, 2);
        }
        assertThat(measures.medianAcceptanceWeek()).isNaN();
        assertThat(measures.neverAcceptedShare()).isNaN();
        assertThat(measures.meanHabit()).isNaN();
    }

    @Test
    void contactsAreKnownByNameTypeAndLeaving() {
        world.contacts.onLeaving(3, 2);
        assertThat(measures.contactCount()).isEqualTo(5);
        assertThat(measures.contactName(3)).isEqualTo("Vendor 1");
        assertThat(measures.contactType(3)).isEqualTo(Type.VENDOR);
        assertThat(measures.leftAt(3)).isEqualTo(2);
        assertThat(measures.leftAt(4)).isInfinite();
    }

    private void accept(int contact, double week) {
        for (int request = 0; request < 5; request++) {
            world.tally.choice(contact, false, week + request);
        }
    }

    /** Skill as high as requests are hard: half go wrong, and half of those are caught. Binomial, 4 standard errors: false alarm 0.006 %. */
    @Test
    void errorsThatNobodyCatchesReachContacts() {
        World failing = new World(
                Scenarios.base()
                        .with("handoff.mode", "abrupt")
                        .with("choice.active", false)
                        .with("requests.difficulty", 0.5)
                        .with("delegates.initial-skill", 0.5)
                        .with("skill.active", false)
                        .with("skill.context-weight", 0)
                        .with("skill.shared-knowledge", 0)
                        .with("escalation.active", false)
                        .with("follow-up.check-ins", "1 /week")
                        .with("follow-up.catch-probability", 0.5)
                        .with("follow-up.clarity", 1)
                        .build(),
                1,
                0);
        failing.advanceTo(52);
        double requests = failing.measures().delegateRequests();
        double tolerance = 4 * Math.sqrt(0.25 * 0.75 / requests);
        assertThat(tolerance).isLessThan(0.06);
        assertThat(failing.measures().erroneousRequests() / requests).isCloseTo(0.25, within(tolerance));
    }

    /** Each request is dropped with probability 0.2, found by a contact that complains, and dealt with then. Binomial, 4 standard errors: false alarm 0.006 %. */
    @Test
    void whatIsDroppedIsAShareOfWhatDelegatesAreGiven() {
        World forgetful = new World(
                Scenarios.base()
                        .with("handoff.mode", "abrupt")
                        .with("choice.active", false)
                        .with("churn.active", false)
                        .with("requests.urgent-share", 0)
                        .with("drops.active", true)
                        .with("drops.probability", 0.2)
                        .with("drops.plan-effect", 0)
                        .with("drops.ownership-weight", 0)
                        .with("drops.salience-weight", 0)
                        .with("drops.voice-share", 1)
                        .build(),
                1,
                0);
        forgetful.advanceTo(104);
        double requests = forgetful.measures().delegateRequests();
        double tolerance = 4 * Math.sqrt(0.2 * 0.8 / requests);
        assertThat(tolerance).isLessThan(0.06);
        assertThat(forgetful.measures().droppedRequests() / requests).isCloseTo(0.2, within(tolerance));
    }
}
