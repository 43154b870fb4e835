package dev.handoff.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.page.Columns;
import dev.handoff.page.Columns.Kind;
import dev.handoff.report.ClaimsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenTablesTest {
    @TempDir
    private Path folder;

    @Test
    void columnsThatAreMissingMoreOrInAnotherOrderAreFound() throws IOException {
        write("boxes.csv", "box,setting,low,high,quasi_p,points,of_interest,coverage,density");
        write("points.csv", "point,habit.initial,handoff.pace,metric,unit,n,mean,ci_low,ci_high,p10,p50,p90,message");
        write("replications.csv", "point,replication,metric,value");
        assertThat(WrittenTables.mistakes("sweep", folder)).isEmpty();
        write("boxes.csv", "box,setting,low,high,quasi_p,points,coverage,density");
        write("points.csv", "point,metric,handoff.pace,unit,n,mean,ci_low,ci_high,p10,p50,p90,message");
        write("replications.csv", "point,replication,metric,value,unit");
        write("extra.csv", "point");
        assertThat(WrittenTables.mistakes("sweep", folder))
                .extracting(mistake -> mistake.split(" with ")[0])
                .containsExactly(
                        "sweep writes boxes.csv",
                        "sweep writes extra.csv",
                        "sweep writes points.csv",
                        "sweep writes replications.csv");
    }

    private void write(String name, String head) throws IOException {
        Files.writeString(folder.resolve(name), head + "\n");
    }

    @Test
    void theTableOfVerdictsHasItsColumns() throws IOException {
        Path file = folder.resolve("FILE");
        ClaimsTable.write(file, List.of());
        assertThat(file)
                .hasContent(String.join(
                        ",",
                        Columns.of("claims", "FILE").stream()
                                .map(Columns.Column::name)
                                .toList()));
    }

    @Test
    void settingsAloneHaveColumnsWithoutANameOfTheirOwn() {
        assertThat(Columns.all()).isNotEmpty().allSatisfy(column -> {
            assertThat(column.kind() == Kind.SETTING).isEqualTo(column.name().equals(Columns.SETTING));
            assertThat(column.meaning()).isNotBlank().doesNotEndWith(".");
        });
    }
}
