package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.Draws.Source;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.people.Contacts.Type;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Server;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Start, promotion, reviews and changes of settings, at moments that are known beforehand. */
class WorldTest {

    private static final Scenarios QUIET = Scenarios.steady()
            .with("warmup", "3 weeks")
            .with("contacts.count", 3)
            .with("contacts.rate", 0)
            .with("executive.duty-hours", 0)
            .with("promotion.added-hours", 0)
            .with("handoff.mode", "none");

    /** 20 h of duties, 2 contacts x 3 calls x (1 + 0.5) h, 1 contact x 2 calls x (4 + 0.5) h: 38 h, of which at most 30 may be worked. */
    @Test
    void theStartIsTheExpectedWeekOfTheOldJob() {
        String text = String.join(
                "\n",
                "format: 1",
                "executive: {duty-hours: 20, interruption: 0.5 h, maximum-hours: 60}",
                "contacts:",
                "  - {count: 2, rate: 3 /week, request-size: 1 h}",
                "  - {count: 1, rate: 2 /week, request-size: 4 h}");
        World world = world(text);
        assertThat(world.fatigue.weeklyHours(0)).isCloseTo(38, within(1e-12));
        assertThat(world.burnout.strain(0)).isCloseTo(38, within(1e-12));
        World brief = world(text.replace("maximum-hours: 60", "maximum-hours: 30"));
        assertThat(brief.fatigue.weeklyHours(0)).isEqualTo(30);
        World two = world(text.replace("maximum-hours: 60", "maximum-hours: 60, count: 2"));
        assertThat(two.fatigue.weeklyHours(0)).as("contacts 0 and 2").isCloseTo(20 + 4.5 + 9, within(1e-12));
        assertThat(two.fatigue.weeklyHours(1)).as("contact 1").isCloseTo(24.5, within(1e-12));
    }

    @Test
    void riskIsCarriedFromThePromotionOn() {
        World world =
                new World(QUIET.with("burnout.base-hazard", "0.0052 /year").build(), 1, 0);
        world.advanceTo(-0.5);
        assertThat(world.burnout.carriedRisk(0)).isZero();
        assertThat(world.isPromoted()).isFalse();
        world.advanceTo(0);
        assertThat(world.isPromoted()).isTrue();
        assertThat(world.burnout.carriedRisk(0)).isZero();
        world.advanceTo(1.5);
        assertThat(world.burnout.carriedRisk(0)).as("a whole week").isCloseTo(1e-4, within(1e-16));
        world.advanceTo(2);
        assertThat(world.burnout.carriedRisk(0)).isCloseTo(2e-4, within(1e-16));
    }

    @Test
    void whatIsGivenUpInTheOldJobIsNotCounted() {
        World world = new World(QUIET.with("abandonment.longest-line", 1).build(), 1, 0);
        world.advanceTo(-2);
        for (int request = 0; request < 4; request++) {
            callDirectly(world, request);
        }
        assertThat(world.requests.open()).isEqualTo(2);
        assertThat(world.measures().givenUpRequests()).isZero();
        world.advanceTo(1);
        assertThat(world.measures().answeredRequests())
                .as("answered before the promotion")
                .isZero();
        for (int request = 4; request < 8; request++) {
            callDirectly(world, request);
        }
        world.advanceTo(3);
        assertThat(world.measures().givenUpRequests()).isEqualTo(2);
        assertThat(world.measures().answeredRequests()).isEqualTo(2);
        assertThat(world.ledger().hours(Activity.DIRECT)).isEqualTo(2);
    }

    private static void callDirectly(World world, int number) {
        int request = world.requests.open(0, number, world.now(), 1, 1, 0);
        world.life.callExecutive(request, Jobs.Kind.DIRECT, 1, Server.CONTACTS);
    }

    /** Burnouts follow each other quickly; the n-th ends after the n-th recovery drawn. */
    @Test
    void eachBurnoutLastsAsLongAsItsOwnDrawSays() {
        List<Double> begun = new ArrayList<>();
        List<Double> ended = new ArrayList<>();
        Scenario scenario = QUIET.with("burnout.base-hazard", "100 /year")
                .with("burnout.recovery", "{exponential: {mean: 2 weeks}}")
                .build();
        World world = new World(scenario, 1, 0, each -> {
            if (each.event().equals("burnout begins")) {
                begun.add(each.now());
            } else if (each.event().equals("burnout ends")) {
                ended.add(each.now());
            }
        });
        world.advanceTo(30);
        assertThat(ended.size()).isGreaterThan(4);
        for (int burnout = 0; burnout < ended.size(); burnout++) {
            double recovery = world.draws.recovery(0, burnout);
            assertThat(ended.get(burnout)).isCloseTo(begun.get(burnout) + recovery, within(1e-12));
        }
        double budget = world.draws.exponential(Source.BURNOUT_BUDGET, 0, 0);
        assertThat(begun.get(0)).isCloseTo(budget / (100 / 52.0), within(1e-12));
        assertThat(begun.get(1)).isCloseTo(secondOnset(world, ended.get(0)), within(1e-12));
    }

    /* The next budget counts from the first review after the recovery. */
    private static double secondOnset(World world, double recovered) {
        return Math.ceil(recovered) + world.draws.exponential(Source.BURNOUT_BUDGET, 0, 1) / (100 / 52.0);
    }

    /** At satisfaction 0.84 the hazard is the base: 0.52 a year until week 4, five times as much from then on. */
    @Test
    void aChangedHazardUsesUpWhatIsLeftOfTheBudget() {
        Scenarios anchored = QUIET.with("satisfaction.initial", 0.84)
                .with("contacts.friend-share", 0)
                .with("contacts.vendor-share", 0)
                .with("contacts.partner-share", 0)
                .with("churn.customer-hazard", "0.52 /year");
        double[] left =
                leavingWeeks(anchored.with("changes", "[{at: 4 weeks, set: {churn.customer-hazard: 2.6 /year}}]"));
        World world = new World(anchored.build(), 6, 0);
        int later = 0;
        for (int contact = 0; contact < 3; contact++) {
            double budget = world.draws.exponential(Source.CHURN_BUDGET, contact, 0);
            double expected = budget < 0.04 ? budget / 0.01 : 4 + (budget - 0.04) / 0.05;
            assertThat(left[contact]).isCloseTo(expected, within(1e-9));
            later += expected > 4 ? 1 : 0;
        }
        assertThat(later).isPositive();
        world.advanceTo(1000);
        assertThat(world.measures().lostShare(Type.CUSTOMER)).isEqualTo(1);
    }

    private static double[] leavingWeeks(Scenarios scenarios) {
        World world = new World(scenarios.build(), 6, 0);
        world.advanceTo(1000);
        double[] weeks = new double[world.contacts.count()];
        for (int contact = 0; contact < weeks.length; contact++) {
            weeks[contact] = world.contacts.leftAt(contact);
        }
        return weeks;
    }

    @Test
    void whoHasLeftStaysAwayWhenSettingsChange() {
        List<String> leaving = new ArrayList<>();
        Scenario scenario = QUIET.with("churn.customer-hazard", "500 /year")
                .with("churn.supplier-hazard", "500 /year")
                .with("changes", "[{at: 40 weeks, set: {churn.sensitivity: 5}}]")
                .build();
        World world = new World(scenario, 1, 0, each -> {
            if (each.event().equals("contact leaves")) {
                leaving.add(each.event() + each.eventSubject());
            }
        });
        world.advanceTo(60);
        assertThat(leaving).containsExactlyInAnyOrder("contact leaves0", "contact leaves1", "contact leaves2");
        assertThat(world.contacts.present()).isZero();
    }

    /** Duties of 2 h: none until week 2, 3 a week until week 5, then 6 a week; gaps are used up at the rate of the moment. */
    @Test
    void changedDutiesArriveAtTheirNewRate() {
        for (String hours : new String[] {"executive.duty-hours", "promotion.added-hours"}) {
            boolean old = hours.startsWith("executive");
            List<Double> arrivals = new ArrayList<>();
            Scenario scenario = QUIET.with("executive.duty-size", "2 h")
                    .with(
                            "changes",
                            "[{at: 2 weeks, set: {" + hours + ": 6}}, {at: 5 weeks, set: {" + hours + ": 12}}]")
                    .build();
            World world = new World(scenario, 1, 0, each -> {
                if (each.event().equals(old ? "duty arrives" : "added duty arrives")) {
                    arrivals.add(each.now());
                }
            });
            world.advanceTo(8);
            double sum = 0;
            for (int duty = 0; duty < arrivals.size(); duty++) {
                sum += world.draws.exponential(old ? Source.DUTY_GAP : Source.ADDED_DUTY_GAP, 0, duty);
                double expected = sum < 9 ? 2 + sum / 3 : 5 + (sum - 9) / 6;
                assertThat(arrivals.get(duty)).isCloseTo(expected, within(1e-9));
            }
            assertThat(arrivals.size()).isGreaterThan(15);
        }
    }

    /** What has been chosen is counted from the calls that had a choice: everybody is led by the delegate, and no call is urgent. */
    @Test
    void everyCallThatHasAChoiceIsCounted() {
        int[] calls = new int[1];
        Scenario scenario = QUIET.with("contacts.rate", "2 /week")
                .with("handoff.mode", "abrupt")
                .with("requests.urgent-share", 0)
                .with("churn.active", false)
                .build();
        World world = new World(scenario, 1, 0, each -> {
            boolean led = each.now() > 0 && each.handoff.stage(0) == Handoff.DELEGATE_LEADS;
            calls[0] += led && each.event().equals("request arrives") ? 1 : 0;
        });
        world.advanceTo(52);
        assertThat(calls[0]).isGreaterThan(200);
        assertThat(world.measures().choices()).isEqualTo(calls[0]);
        assertThat(world.measures().choicesForDelegate()).isBetween(1.0, calls[0] - 1.0);
        assertThat(world.measures().delegateRequests()).isGreaterThan(100);
        assertThat(world.measures().escalatedRequests())
                .isBetween(1.0, world.measures().delegateRequests() - 1);
        assertThat(world.measures().answeredRequests()).isGreaterThan(200);
    }

    /** Everybody takes the delegate, so every two calls end a stage. */
    @Test
    void acceptedCallsLeadFromStageToStage() {
        int[] calls = new int[3];
        Scenario scenario = QUIET.with("contacts.rate", "2 /week")
                .with("handoff.mode", "adaptive")
                .with("handoff.first-stage", 3)
                .with("handoff.adaptive.accepted-offers", 2)
                .with("handoff.adaptive.longest-stage", "900 weeks")
                .with("choice.active", false)
                .with("requests.urgent-share", 0)
                .with("churn.active", false)
                .build();
        World world = new World(scenario, 1, 0, each -> {
            if (each.now() > 0 && each.event().equals("request arrives")) {
                int contact = each.eventSubject();
                calls[contact]++;
                assertThat(each.handoff.stage(contact)).isEqualTo(Math.min(5, 3 + calls[contact] / 2));
            }
        });
        world.advanceTo(20);
        assertThat(calls[0]).isGreaterThan(10);
    }

    /** The executive answers after the deliberate delay of 0.4 weeks and not again: one callback of the request's own size. */
    @Test
    void aRequestIsHeldBackForItsDelayAndCalledBackOnce() {
        World world = new World(
                QUIET.with("executive.maximum-hours", "40 h/week")
                        .with("fatigue.active", false)
                        .with("churn.active", false)
                        .build(),
                1,
                0);
        world.advanceTo(1);
        int request = world.requests.open(0, 0, 1, 2, 2.25, Handoff.OFFER);
        world.requests.hold(request, 1.4);
        world.events.schedule(EventKind.CALLBACK_DUE.ordinal(), request, 1.4);
        world.events.schedule(EventKind.CALLBACK_DUE.ordinal(), request, 1.2);
        world.advanceTo(1.3);
        assertThat(world.requests.isHeld(request)).isTrue();
        assertThat(world.executives.server(0).isIdle()).isTrue();
        world.advanceTo(1.42);
        assertThat(world.requests.isHeld(request)).isFalse();
        assertThat(world.work.isInService(request)).isTrue();
        world.advanceTo(2);
        assertThat(world.ledger().hours(Activity.CALLBACK)).isEqualTo(2);
        assertThat(world.ledger().interruptionsAvoided()).isEqualTo(0.25);
        assertThat(world.measures().waitedDays()).isCloseTo(5 * 0.45, within(1e-12));
    }

    @Test
    void anErrorOfAnUrgentRequestOpensAnUrgentRepair() {
        for (boolean urgent : new boolean[] {true, false}) {
            World world = new World(QUIET.build(), 1, 0);
            world.advanceTo(1);
            int request = world.requests.open(0, 3, 1, 2, 2.25, Handoff.DELEGATE_LEADS);
            if (urgent) {
                world.requests.markUrgent(request);
            }
            world.outcomes.delegateDone(Jobs.Kind.ERROR, world.contacts.delegate(0), request, -1);
            int repair = world.requests.anyOpen(0);
            assertThat(world.requests.isUrgent(repair)).isEqualTo(urgent);
            assertThat(world.requests.size(repair)).isEqualTo(1);
            assertThat(world.requests.baseline(repair)).isZero();
            assertThat(world.requests.number(repair)).isEqualTo(3);
        }
    }

    private static World world(String text) {
        Scenario scenario = ScenarioReader.parse("week.yaml", text, List.of())
                .variants()
                .get(0)
                .scenario();
        return new World(scenario, 1, 0);
    }
}
