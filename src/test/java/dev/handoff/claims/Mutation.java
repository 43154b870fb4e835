package dev.handoff.claims;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of {@code mutations/mutations.csv}: an equation of the model with its sign turned, and what rests on it.
 *
 * @param file source of the equation below the package of the model, without its ending
 * @param equation text that occurs once in the file
 * @param turned text in its place
 * @param claims numbers of claims that are supported as long as the equation is as it is, with the number of a part behind a dot where
 *     only that is meant
 * @param why the verdict needs the sign, without a full stop
 */
record Mutation(String mechanism, String file, String equation, String turned, List<String> claims, String why) {
    private static final Path MODEL = Path.of("src/main/java/dev/handoff/model");

    static List<Mutation> all() {
        Path file = Path.of("src/test/resources/mutations/mutations.csv");
        try (CsvReader<NamedCsvRecord> lines = CsvReader.builder().ofNamedCsvRecord(file)) {
            return lines.stream().map(Mutation::of).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Mutation of(NamedCsvRecord line) {
        return new Mutation(
                line.getField("mechanism"),
                line.getField("file"),
                line.getField("equation"),
                line.getField("turned"),
                List.of(line.getField("claims").split(" ")),
                line.getField("why"));
    }

    String className() {
        return "dev.handoff.model." + file.replace('/', '.');
    }

    String source() {
        try {
            return Files.readString(MODEL.resolve(file + ".java"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    int occurrences() {
        return source().split(java.util.regex.Pattern.quote(equation), -1).length - 1;
    }

    String mutatedSource() {
        return source().replace(equation, turned);
    }

    @Override
    public String toString() {
        return mechanism + " " + claims;
    }
}
