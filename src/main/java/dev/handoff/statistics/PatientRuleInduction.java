package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import dev.handoff.kernel.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The patient rule induction method (PRIM; Friedman and Fisher 1999, for scenarios Bryant and Lempert 2010): boxes in which points
 * of interest are dense. A box is peeled, a thin slice at a time, from whichever side makes it denser by most for each point that goes; of all
 * boxes on the way the one with the highest harmonic mean of coverage and excess density is taken. While chance explains one of its
 * restrictions, that dimension is closed and everything peeled anew. At last the box is pasted, where that makes it no less dense. Excess
 * density is 0 for that of all points and 1 for a pure box. The next box is found among the points outside.
 */
public final class PatientRuleInduction {

    /**
     * @param peelAlpha share of the box's points in a slice that is peeled, above 0, at most 0.5; usually 0.05. Points of equal value go
     *     together, fewer than that if possible
     * @param pasteAlpha the same for slices that are pasted
     * @param minimumMass share of all points that a box keeps at least; usually 0.05
     * @param highestQuasiP dimensions above it are closed, the highest first; usually 0.05
     */
    public record Settings(double peelAlpha, double pasteAlpha, double minimumMass, double highestQuasiP) {
        public static final Settings USUAL = new Settings(0.05, 0.05, 0.05, 0.05);

        public Settings {
            Check.that(0 < peelAlpha && peelAlpha <= 0.5, "peel alpha (%s) must be above 0, at most 0.5", peelAlpha);
            Check.that(
                    0 < pasteAlpha && pasteAlpha <= 0.5, "paste alpha (%s) must be above 0, at most 0.5", pasteAlpha);
            Check.that(0 <= minimumMass && minimumMass < 1, "minimum mass (%s) must be from 0 to 1", minimumMass);
            Check.that(
                    0 < highestQuasiP && highestQuasiP <= 1, "quasi-p (%s) must be above 0, at most 1", highestQuasiP);
        }
    }

    /**
     * @param box the one that was taken
     * @param peeling every box on the way, from all points to the densest
     * @param taken place in the peeling of the box that was then pasted
     */
    public record Discovery(ScenarioBox box, List<ScenarioBox> peeling, int taken) {}

    /**
     * @param restricted by dimension: share of the half samples whose box restricts it
     * @param overlap mean share of the points in either box that lie in both, the box of all points and that of a half sample
     */
    public record Reproducibility(double[] restricted, double overlap) {}

    private PatientRuleInduction() {}

    /**
     * @param points by point, then dimension, finite
     * @param ofInterest by point
     * @param most boxes, 1 or more
     * @return in the order found; fewer than asked for where the rest holds no box that is denser than all points are
     */
    public static List<Discovery> boxes(double[][] points, boolean[] ofInterest, Settings settings, int most) {
        check(points, ofInterest);
        double density = (double) count(ofInterest) / points.length;
        PeeledSample sample = PeeledSample.of(points, ofInterest);
        List<Discovery> found = new ArrayList<>();
        while (found.size() < most && sample.holdsBoth()) {
            Discovery next = next(sample, settings);
            if (next.box().density() <= density || next.box().restrictedDimensions().length == 0) {
                break;
            }
            found.add(next);
            sample = sample.without(next.box());
        }
        return List.copyOf(found);
    }

    /**
     * How much the first box depends on the points at hand.
     *
     * @param samples how many halves of the points are drawn
     */
    public static Reproducibility reproducibility(
            double[][] points, boolean[] ofInterest, Settings settings, int samples, long seed) {
        Check.that(samples >= 1, "samples (%s) must be 1 or more", samples);
        check(points, ofInterest);
        ScenarioBox whole = next(PeeledSample.of(points, ofInterest), settings).box();
        RandomStreams random = new RandomStreams(seed, 0);
        int[] restricted = new int[points[0].length];
        double overlap = 0;
        for (int draw = 0; draw < samples; draw++) {
            random.at(0, draw, 0);
            int[] half = Arrays.copyOf(RandomOrder.permutation(points.length, random), (points.length + 1) / 2);
            ScenarioBox box =
                    next(PeeledSample.of(points, ofInterest, half), settings).box();
            for (int dimension : box.restrictedDimensions()) {
                restricted[dimension]++;
            }
            overlap += overlap(whole, box, points) / samples;
        }
        return new Reproducibility(
                Arrays.stream(restricted)
                        .mapToDouble(count -> (double) count / samples)
                        .toArray(),
                overlap);
    }

    private static Discovery next(PeeledSample sample, Settings settings) {
        boolean[] isOpen = new boolean[sample.dimensions()];
        Arrays.fill(isOpen, true);
        while (true) {
            Discovery found = peeled(sample, isOpen, settings);
            int chance = leastNeeded(found.peeling().get(found.taken()), settings.highestQuasiP());
            if (chance < 0) {
                return found;
            }
            isOpen[chance] = false;
        }
    }

    private static Discovery peeled(PeeledSample sample, boolean[] isOpen, Settings settings) {
        List<ScenarioBox> peeling = new ArrayList<>();
        int taken = 0;
        for (Bounds bounds = Bounds.none(isOpen.length); bounds != null; ) {
            peeling.add(sample.box(bounds));
            int last = peeling.size() - 1;
            if (worth(peeling.get(last), peeling.get(0)) > worth(peeling.get(taken), peeling.get(0))) {
                taken = last;
            }
            bounds = sample.peeled(bounds, isOpen, settings);
        }
        Bounds box = new Bounds(peeling.get(taken).low(), peeling.get(taken).high());
        for (Bounds pasted = box; pasted != null; pasted = sample.pasted(box, settings)) {
            box = pasted;
        }
        return new Discovery(sample.box(box), List.copyOf(peeling), taken);
    }

    /** The restricted dimension with the highest quasi-p, if that is above the limit, else -1. */
    private static int leastNeeded(ScenarioBox box, double highest) {
        int least = -1;
        for (int dimension : box.restrictedDimensions()) {
            if (box.quasiP()[dimension] > (least < 0 ? highest : box.quasiP()[least])) {
                least = dimension;
            }
        }
        return least;
    }

    /** Harmonic mean of coverage and excess density; 0 for a box that is no denser than all points are. */
    private static double worth(ScenarioBox box, ScenarioBox all) {
        double excess = (box.density() - all.density()) / (1 - all.density());
        return box.coverage() > 0 && excess > 0 ? 2 / (1 / box.coverage() + 1 / excess) : 0;
    }

    private static double overlap(ScenarioBox one, ScenarioBox other, double[][] points) {
        int both = 0;
        int either = 0;
        for (double[] point : points) {
            both += one.contains(point) && other.contains(point) ? 1 : 0;
            either += one.contains(point) || other.contains(point) ? 1 : 0;
        }
        return either == 0 ? 0 : (double) both / either;
    }

    private static int count(boolean[] ofInterest) {
        int count = 0;
        for (boolean each : ofInterest) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private static void check(double[][] points, boolean[] ofInterest) {
        Check.that(points.length >= 1, "there are no points");
        Check.that(
                points.length == ofInterest.length,
                "%s points, but %s are said to be of interest or not",
                points.length,
                ofInterest.length);
        for (double[] point : points) {
            Check.that(
                    point.length == points[0].length,
                    "points have %s and %s dimensions",
                    points[0].length,
                    point.length);
            for (double value : point) {
                Check.that(Double.isFinite(value), "a point has the value %s", value);
            }
        }
    }
}
