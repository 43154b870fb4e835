package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.statistics.Looks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookTest {
    private static final String TEXT = """
            format: 1
            claims:
              - claim: 1
                says: something
                contexts: {few: {contacts.count: 6}, many: {contacts.count: 12}}
                factor: handoff.pace
                levels: [1 week, 2 weeks, 3 weeks]
                outcome: {metric: skill, at: 4}
                shape: increasing
                smallest-effect: 0.1
            """;

    @TempDir
    private Path folder;

    private Path file;
    private Claim claim;
    private Result result;

    @BeforeEach
    void find() {
        file = folder.resolve("deep/found.txt");
        claim = ClaimsReader.parse("x.yaml", TEXT).claims().get(0);
        result = new Trial(new Looks(100), 7)
                .of(
                        claim,
                        (part, context, count) ->
                                Studies.normal(context, 1, 1, 2, 1.5).outcomes(part, context, count));
    }

    private Notebook open(String program, long seed, int most, int tests) throws IOException {
        return open(program, seed, most, tests, Precision.ANY);
    }

    private Notebook open(String program, long seed, int most, int tests, Precision precision) throws IOException {
        return Notebook.open(file, program, seed, most, tests, precision);
    }

    /** The text is read anew: equal entries have equal keys although nothing is the same object. */
    @Test
    void whatWasPutIsFoundAgainToTheLastDigit() throws IOException {
        open("p", 1, 100, 7).put(result);
        Claim again = ClaimsReader.parse("x.yaml", TEXT).claims().get(0);
        assertThat(open("p", 1, 100, 7).find(again)).contains(new Result(again, result.replications(), result.cells()));
    }

    @Test
    void nothingIsFoundUnderOtherCircumstances() throws IOException {
        open("p", 1, 100, 7).put(result);
        assertThat(open("q", 1, 100, 7).find(claim)).isEmpty();
        assertThat(open("p", 2, 100, 7).find(claim)).isEmpty();
        assertThat(open("p", 1, 200, 7).find(claim)).isEmpty();
        assertThat(open("p", 1, 100, 8).find(claim)).isEmpty();
        for (String change : List.of("[1 week, 2 weeks, 4 weeks]", "[1 week, 2 weeks, 3 weeks] ")) {
            Claim other = ClaimsReader.parse("x.yaml", TEXT.replace("[1 week, 2 weeks, 3 weeks]", change))
                    .claims()
                    .get(0);
            assertThat(open("p", 1, 100, 7).find(other).isPresent()).isEqualTo(change.endsWith(" "));
        }
        Claim sterner = ClaimsReader.parse("x.yaml", TEXT.replace("0.1", "0.2"))
                .claims()
                .get(0);
        assertThat(open("p", 1, 100, 7).find(sterner)).isEmpty();
    }

    @Test
    void whatWentOnAfterItsVerdictIsFoundAgainUnderTheSamePrecisionOnly() throws IOException {
        Precision half = new Precision(0.5);
        Result precise = new Result(claim, 400, result.cells(), new Decision(200, 0.25, 1e-12, 1));
        open("p", 1, 100, 7, half).put(precise);
        assertThat(open("p", 1, 100, 7, half).find(claim)).contains(precise);
        assertThat(open("p", 1, 100, 7, new Precision(0.25)).find(claim)).isEmpty();
        assertThat(open("p", 1, 100, 7).find(claim)).isEmpty();
        open("p", 1, 100, 7).put(result);
        assertThat(open("p", 1, 100, 7).find(claim)).contains(result);
        assertThat(open("p", 1, 100, 7, half).find(claim)).contains(precise);
    }

    @Test
    void aTurningPointIsFoundAgain() throws IOException {
        String turns = "    turns: {setting: skill.ceiling, from: 0.5, to: 1}\n";
        Claim turning = ClaimsReader.parse("x.yaml", TEXT.stripTrailing() + "\n" + turns)
                .claims()
                .get(0);
        Result turned =
                new Result(turning, 100, result.cells()).turningAt(new Turn(0.75, 0.7, Double.POSITIVE_INFINITY));
        open("p", 1, 100, 7).put(turned);
        assertThat(open("p", 1, 100, 7).find(turning)).contains(turned);
        assertThat(open("p", 1, 100, 7).find(claim)).isEmpty();
    }

    @Test
    void aLineThatWasTornOffCountsForNothingAndSpoilsNoOther() throws IOException {
        open("p", 1, 100, 7).put(result);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(open("p", 1, 100, 7).find(claim)).isEmpty();
        }
        open("p", 1, 100, 7).put(result);
        assertThat(open("p", 1, 100, 7).find(claim)).isPresent();
        Files.writeString(file, "nonsense\n\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        assertThat(open("p", 1, 100, 7).find(claim)).isPresent();
    }

    @Test
    void whereThereIsNoFileNothingIsFound() throws IOException {
        assertThat(open("p", 1, 100, 7).find(claim)).isEmpty();
        assertThat(file).doesNotExist();
    }
}
