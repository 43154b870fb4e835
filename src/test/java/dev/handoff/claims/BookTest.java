package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The book that comes with the program: no verdict is built into an entry. */
class BookTest {

    static List<Claim> simulated() {
        return Book.shipped().claims().stream().filter(Claim::isSimulated).toList();
    }

    @Test
    void everyClaimHasItsNumberOnceAndInOrder() {
        List<Integer> numbers =
                Book.shipped().claims().stream().map(Claim::number).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @Test
    void whatIsNotSimulatedSaysWhyOrWhatIsWorkedOut() {
        for (Claim claim : Book.shipped().claims()) {
            switch (claim.kind()) {
                case OUT_OF_SCOPE -> assertThat(claim.note()).hasSizeGreaterThan(40);
                case ARITHMETIC -> assertThat(claim.calculations()).isNotEmpty();
                case SIMULATED -> assertThat(claim.parts()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("simulated")
    void outcomesThatFitAreSupportedAndTheirReverseIsRefuted(Claim claim) {
        assertThat(verdict(claim, 1)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(claim, -1)).isEqualTo(Verdict.REFUTED);
    }

    /** A part whose levels were all the same world could only ever be refuted. */
    @ParameterizedTest
    @MethodSource("simulated")
    void levelsDiffer(Claim claim) {
        for (Part part : claim.parts()) {
            for (int context = 0; context < claim.contexts().size(); context++) {
                assertThat(part.design().arms(context)).doesNotHaveDuplicates();
            }
        }
    }

    private static Verdict verdict(Claim claim, int direction) {
        Trial trial = new Trial(new Looks(100), 1);
        return trial.of(
                        claim,
                        (part, context, replications) ->
                                Studies.normal(3, 1e-6, means(part, direction)).outcomes(part, context, replications))
                .verdict(Looks.LEVEL);
    }

    /** Means that fit what the first alternative claims by far, or miss it by far. */
    private static double[] means(Part part, int direction) {
        double size = 10 * (part.smallestEffect() + 1);
        double[] means = new double[part.design().perContext()];
        if (part.shape().mayHaveValue() && !Double.isNaN(part.value())) {
            java.util.Arrays.fill(means, part.value());
        }
        if (part.shape() == Shape.EQUAL) {
            means[means.length - 1] += direction > 0 ? 0 : size;
            return means;
        }
        for (Contrast contrast :
                new ArrayList<>(part.proposition().alternatives().get(0))) {
            for (int arm = 0; arm < means.length; arm++) {
                means[arm] += direction * contrast.sign() * size * contrast.weights()[arm];
            }
        }
        return means;
    }
}
