package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handoff.model.mechanism.Announcement;
import dev.handoff.model.mechanism.FollowUp;
import dev.handoff.model.mechanism.Handoff;
import dev.handoff.model.mechanism.Intervention;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.scenario.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a scenario counts, refuses, and what is left of it where nobody is handed over. */
class ScenarioTest {

    @Test
    void groupsAreCountedTogether() {
        Scenario scenario = ScenarioReader.parse(
                        "groups.yaml",
                        "format: 1\ncontacts: [{count: 2}, {count: 5}]\ndelegates: [{count: 1}, {count: 3}]\n",
                        List.of())
                .variants()
                .get(0)
                .scenario();
        assertThat(scenario.contactCount()).isEqualTo(7);
        assertThat(scenario.delegateCount()).isEqualTo(4);
    }

    @Test
    void partsOfWeeksAndAHandoverToNobodyAreRefused() {
        assertThatThrownBy(() -> Scenarios.base().with("horizon", "1.5 weeks").build())
                .hasMessageContaining("must be whole weeks");
        assertThatThrownBy(() -> Scenarios.base().with("warmup", "1.5 weeks").build())
                .hasMessageContaining("must be whole weeks");
        assertThatThrownBy(() -> Scenarios.base().with("delegates.count", 0).build())
                .hasMessageContaining("needs delegates.count of at least 1");
        assertThat(Scenarios.base()
                        .with("delegates.count", 0)
                        .with("handoff.mode", "none")
                        .build()
                        .delegateCount())
                .isZero();
    }

    @Test
    void theTwinHasNoHandoverAndKeepsTheRest() {
        Scenario scenario =
                Scenarios.base().with("promotion.added-hours", "9 h/week").build();
        Scenario twin = scenario.withoutDelegation();
        assertThat(twin.handoff()).isEqualTo(Handoff.Settings.NOTHING);
        assertThat(twin.announcement()).isEqualTo(Announcement.Settings.NOTHING);
        assertThat(twin.intervention()).isEqualTo(Intervention.Settings.NOTHING);
        assertThat(twin.followUp()).isEqualTo(FollowUp.Settings.NOTHING);
        assertThat(twin.promotion()).isEqualTo(scenario.promotion());
        assertThat(twin.contacts()).isEqualTo(scenario.contacts());
        assertThat(twin.delegates()).isEqualTo(scenario.delegates());
        assertThat(twin)
                .isEqualTo(Scenarios.base()
                        .with("promotion.added-hours", "9 h/week")
                        .with("handoff.pace", "9 weeks")
                        .with("intervention.propensity", 0.9)
                        .build()
                        .withoutDelegation());
    }

    /** The change of the pace concerns the handover alone; the changes of the duties stay, each as long as it holds. */
    @Test
    void theTwinKeepsChangesThatMatterWithoutAHandover() {
        Scenario twin = Scenarios.base()
                .with(
                        "changes",
                        "[{at: 2 weeks, set: {handoff.pace: 1 week}},"
                                + " {at: 3 weeks, set: {executive.duty-hours: 10}},"
                                + " {at: 4 weeks, set: {handoff.mode: abrupt}},"
                                + " {at: 5 weeks, set: {executive.duty-hours: 30}}]")
                .build()
                .withoutDelegation();
        assertThat(twin.changes()).extracting(Scenario.Change::atWeek).containsExactly(3.0, 5.0);
        assertThat(twin.changes())
                .extracting(change -> change.settings().executive().dutyHoursPerWeek())
                .containsExactly(10.0, 30.0);
        assertThat(twin.changes())
                .extracting(change -> change.settings().handoff().mode())
                .containsOnly(Handoff.Mode.NONE);
        assertThat(twin.executive().dutyHoursPerWeek()).isEqualTo(22);
    }
}
