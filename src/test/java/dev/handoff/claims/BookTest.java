package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.experiment.Control;
import dev.handoff.model.Scenario;
import dev.handoff.statistics.Looks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The book that comes with the program: no verdict is built into an entry. */
class BookTest {
    /** Part, and what is the same in it. */
    private static final Set<String> SAME_ON_PURPOSE = Set.of(
            // Who leaves gradually tells nobody: the contexts are for the other part, which sends people away.
            "6.1 in every context",
            // No task is delegated there: the contexts are for the other part, in which some are.
            "57.2 in every context",
            // Who keeps everything barters with nobody, whatever the price would be.
            "79.1 0.5 for 1: keep everything and 1 for 1: keep everything",
            "79.1 0.5 for 1: keep everything and 1.5 for 1: keep everything",
            "79.1 1 for 1: keep everything and 1.5 for 1: keep everything",
            "79.2 0.75 for 1: keep everything and 1.25 for 1: keep everything");

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

    /** Contexts of a part whose levels had the same settings in both would count one experiment twice. */
    @ParameterizedTest
    @MethodSource("simulated")
    void contextsDiffer(Claim claim) {
        for (Part part : claim.parts()) {
            assertThat(contexts(part)).doesNotHaveDuplicates();
        }
    }

    private static List<List<Scenario>> contexts(Part part) {
        return IntStream.range(0, part.design().contexts().size())
                .mapToObj(part.design()::arms)
                .toList();
    }

    /**
     * Settings that differ may still make no difference, since a mechanism is off or nothing meets it. No two arms of a context, and no two
     * contexts of a part, are the same worlds to the last digit of every metric, but for those that are so on purpose.
     */
    @Test
    void noTwoArmsAndNoTwoContextsAreTheSameWorldsByAccident() {
        SameWorlds worlds = new SameWorlds();
        Set<String> same = new TreeSet<>();
        for (Claim claim : simulated()) {
            for (Part part : claim.parts()) {
                String where = claim.number() + "." + (claim.parts().indexOf(part) + 1);
                List<List<Scenario>> contexts = contexts(part);
                for (int context = 0; context < contexts.size(); context++) {
                    addSameArms(same, where, part.design(), contexts.get(context), worlds);
                    for (int other = 0; other < context; other++) {
                        if (worlds.areSame(contexts.get(other), contexts.get(context))) {
                            same.add(where + " in every context");
                        }
                    }
                }
            }
        }
        assertThat(same).containsExactlyInAnyOrderElementsOf(SAME_ON_PURPOSE);
    }

    private static void addSameArms(
            Set<String> same, String where, Design design, List<Scenario> arms, SameWorlds worlds) {
        for (int arm = 0; arm < arms.size(); arm++) {
            for (int other = 0; other < arm; other++) {
                if (worlds.areSame(List.of(arms.get(other)), List.of(arms.get(arm)))) {
                    same.add(where + " " + design.name(other) + " and " + design.name(arm));
                }
            }
        }
    }

    /**
     * With whole runs: what their outcomes support they do not support turned round. Each arm runs 20 times, so what is not clear at
     * once is undecided both ways. Every sixth claim, since what turns outcomes round does not depend on what is claimed.
     */
    @Test
    void whatSimulatedWorldsSupportTheyDoNotSupportTurnedRound() {
        List<Claim> everySixth =
                simulated().stream().filter(claim -> claim.number() % 6 == 0).toList();
        Laboratory laboratory = new Laboratory(everySixth, 1, 2, new Control());
        Trial trial = new Trial(new Looks(20), 1);
        int changed = 0;
        for (Claim claim : everySixth) {
            Verdict verdict = trial.of(claim, laboratory).verdict(Looks.LEVEL);
            Verdict turned = trial.of(claim, turned(laboratory)).verdict(Looks.LEVEL);
            laboratory.release(claim);
            if (verdict == Verdict.SUPPORTED) {
                assertThat(turned).as("claim " + claim.number()).isNotEqualTo(Verdict.SUPPORTED);
                changed++;
            }
        }
        assertThat(laboratory.failures()).isEmpty();
        assertThat(changed).as("claims that 20 replications support").isGreaterThan(3);
    }

    /** Levels from last to first; where their order says nothing, outcomes from high to low. */
    private static Trial.Source turned(Trial.Source source) {
        return (part, context, replications) -> {
            double[][] outcomes = source.outcomes(part, context, replications);
            int levels = part.design().levels().size();
            boolean ordered = part.shape() == Shape.INCREASING
                    || part.shape() == Shape.DECREASING
                    || part.shape().needsAcross();
            double about = Double.isNaN(part.value()) ? 0 : 2 * part.value();
            double[][] turned = new double[outcomes.length][];
            for (int arm = 0; arm < outcomes.length; arm++) {
                turned[arm] = ordered
                        ? outcomes[arm / levels * levels + levels - 1 - arm % levels]
                        : java.util.Arrays.stream(outcomes[arm])
                                .map(outcome -> about - outcome)
                                .toArray();
            }
            return turned;
        };
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
