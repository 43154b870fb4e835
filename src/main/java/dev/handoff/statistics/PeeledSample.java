package dev.handoff.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Points among which boxes are peeled and pasted. */
final class PeeledSample {
    private final double[][] points; // by point, then dimension; all that there ever were
    private final boolean[] ofInterest; // by point
    private final int[] members; // the points that count
    private final int[][] rising; // by dimension: the members from the smallest value to the greatest
    private final double[] spread; // by dimension: greatest less smallest value
    private final int allOfInterest;
    private final int all;

    private PeeledSample(double[][] points, boolean[] ofInterest, int[] members, int allOfInterest, int all) {
        this.points = points;
        this.ofInterest = ofInterest;
        this.members = members;
        this.allOfInterest = allOfInterest;
        this.all = all;
        spread = new double[points[0].length];
        rising = new int[spread.length][];
        for (int dimension = 0; dimension < spread.length; dimension++) {
            int column = dimension;
            rising[dimension] = Arrays.stream(members)
                    .boxed()
                    .sorted(Comparator.comparingDouble(point -> points[point][column]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            DoubleSummaryStatistics values =
                    Arrays.stream(points).mapToDouble(point -> point[column]).summaryStatistics();
            spread[dimension] = values.getMax() - values.getMin();
        }
    }

    static PeeledSample of(double[][] points, boolean[] ofInterest) {
        return of(points, ofInterest, IntStream.range(0, points.length).toArray());
    }

    /** @param members numbers of the points that count */
    static PeeledSample of(double[][] points, boolean[] ofInterest, int[] members) {
        int interesting =
                (int) Arrays.stream(members).filter(point -> ofInterest[point]).count();
        return new PeeledSample(points, ofInterest, members, interesting, members.length);
    }

    /** The points outside; shares still refer to all points that there were at first. */
    PeeledSample without(ScenarioBox box) {
        int[] outside = Arrays.stream(members)
                .filter(point -> !box.contains(points[point]))
                .toArray();
        return new PeeledSample(points, ofInterest, outside, allOfInterest, all);
    }

    int dimensions() {
        return spread.length;
    }

    /** Whether there are points of interest and others. */
    boolean holdsBoth() {
        long interesting =
                Arrays.stream(members).filter(point -> ofInterest[point]).count();
        return interesting > 0 && interesting < members.length;
    }

    ScenarioBox box(Bounds bounds) {
        Tally tally = tally(inside(bounds));
        double[] quasiP = new double[dimensions()];
        for (int dimension = 0; dimension < quasiP.length; dimension++) {
            quasiP[dimension] = bounds.isRestricted(dimension) ? quasiP(bounds, dimension, tally) : 1;
        }
        return new ScenarioBox(
                bounds.low(),
                bounds.high(),
                tally.points(),
                tally.ofInterest(),
                allOfInterest == 0 ? 0 : (double) tally.ofInterest() / allOfInterest,
                tally.density(),
                (double) tally.points() / all,
                quasiP);
    }

    private double quasiP(Bounds bounds, int dimension, Tally tally) {
        double density = tally(inside(bounds.without(dimension))).density();
        return 1
                - new BinomialDistribution(null, tally.points(), density).cumulativeProbability(tally.ofInterest() - 1);
    }

    /**
     * The box without a slice at one side; null where it is pure, or no slice may go, or each would make it less dense.
     *
     * @param isOpen by dimension: whether it may be restricted
     */
    Bounds peeled(Bounds bounds, boolean[] isOpen, PatientRuleInduction.Settings settings) {
        int[] inside = inside(bounds);
        Tally before = tally(inside);
        if (before.ofInterest() == before.points()) {
            return null;
        }
        Move best = null;
        for (int dimension = 0; dimension < dimensions(); dimension++) {
            for (boolean above : new boolean[] {false, true}) {
                int[] order = sorted(inside, dimension, above);
                int slice = slice(order, dimension, settings.peelAlpha());
                if (isOpen[dimension] && slice < order.length && order.length - slice >= settings.minimumMass() * all) {
                    Tally gone = tally(Arrays.copyOf(order, slice));
                    Move move = move(bounds, dimension, above, order, slice, before.less(gone), before, gone);
                    best = better(best, move);
                }
            }
        }
        return best == null || best.gain() < 0 ? null : best.bounds();
    }

    /** The box with a slice more at one side; null where each would make it less dense or bring no point of interest. */
    Bounds pasted(Bounds bounds, PatientRuleInduction.Settings settings) {
        Tally before = tally(inside(bounds));
        Move best = null;
        for (int dimension = 0; dimension < dimensions(); dimension++) {
            for (boolean above : new boolean[] {false, true}) {
                if (bounds.isRestricted(dimension, above)) {
                    best = better(best, pasting(bounds, dimension, above, before, settings));
                }
            }
        }
        return best == null || best.gain() < 0 ? null : best.bounds();
    }

    private Move pasting(
            Bounds bounds, int dimension, boolean above, Tally before, PatientRuleInduction.Settings settings) {
        double limit = above ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        Bounds open = bounds.with(dimension, above, limit);
        int[] beyond = Arrays.stream(inside(open))
                .filter(point -> !bounds.contains(points[point]))
                .toArray();
        // From the limit outwards: what is peeled last at a side is pasted first.
        int[] order = sorted(beyond, dimension, !above);
        int wanted = Math.max(1, (int) (settings.pasteAlpha() * before.points()));
        int slice = Math.min(wanted, order.length);
        while (0 < slice
                && slice < order.length
                && value(order, slice, dimension) == value(order, slice - 1, dimension)) {
            slice++;
        }
        Tally more = tally(Arrays.copyOf(order, slice));
        if (more.ofInterest() == 0) {
            return null;
        }
        return move(open, dimension, above, order, slice, before.and(more), before, more);
    }

    private Move move(
            Bounds bounds,
            int dimension,
            boolean above,
            int[] order,
            int slice,
            Tally after,
            Tally before,
            Tally moved) {
        double gain = (after.density() - before.density()) / moved.points();
        if (slice == order.length) {
            return new Move(bounds, gain, Double.POSITIVE_INFINITY);
        }
        double outer = value(order, slice - 1, dimension);
        double inner = value(order, slice, dimension);
        double middle = outer + (inner - outer) / 2;
        double width = Math.abs(inner - value(order, 0, dimension)) / spread[dimension];
        return new Move(bounds.with(dimension, above, middle == outer ? inner : middle), gain, width);
    }

    /** The denser one for each point; of equal ones the thinner slice in shares of the dimension's whole range, then the first. */
    private static Move better(Move one, Move other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int byGain = Double.compare(one.gain(), other.gain());
        return byGain > 0 || byGain == 0 && one.width() <= other.width() ? one : other;
    }

    /** How many points of the outermost values go: at most the share, unless more have the outermost value; all where all are equal. */
    private int slice(int[] order, int dimension, double share) {
        int slice = Math.min(order.length, Math.max(1, (int) (share * order.length)));
        if (slice < order.length && value(order, slice, dimension) == value(order, 0, dimension)) {
            while (slice < order.length && value(order, slice, dimension) == value(order, 0, dimension)) {
                slice++;
            }
            return slice;
        }
        while (slice < order.length && value(order, slice - 1, dimension) == value(order, slice, dimension)) {
            slice--;
        }
        return slice;
    }

    private int[] inside(Bounds bounds) {
        return Arrays.stream(members)
                .filter(point -> bounds.contains(points[point]))
                .toArray();
    }

    /** From the smallest value on, or from the greatest. */
    private int[] sorted(int[] some, int dimension, boolean fromAbove) {
        boolean[] isWanted = new boolean[points.length];
        for (int point : some) {
            isWanted[point] = true;
        }
        int[] sorted = new int[some.length];
        int place = 0;
        for (int rank = 0; rank < members.length; rank++) {
            int point = rising[dimension][fromAbove ? members.length - 1 - rank : rank];
            if (isWanted[point]) {
                sorted[place++] = point;
            }
        }
        return sorted;
    }

    private double value(int[] order, int place, int dimension) {
        return points[order[place]][dimension];
    }

    private Tally tally(int[] some) {
        int interesting = 0;
        for (int point : some) {
            interesting += ofInterest[point] ? 1 : 0;
        }
        return new Tally(some.length, interesting);
    }

    /** @param gain in density for each point that goes or comes */
    private record Move(Bounds bounds, double gain, double width) {}

    private record Tally(int points, int ofInterest) {
        double density() {
            return points == 0 ? 0 : (double) ofInterest / points;
        }

        Tally less(Tally other) {
            return new Tally(points - other.points, ofInterest - other.ofInterest);
        }

        Tally and(Tally other) {
            return new Tally(points + other.points, ofInterest + other.ofInterest);
        }
    }
}
