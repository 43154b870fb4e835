package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.scenario.Scenarios;
import dev.handoff.validation.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tasks, their checks and trust in whole runs where nobody calls and nobody leaves: hours that are worked in one place or another, trust
 * by counting, money lost by the law of rare events (model.md, section 25).
 */
class TasksTheoryTest {
    private static final Evidence EVIDENCE = Evidence.in("closed forms", TasksTheoryTest.class);
    private static final double EXACT = 1e-9;

    /* Twelve hours of tasks a week for one delegate, of one hour each, which nobody checks; and no other work. */
    private static final Scenarios QUIET = Scenarios.steady()
            .with("warmup", "1 week")
            .with("horizon", "52 weeks")
            .with("contacts.count", 1)
            .with("contacts.rate", 0)
            .with("contacts.value", "100k $/year")
            .with("contacts.vendor-share", 0)
            .with("contacts.partner-share", 0)
            .with("executive.duty-hours", 0)
            .with("executive.duty-patience", "100 weeks")
            .with("promotion.added-hours", 0)
            .with("burnout.active", false)
            .with("churn.active", false)
            .with("skill.active", false)
            .with("follow-up.check-ins", 0)
            .with("follow-up.planning", 0)
            .with("delegates.count", 1)
            .with("delegates.net-hours", "38 h/week")
            .with("tasks.hours", "12 h/week")
            .with("tasks.size", "1 h")
            .with("tasks.delegated-to", 1);

    /* The executive checks all of them, and there is nothing to find. */
    private static final Scenarios CHECKED = QUIET.with("errors.active", false)
            .with("trust.active", true)
            .with("trust.checked-share", 1)
            .with("trust.check-work", 0.25);

    /** Both classes of tasks cease after 40 weeks, so that what was begun is finished. */
    private static final String CEASE = "[{at: 40 weeks, set: {tasks.hours: 0 h/week}}]";

    private static World run(Scenarios scenarios) {
        Scenario scenario = scenarios.build();
        World world = new World(scenario, 3, 0);
        world.advanceTo(scenario.horizonWeeks());
        return world;
    }

    @ParameterizedTest
    @CsvSource({"true, 0.25", "false, 0.75"})
    void trustIsTheShareOfCleanChecksWithOneOfEachBeforehand(boolean clean, double hoursOfACheck) {
        Scenarios scenarios = clean ? CHECKED : alwaysWrong(CHECKED.with("errors.active", true));
        List<Double> trust = new ArrayList<>();
        World world = new World(scenarios.build(), 3, 0, each -> {
            double checks = each.ledger().hours(Activity.TASK_CONTROL) / hoursOfACheck;
            double expected = (clean ? 1 + checks : 1) / (2 + checks);
            assertThat(each.trust.of(0)).isCloseTo(expected, within(EXACT));
            trust.add(each.trust.of(0));
        });
        world.advanceTo(52);
        assertThat(trust.get(0)).isEqualTo(0.5);
        assertThat(world.ledger().hours(Activity.TASK_CONTROL) / hoursOfACheck).isGreaterThan(500);
        assertThat(world.ledger().taskErrors()).isZero();
    }

    /** Every sensitive task is misused here, so the first loss shows the first one that a delegate was given; they come 250 times as often as the others. */
    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.9, 8", "0.95, 18", "0.975, 38"})
    void aThresholdTakesSoManyCleanChecks(double threshold, int checks) {
        Scenarios scenarios = CHECKED.with("trust.threshold", threshold)
                .with("trust.misuse-per-hour", 1_000_000)
                .with(
                        "tasks",
                        "[{hours: 4 h/week, size: 0.1 h, delegated-to: 1},"
                                + " {hours: 2 h/week, size: 0.0002 h, delegated-to: 1, sensitive-share: 1}]");
        double seen = first(scenarios, world -> world.ledger().misusedDollars() > 0, TasksTheoryTest::checks);
        String what = "checks without an error before the first sensitive task, threshold " + Evidence.text(threshold);
        EVIDENCE.near(what, checks, Math.rint(1e6 * seen) / 1e6, EXACT);
    }

    /** Trust of 1 is out of reach, and so is any of more than 0.5 for somebody who only errs. */
    @Test
    void whoIsNotTrustedIsGivenNoSensitiveTask() {
        World strict = run(CHECKED.with("trust.threshold", 1).with("tasks.sensitive-share", 1));
        assertThat(strict.ledger().delegatedTaskHours()).isZero();
        assertThat(strict.ledger().hours(Activity.DUTIES)).isGreaterThan(500);
        World lax = run(CHECKED.with("trust.threshold", 0).with("tasks.sensitive-share", 1));
        assertThat(lax.ledger().delegatedTaskHours()).isGreaterThan(500);
        World unwatched = run(QUIET.with("tasks.sensitive-share", 1).with("trust.threshold", 1));
        assertThat(unwatched.ledger().delegatedTaskHours()).isGreaterThan(500);
        assertThat(unwatched.ledger().misusedDollars()).isZero();
    }

    /** At a threshold of 0.95 the contact begins with the eighteenth check, at one of 0.5 at once. */
    @Test
    void contactsAreHandedOverWhenTrustSuffices() {
        Predicate<World> begun = world -> world.handoff.stage(0) > 0;
        Scenarios trusted = CHECKED.with("trust.contacts-threshold", 0.95);
        assertThat(first(trusted, begun, TasksTheoryTest::checks)).isCloseTo(18, within(EXACT));
        assertThat(first(trusted, begun, World::now)).isBetween(0.5, 6.0);
        assertThat(first(CHECKED.with("trust.contacts-threshold", 0.5), begun, World::now))
                .isZero();
        World never = run(alwaysWrong(trusted.with("errors.active", true)));
        assertThat(never.handoff.stage(0)).isZero();
        World off = run(alwaysWrong(trusted.with("trust.active", false)));
        assertThat(off.handoff.stage(0)).isEqualTo(5);
        World relaxed = run(alwaysWrong(trusted.with("errors.active", true)
                .with("changes", "[{at: 30 weeks, set: {trust.contacts-threshold: 0}}]")));
        assertThat(relaxed.handoff.stageBeganAt(0)).isEqualTo(42);
    }

    /** Binomial: each of n sensitive hours is misused with probability 1 - e^(-hazard (1 - trust)); within 4 standard errors, false alarm 0.006 %. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "0.5, 1, 1", "1, 9, 1", "1, 1, 3"})
    void misuseIsProportionalToWhatIsSensitiveAndToTheDistrust(double share, double successes, double hazards) {
        double trust = successes / (successes + 1);
        World world = run(QUIET.with("executive.count", 60)
                .with("contacts.count", 60)
                .with("delegates.count", 60)
                .with("trust.active", true)
                .with("trust.threshold", 0)
                .with("trust.checked-share", 0)
                .with("trust.prior-successes", successes)
                .with("trust.misuse-per-hour", 0.02 * hazards)
                .with("tasks.sensitive-share", share)
                .with("tasks.stakes", 0.05));
        double tasks = world.ledger().delegatedTaskHours();
        double probability = share * -Math.expm1(-0.02 * hazards * (1 - trust));
        double measured = world.ledger().misusedDollars() / 5000 / tasks;
        double tolerance = 4 * Math.sqrt(probability * (1 - probability) / tasks);
        assertThat(tolerance).isLessThan(0.5 * probability);
        String what = String.format(
                Locale.ROOT,
                "share of delegated tasks misused; %s sensitive, trust %s, hazard %s an hour",
                Evidence.text(share),
                Evidence.text(trust),
                Evidence.text(0.02 * hazards));
        EVIDENCE.near(what, probability, measured, tolerance);
    }

    /** What the executive is spared is what the tasks would have cost, less checks and repairs: to the hour, against the twin. */
    @Test
    void whatIsSparedIsWhatTheTwinWorksMore() {
        Scenarios scenarios = QUIET.with("trust.active", true)
                .with("tasks.size", "{lognormal: {mean: 0.5 h, cv: 0.8}}")
                .with("changes", CEASE);
        Ledger own = run(scenarios).ledger();
        World twin = new World(scenarios.build().withoutDelegation(), 3, 0);
        twin.advanceTo(52);
        double spared =
                twin.ledger().hours(Activity.DUTIES) - own.hours(Activity.DUTIES) - own.hours(Activity.TASK_CONTROL);
        assertThat(spared).isGreaterThan(50);
        assertThat(own.hours(Activity.TASK_CONTROL)).isGreaterThan(50);
        assertThat(own.taskErrors()).isGreaterThan(20);
        EVIDENCE.near("hours of tasks spared in a year, against the twin", spared, own.freedTaskHours(), EXACT);
        assertThat(own.freedHours()).isZero();
    }

    /** Telephone and e-mail spare together what they spare one by one, where the delegate neither learns nor runs out of time. */
    @Test
    void whatTwoClassesSpareAddsUp() {
        double phone = spared(1, 0);
        double mail = spared(0, 1);
        assertThat(phone).isGreaterThan(20);
        assertThat(mail).isGreaterThan(20);
        EVIDENCE.near("hours spared by two classes of tasks together", phone + mail, spared(1, 1), EXACT);
    }

    private static double spared(int first, int second) {
        String law = "size: {lognormal: {mean: 0.4 h, cv: 0.8}}";
        return run(QUIET.with("trust.active", true)
                        .with(
                                "tasks",
                                "[{hours: 4 h/week, " + law + ", delegated-to: " + first + "}, {hours: 3 h/week, " + law
                                        + ", error-work: 0.8, delegated-to: " + second + "}]")
                        .with(
                                "changes",
                                "[{at: 40 weeks, set: {\"tasks[1].hours\": 0 h/week, \"tasks[2].hours\": 0 h/week}}]"))
                .ledger()
                .freedTaskHours();
    }

    /** More control, fewer errors that reach anybody, fewer hours spared where a check costs more than it finds. */
    @Test
    void controlTradesErrorsForHours() {
        double[] errors = new double[3];
        double[] hours = new double[3];
        for (int step = 0; step < 3; step++) {
            Ledger ledger = run(QUIET.with("trust.active", true)
                            .with("delegates.initial-skill", 0.8)
                            .with("trust.checked-share", step / 2.0))
                    .ledger();
            errors[step] = ledger.taskErrors();
            hours[step] = ledger.freedTaskHours();
        }
        assertThat(errors[0]).isGreaterThan(1.5 * errors[1]);
        assertThat(errors[1]).isGreaterThan(errors[2]);
        assertThat(errors[2]).isZero();
        assertThat(hours[0]).isGreaterThan(hours[1]);
        assertThat(hours[1]).isGreaterThan(hours[2]);
    }

    /** The second group, in turn: two of its delegates have half of the tasks each, give or take one. */
    @Test
    void theDelegatesOfAGroupTakeTasksInTurn() {
        World world = run(QUIET.with("delegates", "[{count: 1}, {count: 2}]")
                .with("errors.active", false)
                .with("tasks.delegated-to", 2)
                .with("changes", CEASE));
        double first = world.delegates.server(1).jobHours(52);
        double second = world.delegates.server(2).jobHours(52);
        assertThat(world.delegates.server(0).jobHours(52)).isZero();
        double one = world.skill.workingTime(1, 1);
        double other = world.skill.workingTime(2, 1);
        assertThat(Math.round(first / one) - Math.round(second / other)).isBetween(0L, 1L);
        assertThat(first / one + second / other).isCloseTo(world.ledger().delegatedTaskHours(), within(EXACT));
    }

    /** A delegate without time: what it does and what is dropped after two weeks is all that came, which is what the twin does. */
    @Test
    void whatADelegateNeverComesToIsUndone() {
        Scenarios scenarios = QUIET.with("delegates.net-hours", "10 h/week")
                .with("errors.active", false)
                .with("executive.duty-patience", "2 weeks")
                .with("changes", CEASE);
        Ledger own = run(scenarios).ledger();
        World twin = new World(scenarios.build().withoutDelegation(), 3, 0);
        twin.advanceTo(52);
        assertThat(own.undoneDutyHours()).isGreaterThan(50);
        assertThat(own.undoneDutyHours() + own.delegatedTaskHours() + own.hours(Activity.DUTIES))
                .isCloseTo(twin.ledger().hours(Activity.DUTIES), within(EXACT));
    }

    /** Contacts come first: where they fill the delegate, tasks hardly make them wait longer. */
    @Test
    void tasksGoBehindContacts() {
        Scenarios calls = QUIET.with("handoff.mode", "abrupt")
                .with("choice.active", false)
                .with("escalation.active", false)
                .with("errors.active", false)
                .with("appeal.active", false)
                .with("requests.urgent-share", 0)
                .with("contacts.count", 10)
                .with("contacts.rate", "1 /week")
                .with("delegates.net-hours", "20 h/week");
        double alone = run(calls.with("tasks.hours", 0)).measures().waitedDays();
        World both = run(calls.with("tasks.hours", "20 h/week"));
        double longest = 5 * both.skill.workingTime(0, 1) / 20;
        double answers = both.measures().answeredRequests();
        assertThat(both.ledger().undoneDutyHours() + both.ledger().delegatedTaskHours())
                .isGreaterThan(300);
        assertThat(both.measures().waitedDays() - alone).isBetween(0.0, 2 * longest * answers);
    }

    private static Scenarios alwaysWrong(Scenarios scenarios) {
        return scenarios
                .with("tasks.difficulty", 1)
                .with("skill.steepness", 1000)
                .with("delegates.initial-skill", 0.3);
    }

    private static double checks(World world) {
        return world.ledger().hours(Activity.TASK_CONTROL)
                / (0.25 * world.scenario().tasks().get(0).sizeHours().mean());
    }

    private static double first(Scenarios scenarios, Predicate<World> found, ToDoubleFunction<World> value) {
        double[] result = {Double.NaN};
        new World(scenarios.build(), 3, 0, world -> {
                    if (Double.isNaN(result[0]) && found.test(world)) {
                        result[0] = value.applyAsDouble(world);
                    }
                })
                .advanceTo(52);
        return result[0];
    }
}
