package dev.handoff.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.metric.Metric;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of docs/effects.md as they should be; {@code -Dgolden=update} writes them anew. */
final class EffectsPage {
    /** What the user sees first, in the mean week of the year or at its end. */
    static final List<Metric> HEADLINES =
            List.of(Metric.CAPACITY_FREED, Metric.BURNOUT_CARRIED_RISK, Metric.CUSTOMER_CHURN);

    private static final Path PAGE = Path.of("docs/effects.md");

    /** Changes of the headlines that would be noticed: 1 h/week, 1 point, 2 points. */
    private static final double[] LIMITS = {1, 0.01, 0.02};

    private static final int[] SCALE = {1, 100, 100}; // by headline: what is shown for 1
    private static final int DIGITS = 3;

    private final List<String> effects = new ArrayList<>();
    private final List<String> strong = new ArrayList<>();
    private final List<String> without = new ArrayList<>();
    private final List<String> small = new ArrayList<>();
    private final List<String> uncertain = new ArrayList<>();

    /** @param defaults means of the headline metrics where nothing is changed */
    EffectsPage(double[] defaults) {
        List<String> cells = new ArrayList<>(List.of("(the defaults)", ""));
        for (int headline = 0; headline < defaults.length; headline++) {
            cells.add(rounded(defaults[headline] * SCALE[headline], 1));
        }
        strong.add(row(cells.toArray(String[]::new)));
    }

    /** A name, which changes no number. */
    void add(Effect effect) {
        effects.add(row(
                place(effect) + name(effect), move(effect), "", "`" + effect.output() + "`", "the name", effect.why()));
    }

    /** @param headlines changes of the headline metrics where everything else is as by default */
    void add(Effect effect, PairedDifference difference, List<PairedDifference> headlines) {
        String shown = interval(difference, 1, decimals(difference.mean())) + " " + Readings.unit(effect.output());
        String output = "`" + effect.output() + "`";
        effects.add(
                row(place(effect) + name(effect), move(effect), context(effect), output, shown.strip(), effect.why()));
        if (any(headlines, PairedDifference::isNoticed)) {
            strong.add(row(
                    name(effect),
                    move(effect),
                    headline(headlines, 0),
                    headline(headlines, 1),
                    headline(headlines, 2)));
        } else if (headlines.stream().allMatch(change -> change.isSmall(0) || isZero(change))) {
            without.add(name(effect));
        } else if (any(headlines, (change, limit) -> !change.isSmall(limit))) {
            uncertain.add(name(effect));
        } else {
            small.add(name(effect));
        }
    }

    private interface Judgement {
        boolean holds(PairedDifference change, double limit);
    }

    private static boolean any(List<PairedDifference> headlines, Judgement judgement) {
        return IntStream.range(0, LIMITS.length)
                .anyMatch(headline -> judgement.holds(headlines.get(headline), LIMITS[headline]));
    }

    private static boolean isZero(PairedDifference change) {
        return change.mean() == 0 && change.standardError() == 0;
    }

    private static String name(Effect effect) {
        return "`" + effect.parameter().path() + "`";
    }

    /** To which the page of parameters links. */
    private static String place(Effect effect) {
        return "<a id=\"" + effect.parameter().path() + "\"></a>";
    }

    private static String move(Effect effect) {
        String unit = effect.parameter().unit().canonical();
        String low = effect.low().isEmpty() ? "empty" : effect.low();
        return low + " → " + effect.high() + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String context(Effect effect) {
        return effect.context().entrySet().stream().map(EffectsPage::setting).collect(Collectors.joining(", "));
    }

    private static String setting(Map.Entry<String, String> setting) {
        return "`" + setting.getKey() + ": " + setting.getValue() + "`";
    }

    private static String headline(List<PairedDifference> headlines, int headline) {
        PairedDifference change = headlines.get(headline);
        String text = isZero(change) ? "0" : interval(change, SCALE[headline], 1);
        return change.isNoticed(LIMITS[headline]) ? "**" + text + "**" : text;
    }

    /* The mean alone where the interval is too narrow to show. */
    private static String interval(PairedDifference change, int scale, int decimals) {
        String mean = rounded(change.mean() * scale, decimals);
        String low = rounded(change.low() * scale, decimals);
        String high = rounded(change.high() * scale, decimals);
        return low.equals(mean) && high.equals(mean) ? mean : mean + " (" + low + " to " + high + ")";
    }

    /* Below 0 where a large number is rounded to tens or more. */
    private static int decimals(double value) {
        BigDecimal exact = new BigDecimal(value);
        return DIGITS - (exact.precision() - exact.scale());
    }

    private static String rounded(double value, int decimals) {
        String text =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        return text.matches("-0\\.?0*") ? text.substring(1) : text;
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    void check() throws IOException {
        check("effects", List.of("parameter", "from → to", "with", "output", "effect", "why"), effects);
        check(
                "headlines",
                List.of(
                        "parameter",
                        "from → to",
                        "capacity freed, h/week",
                        "carried burnout risk, points",
                        "customers lost, points"),
                strong);
        check(
                "weak",
                List.of("on the three", "parameters"),
                List.of(
                        row("no effect", String.join(", ", without)),
                        row("known to be small", String.join(", ", small)),
                        row("maybe smaller, maybe not", String.join(", ", uncertain))));
    }

    /** The same where only some parameters were measured: what the tables hold of them. */
    void checkThose() throws IOException {
        assertThat(table("effects").lines()).containsAll(effects);
        assertThat(table("headlines").lines()).containsAll(strong);
        List<String> weak = table("weak").lines().skip(2).toList();
        List<List<String>> kinds = List.of(without, small, uncertain);
        for (int kind = 0; kind < kinds.size(); kind++) {
            assertThat(List.of(weak.get(kind).split("[|,]"))).map(String::strip).containsAll(kinds.get(kind));
        }
    }

    private static String table(String table) throws IOException {
        String page = Files.readString(PAGE);
        String first = "<!-- " + table + " begin -->\n";
        int from = page.indexOf(first) + first.length();
        int to = page.indexOf("<!-- " + table + " end -->");
        assertThat(from).isGreaterThan(first.length()).isLessThanOrEqualTo(to);
        return page.substring(from, to);
    }

    private static void check(String table, List<String> header, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(row(header.toArray(String[]::new)));
        lines.add("|" + "---|".repeat(header.size()));
        lines.addAll(rows);
        String generated = String.join("\n", lines) + "\n";
        String present = table(table);
        if ("update".equals(System.getProperty("golden"))) {
            String begin = "<!-- " + table + " begin -->\n";
            Files.writeString(PAGE, Files.readString(PAGE).replace(begin + present, begin + generated));
        } else {
            assertThat(present)
                    .as("mvn test -Dgolden=update takes over what is measured now")
                    .isEqualTo(generated);
        }
    }
}
