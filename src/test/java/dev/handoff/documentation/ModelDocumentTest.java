package dev.handoff.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.scenario.Catalogue;
import dev.handoff.scenario.Evidence;
import dev.handoff.scenario.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The generated parts of docs/model.md are up to date; {@code -Dgolden=update} writes them anew. */
class ModelDocumentTest {
    private static final Path MODEL = Path.of("docs/model.md");
    private static final Path TRACE = Path.of("src/test/resources/traces/thirty-events.tsv");

    /** What each section stands on, counted by the words with which the sources of its parameters begin. */
    @Test
    void theTableOfAssumptionAndEvidenceIsThatOfTheDefaults() throws IOException {
        Map<String, Map<Evidence, Integer>> counts = new LinkedHashMap<>();
        Map<Evidence, Integer> all = new EnumMap<>(Evidence.class);
        List<String> evidence = new ArrayList<>();
        for (Parameter parameter : Catalogue.standard().parameters()) {
            String section = parameter.path().replaceFirst("\\..*", "");
            Evidence grade = parameter.evidence();
            counts.computeIfAbsent(section, none -> new EnumMap<>(Evidence.class))
                    .merge(grade, 1, Integer::sum);
            all.merge(grade, 1, Integer::sum);
            if (grade == Evidence.PUBLISHED || grade == Evidence.CALIBRATED) {
                evidence.add(row("`" + parameter.path() + "`", parameter.source()));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("| section | published evidence | calibrated to it | policy | assumption | guard |");
        lines.add("|---|---|---|---|---|---|");
        counts.forEach((section, ofSection) -> lines.add(row("`" + section + "`", ofSection)));
        lines.add(row("all", all));
        lines.add("");
        lines.add("| parameter | what its value rests on |");
        lines.add("|---|---|");
        lines.addAll(evidence);
        check("grades begin", "grades end", lines);
    }

    private static String row(String section, Map<Evidence, Integer> counts) {
        List<String> cells = new ArrayList<>(List.of(section));
        for (Evidence grade : Evidence.values()) {
            int count = counts.getOrDefault(grade, 0);
            cells.add(count == 0 ? "" : Integer.toString(count));
        }
        return row(cells.toArray(String[]::new));
    }

    @Test
    void everyParameterHasUnitMeaningAndSource() {
        assertThat(Catalogue.standard().parameters()).hasSizeGreaterThan(150).allSatisfy(parameter -> {
            assertThat(parameter.meaning()).endsWith(".");
            assertThat(parameter.source()).isNotBlank();
            assertThat(parameter.unit().documented()).isNotBlank();
        });
    }

    @Test
    void theTracedExampleIsThatOfTheOtherImplementation() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| week | event | whose | what it changed |");
        lines.add("|---|---|---|---|");
        Map<String, String> known = new HashMap<>();
        for (String line : Files.readAllLines(TRACE)) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t");
            List<String> changed = new ArrayList<>();
            for (int field = 3; field < fields.length; field++) {
                String[] assignment = fields[field].split("=");
                String value = rounded(assignment[1]);
                String before = known.put(assignment[0], value);
                if (!lines.get(lines.size() - 1).startsWith("|--") && !value.equals(before)) {
                    changed.add(assignment[0] + " " + before + " → " + value);
                }
            }
            String what = lines.size() == 2 ? "(start)" : String.join("; ", changed);
            lines.add(row(rounded(fields[0]), fields[1].replace('_', ' '), fields[2], what));
        }
        check("traced example begins", "traced example ends", lines);
    }

    private static void check(String begin, String end, List<String> lines) throws IOException {
        String document = Files.readString(MODEL);
        String first = "<!-- " + begin + " -->\n";
        String last = "<!-- " + end + " -->";
        int from = document.indexOf(first) + first.length();
        int to = document.indexOf(last);
        assertThat(from).isGreaterThan(first.length()).isLessThanOrEqualTo(to);
        String generated = String.join("\n", lines) + "\n";
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(MODEL, document.substring(0, from) + generated + document.substring(to));
        } else {
            assertThat(document.substring(from, to)).isEqualTo(generated);
        }
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String rounded(String number) {
        double value = Double.parseDouble(number);
        String text = String.format(Locale.ROOT, "%.4f", value);
        return Pattern.compile("\\.?0+$").matcher(text).replaceAll((MatchResult match) -> "");
    }
}
