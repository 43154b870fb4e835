package dev.handoff.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Streams that can be entered anywhere. Seeds are fixed; the false-alarm probability of each statistical test is stated. */
class RandomStreamsTest {

    private static final int DRAWS = 20_000;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long PLACE_GAMMA = 0xD1B54A32D192ED03L;

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

    /** The address of a place as the class describes it, with the JDK's SplitMix64 for the mixing: its first number from a seed is that seed plus the golden gamma, mixed. */
    @Test
    void aPlaceIsWhereTheMixedAddressLeads() {
        for (int trial = 0; trial < 100; trial++) {
            long seed = 31L * trial - 40;
            int replication = 7 * trial;
            int source = trial % 30;
            int subject = 1_000_003 * (trial % 5);
            int place = 13 * trial;
            long key = mixed(mixed(seed + GOLDEN_GAMMA) + replication * GOLDEN_GAMMA);
            long stream = ((long) source << 32) + subject;
            long state = mixed(key + stream * GOLDEN_GAMMA + place * PLACE_GAMMA);
            SplittableRandom expected = new SplittableRandom(state);
            RandomStreams random = new RandomStreams(seed, replication).at(source, subject, place);
            for (int number = 0; number < 5; number++) {
                assertThat(random.nextLong()).isEqualTo(expected.nextLong());
            }
            assertThat(random.at(source, subject, place).uniform())
                    .isEqualTo((new SplittableRandom(state).nextLong() >>> 11) / 0x1p53);
        }
    }

    private static long mixed(long address) {
        return new SplittableRandom(address - GOLDEN_GAMMA).nextLong();
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
