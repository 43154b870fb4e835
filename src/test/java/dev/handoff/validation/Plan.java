package dev.handoff.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.metric.Metric;
import dev.handoff.model.Trace;
import dev.handoff.model.World;
import dev.handoff.scenario.Scenarios;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** A world in which nothing is random but the moments of calls and duties, and what can be counted in it. */
final class Plan {
    static final int CONTACTS = 50;
    static final double SIZE = 0.5;
    static final double IN_PERSON = 0.75;
    static final double DUTY = 2;

    /* A request takes half an hour and a quarter for the interruption, a duty two hours; 50 contacts and the duties ask for 20 + 10 hours a week. */
    static final Scenarios PLAN = Scenarios.steady()
            .with("warmup", "4 weeks")
            .with("handoff.mode", "none")
            .with("executive.maximum-hours", "60 h/week")
            .with("executive.interruption", "0.25 h")
            .with("executive.duty-hours", "14 h/week")
            .with("executive.duty-size", "2 h")
            .with("promotion.added-hours", "6 h/week")
            .with("contacts.count", CONTACTS)
            .with("contacts.rate", "0.8 /week")
            .with("contacts.request-size", "0.5 h")
            .with("delegates.initial-skill", 0.35)
            .with("requests.urgent-share", 0)
            .with("follow-up.check-ins", 0)
            .with("follow-up.planning", 0)
            .with("fatigue.active", false)
            .with("burnout.active", false)
            .with("announcement.active", false)
            .with("choice.active", false)
            .with("habit.active", false)
            .with("belief.active", false)
            .with("expectation.active", false)
            .with("satisfaction.active", false)
            .with("reactance.active", false)
            .with("churn.active", false)
            .with("skill.active", false)
            .with("errors.active", false)
            .with("escalation.active", false)
            .with("confidence.active", false)
            .with("ownership.active", false)
            .with("intervention.active", false)
            .with("appeal.active", false);

    static final double PLANNED_HOURS = CONTACTS * 0.8 * IN_PERSON + 14 + 6;

    private Plan() {}

    /** What happened how often, and the most requests that were open. */
    static final class Counter implements Trace {
        private final Map<String, Integer> counts = new TreeMap<>();
        double mostOpen;

        @Override
        public void after(World world) {
            counts.merge(world.event(), 1, Integer::sum);
            mostOpen = Math.max(mostOpen, world.measures().openRequests());
        }

        int calls() {
            return counts.getOrDefault("request arrives", 0);
        }

        int duties() {
            return counts.getOrDefault("duty arrives", 0) + counts.getOrDefault("added duty arrives", 0);
        }
    }

    /** Until nothing was worked on for three hours of the week: then nothing waits either. */
    static void waitUntilIdle(World world) {
        double before;
        int tries = 0;
        do {
            assertThat(tries++).as("the lines become empty").isLessThan(10_000);
            before = Metric.EXECUTIVE_HOURS.of(world) + Metric.DELEGATE_HOURS.of(world);
            world.advanceTo(world.now() + 0.02);
        } while (Metric.EXECUTIVE_HOURS.of(world) + Metric.DELEGATE_HOURS.of(world) > before
                || world.measures().openRequests() > 0);
    }

    static Map<String, Double> valuesOf(World world) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            values.put(metric.name(), metric.of(world));
        }
        return values;
    }
}
