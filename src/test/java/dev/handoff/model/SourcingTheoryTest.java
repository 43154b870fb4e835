package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Money.Line;
import dev.handoff.model.people.Server;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hiring, barter and contracts with providers in whole runs, against closed forms and plans made by hand. */
class SourcingTheoryTest {
    private final Evidence evidence = Evidence.in("closed forms", SourcingTheoryTest.class);

    private static final String[] RARE_CALLS = {"contacts.rate=0.01 /week", "contacts.count=20", "delegates.count=20"};
    private static final int WORLDS = 100;
    private static final int POSTS = 20;

    /**
     * Poisson calls and exponential work make a line whose stay is exponential with rate mu - lambda = 400 - 200 a week: a share of e^(-200 x 0.01)
     * is late, and with a target of everything so is the part of the fee that comes back.
     */
    @Test
    void lateAnswersAndCreditsOfAProviderAreThoseOfASingleServer() {
        Scenario scenario = Behaviour.scenario(
                "sourcing",
                "contacts.count=100",
                "delegates.net-hours=160 h/week",
                "contacts.request-size={exponential: {mean: 0.4 h}}",
                "outsourcing.service-time=0.01",
                "outsourcing.service-target=1",
                "outsourcing.report-interval=13 weeks",
                "outsourcing.credit-rate=1",
                "outsourcing.credit-cap=1");
        SummaryStatistics late = new SummaryStatistics();
        SummaryStatistics credited = new SummaryStatistics();
        for (int replication = 0; replication < 60; replication++) {
            World world = runToTheEnd(scenario, replication);
            late.addValue(1
                    - world.measures().providerAnswersInTime()
                            / world.measures().providerAnswers());
            credited.addValue(1 - world.money.sum(Line.FEES, 104) / 104_000);
        }
        Behaviour.compare(evidence, "requests that a provider answers late", Math.exp(-2), late, 0.005);
        Behaviour.compare(evidence, "part of a fee that comes back as credits", Math.exp(-2), credited, 0.005);
    }

    /** 22 % in the first year, then 14 % a year: 1 - e^(-0.22), and 1 - e^(-0.22 - 4 x 0.14) after five. */
    @Test
    void contractsEndAtTheHazardOfTheirYear() {
        Scenario scenario = Behaviour.scenario(
                "sourcing",
                with(
                        "horizon=260 weeks",
                        "outsourcing.first-year-end-hazard=22 %/year",
                        "outsourcing.later-end-hazard=14 %/year",
                        "outsourcing.return-share=0.34"));
        int inAYear = 0;
        int inFive = 0;
        int returned = 0;
        for (int replication = 0; replication < WORLDS; replication++) {
            World world = Behaviour.world(scenario, replication);
            world.advanceTo(52);
            inAYear += ended(world);
            world.advanceTo(260);
            inFive += ended(world);
            for (int post = 0; post < POSTS; post++) {
                boolean vacant = !world.delegates.isEmployed(post);
                returned += vacant && world.delegates.occupant(post) == 0 ? 1 : 0;
            }
        }
        int contracts = WORLDS * POSTS;
        share("contracts that end in the first year", -Math.expm1(-0.22), inAYear, contracts);
        share("contracts that end within five years", -Math.expm1(-0.78), inFive, contracts);
        share("ended contracts whose work is taken back", 0.34, returned, inFive);
    }

    /** A tenth of the fee without monitoring, e^(-1/2) of that for each hour a week; the fee itself is the plan to the cent. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void valueLeaksAsMonitoringSays(int hours) {
        World world = runToTheEnd(
                Behaviour.scenario(
                        "sourcing", "outsourcing.leakage=0.1", "outsourcing.monitoring=" + hours + " h/week"),
                0);
        assertThat(world.measures().leakage()).isCloseTo(10_400 * Math.exp(-hours / 2.0), within(1e-6));
        assertThat(world.ledger().hours(Activity.VENDOR_MANAGEMENT)).isCloseTo(104.0 * hours, within(hours + 1e-9));
    }

    @Test
    void whereNothingIsRandomFeesAreThePlanToTheCent() {
        World world = Behaviour.world(Behaviour.scenario("sourcing", "outsourcing.service-target=0"));
        for (int week = 0; week <= 104; week++) {
            world.advanceTo(week);
            assertThat(world.money.sum(Line.FEES, week)).isEqualTo(1_000.0 * week);
            assertThat(world.money.sum(Line.WAGES, week)).isZero();
        }
    }

    /** 1,000 dollars a week for the 20 requests that are expected: 50 for each, in the week in which it is dealt with. */
    @Test
    void aPricePerRequestIsPaidForEachRequest() {
        World world = runToTheEnd(
                Behaviour.scenario("sourcing", "outsourcing.service-target=0", "outsourcing.pricing=per-request"), 0);
        assertThat(world.measures().providerAnswers()).isBetween(1_900.0, 2_300.0);
        assertThat(world.money.sum(Line.FEES, 104))
                .isCloseTo(50 * world.measures().providerAnswers(), within(1e-6));
    }

    /** Three of ten contacts at first, one more every eight weeks, all of them from week 56 on. */
    @Test
    void goodReportsWidenTheScopeUpToAllContacts() {
        World world = Behaviour.world(Behaviour.scenario(
                "sourcing",
                "outsourcing.service-target=0",
                "outsourcing.expansion=0.1",
                "handoff.delegated-share=0.3"));
        for (int week = 1; week <= 104; week++) {
            world.advanceTo(week);
            assertThat(world.measures().outsourcedShare())
                    .as("week %s", week)
                    .isCloseTo(Math.min(10, 3 + week / 8) / 10.0, within(1e-12));
        }
    }

    /** Five of ten contacts are the staff's; one of them goes to the provider every eight weeks. */
    @Test
    void aWiderScopeTakesContactsFromTheStaff() {
        World world = Behaviour.world(Behaviour.scenario(
                "sourcing-beside-staff", "outsourcing.service-target=0", "outsourcing.expansion=0.1"));
        for (int week = 1; week <= 104; week++) {
            world.advanceTo(week);
            assertThat(world.measures().outsourcedShare())
                    .as("week %s", week)
                    .isCloseTo(Math.min(10, 5 + week / 8) / 10.0, within(1e-12));
        }
        assertThat(world.contacts.firstOf(0)).isEqualTo(-1);
        assertThat(world.requests.open()).isLessThan(30);
    }

    /** Ten thirds of the demand at a fixed price is too much for the provider; at a price for each request it gives ten thirds of the hours. */
    @Test
    void atAFixedPriceServiceGetsSlowerAsDemandGrows() {
        String[] growing = {
            "delegates.net-hours=12 h/week",
            "outsourcing.service-target=0",
            "outsourcing.expansion=0.1",
            "handoff.delegated-share=0.3",
            "outsourcing.service-time=0.5"
        };
        World fixed = runToTheEnd(Behaviour.scenario("sourcing", growing), 0);
        String[] paid = Arrays.copyOf(growing, growing.length + 1);
        paid[growing.length] = "outsourcing.pricing=per-request";
        World perRequest = runToTheEnd(Behaviour.scenario("sourcing", paid), 0);
        assertThat(fixed.delegates.netHours(0)).isEqualTo(12);
        assertThat(perRequest.delegates.netHours(0)).isCloseTo(40, within(1e-9));
        assertThat(inTime(perRequest)).isGreaterThan(0.9);
        assertThat(inTime(fixed)).isLessThan(0.6);
    }

    /** Nothing is in time; two reports in a row say so after twice the interval, and nobody knows before. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 13, 26})
    void aFailureIsKnownAtTheReports(int interval) {
        World world = Behaviour.world(Behaviour.scenario(
                "sourcing",
                "outsourcing.service-time=0",
                "outsourcing.breaches=2",
                "outsourcing.report-interval=" + interval + " weeks"));
        world.advanceTo(2 * interval - 0.001);
        assertThat(world.delegates.isEmployed(0)).isTrue();
        world.advanceTo(2 * interval);
        assertThat(world.delegates.isEmployed(0)).isFalse();
        world.advanceTo(104);
        assertThat(world.measures().outsourcedShare()).isZero();
        // The cap of 15 % holds for the last fees as well: 1,000 dollars a week less 150.
        assertThat(world.money.sum(Line.FEES, 104)).isCloseTo(850.0 * 2 * interval, within(1e-6));
    }

    /**
     * Nobody gets on, so all calls since the beginning are open. When the contract ends, at the review after its budget is spent, the provider's lie before the
     * executive at once, or before the staff where there is any.
     */
    @ParameterizedTest
    @CsvSource({"sourcing, false", "sourcing-beside-staff, true"})
    void returnedWorkIsBeforeTheOthersAtOnce(String file, boolean staffed) {
        Scenario scenario = Behaviour.scenario(
                file, "contacts.request-size=10000 h", "outsourcing.first-year-end-hazard=520 %/year");
        int post = staffed ? 1 : 0;
        int replication = 0;
        World world;
        double end;
        do {
            world = Behaviour.world(scenario, replication++);
            end = Math.ceil(10 * world.draws.exponential(Source.ENGAGEMENT_BUDGET, post, 0));
        } while (end < 5 || end > 20);
        Server provider = world.delegates.server(post);
        Server heir = staffed ? world.delegates.server(0) : world.executives.server(0);
        world.advanceTo(end - 1e-6);
        int lying = jobs(provider);
        int before = jobs(heir);
        assertThat(lying).isGreaterThan(20);
        world.advanceTo(end);
        assertThat(jobs(provider)).isZero();
        assertThat(jobs(heir)).isEqualTo(before + lying);
        world.advanceTo(52);
        assertThat(jobs(provider)).isZero();
    }

    /** In the first eight weeks the odds of an error are one and a half times as high: even chances become two to three. */
    @Test
    void errorsAreMoreLikelyInTheTransition() {
        World world = Behaviour.world(Behaviour.scenario("sourcing"));
        world.advanceTo(7.9);
        assertThat(world.outsourcing.successProbability(0, 0.5, 7.9)).isCloseTo(0.4, within(1e-15));
        assertThat(world.outsourcing.successProbability(0, 0.5, 8)).isEqualTo(0.5);
        assertThat(world.ownership.of(0)).isEqualTo(0.4);
    }

    /** Gamma with shape 4 and a mean of 6 weeks: 6 and 36 + 9 for the square. */
    @Test
    void hiringTakesAsLongAsItsLawSays() {
        Scenario scenario = Behaviour.scenario(
                "sourcing",
                with(
                        "delegates.source=hire",
                        "hiring.lead-time={gamma: {mean: 6 weeks, shape: 4}}",
                        "money.initial-cash=100k $"));
        SummaryStatistics weeks = new SummaryStatistics();
        SummaryStatistics squares = new SummaryStatistics();
        for (int replication = 0; replication < WORLDS; replication++) {
            List<Double> filled = new ArrayList<>();
            new World(scenario, 11, replication, each -> {
                        if (each.event().equals("post filled")) {
                            filled.add(each.now());
                        }
                    })
                    .advanceTo(60);
            assertThat(filled).hasSize(POSTS);
            filled.forEach(weeks::addValue);
            filled.forEach(week -> squares.addValue(week * week));
        }
        Behaviour.compare(evidence, "weeks until a post is filled by hiring", 6, weeks, 0.4);
        Behaviour.compare(evidence, "the same, squared", 45, squares, 5);
    }

    /**
     * 10,000 dollars a week come in. The first post is decided with 50,000 at week 5, which leaves 45,900; the second at week 6. Both are filled two
     * weeks later and cost 1,200 a week from then on; the executive shows each around for 20 hours.
     */
    @Test
    void peopleAreHiredWhenTheCashIsThere() {
        World world = Behaviour.world(Behaviour.scenario(
                "sourcing", "delegates.source=hire", "delegates.count=2", "hiring.cash-needed=50k $"));
        world.advanceTo(6.999);
        assertThat(world.delegates.isEmployed(0) || world.delegates.isEmployed(1))
                .isFalse();
        world.advanceTo(7);
        assertThat(world.delegates.isEmployed(0)).isTrue();
        assertThat(world.delegates.isEmployed(1)).isFalse();
        world.advanceTo(104);
        assertThat(world.measures().cash()).isCloseTo(1_040_000 - 2 * 4_100 - 1_200 * (97 + 96), within(1e-6));
        assertThat(world.ledger().hours(Activity.ONBOARDING)).isCloseTo(40, within(1e-9));
    }

    /** Each request is worth 1.1 hours of the executive and takes the partner 1.5: what is given eats up what is saved at 1.1/1.5 = 0.733. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 0.77, 1, 1.5})
    void barterFreesTimeIfLessIsGivenThanSaved(double ratio) {
        World world = runToTheEnd(
                Behaviour.scenario(
                        "sourcing",
                        "delegates.source=barter",
                        "executive.interruption=0.1 h",
                        "contacts.request-size=1 h",
                        "skill.novice-time=1.5",
                        "barter.search=0.5 weeks",
                        "barter.exchange-ratio=" + ratio),
                0);
        // The last week is not paid for yet, and the first half week was answered in person: less than 1 % each.
        double share = world.ledger().freedHours() / world.ledger().baselineHours();
        assertThat(share).isCloseTo(1 - ratio * 1.5 / 1.1, within(0.03));
        assertThat(Math.signum(share)).isEqualTo(Math.signum(1.1 / 1.5 - ratio));
    }

    /**
     * A barter ends with a probability of 1 - e^(-1/52) at each review, after 1/(1 - e^(-1/52)) weeks on average, and the next partner is found in four: that share of the
     * time the post is held.
     */
    @Test
    void bartersEndAndBeginAnew() {
        Scenario scenario = Behaviour.scenario(
                "sourcing", with("horizon=260 weeks", "delegates.source=barter", "barter.end-hazard=100 %/year"));
        int held = 0;
        for (int replication = 0; replication < WORLDS; replication++) {
            World world = runToTheEnd(scenario, replication);
            for (int post = 0; post < POSTS; post++) {
                held += world.delegates.isEmployed(post) ? 1 : 0;
            }
        }
        double lasts = -1 / Math.expm1(-1.0 / 52);
        share("posts that a barter partner holds", lasts / (lasts + 4), held, WORLDS * POSTS);
    }

    private void share(String what, double expected, int count, int of) {
        Behaviour.compareShare(evidence, what, expected, (double) count / of, of, 0.07);
    }

    private static int ended(World world) {
        int ended = 0;
        for (int post = 0; post < POSTS; post++) {
            ended += world.delegates.isEmployed(post) && world.delegates.occupant(post) == 0 ? 0 : 1;
        }
        return ended;
    }

    private static double inTime(World world) {
        return world.measures().providerAnswersInTime() / world.measures().providerAnswers();
    }

    private static int jobs(Server server) {
        return server.waiting() + (server.isIdle() ? 0 : 1);
    }

    private static World runToTheEnd(Scenario scenario, int replication) {
        World world = Behaviour.world(scenario, replication);
        world.advanceTo(scenario.horizonWeeks());
        return world;
    }

    private static String[] with(String... more) {
        List<String> all = new ArrayList<>(List.of(RARE_CALLS));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
