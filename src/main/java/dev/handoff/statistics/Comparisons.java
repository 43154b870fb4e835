package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Comparisons of several alternatives that hold together, from the replications that all of them have in common. Intervals are Student's of
 * paired differences and share the error equally (Bonferroni), so that nothing is assumed about correlations or equal variances; they are
 * conservative. A replication in which one of the alternatives failed, NaN, is dropped from all.
 */
public final class Comparisons {
    private final double[][] values; // by alternative, then usable replication
    private final double confidence;

    /**
     * @param values by alternative, two or more, then by replication from the first one on, two or more of them usable
     * @param confidence with which the intervals of one answer hold together, between 0 and 1
     */
    public Comparisons(double[][] values, double confidence) {
        Check.that(values.length >= 2, "alternatives (%s) must be two or more", values.length);
        Check.that(confidence > 0 && confidence < 1, "confidence (%s) must be between 0 and 1", confidence);
        int shortest = Arrays.stream(values).mapToInt(row -> row.length).min().orElseThrow();
        int[] usable = IntStream.range(0, shortest)
                .filter(at -> Arrays.stream(values).noneMatch(row -> Double.isNaN(row[at])))
                .toArray();
        Check.that(usable.length >= 2, "usable replications (%s) must be two or more", usable.length);
        this.values = Arrays.stream(values)
                .map(row -> Arrays.stream(usable).mapToDouble(at -> row[at]).toArray())
                .toArray(double[][]::new);
        this.confidence = confidence;
    }

    /** Usable replications. */
    public int replications() {
        return values[0].length;
    }

    /** Of every two alternatives, the lower number first. */
    public List<PairedDifference> ofAllPairs() {
        List<PairedDifference> differences = new ArrayList<>();
        int pairs = values.length * (values.length - 1) / 2;
        for (int first = 0; first < values.length; first++) {
            for (int second = first + 1; second < values.length; second++) {
                differences.add(difference(first, second, pairs));
            }
        }
        return differences;
    }

    /** Of every other alternative less the control. */
    public List<PairedDifference> against(int control) {
        Check.that(control >= 0 && control < values.length, "control (%s) must be an alternative", control);
        return IntStream.range(0, values.length)
                .filter(alternative -> alternative != control)
                .mapToObj(alternative -> difference(alternative, control, values.length - 1))
                .toList();
    }

    private PairedDifference difference(int first, int second, int intervals) {
        double[] differences = differences(values[first], values[second]);
        double independent = variance(values[first]) + variance(values[second]);
        return new PairedDifference(
                first,
                second,
                differences.length,
                ConfidenceIntervals.ofMean(differences, 1 - (1 - confidence) / intervals),
                independent / variance(differences));
    }

    /**
     * Multiple comparisons with the best (Hsu 1984): intervals of each mean less the best of the other means, as far as they can be told from
     * zero. One that lies at or on the worse side of zero, ending there, is not the best; one that lies on the better side is; one around
     * zero may be, and its worse end says how much it could lose. By one-sided Student bounds of the k - 1 paired differences from the best,
     * whichever it is.
     *
     * @return by alternative; with the smallest as the best positive values are worse
     */
    public List<ConfidenceInterval> withTheBest(Direction direction) {
        int count = values.length;
        double[][] leads = new double[count][count];
        double[][] widths = new double[count][count];
        double student = ConfidenceIntervals.student(replications() - 1, 1 - (1 - confidence) / (count - 1));
        for (int first = 0; first < count; first++) {
            for (int second = 0; second < count; second++) {
                double[] differences = differences(values[first], values[second]);
                leads[first][second] = direction.sign() * mean(differences);
                widths[first][second] = student * Math.sqrt(variance(differences) / replications());
            }
        }
        boolean[] candidates = new boolean[count];
        for (int alternative = 0; alternative < count; alternative++) {
            candidates[alternative] = highest(alternative, leads, widths) > 0;
        }
        List<ConfidenceInterval> intervals = new ArrayList<>();
        for (int alternative = 0; alternative < count; alternative++) {
            ConfidenceInterval interval = interval(alternative, leads, widths, candidates);
            intervals.add(direction == Direction.LARGEST ? interval : interval.negated());
        }
        return intervals;
    }

    private static double highest(int alternative, double[][] leads, double[][] widths) {
        return others(alternative, leads.length)
                .mapToDouble(other -> leads[alternative][other] + widths[alternative][other])
                .min()
                .orElseThrow();
    }

    private static ConfidenceInterval interval(
            int alternative, double[][] leads, double[][] widths, boolean[] candidates) {
        double estimate = others(alternative, leads.length)
                .mapToDouble(other -> leads[alternative][other])
                .min()
                .orElseThrow();
        double lowest = others(alternative, leads.length)
                .filter(other -> candidates[other])
                .mapToDouble(other -> leads[alternative][other] - widths[alternative][other])
                .min()
                .orElse(0); // no other one can be the best
        return new ConfidenceInterval(estimate, Math.min(0, lowest), Math.max(0, highest(alternative, leads, widths)));
    }

    private static IntStream others(int alternative, int count) {
        return IntStream.range(0, count).filter(other -> other != alternative);
    }

    private static double[] differences(double[] first, double[] second) {
        double[] differences = new double[first.length];
        Arrays.setAll(differences, at -> first[at] - second[at]);
        return differences;
    }

    private static double mean(double[] sample) {
        double sum = 0;
        for (double value : sample) {
            sum += value;
        }
        return sum / sample.length;
    }

    private static double variance(double[] sample) {
        double mean = mean(sample);
        double squares = 0;
        for (double value : sample) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (sample.length - 1);
    }
}
