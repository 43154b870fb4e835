package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Verdicts come from the mechanisms: with the sign of one turned, whatever rests on it is refuted. The oracle is the argument that {@code
 * mutations/mutations.csv} gives for each. The seed is fixed, so nothing here is left to chance; with another one a claim of the catalogue
 * would fail to be supported by far only if its true effect were close to the smallest one that matters.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutatedModelTest {
    private static final String SUPPORTED = Verdict.SUPPORTED.label() + Retrial.CLEAR;

    private final Map<String, String> verdicts = new HashMap<>(); // of the model as it is, by claim
    private final Retrial retrial = new Retrial();
    private final Book book = Book.shipped();

    /** Every fifth one in a build, as each takes seconds; all of them with {@code -Dmutations=all}. */
    static List<Mutation> mutations() {
        List<Mutation> all = Mutation.all();
        boolean wanted = "all".equals(System.getProperty("mutations"));
        return IntStream.range(0, all.size())
                .filter(place -> wanted || place % 5 == 0)
                .mapToObj(all::get)
                .toList();
    }

    @Test
    void theCatalogueHoldsMechanismsEnough() {
        assertThat(Mutation.all().stream().map(Mutation::mechanism)).doesNotHaveDuplicates();
        assertThat(Mutation.all().stream().map(Mutation::file).distinct()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(Mutation.all()).allSatisfy(mutation -> {
            assertThat(mutation.why()).isNotBlank();
            assertThat(mutation.turned()).isNotEqualTo(mutation.equation());
            assertThat(mutation.occurrences()).as(mutation.equation()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void withTheSignTurnedWhatRestedOnItIsRefuted(Mutation mutation, @TempDir Path folder) throws Exception {
        List<String> claims = mutation.claims().stream().map(this::address).toList();
        for (String claim : claims) {
            assertThat(verdicts.computeIfAbsent(claim, retrial))
                    .as("claim " + claim)
                    .isEqualTo(SUPPORTED);
        }
        try (OtherModel model = OtherModel.of(mutation.className(), mutation.mutatedSource(), folder)) {
            Function<String, String> turned = model.retrial();
            for (String claim : claims) {
                assertThat(turned.apply(claim))
                        .as("claim " + claim + ", turned")
                        .startsWith(Verdict.REFUTED.label());
            }
            assertThat(model.hasLoaded(mutation.className())).isTrue();
        }
    }

    /** With the file of the book in which the claim stands. */
    private String address(String claim) {
        return book.claim(Integer.parseInt(claim.split("\\.")[0])).orElseThrow().source() + " " + claim;
    }

    /** It is the sign that changes verdicts, not that the class is compiled and loaded anew. */
    @Test
    void withNothingTurnedTheVerdictStays(@TempDir Path folder) throws Exception {
        Mutation mutation = Mutation.all().stream()
                .filter(each -> each.claims().contains("44"))
                .findFirst()
                .orElseThrow();
        try (OtherModel model = OtherModel.of(mutation.className(), mutation.source(), folder)) {
            assertThat(model.retrial().apply("S1 44")).isEqualTo(SUPPORTED);
            assertThat(model.hasLoaded(mutation.className())).isTrue();
        }
    }
}
