package dev.handoff.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.handoff.page.Columns;
import dev.handoff.page.Columns.Column;
import dev.handoff.page.Columns.Kind;
import dev.handoff.report.ClaimsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of columns is so: every table of every command has those that are listed, and no others. */
class TableColumnsTest {
    private static final String FIRM = "format: 1\nhorizon: 14 weeks\ncontacts: {count: 2}\n"
            + "handoff: {mode: staged, pace: 1 week}\n"
            + "expect:\n  - mean executive_hours <= 200 h/week\n"
            + "optimise:\n  decisions: {promotion.added-hours: 0..20}\n  objectives: [minimise executive_hours]\n";

    @TempDir
    private Path folder;

    private final StudyFixture program = new StudyFixture();
    private final Set<String> seen = new HashSet<>();

    @BeforeEach
    void writeTheFirm() throws IOException {
        Files.writeString(folder.resolve("firm.yaml"), FIRM);
        Files.writeString(folder.resolve("other.yaml"), FIRM.replace("pace: 1 week", "pace: 3 weeks"));
    }

    @AfterEach
    void hearNoMore() {
        program.close();
    }

    @Test
    void everyTableHasTheColumnsThatAreListed() throws IOException {
        look("run FIRM --only 1 --trace");
        look("compare FIRM OTHER -n 20 --metric customer_churn");
        look("expect FIRM -n 40");
        look("why FIRM OTHER -n 20 --metric executive_hours");
        look("story FIRM -n 4");
        look("plan FIRM --from 2027-01-04");
        look("sensitivity FIRM -n 5 --trajectories 2 --quantify 2 --bases 4 --points 4 --metric executive_hours"
                + " --vary promotion.added-hours=0..40 --vary executive.maximum-hours=40..80");
        look("sweep FIRM -n 10 --vary promotion.added-hours=0..40 --sample 40 --discover executive_hours>60");
        look("sweep FIRM -n 2 --vary promotion.added-hours=0,40 --policies handoff.pace=1,3");
        look("breakeven FIRM -n 20 --vary promotion.added-hours=0..40 --metric executive_hours --target 30");
        look("optimise FIRM -n 20 --candidates 8 --confirm 20");
        Path verdicts = folder.resolve("FILE");
        ClaimsTable.write(verdicts, List.of());
        compare("claims", verdicts);
        assertThat(Columns.all())
                .extracting(column -> column.command() + " " + column.file())
                .filteredOn(table -> !seen.contains(table))
                .containsOnly("run failures.csv"); // which a sound program does not write; ReportTest has its columns
    }

    private void look(String command) throws IOException {
        Path result = folder.resolve("result");
        List<String> words = new ArrayList<>(
                List.of(command.replace("FIRM", folder.resolve("firm.yaml").toString())
                        .replace("OTHER", folder.resolve("other.yaml").toString())
                        .split(" ")));
        words.addAll(List.of("--quiet", "-o", result.toString()));
        assertThat(program.execute(words.toArray(String[]::new)))
                .as("%s: %s", command, program.err())
                .isIn(0, 3, 4);
        try (Stream<Path> files = Files.list(result)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                compare(words.get(0), file);
            }
        }
    }

    private void compare(String command, Path file) throws IOException {
        List<Column> listed = Columns.of(command, file.getFileName().toString());
        assertThat(listed).as("%s %s", command, file).isNotEmpty();
        seen.add(command + " " + listed.get(0).file());
        List<String> expected = listed.stream().map(Column::name).toList();
        List<String> kept = new ArrayList<>();
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(file)) {
            for (String name : rows.iterator().next().getFields()) {
                kept.add(expected.contains(name) ? name : Columns.SETTING);
            }
        }
        List<String> distinct = new ArrayList<>();
        for (String name : kept) {
            if (!name.equals(Columns.SETTING) || !distinct.contains(name)) {
                distinct.add(name);
            }
        }
        assertThat(distinct).as("%s %s", command, file).isEqualTo(expected);
    }

    @Test
    void settingsAloneHaveColumnsWithoutAName() {
        assertThat(Columns.all()).allSatisfy(column -> {
            assertThat(column.kind() == Kind.SETTING).isEqualTo(column.name().equals(Columns.SETTING));
            assertThat(column.meaning()).isNotBlank().doesNotEndWith(".");
        });
    }
}
