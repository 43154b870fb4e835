package dev.handoff.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What modellers are told about mistakes in the text of a scenario file. */
class RefusalTest {

    private static final String TIMES =
            "time is given in min, h, hour, hours, day, days, week, weeks, month, months, year, years";

    static Stream<Arguments> mistakesInValues() {
        return Stream.of(
                refused("habit: {initial: 1.3}", "x.yaml:2:18 habit.initial (1.3) must be from 0 to 1"),
                refused("handoff: {pace: -1 days}", "x.yaml:2:17 handoff.pace (-1 days) must be 0 or more (weeks)"),
                refused("skill: {novice-time: 0}", "x.yaml:2:22 skill.novice-time (0) must be above 0"),
                refused(
                        "executive: {maximum-hours: 34 h/day}",
                        "x.yaml:2:28 executive.maximum-hours (34 h/day)"
                                + " must be above 0 and up to 168 (hours per week)"),
                refused("handoff: {pace: 3 wek}", "x.yaml:2:17 handoff.pace (3 wek) has an unknown unit; " + TIMES),
                refused(
                        "handoff: {pace: 3 h/week}",
                        "x.yaml:2:17 handoff.pace (3 h/week) has a unit of workload; " + TIMES),
                refused(
                        "follow-up: {check-in-executive-work: 1 day}",
                        "x.yaml:2:38 follow-up.check-in-executive-work (1 day) has a unit of time;"
                                + " effort is given in min, h, hour, hours"),
                refused(
                        "handoff: {delegated-share: 1 week}",
                        "x.yaml:2:28 handoff.delegated-share (1 week) takes no unit but %"),
                refused("skill: {steepness: 8 %}", "x.yaml:2:20 skill.steepness (8 %) takes no unit"),
                refused(
                        "handoff: {pace: soon}",
                        "x.yaml:2:17 handoff.pace (soon) must be a number, perhaps with a unit, such as 3 weeks"),
                refused(
                        "handoff: {pace: ٣ weeks}",
                        "x.yaml:2:17 handoff.pace (٣ weeks) must be a number, perhaps with a unit, such as 3 weeks"),
                refused(
                        "handoff: {pace: 1e999999999}",
                        "x.yaml:2:17 handoff.pace (1e999999999) must be a number, perhaps with a unit, such as 3 weeks"),
                refused("contacts: {count: 1_000}", "x.yaml:2:19 contacts.count (1_000) must be a number"),
                refused(
                        "contacts: {count: 2.5}",
                        "x.yaml:2:19 contacts.count (2.5) must be a whole number up to 2147483647"),
                refused("contacts: {count: .nan}", "x.yaml:2:19 contacts.count (.nan) must be a number"),
                refused("announcement: {active: yes}", "x.yaml:2:24 announcement.active (yes) must be true or false"),
                refused(
                        "announcement: {active: \"true\"}",
                        "x.yaml:2:24 announcement.active (true) must be true or false"),
                refused(
                        "handoff: {mode: stagd}",
                        "x.yaml:2:17 handoff.mode (stagd) must be one of none, staged, adaptive, abrupt; maybe staged"),
                refused(
                        "contacts: {name: \"a\\nb\"}",
                        "x.yaml:2:18 contacts.name (a b) must be one line of at most 100 characters"),
                refused("handoff: {pace: }", "x.yaml:2:16 handoff.pace needs a value"),
                refused("handoff: {pace: [1, 2]}", "x.yaml:2:17 handoff.pace must be one value, not a list"),
                refused("handoff: {pace: {a: 1}}", "x.yaml:2:17 handoff.pace must be one value, not a map"));
    }

    static Stream<Arguments> mistakesInLaws() {
        return Stream.of(
                refused(
                        "contacts: {rate: {lognrmal: {mean: 1}}}",
                        "x.yaml:2:18 contacts.rate has the unknown law lognrmal; known here: fixed, uniform, triangular,"
                                + " exponential, lognormal, beta, gamma; maybe lognormal"),
                refused(
                        "contacts: {rate: {exponential: {mean: 1}, fixed: 1}}",
                        "x.yaml:2:18 contacts.rate must be a quantity or one law, such as {exponential: {mean: ...}}"),
                refused(
                        "contacts: {rate: {gamma: {mean: 1, sd: 3}}}",
                        "x.yaml:2:18 contacts.rate.gamma needs {mean, shape} or {mean, cv}"),
                refused(
                        "contacts: {patience: {exponential: {mean: -1 day}}}",
                        "x.yaml:2:43 contacts.patience.exponential.mean (-1 day) must be above 0 (weeks)"),
                refused(
                        "contacts: {patience: {uniform: {from: 0, to: 1}}}",
                        "x.yaml:2:39 contacts.patience.uniform.from (0) must be above 0 (weeks)"),
                refused(
                        "contacts: {value: {uniform: {from: 20k, to: 10k}}}",
                        "x.yaml:2:19 contacts.value.uniform must have from below to"),
                refused(
                        "contacts: {value: {triangular: {from: 1, mode: 5, to: 4}}}",
                        "x.yaml:2:19 contacts.value.triangular must have from, mode and to in rising order"),
                refused(
                        "contacts: {rate: {exponential: {mean: 0}}}",
                        "x.yaml:2:18 contacts.rate.exponential must have mean above 0"),
                refused(
                        "contacts: {rate: {lognormal: {mean: 1, cv: -0.1}}}",
                        "x.yaml:2:18 contacts.rate.lognormal must have cv of 0 or more"),
                refused(
                        "contacts: {rate: {lognormal: {median: 1, sigma: 0.5, from: 3, to: 2}}}",
                        "x.yaml:2:18 contacts.rate.lognormal must have from below to"),
                refused(
                        "contacts: {rate: {lognormal: {median: 1, sigma: 0, to: 2}}}",
                        "x.yaml:2:18 contacts.rate.lognormal must have a spread above 0 where it is cut"),
                refused(
                        "contacts: {rate: {lognormal: {median: 1, sigma: 0.01, from: 90, to: 91}}}",
                        "x.yaml:2:18 contacts.rate.lognormal has impossible parameters"),
                refused(
                        "requests: {difficulty: {beta: {mean: 1, n: 3}}}",
                        "x.yaml:2:24 requests.difficulty.beta must have a mean below 1"),
                refused(
                        "contacts: {patience: {beta: {alpha: 1, beta: 3}}}",
                        "x.yaml:2:22 contacts.patience.beta reaches from 0 to 1 only"),
                refused("contacts: {patience: {fixed: {a: 1}}}", "x.yaml:2:22 contacts.patience.fixed needs one value"),
                refused(
                        "contacts: {patience: {exponential: {mean: [1]}}}",
                        "x.yaml:2:43 contacts.patience.exponential.mean must be one value"));
    }

    static Stream<Arguments> mistakesInShape() {
        return Stream.of(
                refused("habit: {inital: 0.3}", "x.yaml:2:9 habit.inital is unknown; maybe habit.initial"),
                refused(
                        "habit: {zzzzzzzzz: 3}",
                        "x.yaml:2:9 habit.zzzzzzzzz is unknown;"
                                + " known in habit: active, initial, repetitions, after-failure"),
                refused("propensity: 0.1", "x.yaml:2:1 propensity is unknown; maybe intervention.propensity"),
                refused("qqqqqqqqqqq: 1", "x.yaml:2:1 qqqqqqqqqqq is unknown; handoff explain lists every setting"),
                refused("\"\": 1", "x.yaml:2:1 \"\" is unknown; handoff explain lists every setting"),
                refused("reactance: 3", "x.yaml:2:12 reactance must be a map of settings"),
                refused("contacts: 3", "x.yaml:2:11 contacts must be a map of settings or a list of such maps"),
                refused("contacts: []", "x.yaml:2:11 contacts must hold at least one group; none of them: count: 0"),
                refused(
                        "handoff.pace: 3 weeks",
                        "x.yaml:2:1 handoff.pace is written with a dot; in a file, nest it: dots are for variants and"
                                + " changes"),
                refused("habit: {}\nhabit: {}", "x.yaml:3:1 habit is given twice, first at x.yaml:2:1"),
                refused(
                        "variants: {a: {handoff.pace: 1, handoff: {pace: 2}}}",
                        "x.yaml:2:43 handoff.pace is given twice, first at x.yaml:2:30"),
                refused(
                        "variants: {a: {contacts.count: 1, 'contacts[1].count': 2}}",
                        "x.yaml:2:56 contacts[1].count is given twice, first at x.yaml:2:32"),
                refused("variants: {a: {name: b}}", "x.yaml:2:16 name belongs to a file and cannot be set here"),
                refused("variants: {a: 3}", "x.yaml:2:15 variants.a must be a map of settings; {} sets none"),
                refused("variants: []", "x.yaml:2:11 variants must be a map from names to settings"),
                refused("variants: {}", "x.yaml:2:11 variants must be a map from names to settings"),
                refused("expect: {}", "x.yaml:2:9 expect must be a list of texts such as: mean customer_churn <= 20 %"),
                refused("start: soon", "x.yaml:2:8 start (soon) must be a date such as 2026-01-05"),
                refused("name: []", "x.yaml:2:7 name must be a text"),
                refused("changes: {}", "x.yaml:2:10 changes must be a list such as [{at: 26 weeks, set: {...}}]"),
                refused("changes: [{at: 3}]", "x.yaml:2:11 changes[1] must have the form {at: 26 weeks, set: {...}}"),
                refused(
                        "changes: [{at: 2, set: {contacts.count: 3}}]",
                        "x.yaml:2:25 contacts.count is fixed at the start and cannot change in time"),
                refused(
                        "changes: [{at: 2, set: {delegates: [{wage: 1}]}}]",
                        "x.yaml:2:36 delegates: groups cannot change in time; name one, such as delegates[1].wage"),
                refused(
                        "changes: [{at: 200 weeks, set: {}}]",
                        "x.yaml:2:16 changes: at (200 weeks) must be from 0 to the horizon (104 weeks)"),
                refused(
                        "changes: [{at: -1 day, set: {}}]",
                        "x.yaml:2:16 changes[1].at (-1 day) must be 0 or more (weeks)"));
    }

    static Stream<Arguments> valuesThatDoNotFitTogether() {
        return Stream.of(
                refused(
                        "fatigue: {full-output-hours: 70 h/week}",
                        "x.yaml:2:30 fatigue.flat-output-hours (63.0) must be above full-output-hours (70.0)"),
                refused(
                        "contacts: [{count: 1}, {vendor-share: 0.7, partner-share: 0.6}]",
                        "x.yaml:2:39 contacts.vendor-share (0.7) and partner-share (0.6) must not exceed 1 together"),
                refused(
                        "delegates: {count: 0}",
                        "x.yaml:2:20 handoff.mode (staged) needs delegates.count of at least 1"),
                refused("horizon: 3.5 weeks", "x.yaml:2:10 horizon (3.5 weeks) must be whole weeks"),
                refused(
                        "changes: [{at: 2, set: {fatigue.full-output-hours: 64}}]",
                        "x.yaml:2:52 fatigue.flat-output-hours (63.0) must be above full-output-hours (64.0)"),
                refused(
                        "handoff: {mode: none}\ndelegates: {count: 0}\nvariants: {a: {handoff.mode: abrupt}, b: {}}",
                        "x.yaml:4:30 handoff.mode (abrupt) needs delegates.count of at least 1"));
    }

    @ParameterizedTest
    @MethodSource({"mistakesInValues", "mistakesInLaws", "mistakesInShape", "valuesThatDoNotFitTogether"})
    void eachMistakeIsToldWithItsPlaceAndRemedy(String text, String message) {
        assertThat(messages("format: 1\n" + text)).containsExactly(message);
    }

    static Stream<Arguments> textsThatAreNoScenario() {
        return Stream.of(
                Arguments.of("", "x.yaml is empty; the smallest scenario file is: format: 1"),
                Arguments.of("# only\n", "x.yaml is empty; the smallest scenario file is: format: 1"),
                Arguments.of("habit: {}", "x.yaml:1:1 format is missing; this program reads format: 1"),
                Arguments.of("format: 2", "x.yaml:1:9 format (2) is not known; this program reads format: 1"),
                Arguments.of("- a", "x.yaml:1:1 must be a map of settings"),
                Arguments.of("a\u0000b", "x.yaml:1:1 is not a text file: it holds the character U+0000"),
                Arguments.of("format: 1\nhabit:\n\tinitial: 0", "x.yaml:3:1 begins with a tab; indent with blanks"),
                Arguments.of("format: 1\n---\nformat: 1", "x.yaml:2:1 begins a second document; a file holds one"),
                Arguments.of(
                        "format: 1\nhabit: [1, 2",
                        "x.yaml:2:13 is not valid YAML: expected ',' or ']', but got <stream end>"),
                Arguments.of("format: 1\nhabit: *a", "x.yaml:2:8 *a names nothing that ended before it"),
                Arguments.of("format: 1\nhabit: &a [*a]", "x.yaml:2:12 *a names nothing that ended before it"),
                Arguments.of(
                        "format: 1\nhabit: !!map {initial: 0.1}",
                        "x.yaml:2:8 has the tag tag:yaml.org,2002:map; tags are not known here"),
                Arguments.of("format: 1\nx: " + "[".repeat(100_000), "x.yaml:2:23 is nested more than 20 levels deep"),
                Arguments.of(bomb(), "x.yaml:5:16 is one alias too many; 20 are allowed"),
                Arguments.of(
                        "%YAML 3.1\n---\nformat: 1",
                        "x.yaml:1:1 asks for another version of YAML; YAML 1.2 is read here"));
    }

    @ParameterizedTest
    @MethodSource("textsThatAreNoScenario")
    void whatIsNoScenarioFileIsRefusedInOneLine(String text, String message) {
        assertThat(messages(text)).containsExactly(message);
    }

    @Test
    void aKeyThatIsNoWordIsRefused() {
        assertThat(messages("format: 1\n? [a]\n: 1")).containsExactly("x.yaml:2:3 is a key that is not one word");
    }

    @Test
    void everyMistakeOfAFileIsToldAtOnce() {
        String text = "format: 1\nhabit: {initial: 2, inital: 1}\nhandoff: {mode: slow}\nvariants: {a: {x: 1}}";
        assertThat(messages(text, "habit.initial=3")).hasSize(5);
    }

    static Stream<Arguments> mistakesInOverrides() {
        return Stream.of(
                Arguments.of("habit.initial=1.3", "--set habit.initial (1.3) must be from 0 to 1"),
                Arguments.of("habit.initial", "--set habit.initial must have the form path=value"),
                Arguments.of("=3", "--set =3 must have the form path=value"),
                Arguments.of("habit.initial=", "--set habit.initial needs a value"),
                Arguments.of("name=b", "--set name belongs to a file and cannot be set here"),
                Arguments.of("habit.inital=1", "--set habit.inital is unknown; maybe habit.initial"),
                Arguments.of("contacts[2].count=1", "--set contacts[2].count does not say which: there is 1 group"),
                Arguments.of("contacts[0].count=1", "--set contacts[0].count does not say which: there is 1 group"));
    }

    @ParameterizedTest
    @MethodSource("mistakesInOverrides")
    void mistakesInOverridesNameTheOption(String override, String message) {
        assertThat(messages("format: 1", override)).containsExactly(message);
    }

    @Test
    void aGroupOfSeveralIsNamedByItsNumber() {
        String text = "format: 1\ncontacts: [{count: 1}, {count: 2}]";
        assertThat(messages(text, "contacts.count=3"))
                .containsExactly("--set contacts.count does not say which: there are 2 groups, contacts[1] and so on");
        assertThat(ScenarioReader.parse("x.yaml", text, List.of("contacts[2].count=3"))
                        .variants()
                        .get(0)
                        .scenario()
                        .contactCount())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("otherLocales")
    void messagesAndNumbersDoNotDependOnTheLocale(Locale locale) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(locale);
            assertThat(messages("format: 1\nhabit: {INITIAL: 1, initial: 1.25}"))
                    .containsExactly(
                            "x.yaml:2:9 habit.INITIAL is unknown; maybe habit.initial",
                            "x.yaml:2:30 habit.initial (1.25) must be from 0 to 1");
            String yaml = Scenarios.base()
                    .with("handoff.pace", "1.5 weeks")
                    .variant()
                    .settings()
                    .yaml();
            assertThat(yaml).contains("  pace: 1.5 weeks\n");
        } finally {
            Locale.setDefault(before);
        }
    }

    static Stream<Locale> otherLocales() {
        return Stream.of(Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("ar-EG-u-nu-arab"));
    }

    private static String bomb() {
        return """
                format: 1
                a: &a [x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                """;
    }

    private static Arguments refused(String text, String message) {
        return Arguments.of(text, message);
    }

    private static List<String> messages(String text, String... overrides) {
        return catchThrowableOfType(
                        ScenarioException.class, () -> ScenarioReader.parse("x.yaml", text, List.of(overrides)))
                .messages();
    }
}
