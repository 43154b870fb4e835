package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.Comparator;
import java.util.List;

/**
 * Where the expectation of a noisy response crosses a target. A scan over points at equal distances tells with simultaneous intervals where the
 * response is above and where below; between two neighbours on different sides the crossing of the mean of the same replications is
 * sought. Its interval holds every place whose own interval covers the target (Fieller 1954): this needs neither a slope nor a straight line.
 *
 * <p>A flat response is never given a crossing: that takes two scanned points, one of them surely above and one surely below.
 */
public final class BreakEven {
    /** From so many replications on, values that are all equal are taken for the expectation. */
    public static final int EQUAL_VALUES_COUNT = 300;

    /** A response with common random numbers. */
    @FunctionalInterface
    public interface Response {

        /**
         * @param first replication, from 0
         * @param end the replication after the last one
         * @return by replication; the n-th of every x in the same random world
         */
        double[] values(double x, int first, int end);
    }

    /**
     * @param low end of the range, included
     * @param high end of the range, included
     * @param target that the expectation shall cross
     * @param scanPoints 2 or more; crossings that lie two by two between neighbours are not seen
     * @param pilot replications of each scanned point at first, 10 or more
     * @param replications of points that the pilot leaves undecided, and of all points near a crossing; at least the pilot's
     * @param confidence of all verdicts about the scanned points together, and of the interval of each crossing
     * @param tolerance in x: how exactly crossings and ends of intervals are found; ends err outwards
     */
    public record Search(
            double low,
            double high,
            double target,
            int scanPoints,
            int pilot,
            int replications,
            double confidence,
            double tolerance) {

        public Search {
            Check.that(
                    Double.isFinite(low) && Double.isFinite(high) && low < high,
                    "the range is from %s to %s",
                    low,
                    high);
            Check.that(Double.isFinite(target), "the target is %s", target);
            Check.that(scanPoints >= 2, "scan points (%s) must be 2 or more", scanPoints);
            Check.that(pilot >= 10, "pilot replications (%s) must be 10 or more", pilot);
            Check.that(
                    replications >= pilot,
                    "replications (%s) must not be fewer than the pilot's (%s)",
                    replications,
                    pilot);
            Check.that(0 < confidence && confidence < 1, "confidence (%s) must be above 0 and below 1", confidence);
            Check.that(tolerance > 0, "tolerance (%s) must be above 0", tolerance);
        }

        /** Nine points, a fifth of the replications (10 or more) first, 95 %, a thousandth of the range. */
        public static Search of(double low, double high, double target, int replications) {
            int pilot = Math.max(10, replications / 5);
            return new Search(low, high, target, 9, pilot, replications, 0.95, (high - low) / 1000);
        }
    }

    /** What the scan can say; {@link #UNDECIDED} wherever a crossing is neither shown nor excluded. */
    public enum Verdict {
        CROSSING,
        SEVERAL_CROSSINGS,
        NO_CROSSING,
        UNDECIDED
    }

    /** @param mean with the interval that holds for all scanned points together */
    public record ScanPoint(double x, int replications, ConfidenceInterval mean) {}

    /**
     * @param x with its interval
     * @param rises whether the response goes from below the target to above it
     * @param slope mean change for each unit of x, half a scan step to either side within the range; paired
     */
    public record Crossing(ConfidenceInterval x, boolean rises, ConfidenceInterval slope) {}

    /** Where a crossing is not excluded, at the scan's simultaneous confidence. */
    public record OpenRange(double low, double high) {}

    /**
     * @param crossings rising in x; empty unless there are some
     * @param open places, beside the crossings, where the scan leaves it undecided on which side the response is
     * @param scan rising in x: the evidence
     * @param simulated replications of all points together
     */
    public record Answer(
            Verdict verdict, List<Crossing> crossings, List<OpenRange> open, List<ScanPoint> scan, long simulated) {

        /** The scanned point whose mean is nearest to the target: of a response that does not cross, the extreme. */
        public ScanPoint nearest(double target) {
            return scan.stream()
                    .min(Comparator.comparingDouble(
                            point -> Math.abs(point.mean().estimate() - target)))
                    .orElseThrow();
        }
    }

    private BreakEven() {}

    public static Answer find(Response response, Search search) {
        BreakEvenScan scan = new BreakEvenScan(new CachedResponse(response, search.target()), search);
        List<Crossing> crossings = scan.crossings();
        List<OpenRange> open = scan.openRanges();
        Verdict verdict = Verdict.UNDECIDED;
        if (crossings.size() > 1) {
            verdict = Verdict.SEVERAL_CROSSINGS;
        } else if (crossings.size() == 1) {
            verdict = Verdict.CROSSING;
        } else if (open.isEmpty()) {
            verdict = Verdict.NO_CROSSING;
        }
        return new Answer(verdict, crossings, open, scan.points(), scan.simulated());
    }
}
