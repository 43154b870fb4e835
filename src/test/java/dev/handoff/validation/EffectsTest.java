package dev.handoff.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.cli.Typed;
import dev.handoff.experiment.ArmResult;
import dev.handoff.experiment.Control;
import dev.handoff.experiment.Examples;
import dev.handoff.experiment.Measure;
import dev.handoff.experiment.Outcome;
import dev.handoff.experiment.Worlds;
import dev.handoff.metric.Metric;
import dev.handoff.model.Scenario;
import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No parameter is inert: moved over its plausible range in full runs, each changes what {@code effects/effects.csv} says, in the
 * direction and by at least the amount that follows from the model. Both ends have the same seeds, so differences are paired.
 *
 * <p>An effect counts if it exceeds the least one by three standard errors, at one of three looks. The seed is fixed, so nothing here is
 * left to chance; were a true effect no more than the least one, a new seed would pass it with probability 0.008 at most (Student's t with 19,
 * 49 and 149 degrees of freedom: 0.0037, 0.0021 and 0.0016).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectsTest {
    private static final int REPLICATIONS = 50;
    private static final int[] LOOKS = {20, REPLICATIONS, 150}; // replications
    private static final double STANDARD_ERRORS = 3;

    /* By what is simulated: where an end is the default, or two settings mean the same, it is simulated once. */
    private final Map<Scenario, Readings> done = new HashMap<>();

    @TempDir
    private Path folder;

    static List<Effect> simulated() {
        return Effect.all().stream().filter(Effect::isSimulated).toList();
    }

    /** Those that are looked at more closely: every sixth in a build, as each costs seconds; all with {@code -Deffects=all}. */
    static List<Effect> some() {
        List<Effect> all = simulated();
        return isWhole()
                ? all
                : IntStream.range(0, all.size())
                        .filter(place -> place % 6 == 0)
                        .mapToObj(all::get)
                        .toList();
    }

    private static boolean isWhole() {
        return "all".equals(System.getProperty("effects")) || "update".equals(System.getProperty("golden"));
    }

    static List<Effect> names() {
        return Effect.all().stream().filter(effect -> !effect.isSimulated()).toList();
    }

    @AfterAll
    void forget() {
        done.clear();
    }

    @Test
    void everyParameterHasOneRow() {
        assertThat(Effect.all()).allSatisfy(effect -> assertThat(effect.why()).isNotBlank());
        assertThat(simulated()).allSatisfy(effect -> {
            assertThat(effect.sign()).isIn(-1, 1);
            assertThat(effect.least()).isPositive();
        });
        assertThat(Effect.all().stream().map(effect -> effect.parameter().path()))
                .containsExactlyElementsOf(Catalogue.standard().parameters().stream()
                        .map(Parameter::path)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("simulated")
    void movingAParameterMovesItsOutput(Effect effect) {
        check(effect);
    }

    /** No default is an extreme, so the argument for an effect holds on both sides of it; by more than three standard errors. */
    @ParameterizedTest
    @MethodSource("some")
    void theDefaultLiesBetweenTheEndsOrIsOne(Effect effect) {
        double[] low = readings(effect.moved(effect.low())).of(effect.output());
        double[] unmoved = readings(effect.unmoved()).of(effect.output());
        double[] high = readings(effect.moved(effect.high())).of(effect.output());
        List<PairedDifference> parts =
                List.of(PairedDifference.between(low, unmoved), PairedDifference.between(unmoved, high));
        for (PairedDifference part : parts) {
            assertThat(effect.sign() * part.mean())
                    .as("%s on the way from %s to %s", effect.output(), effect.low(), effect.high())
                    .isGreaterThanOrEqualTo(-STANDARD_ERRORS * part.standardError());
        }
    }

    @Test
    void anEffectInTheOtherDirectionOrTooSmallIsRefused() {
        Effect wage = effect("delegates.wage");
        check(changed(wage, wage.context(), wage.output(), -1, 359_999));
        assertThatThrownBy(() -> check(changed(wage, wage.context(), wage.output(), -1, 360_001)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("delegates.wage");
        assertThatThrownBy(() -> check(changed(wage, wage.context(), wage.output(), 1, 1)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> check(changed(wage, wage.context(), Metric.CUSTOMER_CHURN.id(), -1, 1e-12)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aReplicationWithoutAValueIsRefused() {
        double[] values = {1, Double.NaN};
        assertThatThrownBy(() -> PairedDifference.between(values, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsShown(Effect effect) throws IOException {
        String setting = effect.parameter().path() + "=" + effect.high();
        String scenario = "scenarios/staged-handoff.yaml";
        switch (effect.output()) {
            case "contacts.csv" -> {
                Path result = folder.resolve("result");
                List<String> command = List.of("run", scenario, "--only", "0", "--trace", "--quiet", "--set", setting);
                List<String> rest = List.of("--set", "horizon=9 weeks", "-o", result.toString());
                assertThat(Typed.of(joined(command, rest))).isEqualTo(new Typed(0, ""));
                assertThat(Files.readString(result.resolve("contacts.csv")))
                        .contains(",Client 1,", ",Client 18,")
                        .doesNotContain("Customer");
                assertThat(Files.readString(result.resolve("trace-1-base.csv")))
                        .contains(",request arrives,Client 1,")
                        .doesNotContain("Customer");
            }
            case "handoff check" ->
                assertThat(Typed.of(List.of("check", scenario, "--set", setting))
                                .text())
                        .contains("Dana with skill as at the start", "Dana with full skill")
                        .doesNotContain("delegate with");
            default -> throw new AssertionError(effect.output());
        }
    }

    /** Readings sum up what an experiment sums up; the two share the metrics and the rule of the payback week. */
    @Test
    void readingsAreThoseOfAnExperiment() throws IOException {
        Scenario scenario = Examples.staged("contacts.rate=3 /week");
        Readings readings = Readings.of(scenario, 3);
        try (Outcome outcome = Examples.experiment(scenario, 3, 1).run(folder, new Control(), Worlds.PLAIN)) {
            ArmResult result = outcome.results().get(0);
            List<String> ids = new ArrayList<>(List.of(Measure.PAYBACK_WEEK.id()));
            for (Metric metric : Metric.values()) {
                ids.add(metric.id());
            }
            for (Measure measure : result.measures()) {
                if (ids.remove(measure.id())) {
                    assertThat(readings.of(measure.id()))
                            .as(measure.id())
                            .containsExactly(outcome.values(result.arm(), measure), within(1e-9));
                }
            }
            assertThat(ids).isEmpty();
        }
    }

    /** The remarks at the end of docs/effects.md. */
    @Test
    void onlyDropsDependOnOwnershipAndNothingOnWages() {
        Set<Metric> ownership = Set.of(Metric.OWNERSHIP);
        Map<String, String> without = Map.of("drops.active", "false");
        Map<String, Set<Metric>> alone = Map.of(
                "ownership.active", ownership,
                "ownership.initial", ownership,
                "ownership.success-gain", ownership,
                "ownership.override-loss", ownership,
                "delegates.wage", Set.of(Metric.NET_VALUE, Metric.CASH, Metric.COST_PER_REQUEST));
        alone.forEach((path, only) -> {
            Effect whole = effect(path);
            Effect effect = changed(whole, without, whole.output(), whole.sign(), whole.least());
            Readings low = readings(effect.moved(effect.low()));
            Readings high = readings(effect.moved(effect.high()));
            for (Metric metric : Metric.values()) {
                boolean equal = Arrays.equals(low.of(metric.id()), high.of(metric.id()));
                assertThat(equal).as("%s on %s", path, metric.id()).isEqualTo(!only.contains(metric));
            }
        });
    }

    /** The other remarks: each difference is further from 0 than three standard errors, as everywhere here. */
    @Test
    void planningCheckInsAbsenceAndSteppingInDoToCustomersWhatThePageRemarks() {
        String lost = Metric.CUSTOMER_CHURN.id();
        Effect away = effect("executive.away");
        check(changed(effect("follow-up.planning"), Map.of(), lost, 1, 0.01));
        check(changed(effect("follow-up.check-ins"), Map.of(), lost, 1, 0.02));
        check(changed(effect("intervention.propensity"), Map.of(), lost, -1, 0.02));
        check(changed(away, Map.of(), lost, -1, 0.02));
        check(changed(away, Map.of("abandonment.active", "true"), lost, 1, 0.4));
    }

    @Test
    void thePageShowsWhatIsMeasured() throws IOException {
        Readings defaults = readings(simulated().get(0).atTheDefaults().unmoved());
        EffectsPage page = new EffectsPage(EffectsPage.HEADLINES.stream()
                .mapToDouble(metric ->
                        Arrays.stream(defaults.of(metric.id())).average().orElseThrow())
                .toArray());
        List<Effect> some = some();
        for (Effect effect : Effect.all()) {
            if (some.contains(effect)) {
                List<PairedDifference> headlines = EffectsPage.HEADLINES.stream()
                        .map(metric -> difference(effect.atTheDefaults(), metric.id()))
                        .toList();
                page.add(effect, difference(effect, effect.output()), headlines);
            } else if (!effect.isSimulated()) {
                page.add(effect);
            }
        }
        if (isWhole()) {
            page.check();
        } else {
            page.checkThose();
        }
    }

    private void check(Effect effect) {
        PairedDifference difference = difference(effect, effect.output(), LOOKS[0]);
        for (int look = 1; look < LOOKS.length && !isSure(effect, difference); look++) {
            difference = difference(effect, effect.output(), LOOKS[look]);
        }
        assertThat(isSure(effect, difference))
                .as("%s on %s: %s", effect, effect.output(), difference)
                .isTrue();
    }

    private static boolean isSure(Effect effect, PairedDifference difference) {
        double sure = effect.sign() * difference.mean() - STANDARD_ERRORS * difference.standardError();
        return sure >= effect.least() && sure > 0;
    }

    private PairedDifference difference(Effect effect, String output) {
        return difference(effect, output, REPLICATIONS);
    }

    private PairedDifference difference(Effect effect, String output, int replications) {
        return PairedDifference.between(
                readings(effect.moved(effect.low()), replications).of(output),
                readings(effect.moved(effect.high()), replications).of(output));
    }

    private Readings readings(Map<String, String> settings) {
        return readings(settings, REPLICATIONS);
    }

    private Readings readings(Map<String, String> settings, int replications) {
        Scenario scenario = Readings.scenario(settings);
        Readings readings = done.getOrDefault(scenario, Readings.none()).extended(scenario, replications);
        done.put(scenario, readings);
        return readings.first(replications);
    }

    private static Effect effect(String path) {
        return simulated().stream()
                .filter(effect -> effect.parameter().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static Effect changed(Effect effect, Map<String, String> context, String output, int sign, double least) {
        return new Effect(effect.parameter(), effect.low(), effect.high(), context, output, sign, least, effect.why());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
