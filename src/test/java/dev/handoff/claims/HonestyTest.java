package dev.handoff.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handoff.experiment.Control;
import dev.handoff.statistics.Looks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often claims that are false by construction are supported, and claims that are true by construction are found. */
class HonestyTest {
    private static final int STUDIES = 2000;

    /**
     * Each study may support its claim with probability 0.025. Of 2,000, 50 are expected with a standard deviation of 7.0; more than 78 or fewer
     * than 22 would come by chance once in 15,000 times each.
     */
    @Test
    void whereLabelsAreShuffledOneInFortyIsSupportedAtMost() {
        Trial trial = new Trial(new Looks(400), 1);
        Claim claim = Studies.claim(Studies.part(Shape.INCREASING, 0, "a", "b"));
        int supported = 0;
        int refuted = 0;
        for (int study = 0; study < STUDIES; study++) {
            Trial.Source source = Studies.shuffled(study, Studies.normal(7000 + study, 1, 0, 3));
            Verdict verdict = trial.of(claim, source).verdict(Looks.LEVEL);
            supported += verdict == Verdict.SUPPORTED ? 1 : 0;
            refuted += verdict == Verdict.REFUTED ? 1 : 0;
        }
        assertThat(supported).isBetween(22, 78);
        assertThat(refuted).isBetween(22, 78);
    }

    /** An effect of exactly the smallest one that matters is the hardest false claim; bounds as above. */
    @Test
    void anEffectOfTheSmallestSizeIsSupportedOnceInFortyAtMost() {
        Trial trial = new Trial(new Looks(400), 1);
        Claim claim = Studies.claim(Studies.part(Shape.INCREASING, 0.5, "a", "b"));
        int supported = 0;
        for (int study = 0; study < STUDIES; study++) {
            Trial.Source source = Studies.normal(50_000 + study, 1, 0, 0.5);
            supported += trial.of(claim, source).verdict(Looks.LEVEL) == Verdict.SUPPORTED ? 1 : 0;
        }
        assertThat(supported).isBetween(22, 78);
    }

    /** With shapes of several contrasts the rate is lower; more than 78 of 2,000 would come by chance once in 15,000 times. */
    @Test
    void shapesOfSeveralContrastsAreNotSupportedMoreOften() {
        Trial trial = new Trial(new Looks(200), 1);
        for (Shape shape : List.of(Shape.U_SHAPE, Shape.INVERTED_U, Shape.INCREASING, Shape.CONVEX)) {
            Claim claim = Studies.claim(Studies.part(shape, 0, "0", "1", "2", "3"));
            int supported = 0;
            for (int study = 0; study < STUDIES; study++) {
                Trial.Source source = Studies.normal(90_000 + study, 1, 0, 0, 0, 0);
                supported += trial.of(claim, source).verdict(Looks.LEVEL) == Verdict.SUPPORTED ? 1 : 0;
            }
            assertThat(supported).as(shape.id()).isLessThan(79);
        }
    }

    /**
     * Any verdict on any of ten false claims may come with probability 0.05. Of 400 books, 20 are expected with a standard deviation of 4.4; more
     * than 38 would come by chance once in 20,000 times.
     */
    @Test
    void ofAWholeBookOfFalseClaimsNoneIsDecidedNineteenTimesInTwenty() {
        int claims = 10;
        Trial trial = new Trial(new Looks(200), claims);
        Claim claim = Studies.claim(Studies.part(Shape.INCREASING, 0, "a", "b"));
        int books = 0;
        int alone = 0;
        for (int book = 0; book < 400; book++) {
            List<Result> results = new ArrayList<>();
            for (int number = 0; number < claims; number++) {
                results.add(trial.of(claim, Studies.normal(200_000 + book * 100L + number, 1, 0, 0)));
            }
            List<Judgement> judgements = Judgement.of(results, claims);
            books += judgements.stream().anyMatch(each -> each.inBook() != Verdict.UNDECIDED) ? 1 : 0;
            alone += judgements.stream().anyMatch(each -> each.alone() != Verdict.UNDECIDED) ? 1 : 0;
        }
        assertThat(books).isLessThanOrEqualTo(38);
        assertThat(alone).as("without correction").isGreaterThan(100);
    }

    /**
     * An effect of 4.5 standard errors at the end: the last boundary alone, 2.03, is exceeded with probability Phi(2.47) = 0.993. Fewer than 284
     * of 300 would come by chance once in a million times.
     */
    @Test
    void anEffectOfFourStandardErrorsAndAHalfIsFound() {
        int most = 400;
        double effect = 4.5 * Math.sqrt(2.0 / most);
        Trial trial = new Trial(new Looks(most), 1);
        Claim up = Studies.claim(Studies.part(Shape.INCREASING, 0, "a", "b"));
        Claim down = Studies.claim(Studies.part(Shape.DECREASING, 0, "a", "b"));
        int supported = 0;
        int refuted = 0;
        for (int study = 0; study < 300; study++) {
            supported +=
                    trial.of(up, Studies.normal(400_000 + study, 1, 0, effect)).verdict(Looks.LEVEL)
                                    == Verdict.SUPPORTED
                            ? 1
                            : 0;
            refuted += trial.of(down, Studies.normal(400_000 + study, 1, 0, effect))
                                    .verdict(Looks.LEVEL)
                            == Verdict.REFUTED
                    ? 1
                    : 0;
        }
        assertThat(supported).isGreaterThanOrEqualTo(284);
        assertThat(refuted).isEqualTo(supported);
    }

    @Test
    void aLargeEffectIsFoundEarlyAndASmallOneLate() {
        Trial trial = new Trial(new Looks(1600), 1);
        Claim claim = Studies.claim(Studies.part(Shape.INCREASING, 0, "a", "b"));
        assertThat(trial.of(claim, Studies.normal(1, 1, 0, 5)).replications()).isEqualTo(100);
        assertThat(trial.of(claim, Studies.normal(1, 1, 0, 0.15)).replications())
                .isGreaterThan(400);
        assertThat(trial.of(claim, Studies.normal(1, 1, 0, 0)).replications()).isEqualTo(1600);
    }

    /** An interval that holds at all looks covers the truth at the look at which it stopped; of 2,000, more than 139 misses once in 20,000. */
    @Test
    void intervalsCoverAlthoughTheyStopWhenTheyExcludeNothing() {
        Trial trial = new Trial(new Looks(400), 1);
        Claim claim = Studies.claim(Studies.part(Shape.INCREASING, 0, "a", "b"));
        int missed = 0;
        for (int study = 0; study < STUDIES; study++) {
            Result result = trial.of(claim, Studies.normal(600_000 + study, 1, 0, 0.2));
            Finding finding = result.cells().get(0).get(0).findings().get(0);
            missed += finding.low() > 0.2 || finding.high() < 0.2 ? 1 : 0;
        }
        assertThat(missed).isLessThanOrEqualTo(139);
    }

    /** Hours freed by handing everything over, in whole runs: supported as they are, not with the labels shuffled, refuted the other way round. */
    @Test
    void simulatedWorldsWithShuffledLabelsSupportNothing() {
        Claim claim = ClaimsReader.parse("x.yaml", """
                format: 1
                claims:
                  - claim: 1
                    says: handing over frees time
                    settings: {horizon: 20 weeks}
                    factor: handoff.delegated-share
                    levels: [0, 1]
                    outcome: {metric: capacity_freed, weeks: 13 to 20}
                    shape: increasing
                    smallest-effect: 1
                """).claims().get(0);
        Laboratory laboratory = new Laboratory(List.of(claim), 1, 2, new Control());
        Trial trial = new Trial(new Looks(60), 1);
        assertThat(trial.of(claim, laboratory).verdict(Looks.LEVEL)).isEqualTo(Verdict.SUPPORTED);
        assertThat(trial.of(claim, reversed(laboratory)).verdict(Looks.LEVEL)).isEqualTo(Verdict.REFUTED);
        int supported = 0;
        for (int study = 0; study < 200; study++) {
            Trial.Source source = Studies.shuffled(study, laboratory);
            supported += trial.of(claim, source).verdict(Looks.LEVEL) == Verdict.SUPPORTED ? 1 : 0;
        }
        // Handing over is expected to free at least 1 h/week; the shuffled difference is 0, so 0.025 is an upper bound.
        assertThat(supported).isLessThanOrEqualTo(5 + 9);
    }

    private static Trial.Source reversed(Trial.Source source) {
        return (part, context, replications) -> {
            double[][] outcomes = source.outcomes(part, context, replications);
            return new double[][] {outcomes[1], outcomes[0]};
        };
    }
}
