package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.handoff.scenario.ScenarioException;
import dev.handoff.statistics.Looks;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people are told about mistakes in a file of claims. */
class ClaimsReaderTest {
    private static final String GOOD = """
            format: 1
            source: mine
            claims:
              - claim: 1
                says: slower is better
                scenario: staged-handoff
                settings: {promotion.added-hours: 18 h/week}
                factor: handoff.pace
                levels: [1 week, 3 weeks, 6 weeks]
                outcome: {metric: customer_churn, at: 52}
                shape: decreasing
                smallest-effect: 0.01
            """;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("format: 1", "format: 2", "x.yaml:1:9 format (2) is not known; this program reads format: 1"),
                mistake("format: 1\n", "", "x.yaml:1:1 format is missing, such as format: 1"),
                mistake("shape: decreasing", "shap: decreasing", "x.yaml:11:5 claims[1].shap is unknown; maybe shape"),
                mistake(
                        "shape: decreasing",
                        "shape: decreasin",
                        "x.yaml:11:12 claims[1].shape (decreasin) must be one of increasing, decreasing, u-shape, inverted-u, convex,"
                                + " concave, crossover, interaction-up, interaction-down, equal, above, below; maybe decreasing"),
                mistake(
                        "customer_churn",
                        "customer_chrun",
                        "x.yaml:10:23 claims[1].outcome.metric (customer_chrun) is unknown; maybe customer_churn"),
                mistake(
                        "at: 52",
                        "at: 105",
                        "x.yaml:10:43 claims[1].outcome.at (105) must lie from week 1 to the horizon (104 weeks)"),
                mistake("at: 52", "at: later", "x.yaml:10:43 claims[1].outcome.at (later) must have the form 52"),
                mistake(
                        "at: 52",
                        "weeks: 9 to 5",
                        "x.yaml:10:46 claims[1].outcome.weeks (9 to 5) must lie from week 1 to the horizon (104 weeks)"),
                mistake(", at: 52", "", "x.yaml:10:14 claims[1].outcome must have either at: 52 or weeks: 27 to 52"),
                mistake(
                        "customer_churn",
                        "payback_week",
                        "x.yaml:10:41 claims[1].outcome.at (52) must be left out: payback_week is known only at the end"),
                mistake(
                        "staged-handoff",
                        "staged-handof",
                        "x.yaml:6:15 claims[1].scenario (staged-handof) is no scenario that comes with the program;"
                                + " maybe staged-handoff"),
                mistake(
                        "staged-handoff",
                        "nowhere.yaml",
                        "x.yaml:6:15 claims[1].scenario (nowhere.yaml) does not exist"),
                mistake(
                        "promotion.added-hours",
                        "promotion.aded-hours",
                        "x.yaml:7:16 promotion.aded-hours is unknown; maybe promotion.added-hours"),
                mistake("handoff.pace", "handoff.pce", "x.yaml:8:13 handoff.pce is unknown; maybe handoff.pace"),
                mistake(
                        "3 weeks,",
                        "3 h/week,",
                        "x.yaml:9:22 handoff.pace (3 h/week) has a unit of workload; time is given in min, h, hour, hours, day,"
                                + " days, week, weeks, month, months, year, years"),
                mistake("3 weeks,", "1 week,", "x.yaml:9:22 claims[1].levels (1 week) is given twice"),
                mistake(
                        "    smallest-effect: 0.01\n",
                        "",
                        "x.yaml:4:5 claims[1].smallest-effect is missing, such as smallest-effect: 0.01"),
                mistake("0.01", "1 %", "x.yaml:12:22 claims[1].smallest-effect (1 %) must be a number"),
                mistake("0.01", "-0.01", "x.yaml:12:22 claims[1].smallest-effect (-0.01) must be 0 or more"),
                mistake(
                        "[1 week, 3 weeks, 6 weeks]",
                        "[1 week]",
                        "x.yaml:11:12 claims[1].shape (decreasing) needs 2 levels or more"),
                mistake(
                        "shape: decreasing",
                        "shape: crossover",
                        "x.yaml:11:12 claims[1].shape (crossover) needs across with two settings or more"),
                mistake(
                        "shape: decreasing",
                        "shape: above",
                        "x.yaml:4:5 claims[1].value is missing, such as value: 0.5"),
                mistake(
                        "    factor: handoff.pace\n",
                        "",
                        "x.yaml:8:13 claims[1].levels must be a map from names to settings, or with factor a list of its values"),
                mistake(
                        "[1 week, 3 weeks, 6 weeks]\n",
                        "{slow: 6 weeks, medium: 3 weeks, fast: 1 week}\n    contexts: [a]\n",
                        "x.yaml:10:15 claims[1].contexts must be a map from two names or more to settings"),
                mistake(
                        "    smallest-effect: 0.01\n",
                        "    smallest-effect: 0.01\n    turns: {setting: reactance.strenght, from: 0, to: 0.2}\n",
                        "x.yaml:13:22 claims[1].turns.setting (reactance.strenght) is no setting with numbers; maybe"
                                + " reactance.strength"),
                mistake(
                        "    smallest-effect: 0.01\n",
                        "    smallest-effect: 0.01\n    turns: {setting: reactance.strength, from: 0, to: 2}\n",
                        "x.yaml:13:55 claims[1].turns.to (2) must be from 0 to 0.6"),
                mistake(
                        "    smallest-effect: 0.01\n",
                        "    smallest-effect: 0.01\n    turns: {setting: reactance.strength, from: 0.2, to: 0.1}\n",
                        "x.yaml:13:57 claims[1].turns.to (0.1) must be above from"),
                mistake(
                        "    smallest-effect: 0.01\n",
                        "    smallest-effect: 0.01\n    turns: {setting: reactance.strength, to: 0.1}\n",
                        "x.yaml:13:12 claims[1].turns.from is missing, such as from: 0 h/week"),
                mistake("claim: 1", "claim: one", "x.yaml:4:12 claims[1].claim (one) must be a number from 1 to 9999"));
    }

    private static Arguments mistake(String good, String bad, String message) {
        return Arguments.of(GOOD.replace(good, bad), message);
    }

    private static List<String> messages(String text) {
        ScenarioException refused =
                catchThrowableOfType(ScenarioException.class, () -> ClaimsReader.parse("x.yaml", text));
        assertThat(refused).as("refusal").isNotNull();
        return refused.messages();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsOneLineWithItsPlace(String text, String message) {
        assertThat(messages(text)).containsExactly(message);
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThat(messages(GOOD.replace("shape", "shap").replace("customer_churn", "customer_chrun")))
                .hasSize(2);
    }

    @Test
    void unevenLevelsOfACurveNeedNumbers() {
        String text = GOOD.replace("shape: decreasing", "shape: convex")
                .replace("[1 week, 3 weeks, 6 weeks]", "{slow: 6 weeks, medium: 3 weeks, fast: 1 week}");
        assertThat(messages(text))
                .containsExactly(
                        "x.yaml:9:13 claims[1].levels must begin with numbers that rise, for convex asks how far apart"
                                + " they are: slow, medium, fast");
    }

    @Test
    void aNumberMayBeGivenOnce() {
        String claim = GOOD.substring(GOOD.indexOf("  - claim"));
        assertThat(messages(GOOD + claim))
                .containsExactly("x.yaml:13:12 claims[2].claim (1) is given twice, first at x.yaml:4:12");
    }

    @Test
    void calculationsAreWorkedOut() {
        Claim claim = ClaimsReader.parse("x.yaml", """
                format: 1
                claims:
                  - claim: 1
                    says: compounding
                    kind: arithmetic
                    arithmetic: [{compute: 1.01^52 - 1, equals: 0.67, within: 0.01}]
                """).claims().get(0);
        assertThat(Result.without(claim).verdict(Looks.LEVEL)).isEqualTo(Verdict.ARITHMETIC);
        assertThat(claim.calculations().get(0).value()).isEqualTo(StrictMath.pow(1.01, 52) - 1);
    }

    /** By hand, with the usual order of operations. */
    @Test
    void formulasFollowTheOrderOfOperations() {
        assertThat(Formula.value("1 + 2 * 3")).isEqualTo(7);
        assertThat(Formula.value("(1 + 2) * 3")).isEqualTo(9);
        assertThat(Formula.value("2^3^2")).isEqualTo(512);
        assertThat(Formula.value("-2^2")).isEqualTo(-4);
        assertThat(Formula.value("10 - 4 - 3")).isEqualTo(3);
        assertThat(Formula.value("8 / 4 / 2")).isEqualTo(1);
        for (String bad : List.of("1 +", "(1", "1)", "x", "", "1/0", "1 2 .. 3")) {
            assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> Formula.value(bad)))
                    .as(bad)
                    .isNotNull();
        }
    }

    @Test
    void aCalculationThatDoesNotComeOutIsRefuted() {
        Claim claim = ClaimsReader.parse("x.yaml", """
                format: 1
                claims:
                  - claim: 1
                    says: compounding
                    kind: arithmetic
                    arithmetic: [{compute: 1.01^52 - 1, equals: 0.52, within: 0.01}]
                """).claims().get(0);
        assertThat(Result.without(claim).verdict(Looks.LEVEL)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void partsTakeOverWhatTheyDoNotSay() {
        Claim claim = ClaimsReader.parse("x.yaml", """
                format: 1
                claims:
                  - claim: 1
                    says: two things
                    factor: handoff.pace
                    levels: [1 week, 3 weeks]
                    outcome: {metric: satisfaction, at: 52}
                    smallest-effect: 0.01
                    parts:
                      - {says: one, shape: increasing}
                      - {says: other, shape: decreasing, levels: {a: {}, b: {handoff.mode: none}}, smallest-effect: 0.5}
                """).claims().get(0);
        assertThat(claim.parts()).hasSize(2);
        assertThat(claim.parts().get(0).design().levels()).containsExactly("1 week", "3 weeks");
        assertThat(claim.parts().get(1).design().levels()).containsExactly("a", "b");
        assertThat(claim.parts().get(1).smallestEffect()).isEqualTo(0.5);
        assertThat(claim.parts().get(1).measured())
                .isEqualTo(claim.parts().get(0).measured());
    }
}
