package dev.handoff.study;

import dev.handoff.kernel.Check;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ConfidenceIntervals;
import dev.handoff.statistics.LatinHypercube;
import dev.handoff.statistics.MorrisDesign;
import dev.handoff.statistics.MorrisScreening;
import dev.handoff.statistics.RadialDesign;
import dev.handoff.statistics.Resampling;
import dev.handoff.statistics.SobolIndices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * On which uncertain parameters an outcome depends: all are screened by Morris, the important ones quantified by Sobol indices and moved one
 * by one, and over a sample of all of them it is seen what the outcome may be, and whether a comparison keeps its sign.
 */
public final class Sensitivity {
    public static final double CONFIDENCE = 0.95;

    private static final int FEWEST = 5;
    private static final int LEVELS = 4;
    private static final int TORNADO = 10;
    private static final int MORE_FOR_TORNADO = 10;
    private static final int MORE_FOR_POINTS = 2;
    private static final double P10 = 0.1;
    private static final double P90 = 0.9;

    private final int factors;
    private final boolean compares;
    private final Effort effort;
    private final long seed;

    /**
     * How much is simulated.
     *
     * @param trajectories of the screening, 2 or more
     * @param quantified most parameters that get Sobol indices, 1 or more
     * @param bases of the Sobol indices, 2 or more
     * @param points of the sample over all parameters, 2 or more
     * @param replications of each point of the indices, 5 or more; half as many in the screening, but 5 at least, twice as many in the
     *     sample, ten times in the tornado
     */
    public record Effort(int trajectories, int quantified, int bases, int points, int replications) {
        public Effort {
            Check.that(replications >= FEWEST, "replications (%s) must be %s or more", replications, FEWEST);
            Check.that(quantified >= 1, "quantified (%s) must be 1 or more", quantified);
        }

        int screening() {
            return Math.max(FEWEST, replications / 2);
        }

        /** Replications of all points, at most. */
        public long replications(int factors, boolean compares) {
            long screened = (long) trajectories * (factors + 1);
            long indexed = (long) bases * (Math.min(quantified, factors) + 2);
            long moved = (2L * Math.min(TORNADO, factors) + 1) * MORE_FOR_TORNADO;
            long sampled = (long) points * MORE_FOR_POINTS * (compares ? 2 : 1);
            return screening() * screened + replications * (indexed + moved + sampled);
        }
    }

    /** Which scenario is meant. */
    public enum Side {
        OWN,
        OTHER
    }

    /** Where outcomes come from. */
    public interface Outcomes {
        /**
         * Outcomes of the first replications of points, the n-th of every point in the same random world.
         *
         * @param points by point, then parameter: a share of the way through its range, NaN for the scenario's own value
         * @return by point, then replication
         */
        double[][] values(Side side, double[][] points, int replications);
    }

    /**
     * One parameter moved alone, the others at the scenario's values.
     *
     * @param low mean at the low end
     * @param high mean at the high end
     * @param fromLow change against the scenario's own value, paired
     * @param fromHigh the same at the high end
     */
    public record Move(int factor, double low, double high, ConfidenceInterval fromLow, ConfidenceInterval fromHigh) {

        public double swing() {
            return Math.abs(high - low);
        }
    }

    /** On which side of 0 a difference is, as far as its interval tells. */
    public enum Sign {
        POSITIVE,
        NEGATIVE,
        UNCLEAR;

        static Sign of(ConfidenceInterval interval) {
            return interval.low() > 0 ? POSITIVE : interval.high() < 0 ? NEGATIVE : UNCLEAR;
        }
    }

    /**
     * A point of the sample over all parameters.
     *
     * @param shares by parameter
     * @param p10 quantile of replications
     * @param p90 quantile of replications
     * @param difference own less other side, paired; empty without another side
     */
    public record Point(
            double[] shares, ConfidenceInterval mean, double p10, double p90, Optional<ConfidenceInterval> difference) {

        /** Empty without another side. */
        public Optional<Sign> sign() {
            return difference.map(Sign::of);
        }
    }

    /**
     * What was found; what was not reached is missing.
     *
     * @param ranking parameters by falling importance in the screening
     * @param quantified parameters with indices, in the order of these
     * @param base mean at the scenario's own values; NaN if not reached
     */
    public record Found(
            MorrisScreening screening,
            List<Integer> ranking,
            List<Integer> quantified,
            Optional<SobolIndices> indices,
            double base,
            List<Move> moves,
            List<Point> points) {

        /** Whether the study came to its end. */
        public boolean isComplete() {
            return !points.isEmpty();
        }

        /** Share of points with a sign, with Wilson's interval. */
        public ConfidenceInterval share(Sign sign) {
            int count = (int) points.stream()
                    .filter(point -> point.sign().filter(sign::equals).isPresent())
                    .count();
            return ConfidenceIntervals.ofProbability(count, points.size(), CONFIDENCE);
        }
    }

    /**
     * @param factors how many parameters are uncertain, 1 or more
     * @param compares whether there is another side
     */
    public Sensitivity(int factors, boolean compares, Effort effort, long seed) {
        this.factors = factors;
        this.compares = compares;
        this.effort = effort;
        this.seed = seed;
    }

    /**
     * Runs all parts; if it is stopped after the screening, what there is is returned.
     *
     * @throws Stopped if it was asked to stop before
     */
    public Found run(Outcomes outcomes) {
        MorrisDesign design = MorrisDesign.of(factors, LEVELS, effort.trajectories(), seed);
        double[][] screened = outcomes.values(Side.OWN, design.points(), effort.screening());
        MorrisScreening screening = MorrisScreening.of(design, screened, Resampling.usual(seed));
        List<Integer> ranking = IntStream.range(0, factors)
                .boxed()
                .sorted((one, other) -> Double.compare(importance(screening, other), importance(screening, one)))
                .toList();
        List<Integer> important = ranking.stream()
                .filter(factor -> importance(screening, factor) > 0)
                .limit(effort.quantified())
                .toList();
        Found found = new Found(screening, ranking, important, Optional.empty(), Double.NaN, List.of(), List.of());
        try {
            found = important.isEmpty() ? found : withIndices(found, outcomes);
            found = withMoves(found, outcomes);
            return withPoints(found, outcomes);
        } catch (Stopped stopped) {
            return found;
        }
    }

    private static double importance(MorrisScreening screening, int factor) {
        return screening.factors().get(factor).absoluteMean().estimate();
    }

    private Found withIndices(Found found, Outcomes outcomes) {
        List<Integer> quantified = found.quantified();
        RadialDesign design = RadialDesign.sobol(effort.bases(), quantified.size(), seed);
        double[][] points = new double[design.points().length][];
        for (int point = 0; point < points.length; point++) {
            points[point] = own();
            for (int place = 0; place < quantified.size(); place++) {
                points[point][quantified.get(place)] = design.points()[point][place];
            }
        }
        double[][] values = outcomes.values(Side.OWN, points, effort.replications());
        SobolIndices indices = SobolIndices.of(design, values, Resampling.usual(seed));
        return new Found(
                found.screening(),
                found.ranking(),
                quantified,
                Optional.of(indices),
                found.base(),
                found.moves(),
                found.points());
    }

    private double[] own() {
        double[] own = new double[factors];
        Arrays.fill(own, Double.NaN);
        return own;
    }

    private Found withMoves(Found found, Outcomes outcomes) {
        List<Integer> moved = found.ranking().stream().limit(TORNADO).toList();
        double[][] points = new double[2 * moved.size() + 1][];
        points[0] = own();
        for (int place = 0; place < moved.size(); place++) {
            for (int end = 0; end <= 1; end++) {
                points[2 * place + 1 + end] = own();
                points[2 * place + 1 + end][moved.get(place)] = end;
            }
        }
        double[][] values = outcomes.values(Side.OWN, points, MORE_FOR_TORNADO * effort.replications());
        List<Move> moves = new ArrayList<>();
        for (int place = 0; place < moved.size(); place++) {
            double[] low = values[2 * place + 1];
            double[] high = values[2 * place + 2];
            moves.add(new Move(
                    moved.get(place),
                    interval(low).estimate(),
                    interval(high).estimate(),
                    interval(difference(low, values[0])),
                    interval(difference(high, values[0]))));
        }
        moves.sort((one, other) -> Double.compare(other.swing(), one.swing()));
        return new Found(
                found.screening(),
                found.ranking(),
                found.quantified(),
                found.indices(),
                interval(values[0]).estimate(),
                List.copyOf(moves),
                found.points());
    }

    private Found withPoints(Found found, Outcomes outcomes) {
        double[][] shares = LatinHypercube.points(effort.points(), factors, seed);
        int replications = MORE_FOR_POINTS * effort.replications();
        double[][] own = outcomes.values(Side.OWN, shares, replications);
        double[][] other = compares ? outcomes.values(Side.OTHER, shares, replications) : own;
        List<Point> points = new ArrayList<>();
        for (int point = 0; point < shares.length; point++) {
            double[] sorted = own[point].clone();
            Arrays.sort(sorted);
            points.add(new Point(
                    shares[point],
                    interval(own[point]),
                    quantile(sorted, P10),
                    quantile(sorted, P90),
                    compares ? Optional.of(interval(difference(own[point], other[point]))) : Optional.empty()));
        }
        return new Found(
                found.screening(),
                found.ranking(),
                found.quantified(),
                found.indices(),
                found.base(),
                found.moves(),
                Collections.unmodifiableList(points));
    }

    private static double quantile(double[] sorted, double probability) {
        return ConfidenceIntervals.ofQuantile(sorted, probability, CONFIDENCE).estimate();
    }

    private static ConfidenceInterval interval(double[] values) {
        return ConfidenceIntervals.ofMean(values, CONFIDENCE);
    }

    private static double[] difference(double[] values, double[] less) {
        double[] difference = new double[values.length];
        for (int replication = 0; replication < difference.length; replication++) {
            difference[replication] = values[replication] - less[replication];
        }
        return difference;
    }
}
