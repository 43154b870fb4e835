package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.handoff.kernel.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Elementary effects of 3 + 4 a - 2 b + 5 c d + 0 e, by hand: 4 and -2 always; 5 d for c, and d is 0, 1/3, 2/3 or 1 equally often, which makes
 * a mean of 2.5 and a deviation of 5 sqrt(5/36) = 1.863; the same for d; 0 for e.
 */
class MorrisScreeningTest {
    private static final double INTERACTION_DEVIATION = 5 * Math.sqrt(5.0 / 36);
    private static final Resampling RESAMPLING = new Resampling(500, 0.95, 1);

    /** An outcome at a point, given the number of the point and the replication. */
    private interface Response {
        double of(double[] x, int point, int replication);
    }

    private static double linearWithInteraction(double[] x) {
        return 3 + 4 * x[0] - 2 * x[1] + 5 * x[2] * x[3];
    }

    private static MorrisDesign design(int trajectories, long seed) {
        return MorrisDesign.of(5, 4, trajectories, seed);
    }

    private static double[][] values(MorrisDesign design, int replications, Response response) {
        double[][] values = new double[design.points().length][replications];
        for (int point = 0; point < values.length; point++) {
            for (int replication = 0; replication < replications; replication++) {
                values[point][replication] = response.of(design.points()[point], point, replication);
            }
        }
        return values;
    }

    private static List<MorrisScreening.Factor> screened(MorrisDesign design, int replications, Response response) {
        return MorrisScreening.of(design, values(design, replications, response), RESAMPLING)
                .factors();
    }

    /** Five standard errors of the mean of 400 effects are 0.466 and of their deviation 0.24: once in two million. */
    @Test
    void effectsAreThoseOfTheFunction() {
        List<MorrisScreening.Factor> factors =
                screened(design(400, 3), 1, (x, point, replication) -> linearWithInteraction(x));
        assertConstant(factors.get(0), 4);
        assertConstant(factors.get(1), -2);
        assertConstant(factors.get(4), 0);
        for (int factor = 2; factor <= 3; factor++) {
            assertThat(factors.get(factor).mean()).isCloseTo(2.5, within(0.466));
            assertThat(factors.get(factor).absoluteMean().estimate())
                    .isCloseTo(factors.get(factor).mean(), within(1e-12));
            assertThat(factors.get(factor).deviation()).isCloseTo(INTERACTION_DEVIATION, within(0.24));
            assertThat(factors.get(factor).noiseShare()).isZero();
        }
    }

    private static void assertConstant(MorrisScreening.Factor factor, double effect) {
        assertThat(factor.mean()).isCloseTo(effect, within(1e-12));
        assertThat(factor.absoluteMean().estimate()).isCloseTo(Math.abs(effect), within(1e-12));
        assertThat(factor.deviation()).isCloseTo(0, within(1e-12));
        assertThat(factor.absoluteMean().halfWidth()).isCloseTo(0, within(1e-12));
    }

    @Test
    void effectsOfBothSignsCancelInTheMeanOnly() {
        List<MorrisScreening.Factor> factors =
                screened(design(400, 3), 1, (x, point, replication) -> 6 * (x[0] - 0.5) * (x[1] - 0.5));
        // 6 (b - 1/2) is -3, -1, 1 or 3: mean 0, mean absolute 2, deviation sqrt(5); five standard errors are 0.56 and
        // 0.25.
        assertThat(factors.get(0).mean()).isCloseTo(0, within(0.56));
        assertThat(factors.get(0).absoluteMean().estimate()).isCloseTo(2, within(0.25));
        assertThat(factors.get(0).deviation()).isCloseTo(Math.sqrt(5), within(0.25));
    }

    /**
     * Noise of deviation 2 in each of 20 replications: an effect has the variance 2 x 4 / 20 / (2/3)^2 = 0.9, its deviation 0.949, the mean of its
     * absolute value without any effect 0.757. With 200 trajectories five standard errors are 0.034 for the mean of the variances and 0.20
     * for mu* of the factor without effect.
     */
    @Test
    void noiseIsToldFromEffects() {
        RandomStreams random = new RandomStreams(5, 0);
        List<MorrisScreening.Factor> factors = screened(
                design(200, 3),
                20,
                (x, point, replication) -> linearWithInteraction(x)
                        + 2 * random.at(0, point, replication).gaussian());
        for (MorrisScreening.Factor factor : factors) {
            assertThat(factor.noiseVariance()).isCloseTo(0.9, within(0.11));
            assertThat(factor.absoluteMeanOfNoise()).isCloseTo(0.757, within(0.05));
        }
        assertThat(factors.get(0).noiseShare()).isCloseTo(0.9 / 16.9, within(0.02));
        assertThat(factors.get(4).noiseShare()).isGreaterThan(0.7);
        assertThat(factors.get(4).absoluteMean().estimate()).isCloseTo(0.757, within(0.20));
        assertThat(factors.get(0).deviationWithoutNoise()).isLessThan(0.5);
        assertThat(factors.get(2).deviationWithoutNoise()).isCloseTo(INTERACTION_DEVIATION, within(0.4));
    }

    @Test
    void worldsThatMoveAllPointsAlikeAreNoNoise() {
        RandomStreams random = new RandomStreams(5, 0);
        List<MorrisScreening.Factor> factors = screened(
                design(10, 3),
                10,
                (x, point, replication) ->
                        4 * x[0] + 100 * random.at(0, 0, replication).gaussian());
        assertThat(factors.get(0).noiseVariance()).isCloseTo(0, within(1e-20));
        assertThat(factors.get(0).absoluteMean().estimate()).isCloseTo(4, within(1e-10));
        assertThat(factors.get(1).absoluteMean().estimate()).isCloseTo(0, within(1e-10));
    }

    /** Standard errors of 1/2 at every point: an effect has the variance (1/4 + 1/4) / (2/3)^2 = 1.125. */
    @Test
    void standardErrorsOfIndependentMeansTellTheNoise() {
        MorrisDesign design = design(30, 3);
        double[] means = new double[design.points().length];
        double[] errors = new double[means.length];
        for (int point = 0; point < means.length; point++) {
            means[point] = linearWithInteraction(design.points()[point]);
            errors[point] = 0.5;
        }
        MorrisScreening.Factor first = MorrisScreening.ofMeans(design, means, errors, RESAMPLING)
                .factors()
                .get(0);
        assertThat(first.mean()).isCloseTo(4, within(1e-12));
        assertThat(first.noiseVariance()).isCloseTo(1.125, within(1e-12));
        assertThat(first.noiseShare()).isCloseTo(1.125 / 16, within(1e-12));
        assertThat(first.absoluteMeanOfNoise()).isCloseTo(Math.sqrt(2.25 / Math.PI), within(1e-12));
    }

    /**
     * Intervals of mu* of an interaction, 20 trajectories, and of a factor whose effect is 4 + z in each of ten common worlds, z standard
     * normal; 1,000 studies, standard error of the coverage 0.007, bounds four of them beyond 93 and 97 %. The second interval would
     * have no width if the common worlds were forgotten.
     */
    @Test
    void intervalsCoverAsTheySay() {
        int interaction = 0;
        int worlds = 0;
        for (int study = 0; study < 1000; study++) {
            MorrisDesign design = design(20, study);
            RandomStreams random = new RandomStreams(1000 + study, 0);
            double[] slopes = new double[10];
            for (int replication = 0; replication < 10; replication++) {
                slopes[replication] = 4 + random.at(0, 0, replication).gaussian();
            }
            MorrisScreening screening = MorrisScreening.of(
                    design,
                    values(design, 10, (x, point, replication) -> slopes[replication] * x[0] + 5 * x[2] * x[3]),
                    new Resampling(400, 0.95, study));
            worlds += screening.factors().get(0).absoluteMean().covers(4) ? 1 : 0;
            interaction += screening.factors().get(2).absoluteMean().covers(2.5) ? 1 : 0;
        }
        assertThat(worlds / 1000.0).isBetween(0.93 - 0.028, 0.97 + 0.028);
        assertThat(interaction / 1000.0).isBetween(0.93 - 0.028, 0.97 + 0.028);
    }

    @Test
    void factorsInAnotherOrderHaveTheSameEffects() {
        MorrisDesign design = design(20, 3);
        Response response = (x, point, replication) -> linearWithInteraction(x) + x[0] * replication;
        List<MorrisScreening.Factor> factors = MorrisScreening.of(design, values(design, 5, response), RESAMPLING)
                .factors();
        int[] order = {3, 0, 4, 1, 2};
        double[][] points = new double[design.points().length][5];
        int[][] changed = new int[design.trajectories()][5];
        for (int place = 0; place < 5; place++) {
            for (int point = 0; point < points.length; point++) {
                points[point][place] = design.points()[point][order[place]];
            }
            for (int trajectory = 0; trajectory < changed.length; trajectory++) {
                for (int step = 0; step < 5; step++) {
                    if (design.changed()[trajectory][step] == order[place]) {
                        changed[trajectory][step] = place;
                    }
                }
            }
        }
        MorrisDesign other = new MorrisDesign(points, changed, design.step());
        List<MorrisScreening.Factor> reordered = MorrisScreening.of(other, values(design, 5, response), RESAMPLING)
                .factors();
        for (int place = 0; place < 5; place++) {
            assertThat(reordered.get(place)).isEqualTo(factors.get(order[place]));
        }
    }

    @Test
    void outcomesThatDoNotFitAreRefused() {
        MorrisDesign design = design(2, 1);
        assertThatThrownBy(() -> MorrisScreening.of(design, new double[11][1], RESAMPLING))
                .hasMessage("outcomes of 11 points, the design has 12");
        assertThatThrownBy(() -> MorrisScreening.of(design, new double[12][4], RESAMPLING))
                .hasMessage("4 replications of each point; 1 says that there is no noise, else 5 are needed");
        assertThatThrownBy(() -> screened(design, 1, (x, point, replication) -> Double.NaN))
                .hasMessage("an outcome is NaN");
    }
}
