package dev.handoff.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.model.EventKind;
import dev.handoff.model.Scenario;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.story.Event;
import dev.handoff.story.EventLog;
import dev.handoff.story.Log;
import dev.handoff.story.StageChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a plan says beforehand is what a run does: the simulation is the second implementation. */
class PlanTest {
    private static final String FIRM = "format: 1\nhorizon: 26 weeks\ncontacts: [{count: 7, value: 20k $/year},"
            + " {count: 4, name: Big, value: 90k $/year}]\ndelegates: {count: 3}\n"
            + "turnover: {active: false}\nchurn: {active: false}\n";

    @Test
    void stagesBeginWhenThePlanSays() {
        for (String handoff : List.of(
                "{mode: staged, pace: 2 weeks}",
                "{mode: staged, pace: 1.5 weeks, batch-size: 3, batch-interval: 2 weeks, first-stage: 2}",
                "{mode: staged, pace: 1 week, approval-delay: 3 weeks, delegated-share: 0.5, batch-size: 2}",
                "{mode: abrupt, batch-size: 4, order: least-valuable}",
                "{mode: staged, pace: 0 weeks, order: as-listed, batch-size: 5}")) {
            Scenario scenario = scenario("handoff: " + handoff);
            Plan plan = Plan.of(scenario);
            Log log = EventLog.of(scenario, 3, 0);
            Map<String, Double> begun = begun(log);
            for (Step step : plan.steps()) {
                assertThat(step.batch().members()).hasSize(step.batch().size());
                step.batch()
                        .members()
                        .forEach(member -> assertThat(begun.get(member.contact() + step.stage()))
                                .as(handoff)
                                .isCloseTo(step.week(), within(1e-9)));
            }
            long handedOver = log.changes().stream()
                    .filter(change -> change.stage() > 0)
                    .map(StageChange::contact)
                    .distinct()
                    .count();
            assertThat(plan.handedOver())
                    .as(handoff)
                    .isEqualTo((int) handedOver)
                    .isPositive();
        }
    }

    /** With nine calls a week all stages that acceptance ends begin by the latest week, and the first one when it is said. */
    @Test
    void conditionsHaveALatestWeek() {
        Scenario scenario = scenario("handoff: {mode: adaptive, adaptive: {longest-stage: 3 weeks}}");
        Plan plan = Plan.of(scenario);
        Map<String, Double> begun = begun(EventLog.of(scenario, 3, 0));
        assertThat(plan.steps()).hasSize(5).first().matches(Step::isFixed);
        for (Step step : plan.steps().subList(1, 5)) {
            assertThat(step.isFixed()).isFalse();
            assertThat(step.latestWeek()).isEqualTo(3.0 * (step.stage() - 1));
            assertThat(step.week()).isLessThanOrEqualTo(step.latestWeek());
            step.batch()
                    .members()
                    .forEach(member -> assertThat(begun.get(member.contact() + step.stage()))
                            .isLessThanOrEqualTo(step.latestWeek() + 1e-9));
        }
    }

    @Test
    void stagesThatCallsEndHaveNoLatestWeek() {
        Plan plan = Plan.of(scenario("handoff: {mode: staged, calls-per-stage: 4}"));
        assertThat(plan.steps().subList(1, 5)).allMatch(step -> Double.isInfinite(step.latestWeek()));
        assertThat(plan.steps().get(1).condition())
                .isEqualTo("after 4 calls in the stage before, urgent ones not counted");
    }

    /** Values that are drawn in a run rank contacts in a run only. */
    @Test
    void whoIsNotKnownHasNoName() {
        String drawn = "contacts: {count: 6}\nhandoff: {mode: staged, batch-size: 2}";
        assertThat(Plan.of(scenario(drawn)).batches()).extracting(Batch::size).containsExactly(2, 2, 2);
        assertThat(Plan.of(scenario(drawn)).batches())
                .allMatch(batch -> batch.members().isEmpty());
    }

    @Test
    void checkInsAndFollowUpsAreDueWhenThePlanSays() {
        for (String often : List.of("1", "2", "0.5", "0.7", "5")) {
            Scenario scenario = scenario("handoff: {approval-delay: 2 weeks}\nfollow-up: {check-ins: " + often
                    + " /week, touches: {interval: 2 weeks, adaptive: false}}");
            Plan plan = Plan.of(scenario);
            Log log = EventLog.of(scenario, 3, 0);
            assertThat(times(plan, "Check in with"))
                    .as(often)
                    .containsExactly(due(log, EventKind.CHECK_IN_DUE), within(1e-9));
            assertThat(times(plan, "Ask Delegate"))
                    .as(often)
                    .containsExactly(due(log, EventKind.FOLLOW_UP_DUE), within(1e-9));
        }
    }

    @Test
    void nobodyIsHandedOverWithoutAHandover() {
        Plan plan = Plan.of(scenario("handoff: {mode: none}"));
        assertThat(plan.handedOver()).isZero();
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.items()).isEmpty();
    }

    @Test
    void rulesQuoteTheScenario() {
        Scenario scenario = scenario("handoff: {mode: adaptive, adaptive: {longest-stage: 6 weeks}}\n"
                + "follow-up: {touches: {interval: 2 weeks, adaptive: true, shortest-interval: 0.5 weeks}}\n"
                + "changes: [{at: 12 weeks, set: {handoff.mode: none}}]");
        assertThat(Rules.of(Plan.of(scenario), List.of("mean customer_churn <= 20 %")))
                .contains(
                        "Do not go on with a contact before the condition of its next stage is met, nor wait longer than 6"
                                + " weeks in any stage.",
                        "Following up: every 2 weeks; after each complaint about something dropped the interval is halved,"
                                + " down to 2.5 days.",
                        "The file expects mean customer_churn <= 20 %: stop and think where that is not kept.",
                        "In week 13 the file changes settings that this plan goes by: from then on it does not hold.");
    }

    private static Map<String, Double> begun(Log log) {
        Map<String, Double> begun = new HashMap<>();
        log.changes()
                .forEach(change ->
                        begun.putIfAbsent(log.cast().contacts().get(change.contact()) + change.stage(), change.week()));
        return begun;
    }

    private static double[] due(Log log, EventKind kind) {
        return log.events().stream()
                .filter(event -> event.kind() == kind)
                .mapToDouble(Event::week)
                .sorted()
                .toArray();
    }

    private static double[] times(Plan plan, String title) {
        return plan.items().stream()
                .filter(item -> item.title().startsWith(title))
                .flatMapToDouble(item -> IntStream.range(0, item.times())
                        .mapToDouble(time -> item.week() + time * (double) item.everyWeeks()))
                .sorted()
                .toArray();
    }

    private static Scenario scenario(String more) {
        String firm = more.startsWith("contacts") ? FIRM.replaceAll("contacts: [^\\]]*\\]\n", "") : FIRM;
        return ScenarioReader.parse("firm.yaml", firm + more + "\n", List.of())
                .variants()
                .get(0)
                .scenario();
    }
}
