package dev.handoff.study;

import dev.handoff.experiment.Measure;
import dev.handoff.statistics.Comparisons;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ConfidenceIntervals;
import dev.handoff.statistics.LeaderBelief;
import dev.handoff.statistics.PairedDifference;
import dev.handoff.statistics.SelectionState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a selection found. Its intervals are Student's with half of the error that the confidence leaves: when a selection ends depends on what
 * it has seen, which can nearly double the error of an interval, as {@code SelectedTest} measures.
 *
 * @param samples of each measure; the one that decided comes first
 */
public record Selected(Selection.Question question, List<Sample> samples, SelectionState state, LeaderBelief belief) {
    private static final int FEWEST = 2;

    public Selected {
        samples = List.copyOf(samples);
    }

    /**
     * What was seen of a measure.
     *
     * @param values by alternative, then replication; NaN where there is none
     */
    public record Sample(Measure measure, double[][] values) {

        /** The values there are of an alternative. */
        double[] known(int alternative) {
            return Arrays.stream(values[alternative])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
        }
    }

    public int alternatives() {
        return samples.get(0).values().length;
    }

    /** Replications of an alternative. */
    public int replications(int alternative) {
        return samples.get(0).values()[alternative].length;
    }

    /** Of one alternative's mean, with {@link Selection#CONFIDENCE}. */
    public ConfidenceInterval mean(Sample sample, int alternative) {
        return ConfidenceIntervals.ofMean(sample.known(alternative), confidence(1));
    }

    /**
     * An alternative less the leader, in the replications of both; the intervals of all of them hold together with
     * {@link Selection#CONFIDENCE}.
     *
     * @return empty if there is no leader, or too little to compare
     */
    public Optional<PairedDifference> fromLeader(Sample sample, int alternative) {
        return state.leader() < 0
                ? Optional.empty()
                : difference(sample, alternative, state.leader(), confidence(alternatives() - 1));
    }

    /**
     * The first less the second, in the replications of both; the intervals of all pairs hold together with {@link Selection#CONFIDENCE}.
     *
     * @return empty if there is too little to compare
     */
    public Optional<PairedDifference> ofPair(Sample sample, int first, int second) {
        return difference(sample, first, second, confidence(alternatives() * (alternatives() - 1) / 2));
    }

    private static double confidence(int intervals) {
        return 1 - (1 - Selection.CONFIDENCE) / 2 / intervals;
    }

    private static Optional<PairedDifference> difference(Sample sample, int first, int second, double confidence) {
        double[] one = sample.values()[first];
        double[] other = sample.values()[second];
        long usable = IntStream.range(0, Math.min(one.length, other.length))
                .filter(at -> !Double.isNaN(one[at] + other[at]))
                .count();
        if (usable < FEWEST) {
            return Optional.empty();
        }
        PairedDifference difference = new Comparisons(new double[][] {one, other}, confidence)
                .ofAllPairs()
                .get(0);
        return Optional.of(new PairedDifference(
                first, second, difference.n(), difference.difference(), difference.varianceRatio()));
    }
}
