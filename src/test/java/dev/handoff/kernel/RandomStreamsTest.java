package dev.handoff.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Streams that can be entered anywhere. Seeds are fixed; the false-alarm probability of each statistical test is stated. */
class RandomStreamsTest {

    private static final int DRAWS = 20_000;

    @Test
    void aPlaceGivesTheSameVariateWhateverWasDrawnBefore() {
        RandomStreams random = new RandomStreams(7, 3);
        double first = random.at(4, 5, 6).gaussian();
        random.at(4, 5, 7).exponential();
        random.uniform();
        assertThat(random.at(4, 5, 6).gaussian()).isEqualTo(first);
        assertThat(new RandomStreams(7, 3).at(4, 5, 6).gaussian()).isEqualTo(first);
    }

    @Test
    void everyCoordinateMatters() {
        double here = new RandomStreams(7, 3).at(4, 5, 6).uniform();
        assertThat(new RandomStreams(8, 3).at(4, 5, 6).uniform()).isNotEqualTo(here);
        assertThat(new RandomStreams(7, 4).at(4, 5, 6).uniform()).isNotEqualTo(here);
        assertThat(new RandomStreams(7, 3).at(5, 5, 6).uniform()).isNotEqualTo(here);
        assertThat(new RandomStreams(7, 3).at(4, 6, 6).uniform()).isNotEqualTo(here);
        assertThat(new RandomStreams(7, 3).at(4, 5, 7).uniform()).isNotEqualTo(here);
    }

    /** Kolmogorov-Smirnov along each coordinate and for each law: 15 tests at 0.0001, false alarm 0.15 %. */
    @Test
    void variatesFollowTheirLawsAlongEveryCoordinate() {
        KolmogorovSmirnovTest test = new KolmogorovSmirnovTest();
        for (Walk walk : Walk.values()) {
            double[] uniform = new double[DRAWS];
            double[] exponential = new double[DRAWS];
            double[] gaussian = new double[DRAWS];
            for (int step = 0; step < DRAWS; step++) {
                uniform[step] = walk.place(step).uniform();
                exponential[step] = walk.place(step).exponential();
                gaussian[step] = walk.place(step).gaussian();
            }
            assertThat(chiSquareOfUniform(uniform)).as(walk + " uniform").isGreaterThan(1e-4);
            assertThat(test.kolmogorovSmirnovTest(new ExponentialDistribution(null, 1), exponential))
                    .as(walk + " exponential")
                    .isGreaterThan(1e-4);
            assertThat(test.kolmogorovSmirnovTest(new NormalDistribution(null, 0, 1), gaussian))
                    .as(walk + " gaussian")
                    .isGreaterThan(1e-4);
        }
    }

    /** Correlation of neighbours at lags 1 and 2 along each coordinate: 10 tests at 4.5 standard errors, false alarm 0.007 %. */
    @Test
    void neighboursAreUncorrelatedAlongEveryCoordinate() {
        for (Walk walk : Walk.values()) {
            for (int lag = 1; lag <= 2; lag++) {
                double[] here = new double[DRAWS];
                double[] there = new double[DRAWS];
                for (int step = 0; step < DRAWS; step++) {
                    here[step] = walk.place(step).uniform();
                    there[step] = walk.place(step + lag).uniform();
                }
                double correlation = new PearsonsCorrelation().correlation(here, there);
                assertThat(Math.abs(correlation)).as(walk + " lag " + lag).isLessThan(4.5 / Math.sqrt(DRAWS));
            }
        }
    }

    /* 256 equal classes of the leading bits. */
    private static double chiSquareOfUniform(double[] values) {
        int[] counts = new int[256];
        for (double value : values) {
            counts[(int) (value * counts.length)]++;
        }
        double expected = (double) values.length / counts.length;
        double statistic = 0;
        for (int count : counts) {
            statistic += (count - expected) * (count - expected) / expected;
        }
        return 1 - new ChiSquaredDistribution(null, counts.length - 1).cumulativeProbability(statistic);
    }

    private enum Walk {
        SOURCE {
            @Override
            RandomStreams place(int step) {
                return new RandomStreams(1, 0).at(step, 3, 4);
            }
        },
        PLACE {
            @Override
            RandomStreams place(int step) {
                return new RandomStreams(1, 0).at(2, 3, step);
            }
        },
        SUBJECT {
            @Override
            RandomStreams place(int step) {
                return new RandomStreams(1, 0).at(2, step, 3);
            }
        },
        REPLICATION {
            @Override
            RandomStreams place(int step) {
                return new RandomStreams(1, step).at(2, 3, 4);
            }
        },
        SEED {
            @Override
            RandomStreams place(int step) {
                return new RandomStreams(step, 0).at(2, 3, 4);
            }
        };

        abstract RandomStreams place(int step);
    }
}
