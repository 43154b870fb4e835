package dev.handoff.claims;

import dev.handoff.experiment.Control;
import dev.handoff.statistics.Looks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Tries a claim of the book, or one of its parts, with few replications. It speaks in texts, so that classes of two loaders understand
 * each other.
 */
public final class Retrial implements Function<String, String> {
    static final String CLEAR = " by far";

    private static final int REPLICATIONS = 50;
    private static final double WIDE_MARGIN = 1e-4;

    /**
     * @param which file of the book and number of a claim, such as S0 7, or of a part of it, such as S0 7.2
     * @return the label of the verdict; behind it {@link #CLEAR} where its probability leaves a wide margin
     */
    @Override
    public String apply(String which) {
        Claim claim = claim(which);
        Laboratory laboratory = new Laboratory(List.of(claim), 1, 2, new Control());
        Result result = new Trial(new Looks(REPLICATIONS), 1).of(claim, laboratory);
        if (!laboratory.failures().isEmpty()) {
            throw new IllegalStateException(laboratory.failures().get(0));
        }
        Verdict verdict = result.verdict(Looks.LEVEL);
        return verdict.label() + (result.probability(verdict) <= WIDE_MARGIN ? CLEAR : "");
    }

    private static Claim claim(String which) {
        String[] numbers = which.split("[ .]");
        Claim whole = read(numbers[0], numbers[1]);
        List<Part> parts =
                numbers.length == 2 ? whole.parts() : List.of(whole.parts().get(Integer.parseInt(numbers[2]) - 1));
        return new Claim(whole.number(), whole.source(), whole.says(), whole.kind(), whole.note(), parts, List.of());
    }

    /* Only this entry, since reading the whole file takes longer than simulating what one entry asks for. */
    private static Claim read(String source, String number) {
        try (InputStream stream = Book.class.getResourceAsStream("/handoff/claims/" + source + ".yaml")) {
            String[] entries = new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^(?=  - claim: )");
            String entry = Arrays.stream(entries)
                    .filter(each -> each.startsWith("  - claim: " + number + "\n"))
                    .findFirst()
                    .orElseThrow();
            return ClaimsReader.parse(source, entries[0] + entry).claims().get(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
