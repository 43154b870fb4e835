package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.metric.Metric;
import dev.handoff.model.people.Jobs;
import dev.handoff.model.people.Server;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One percent a week, in whole runs: what an hour brings, and how long requests of one hour take whom. */
class ImprovementTheoryTest {
    private static final double EXACT = 1e-12;
    private static final double NOVICE = 1.6 - 0.6 * 0.5; // hours of a delegate of skill 0.5 for one hour
    private static final Evidence EVIDENCE = Evidence.in("closed forms", ImprovementTheoryTest.class);

    /** A job that was begun: when, and how many hours it takes. */
    private record Begun(double at, double hours) {}

    @Test
    void onePercentAWeekIsTwoThirdsAYear() {
        World world = Behaviour.world(scenario());
        world.advanceTo(0);
        assertThat(Metric.PRODUCTIVITY.of(world)).isEqualTo(1);
        world.advanceTo(52);
        assertThat(Metric.PRODUCTIVITY.of(world)).isCloseTo(1.67769, within(0.5e-5));
        double product = 1;
        for (int week = 0; week < 52; week++) {
            product *= 1.01;
        }
        EVIDENCE.near("output of an hour after 52 weeks of 1 %", product, Metric.PRODUCTIVITY.of(world), EXACT);
    }

    @Test
    void aDelegateTakesThatMuchLessForTheSame() {
        List<Begun> begun = begun(world -> world.delegates.server(0), scenario("handoff.mode=abrupt"));
        assertThat(begun).hasSizeGreaterThan(300);
        for (Begun each : begun) {
            assertThat(each.hours).isCloseTo(NOVICE / Math.pow(1.01, each.at), within(EXACT));
        }
        Begun last = begun.get(begun.size() - 1);
        EVIDENCE.near(
                "hours of a delegate's last task of two years, against 1.01^-week",
                NOVICE / Math.pow(1.01, last.at),
                last.hours,
                EXACT);
    }

    /** A request that comes in week t costs the executive 1.01^-t of its hours, and nothing is freed by that. */
    @Test
    void theExecutiveGainsOnlyWhereItIsSaidSo() {
        for (boolean gains : new boolean[] {false, true}) {
            Scenario scenario = scenario("improvement.for-executive=" + gains, "contacts.rate=0.1 /week");
            World world = Behaviour.world(scenario);
            double before = 0;
            for (int week = 1; week <= 104; week++) {
                world.advanceTo(week);
                assertThat(world.ledger().freedHours()).isZero();
                double hours = world.ledger().hours(Activity.DIRECT) - before;
                before += hours;
                double calls = gains ? hours * Math.pow(1.01, week) : hours;
                // The calls of a week count up to 1 % too much where they come early in it.
                assertThat(calls - Math.rint(calls)).isBetween(-EXACT, gains ? 0.01 * calls + EXACT : EXACT);
            }
            assertThat(before).isGreaterThan(3);
        }
    }

    @Test
    void improvementEndsAtItsLargestFactorAndTakesHoursOfTheExecutive() {
        World world =
                Behaviour.world(scenario("improvement.largest-factor=1.2", "improvement.executive-hours=2 h/week"));
        world.advanceTo(18);
        assertThat(Metric.PRODUCTIVITY.of(world)).isCloseTo(Math.pow(1.01, 18), within(EXACT)); // 1.196
        world.advanceTo(19);
        assertThat(Metric.PRODUCTIVITY.of(world)).isEqualTo(1.2);
        world.advanceTo(52);
        assertThat(Metric.HOURS_IMPROVEMENT.of(world)).isCloseTo(2 * 52, within(EXACT));
        assertThat(world.ledger().freedHours()).isZero();
    }

    /** 26 weeks of 1 %, 26 of 2 %, then none: what was reached stays. */
    @Test
    void whatWasReachedStays() {
        World world = Behaviour.world(scenario("changes=[{at: 26 weeks, set: {improvement.weekly-gain: 2 %}},"
                + " {at: 52 weeks, set: {improvement.active: false}}]"));
        world.advanceTo(104);
        assertThat(Metric.PRODUCTIVITY.of(world)).isCloseTo(Math.pow(1.01, 26) * Math.pow(1.02, 26), within(EXACT));
        assertThat(Metric.HOURS_IMPROVEMENT.of(world)).isCloseTo(52, within(EXACT));
    }

    private static Scenario scenario(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "improvement.active=true",
                "contacts.count=1",
                "contacts.rate=5 /week",
                "contacts.request-size=1 h",
                "delegates.count=1",
                "delegates.initial-skill=0.5"));
        all.addAll(List.of(settings));
        return Behaviour.scenario("bare", all.toArray(String[]::new));
    }

    private static List<Begun> begun(Function<World, Server> server, Scenario scenario) {
        List<Begun> begun = new ArrayList<>();
        int[] calls = {0};
        World world = Behaviour.world(scenario, after -> {
            int job = server.apply(after).present();
            int number = after.contacts.calls(0) - server.apply(after).waiting();
            if (job != Jobs.NONE && number > calls[0]) {
                begun.add(new Begun(after.now(), after.jobs.hours(job)));
            }
            calls[0] = number;
        });
        world.advanceTo(scenario.horizonWeeks());
        return begun;
    }
}
