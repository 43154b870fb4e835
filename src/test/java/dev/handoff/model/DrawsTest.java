package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.kernel.RandomStreams;
import dev.handoff.model.Draws.Source;
import dev.handoff.model.people.Contacts;
import dev.handoff.model.people.Delegates;
import dev.handoff.scenario.ScenarioReader;
import java.util.List;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.junit.jupiter.api.Test;

/** Each draw stands at the address of what it is for, whose it is and its number. */
class DrawsTest {

    private final Scenario scenario = ScenarioReader.parse(
                    "two.yaml",
                    String.join(
                            "\n",
                            "format: 1",
                            "contacts:",
                            "  - {count: 2, rate: {exponential: {mean: 1 /week}}, request-size: 1 h}",
                            "  - {count: 3, rate: {uniform: {from: 5 /week, to: 6 /week}}, request-size: {exponential: {mean: 3 h}}}",
                            "delegates:",
                            "  - {count: 1, net-hours: 10}",
                            "  - {count: 2, net-hours: {uniform: {from: 20, to: 21}}}"),
                    List.of())
            .variants()
            .get(0)
            .scenario();
    private final Draws draws = new Draws(scenario, new RandomStreams(4, 2));
    private final RandomStreams random = new RandomStreams(4, 2);

    @Test
    void individualsOfAllGroupsAreNumberedThrough() {
        double[] rates = draws.ofContacts(Source.RATE, scenario.contacts(), Contacts.Group::ratePerWeek);
        assertThat(rates).hasSize(5);
        for (int contact = 0; contact < 5; contact++) {
            Contacts.Group group = scenario.contacts().get(contact < 2 ? 0 : 1);
            ContinuousSampler sampler = group.ratePerWeek().sampler(random);
            random.at(Source.RATE.ordinal(), contact, 0);
            assertThat(rates[contact]).isEqualTo(sampler.sample());
        }
        double[] hours = draws.ofDelegates(Source.NET_HOURS, scenario.delegates(), Delegates.Group::netHoursPerWeek);
        assertThat(hours).hasSize(3).doesNotHaveDuplicates();
        assertThat(hours[0]).isEqualTo(10);
        assertThat(hours[2])
                .isEqualTo(20 + random.at(Source.NET_HOURS.ordinal(), 2, 0).uniform());
        assertThat(draws.alike(Source.NET_HOURS, 3, scenario.delegates().get(1).netHoursPerWeek())[2])
                .isEqualTo(hours[2]);
    }

    @Test
    void variatesStandAtTheirAddress() {
        assertThat(draws.uniform(Source.CHOICE, 3, 7))
                .isEqualTo(random.at(Source.CHOICE.ordinal(), 3, 7).uniform());
        assertThat(draws.exponential(Source.REQUEST_GAP, 3, 7))
                .isEqualTo(random.at(Source.REQUEST_GAP.ordinal(), 3, 7).exponential());
        assertThat(draws.requestSize(0, 1, 7)).isEqualTo(1);
        assertThat(draws.requestSize(1, 3, 7))
                .isEqualTo(3 * random.at(Source.REQUEST_SIZE.ordinal(), 3, 7).exponential());
    }

    @Test
    void sizesDifficultiesPatienceAndRecoveriesFollowTheirLaws() {
        assertDrawn(scenario.requests().difficulty().sampler(random), Source.DIFFICULTY, draws.difficulty(3, 7));
        assertDrawn(
                scenario.abandonment().patienceWeeks().sampler(random),
                Source.REQUEST_PATIENCE,
                draws.requestPatience(3, 7));
        assertDrawn(
                scenario.executive().dutySizeHours().sampler(random),
                Source.DUTY_SIZE,
                draws.dutySize(Source.DUTY_SIZE, 3, 7));
        assertDrawn(
                scenario.executive().dutySizeHours().sampler(random),
                Source.ADDED_DUTY_SIZE,
                draws.dutySize(Source.ADDED_DUTY_SIZE, 3, 7));
        assertDrawn(scenario.burnout().recoveryWeeks().sampler(random), Source.RECOVERY, draws.recovery(3, 7));
    }

    private void assertDrawn(ContinuousSampler sampler, Source source, double drawn) {
        random.at(source.ordinal(), 3, 7);
        assertThat(drawn).isPositive().isEqualTo(sampler.sample());
    }
}
