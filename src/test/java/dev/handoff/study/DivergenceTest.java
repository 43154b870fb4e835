package dev.handoff.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.Scenario;
import dev.handoff.model.World;
import dev.handoff.scenario.ScenarioReader;
import dev.handoff.study.Divergence.Fate;
import dev.handoff.study.Divergence.Step;
import dev.handoff.study.Divergence.Story;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    private static final String FIRM =
            "format: 1\nhorizon: 60 weeks\ncontacts: {count: 12}\n" + "handoff: {mode: staged, pace: 1 week}\n";

    @Test
    void theSameScenarioTakesTheSameCourse() {
        Divergence divergence = Divergence.of(scenario(""), scenario(""), 1, 3);
        assertThat(divergence.stories()).hasSize(1);
        Story story = divergence.stories().get(0);
        assertThat(story.fate()).isEqualTo(Fate.SAME);
        assertThat(story.alike()).isEqualTo(12);
        assertThat(story.first()).isEmpty();
        assertThat(story.second()).isEmpty();
        assertThat(story.firstEnding()).isEqualTo(story.secondEnding());
    }

    /** A setting that changes in week 10 changes nothing before; what is told is of one contact and in the order of time. */
    @Test
    void waysPartAfterWhatMadeThem() {
        Scenario later = scenario("changes: [{at: 10 weeks, set: {churn.customer-hazard: 5 /year}}]");
        Divergence divergence = Divergence.of(scenario(""), later, 1, 3);
        assertThat(divergence.stories()).isNotEmpty();
        for (Story story : divergence.stories()) {
            assertThat(story.common()).hasSize(1);
            double part = story.common().get(0).week();
            assertThat(story.first()).isNotEmpty().allMatch(step -> step.week() >= Math.max(10, part));
            assertThat(story.second()).isNotEmpty().allMatch(step -> step.week() >= Math.max(10, part));
            assertThat(story.first().get(0)).isNotEqualTo(story.second().get(0));
            assertThat(story.second()).extracting(Step::week).isSorted();
        }
    }

    /** Where nobody is handed over, a request that arrives is answered by one piece of work or stays open or is given up. */
    @Test
    void eachAnswerBelongsToTheContactThatAsked() {
        Map<Integer, Integer> open = new HashMap<>();
        int[] answered = {0};
        World world = new World(scenario("handoff: {mode: none}"), 1, 0, traced -> {
            if (traced.event().equals("request arrives")) {
                open.merge(traced.eventContact(), 1, Integer::sum);
            } else if (traced.eventWork().equals("direct")) {
                assertThat(open.merge(traced.eventContact(), -1, Integer::sum)).isNotNegative();
                answered[0] += traced.now() > 0 ? 1 : 0;
            }
        });
        world.advanceTo(60);
        assertThat((double) answered[0]).isPositive().isEqualTo(world.measures().answeredRequests());
    }

    private static Scenario scenario(String more) {
        String text = more.startsWith("handoff") ? FIRM.replaceAll("handoff: .*\n", "") : FIRM;
        return ScenarioReader.parse("firm.yaml", text + more + "\n", List.of())
                .variants()
                .get(0)
                .scenario();
    }
}
