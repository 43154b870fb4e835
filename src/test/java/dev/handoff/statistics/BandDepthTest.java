package dev.handoff.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandDepthTest {

    /** Three parallel curves: of the three pairs all hold the middle one, and two each of the outer ones. */
    @Test
    void theMiddleOfThreeIsInEveryBand() {
        double[][] curves = {{0, 1, 2}, {5, 6, 7}, {1, 2, 3}};
        assertThat(BandDepth.of(curves)).containsExactly(2 / 3.0, 2 / 3.0, 1);
    }

    @Test
    void ranksGiveWhatTheDefinitionSays() {
        Random random = new Random(5);
        for (int sample = 0; sample < 200; sample++) {
            int count = 2 + random.nextInt(9);
            int moments = 1 + random.nextInt(6);
            boolean tied = random.nextBoolean();
            double[][] curves = new double[count][moments];
            for (double[] curve : curves) {
                for (int moment = 0; moment < moments; moment++) {
                    curve[moment] = tied ? random.nextInt(4) - 1 : random.nextGaussian();
                }
            }
            assertThat(BandDepth.of(curves)).containsExactly(byDefinition(curves), within(1e-12));
        }
    }

    /** A curve far from fifty others lies in the bands that it is part of only: 50 of 1,275 pairs. */
    @Test
    void anOutlierIsTheShallowest() {
        Random random = new Random(6);
        double[][] curves = new double[51][20];
        for (int curve = 0; curve < 50; curve++) {
            for (int moment = 0; moment < 20; moment++) {
                curves[curve][moment] = random.nextGaussian();
            }
        }
        java.util.Arrays.fill(curves[50], 100);
        double[] depth = BandDepth.of(curves);
        assertThat(depth[50]).isCloseTo(50 / 1275.0, within(1e-12));
        assertThat(IntStream.range(0, 50)).allMatch(curve -> depth[curve] > depth[50]);
    }

    @Test
    void momentsWithoutValuesAreLeftOut() {
        double none = Double.NaN;
        assertThat(BandDepth.of(new double[][] {{none, 1}, {none, 2}, {none, 3}}))
                .containsExactly(BandDepth.of(new double[][] {{1}, {2}, {3}}));
        assertThat(BandDepth.of(new double[][] {{none}, {none}})).containsOnly(none);
    }

    private static double[] byDefinition(double[][] curves) {
        double[] depth = new double[curves.length];
        int pairs = 0;
        for (int one = 0; one < curves.length; one++) {
            for (int other = one + 1; other < curves.length; other++) {
                pairs++;
                for (int curve = 0; curve < curves.length; curve++) {
                    depth[curve] += shareBetween(curves[curve], curves[one], curves[other]);
                }
            }
        }
        for (int curve = 0; curve < curves.length; curve++) {
            depth[curve] /= pairs;
        }
        return depth;
    }

    private static double shareBetween(double[] curve, double[] one, double[] other) {
        double inside = 0;
        for (int moment = 0; moment < curve.length; moment++) {
            boolean between = Math.min(one[moment], other[moment]) <= curve[moment]
                    && curve[moment] <= Math.max(one[moment], other[moment]);
            inside += between ? 1 : 0;
        }
        return inside / curve.length;
    }
}
