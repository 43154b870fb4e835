package dev.handoff.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.model.mechanism.Churn.Reason;
import dev.handoff.model.mechanism.Satisfaction.Cause;
import dev.handoff.model.people.Contacts.Type;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import dev.handoff.scenario.Scenarios;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mechanism can be switched off alone: its state stands still then, and the world goes another way. */
class SwitchesTest {

    private static final Scenarios BUSY = Scenarios.steady()
            .with("handoff.mode", "abrupt")
            .with("appeal.initial", 0.5)
            .with("burnout.base-hazard", "200 %/year")
            .with("contacts.rate", "2 /week");

    private static final Map<String, Consumer<World>> STANDS_STILL = Map.ofEntries(
            Map.entry(
                    "fatigue.active",
                    world -> assertThat(world.fatigue.yield(0)).isEqualTo(1)),
            Map.entry(
                    "burnout.active",
                    world -> assertThat(world.measures().burntOutOnceShare()).isZero()),
            Map.entry(
                    "announcement.active",
                    world -> assertThat(world.announcement.isMade()).isFalse()),
            Map.entry(
                    "choice.active",
                    world -> assertThat(world.measures().choicesForDelegate())
                            .isEqualTo(world.measures().choices())),
            Map.entry("habit.active", each(world -> world.habit.of(0), 0.95)),
            Map.entry("belief.active", each(world -> world.belief.of(0), 0.3)),
            Map.entry(
                    "expectation.active",
                    world -> assertThat(world.expectation.overall(0))
                            .isEqualTo(world.expectation.fromExecutive(0))
                            .isEqualTo(world.expectation.fromDelegate(0))),
            Map.entry("satisfaction.active", each(world -> world.satisfaction.of(0), 0.75)),
            Map.entry("reactance.active", world -> {
                assertThat(world.satisfaction.deficit(0, Cause.FORCED)).isZero();
                assertThat(world.measures().lostShare(Reason.FORCED)).isZero();
            }),
            Map.entry(
                    "churn.active",
                    world -> assertThat(world.measures().lostShare(Type.CUSTOMER))
                            .isZero()),
            Map.entry("skill.active", each(world -> world.skill.context(0), 0.1)),
            Map.entry(
                    "errors.active",
                    world ->
                            assertThat(world.measures().lostShare(Reason.ERROR)).isZero()),
            Map.entry("escalation.active", world -> {
                assertThat(world.measures().escalatedRequests()).isZero();
                assertThat(world.ledger().hours(Activity.ESCALATION)).isZero();
            }),
            Map.entry("confidence.active", each(world -> world.confidence.of(0), 0.5)),
            Map.entry("ownership.active", each(world -> world.ownership.of(0), 0.3)),
            Map.entry("intervention.active", world -> {
                assertThat(world.ledger().hours(Activity.INTERVENTION)).isZero();
                assertThat(world.ledger().hours(Activity.REDIRECT)).isZero();
            }),
            Map.entry(
                    "appeal.active",
                    world -> assertThat(world.ledger().hours(Activity.APPEAL)).isZero()));

    @Test
    void everySwitchOfTheCatalogueIsTried() {
        Set<String> switches = Catalogue.standard().parameters().stream()
                .map(Parameter::path)
                .filter(path -> path.endsWith(".active"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tried = new TreeSet<>(STANDS_STILL.keySet());
        tried.addAll(Set.of(
                "abandonment.active",
                "improvement.active",
                "pruning.active",
                "growth.active",
                "growth.hiring.active",
                "drops.active",
                "follow-up.touches.active",
                "morale.active",
                "impatience.active",
                "latitude.active",
                "milestones.active",
                "turnover.active",
                "leads.active",
                "appointments.active",
                "trust.active",
                "coordination.active"));
        assertThat(tried).isEqualTo(switches);
    }

    @Test
    void switchedOffAMechanismStandsStillAndTheWorldGoesAnotherWay() {
        Map<String, Double> on = WorldState.of(run(BUSY));
        STANDS_STILL.forEach((path, check) -> {
            World world = run(BUSY.with(path, false));
            check.accept(world);
            assertThat(WorldState.of(world)).as("without " + path).isNotEqualTo(on);
            assertThat(world.measures().answeredRequests())
                    .as("without " + path)
                    .isGreaterThan(500);
        });
    }

    @Test
    void nothingIsDroppedFollowedUpReferredOrMissedUntilSwitchedOn() {
        World careful = run(BUSY);
        assertThat(careful.measures().droppedRequests()).isZero();
        assertThat(careful.ledger().hours(Activity.FOLLOW_UP)).isZero();
        World careless = run(BUSY.with("drops.active", true));
        assertThat(careless.measures().droppedRequests()).isGreaterThan(20);
        assertThat(careful.leads.arrived()).isZero();
        assertThat(careful.measures().appointments()).isZero();
        assertThat(run(BUSY.with("appointments.active", true)).measures().appointments())
                .isGreaterThan(100);
        assertThat(run(BUSY.with("leads.active", true)).leads.arrived()).isPositive();
        World watched = run(BUSY.with("follow-up.touches.active", true));
        assertThat(watched.measures().droppedRequests()).isZero();
        assertThat(watched.ledger().hours(Activity.FOLLOW_UP)).isGreaterThan(30);
    }

    @Test
    void abandonmentIsOffUntilItIsSwitchedOn() {
        assertThat(run(BUSY).measures().givenUpRequests()).isZero();
        World impatient = run(BUSY.with("abandonment.active", true).with("abandonment.patience", "0.02 weeks"));
        assertThat(impatient.measures().givenUpRequests()).isGreaterThan(10);
    }

    @Test
    void moraleStandsStillAndNobodyQuitsUntilTheyAreSwitchedOn() {
        World world = run(BUSY);
        assertThat(world.measures().meanMorale()).isEqualTo(0.75);
        assertThat(world.measures().quits()).isZero();
        assertThat(world.measures().vacantShare()).isZero();
        World restless = run(BUSY.with("turnover.active", true).with("turnover.quit-hazard", "300 %/year"));
        assertThat(restless.measures().quits()).isGreaterThan(1);
        assertThat(run(BUSY.with("morale.active", true)).measures().meanMorale())
                .isNotEqualTo(0.75);
    }

    @Test
    void trustIsEarnedByNobodyUntilItIsSwitchedOn() {
        Scenarios delegated = BUSY.with("tasks.hours", "8 h/week").with("tasks.delegated-to", 1);
        World off = run(delegated);
        assertThat(off.trust.of(0)).isEqualTo(0.5);
        assertThat(off.ledger().taskErrors()).isGreaterThan(20);
        World on = run(delegated.with("trust.active", true).with("trust.checked-share", 1));
        assertThat(on.trust.of(0)).isNotEqualTo(0.5);
        assertThat(on.ledger().taskErrors()).isZero();
    }

    @Test
    void nobodyIsOverseenUntilCoordinationIsSwitchedOn() {
        assertThat(run(BUSY).ledger().hours(Activity.OVERSIGHT)).isZero();
        World on = run(BUSY.with("coordination.active", true));
        assertThat(on.ledger().hours(Activity.OVERSIGHT)).isBetween(2 * 49.0, 2 * 52.0);
    }

    /** The others have no switch of their own but a value that does nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"tasks.hours", "promotion.added-hours", "follow-up.check-ins", "follow-up.planning"})
    void zeroIsOff(String path) {
        World world = run(BUSY.with(path, 0));
        Map<String, Double> hours = Map.of(
                "tasks.hours", world.ledger().delegatedTaskHours(),
                "promotion.added-hours", world.ledger().hours(Activity.DUTIES) / 52 - 22,
                "follow-up.check-ins", world.ledger().hours(Activity.CHECK_IN),
                "follow-up.planning", world.ledger().hours(Activity.PLANNING));
        // Duties are random: 52 weeks of 14.7 duties of 1.5 h with CV 0.8 have a standard deviation of 1 h a week.
        assertThat(hours.get(path)).isLessThan(path.startsWith("promotion") ? 4.0 : 1e-12);
    }

    private static World run(Scenarios scenarios) {
        World world = new World(scenarios.build(), 5, 0);
        world.advanceTo(52);
        return world;
    }

    private static Consumer<World> each(ToDoubleFunction<World> state, double value) {
        return world -> assertThat(state.applyAsDouble(world)).isEqualTo(value);
    }
}
