package dev.handoff.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules for sources that CONTRIBUTING.md lists. */
class SourceRulesTest {
    private static final Set<String> CALCULATING =
            Set.of("kernel", "model", "model.people", "model.mechanism", "metric", "experiment");
    private static final Set<String> SIMULATING =
            Set.of("kernel", "model", "model.people", "model.mechanism", "metric");

    /** A pattern that sources must not contain, with a text that breaks the rule and one that keeps it. */
    private enum Rule {
        NOTHING_IS_LEFT_TO_DO(
                SourceFile::body, "\\b(TODO|FIXME|XXX|HACK)\\b", "// TODO later", "// the list of what to do"),
        NO_AUTHORS(SourceFile::body, "@author", "/** @author me */", "/** An author writes. */"),
        FORMATS_NAME_THEIR_LOCALE(
                SourceFile::code,
                "String\\.format\\((?!\\s*(java\\.util\\.)?Locale\\.ROOT)|\\.formatted\\(|\\.printf\\((?!\\s*Locale\\.ROOT)",
                "String.format(\"%s\", 1)",
                "String.format(\n    Locale.ROOT, \"%s\", 1)"),
        CASE_CHANGES_NAME_THEIR_LOCALE(
                SourceFile::code,
                "\\.to(Lower|Upper)Case\\(\\s*\\)",
                "name.toLowerCase()",
                "name.toLowerCase(Locale.ROOT)"),
        STREAMS_NAME_THEIR_CHARSET(
                SourceFile::code,
                "new (PrintStream|InputStreamReader|OutputStreamWriter|FileReader|FileWriter|PrintWriter|Scanner)"
                        + "\\((?![^;]*([cC]harset|UTF_8|Writer|System\\.(out|err)\\b))|\\.getBytes\\(\\s*\\)",
                "new PrintStream(out, true);",
                "new PrintStream(out, true, StandardCharsets.UTF_8);"),
        LINES_END_WITH_A_LINE_FEED(
                SourceFile::code, "%n|lineSeparator\\(\\)|\"line\\.separator\"", "\"a%n\"", "\"a\\n\""),
        ONLY_THE_COMMANDS_SHOW_STACK_TRACES(
                file -> file.packageName().equals("cli") ? "" : file.code(),
                "\\.printStackTrace\\(",
                "e.printStackTrace();",
                "throw e;"),
        NO_STATIC_STATE(
                SourceFile::code,
                "(?m)^\\s*(private |public |protected )?static (?!final )[\\w<>\\[\\], .?]+( = |;)",
                "    private static int count = 0;",
                "    private static final int COUNT = 0;\n    static int count() {"),
        ONLY_THE_COMMANDS_EXIT(
                file -> file.packageName().equals("cli") ? "" : file.code(),
                "System\\.exit\\(|Runtime\\.getRuntime\\(\\)\\.(exit|halt)",
                "System.exit(1);",
                "return 1;"),
        ONLY_THE_COMMANDS_PRINT(
                file -> file.packageName().equals("cli") ? "" : file.code(),
                "System\\.(out|err)\\b",
                "System.out.println(1);",
                "out.println(1);"),
        FUNCTIONS_ARE_STRICT(
                file -> CALCULATING.contains(file.packageName()) && !file.isNamed("Fast.java") ? file.code() : "",
                "(?<!Strict)Math\\s*\\.(exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)\\(",
                "Math.exp(-x)",
                "StrictMath.exp(-x) + Math.sqrt(x)"),
        SIMULATIONS_KNOW_NO_CLOCK_AND_NO_OTHER_CHANCE(
                file -> SIMULATING.contains(file.packageName()) ? file.code() : "",
                "System\\.(nanoTime|currentTimeMillis)|\\.now\\(\\s*(Clock|ZoneId)|(Instant|LocalDate|LocalDateTime)\\.now\\("
                        + "|new Random\\(|Math\\.random\\(|ThreadLocalRandom|UUID\\.random|identityHashCode",
                "long start = System.nanoTime();",
                "double now = events.time();");

        private final Function<SourceFile, String> where;
        private final Pattern forbidden;
        private final String bad;
        private final String good;

        Rule(Function<SourceFile, String> where, String forbidden, String bad, String good) {
            this.where = where;
            this.forbidden = Pattern.compile(forbidden);
            this.bad = bad;
            this.good = good;
        }

        List<String> breaches(SourceFile file) {
            return forbidden
                    .matcher(where.apply(file))
                    .results()
                    .map(result -> file.name() + ": " + result.group().strip())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theSourcesKeepTheRule(Rule rule) {
        assertThat(SourceFile.all()).flatMap(rule::breaches).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theRuleSeesABreachAndNothingElse(Rule rule) {
        assertThat(rule.breaches(made(rule.bad))).hasSize(1);
        assertThat(rule.breaches(made(rule.good))).isEmpty();
    }

    @Test
    void everyRuleIsToldToContributors() throws java.io.IOException {
        String guide = java.nio.file.Files.readString(java.nio.file.Path.of("CONTRIBUTING.md"));
        assertThat(Rule.values()).allSatisfy(rule -> assertThat(guide).contains("`" + rule.name() + "`"));
    }

    private static SourceFile made(String body) {
        return new SourceFile("Made.java", "package dev.handoff.model;\n" + body + "\n");
    }
}
