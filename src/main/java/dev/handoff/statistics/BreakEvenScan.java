package dev.handoff.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.AllowedSolution;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;

/** Points at equal distances, on which side of the target each lies, and what follows for the places between them. */
final class BreakEvenScan {
    private static final int LOOKS = 2; // after the pilot, and with all replications
    private static final int MOST_EVALUATIONS = 1000;

    private final CachedResponse response;
    private final BreakEven.Search search;
    private final double[] places;
    private final int[] replications; // by place
    private final int[] sides; // by place: -1 below, 1 above, 0 undecided
    private final double critical; // with all replications, in standard errors, for one place

    BreakEvenScan(CachedResponse response, BreakEven.Search search) {
        this.response = response;
        this.search = search;
        places = new double[search.scanPoints()];
        replications = new int[places.length];
        sides = new int[places.length];
        critical = Moments.student(search.replications() - 1, search.confidence());
        for (int place = 0; place < places.length; place++) {
            double share = (double) place / (places.length - 1);
            places[place] = search.low() * (1 - share) + search.high() * share;
            look(place, search.pilot());
            if (sides[place] == 0) {
                look(place, search.replications());
            }
        }
        boolean isStable = false;
        while (!isStable) {
            isStable = confirmNeighboursOfCrossings();
        }
    }

    private void look(int place, int wanted) {
        double[] values = response.values(places[place], wanted);
        replications[place] = values.length;
        double mean = Moments.mean(values);
        double error = Moments.standardError(values);
        boolean isDecided = error == 0
                ? mean != 0 && values.length >= BreakEven.EQUAL_VALUES_COUNT
                : Math.abs(mean) > simultaneous(values.length) * error;
        sides[place] = isDecided ? (int) Math.signum(mean) : 0;
    }

    /** Half the width of the intervals that hold for all places at both looks together, in standard errors. */
    private double simultaneous(int count) {
        int looks = search.pilot() == search.replications() ? 1 : LOOKS;
        return Moments.student(count - 1, simultaneousConfidence(looks));
    }

    private double simultaneousConfidence(int looks) {
        return 1 - (1 - search.confidence()) / (looks * places.length);
    }

    /** Whether both neighbours of every crossing had all replications already. */
    private boolean confirmNeighboursOfCrossings() {
        boolean isStable = true;
        for (int[] pair : crossed()) {
            for (int place : pair) {
                if (replications[place] < search.replications()) {
                    look(place, search.replications());
                    isStable = false;
                }
            }
        }
        return isStable;
    }

    /** Pairs of decided places on different sides between which all are undecided. */
    private List<int[]> crossed() {
        List<int[]> crossed = new ArrayList<>();
        int before = -1;
        for (int place = 0; place < places.length; place++) {
            if (sides[place] != 0) {
                if (before >= 0 && sides[before] != sides[place]) {
                    crossed.add(new int[] {before, place});
                }
                before = place;
            }
        }
        return crossed;
    }

    List<BreakEven.Crossing> crossings() {
        return crossed().stream()
                .map(pair -> crossing(places[pair[0]], places[pair[1]], sides[pair[1]]))
                .toList();
    }

    /** @param side 1 if the response rises from a to b, else -1 */
    private BreakEven.Crossing crossing(double a, double b, int side) {
        double x = root(place -> side * mean(place), a, b, AllowedSolution.ANY_SIDE);
        double low = root(place -> side * mean(place) + critical * error(place), a, b, AllowedSolution.LEFT_SIDE);
        double high = root(place -> side * mean(place) - critical * error(place), a, b, AllowedSolution.RIGHT_SIDE);
        return new BreakEven.Crossing(
                new ConfidenceInterval(x, Math.min(low, x), Math.max(high, x)), side > 0, slope(x));
    }

    private ConfidenceInterval slope(double x) {
        double half = (search.high() - search.low()) / (places.length - 1) / 2;
        double left = Math.max(search.low(), x - half);
        double right = Math.min(search.high(), x + half);
        double[] changes = values(right).clone();
        double[] before = values(left);
        for (int replication = 0; replication < changes.length; replication++) {
            changes[replication] = (changes[replication] - before[replication]) / (right - left);
        }
        return ConfidenceIntervals.ofMean(changes, search.confidence());
    }

    List<BreakEven.OpenRange> openRanges() {
        List<BreakEven.OpenRange> open = new ArrayList<>();
        for (int first = 0; first < places.length; first++) {
            if (sides[first] == 0) {
                int last = first;
                while (last + 1 < places.length && sides[last + 1] == 0) {
                    last++;
                }
                boolean isWithinCrossing = first > 0 && last + 1 < places.length && sides[first - 1] != sides[last + 1];
                if (!isWithinCrossing) {
                    open.add(new BreakEven.OpenRange(end(first, first - 1), end(last, last + 1)));
                }
                first = last;
            }
        }
        return List.copyOf(open);
    }

    /** How far the undecided range around one place reaches towards the next, decided one, or to the end of the scan. */
    private double end(int undecided, int decided) {
        if (decided < 0 || decided == places.length) {
            return places[undecided];
        }
        double factor = simultaneous(search.replications());
        double from = places[undecided];
        double to = places[decided];
        UnivariateFunction excess = place -> sides[decided] * mean(place) - factor * error(place);
        if (excess.value(to) <= 0 || excess.value(from) >= 0) {
            return to;
        }
        return from < to
                ? root(excess, from, to, AllowedSolution.RIGHT_SIDE)
                : root(excess, to, from, AllowedSolution.LEFT_SIDE);
    }

    private double root(UnivariateFunction function, double a, double b, AllowedSolution side) {
        return new BracketingNthOrderBrentSolver(0, search.tolerance(), 0, 5)
                .solve(MOST_EVALUATIONS, function, a, b, side);
    }

    private double mean(double place) {
        return Moments.mean(values(place));
    }

    private double error(double place) {
        return Moments.standardError(values(place));
    }

    private double[] values(double place) {
        return response.values(place, search.replications());
    }

    List<BreakEven.ScanPoint> points() {
        List<BreakEven.ScanPoint> points = new ArrayList<>();
        for (int place = 0; place < places.length; place++) {
            double[] values = Arrays.copyOf(response.values(places[place], replications[place]), replications[place]);
            double mean = search.target() + Moments.mean(values);
            double halfWidth = simultaneous(values.length) * Moments.standardError(values);
            points.add(new BreakEven.ScanPoint(
                    places[place], values.length, new ConfidenceInterval(mean, mean - halfWidth, mean + halfWidth)));
        }
        return List.copyOf(points);
    }

    long simulated() {
        return response.simulated();
    }
}
