package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.statistics.Looks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Shapes against outcomes made by hand, with little chance in them. */
class ShapeTest {
    private static final List<String> NONE = List.of("");
    private static final List<String> LEVELS = List.of("0", "1", "2", "3");

    private static Verdict verdict(Part part, double... means) {
        Result result = new Trial(new Looks(100), 1).of(Studies.claim(part), Studies.normal(5, 0.05, means));
        return result.verdict(Looks.LEVEL);
    }

    private static Verdict over4(Shape shape, double... means) {
        return verdict(Studies.part(shape, 0.5, Double.NaN, NONE, LEVELS), means);
    }

    @Test
    void monotoneNeedsTheEndsAndNoStepTheOtherWay() {
        assertThat(over4(Shape.INCREASING, 0, 1, 2, 3)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.INCREASING, 0, 0, 0, 1)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.INCREASING, 3, 2, 1, 0)).isEqualTo(Verdict.REFUTED);
        assertThat(over4(Shape.INCREASING, 0, 3, 1, 3)).isEqualTo(Verdict.REFUTED);
        assertThat(over4(Shape.INCREASING, 0, 3, 2.8, 3)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.INCREASING, 0, 0.1, 0.2, 0.3)).isEqualTo(Verdict.REFUTED);
        assertThat(over4(Shape.INCREASING, 0, 0.1, 0.2, 0.5)).isEqualTo(Verdict.UNDECIDED);
        assertThat(over4(Shape.DECREASING, 3, 2, 1, 0)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.DECREASING, 0, 1, 2, 3)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void aUNeedsOneLevelBelowBothEnds() {
        assertThat(over4(Shape.U_SHAPE, 2, 0, 1, 2)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.U_SHAPE, 2, 3, 0, 2)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.U_SHAPE, 0, 1, 2, 3)).isEqualTo(Verdict.REFUTED);
        assertThat(over4(Shape.U_SHAPE, 0, 2, 2, 0)).isEqualTo(Verdict.REFUTED);
        assertThat(over4(Shape.U_SHAPE, 0, 0, 0, 0)).isEqualTo(Verdict.REFUTED);
        assertThat(over4(Shape.INVERTED_U, 0, 2, 2, 0)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.INVERTED_U, 2, 0, 0, 2)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void convexLiesBelowTheLineBetweenTheEnds() {
        assertThat(over4(Shape.CONVEX, 0, 1, 4, 9)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.CONVEX, 0, 3, 6, 9)).isEqualTo(Verdict.REFUTED);
        assertThat(over4(Shape.CONVEX, 0, 5, 8, 9)).isEqualTo(Verdict.REFUTED);
        assertThat(over4(Shape.CONCAVE, 0, 5, 8, 9)).isEqualTo(Verdict.SUPPORTED);
        assertThat(over4(Shape.CONCAVE, 0, 1, 4, 9)).isEqualTo(Verdict.REFUTED);
    }

    /** The line from (0, 0) to (10, 10) passes 1 at 1: what lies on it there is straight, though the levels look uneven. */
    @Test
    void theLineKnowsHowFarLevelsAreApart() {
        Part part = Studies.part(Shape.CONVEX, 0.5, Double.NaN, NONE, List.of("0 h", "1 h", "10 h"));
        assertThat(verdict(part, 0, 1, 10)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(part, 0, 0, 10)).isEqualTo(Verdict.SUPPORTED);
        assertThat(part.proposition().contrasts().get(0).weights())
                .containsExactly(new double[] {0.9, -1, 0.1}, within(1e-12));
    }

    @Test
    void equalStaysWithinTheMarginOnBothSides() {
        Part part = Studies.part(Shape.EQUAL, 0.5, "a", "b");
        assertThat(verdict(part, 2, 2.1)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(part, 2, 1.9)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(part, 2, 3)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(part, 2, 1)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(part, 2, 2.5)).isEqualTo(Verdict.UNDECIDED);
    }

    @Test
    void valuesAreComparedWithEveryLevel() {
        // The shared part of the made-up outcomes has a standard error of 0.1 here.
        Part above = Studies.part(Shape.ABOVE, 0.5, 10, NONE, List.of("a", "b"));
        assertThat(verdict(above, 12, 12)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(above, 12, 9)).isEqualTo(Verdict.REFUTED);
        Part below = Studies.part(Shape.BELOW, 0.5, 10, NONE, List.of("a", "b"));
        assertThat(verdict(below, 8, 8)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(below, 8, 12)).isEqualTo(Verdict.REFUTED);
        Part equal = Studies.part(Shape.EQUAL, 1, 10, NONE, List.of("a"));
        assertThat(verdict(equal, 10.1)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(equal, 12)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(equal, 8)).isEqualTo(Verdict.REFUTED);
    }

    @Test
    void aCrossoverTurnsItsSign() {
        Part part = Studies.part(Shape.CROSSOVER, 0.5, Double.NaN, List.of("low", "high"), List.of("a", "b"));
        assertThat(verdict(part, 0, 2, 2, 0)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(part, 0, 2, 0, 2)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(part, 2, 0, 0, 2)).isEqualTo(Verdict.REFUTED);
    }

    /** By hand: (4 - 1) - (2 - 0) = 1. */
    @Test
    void anInteractionIsADifferenceOfDifferences() {
        List<String> across = List.of("low", "high");
        Part up = Studies.part(Shape.INTERACTION_UP, 0.5, Double.NaN, across, List.of("a", "b"));
        Part down = Studies.part(Shape.INTERACTION_DOWN, 0.5, Double.NaN, across, List.of("a", "b"));
        assertThat(verdict(up, 0, 2, 1, 4)).isEqualTo(Verdict.SUPPORTED);
        assertThat(verdict(down, 0, 2, 1, 4)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(up, 0, 2, 1, 3)).isEqualTo(Verdict.REFUTED);
        assertThat(verdict(down, 0, 2, 1, 2)).isEqualTo(Verdict.SUPPORTED);
        assertThat(up.proposition().contrasts().get(0).weights()).containsExactly(1, -1, -1, 1);
    }

    @Test
    void allPartsMustHold() {
        Part up = Studies.part(Shape.INCREASING, 0.5, "a", "b");
        Part down = Studies.part(Shape.DECREASING, 0.5, "a", "b");
        Trial trial = new Trial(new Looks(100), 1);
        assertThat(trial.of(Studies.claim(up, up), Studies.normal(5, 0.05, 0, 1))
                        .verdict(Looks.LEVEL))
                .isEqualTo(Verdict.SUPPORTED);
        assertThat(trial.of(Studies.claim(up, down), Studies.normal(5, 0.05, 0, 1))
                        .verdict(Looks.LEVEL))
                .isEqualTo(Verdict.REFUTED);
    }

    @Test
    void whereContextsDifferItDependsOnThem() {
        Design design = Studies.design(List.of("calm", "busy"), NONE, List.of("a", "b"));
        Part template = Studies.part(Shape.INCREASING, 0.5, "a", "b");
        Part part = new Part("", design, template.measured(), Shape.INCREASING, 0.5, Double.NaN);
        Trial.Source up = Studies.normal(5, 0.05, 0, 1);
        Trial.Source down = Studies.normal(6, 0.05, 1, 0);
        Result result = new Trial(new Looks(100), 1)
                .of(
                        Studies.claim(part),
                        (which, context, count) -> (context == 0 ? up : down).outcomes(which, context, count));
        assertThat(result.verdict(Looks.LEVEL)).isEqualTo(Verdict.DEPENDS);
        assertThat(result.contexts(Verdict.SUPPORTED, Looks.LEVEL)).containsExactly("calm");
        assertThat(result.contexts(Verdict.REFUTED, Looks.LEVEL)).containsExactly("busy");
    }

    @Test
    void whatNeverVariesIsDecidedAtTheLastLookOnly() {
        Claim claim = Studies.claim(Studies.part(Shape.INCREASING, 0.5, "a", "b"));
        Trial.Source constant = (part, context, count) -> {
            double[][] outcomes = new double[2][count];
            java.util.Arrays.fill(outcomes[1], 1);
            return outcomes;
        };
        Result result = new Trial(new Looks(400), 1).of(claim, constant);
        assertThat(result.replications()).isEqualTo(400);
        assertThat(result.verdict(Looks.LEVEL)).isEqualTo(Verdict.SUPPORTED);
    }

    @Test
    void replicationsWithoutAValueAreLeftOutAndTooManyLeaveItUndecided() {
        Claim claim = Studies.claim(Studies.part(Shape.INCREASING, 0.5, "a", "b"));
        Result few = new Trial(new Looks(100), 1).of(claim, missing(4));
        assertThat(few.verdict(Looks.LEVEL)).isEqualTo(Verdict.SUPPORTED);
        assertThat(few.leftOut()).isEqualTo(4);
        Result many = new Trial(new Looks(100), 1).of(claim, missing(6));
        assertThat(many.verdict(Looks.LEVEL)).isEqualTo(Verdict.UNDECIDED);
    }

    private static Trial.Source missing(int count) {
        Trial.Source source = Studies.normal(5, 0.05, 0, 1);
        return (part, context, replications) -> {
            double[][] outcomes = source.outcomes(part, context, replications);
            for (int replication = 0; replication < count; replication++) {
                outcomes[0][replication] = Double.NaN;
            }
            return outcomes;
        };
    }
}
