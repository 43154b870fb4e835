package dev.handoff.statistics;

import dev.handoff.kernel.Check;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * What each of several changed settings contributes to the difference between two outcomes (Shapley 1953): the mean, over all orders in which they
 * may be changed, of what the outcome moves by when this one is changed. Contributions add up to the gap in every replication; what
 * settings do only together is divided equally between them.
 *
 * @param contributions by setting
 * @param gap outcome with all settings changed less that with none
 * @param byReplication by setting, then replication
 */
public record ShapleyDecomposition(List<Contribution> contributions, ConfidenceInterval gap, double[][] byReplication) {

    /**
     * @param value mean over replications, with an interval for the mean over all worlds, and over all orders where these were drawn
     * @param samplingError standard error that comes from drawing orders; 0 where all coalitions were used
     */
    public record Contribution(ConfidenceInterval value, double samplingError) {}

    /**
     * @param outcomes of a coalition, by replication, the n-th of every coalition in the same random world; asked for once for each
     * @param confidence of each interval alone, above 0, below 1
     */
    public static ShapleyDecomposition of(ShapleyPlan plan, LongFunction<double[]> outcomes, double confidence) {
        Map<Long, double[]> known = new HashMap<>();
        for (long coalition : plan.coalitions()) {
            known.put(coalition, outcomes.apply(coalition));
        }
        double[] gap = change(known, 0, plan.all());
        Check.that(gap.length >= 2, "replications (%s) must be 2 or more", gap.length);
        double[][] byReplication = new double[plan.settings()][];
        List<Contribution> contributions = new ArrayList<>();
        for (int setting = 0; setting < plan.settings(); setting++) {
            if (plan.isExact()) {
                byReplication[setting] = exact(plan, known, setting);
                contributions.add(new Contribution(ConfidenceIntervals.ofMean(byReplication[setting], confidence), 0));
            } else {
                double[][] pairs = byPair(plan, known, setting);
                byReplication[setting] = columnMeans(pairs);
                contributions.add(drawn(pairs, byReplication[setting], confidence));
            }
        }
        return new ShapleyDecomposition(
                List.copyOf(contributions), ConfidenceIntervals.ofMean(gap, confidence), byReplication);
    }

    private static double[] exact(ShapleyPlan plan, Map<Long, double[]> known, int setting) {
        double[] weights = weights(plan.settings());
        double[] contribution = new double[known.get(0L).length];
        for (long before = 0; before <= plan.all(); before++) {
            if ((before >> setting & 1) == 0) {
                double[] change = change(known, before, before | 1L << setting);
                add(contribution, change, weights[Long.bitCount(before)]);
            }
        }
        return contribution;
    }

    /** By size of the coalition before: share of all orders in which exactly its members come first, 1 / (m C(m - 1, size)). */
    private static double[] weights(int settings) {
        double[] weights = new double[settings];
        weights[0] = 1.0 / settings;
        for (int size = 1; size < settings; size++) {
            weights[size] = weights[size - 1] * size / (settings - size);
        }
        return weights;
    }

    /** Mean changes over an order and its reverse, by pair, then replication. */
    private static double[][] byPair(ShapleyPlan plan, Map<Long, double[]> known, int setting) {
        double[][] pairs = new double[plan.orders().size() / 2][known.get(0L).length];
        for (int order = 0; order < plan.orders().size(); order++) {
            long before = 0;
            for (int changed : plan.orders().get(order)) {
                if (changed == setting) {
                    break;
                }
                before |= 1L << changed;
            }
            add(pairs[order / 2], change(known, before, before | 1L << setting), 0.5);
        }
        return pairs;
    }

    private static double[] change(Map<Long, double[]> known, long before, long after) {
        double[] from = known.get(before);
        double[] to = known.get(after);
        Check.that(from.length == to.length, "coalitions have %s and %s replications", from.length, to.length);
        double[] change = new double[from.length];
        for (int replication = 0; replication < change.length; replication++) {
            change[replication] = to[replication] - from[replication];
        }
        return change;
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int place = 0; place < sum.length; place++) {
            sum[place] += weight * values[place];
        }
    }

    private static double[] columnMeans(double[][] pairs) {
        double[] means = new double[pairs[0].length];
        for (double[] pair : pairs) {
            add(means, pair, 1.0 / pairs.length);
        }
        return means;
    }

    /*
     * Pairs of orders and replications are crossed: var(mean) = P / p + R / r + PR / (p r) for variances P of pairs, R of replications and PR
     * of both together. The variances of the pairs' means, P + PR / r, and of the replications' means, R + PR / p, each divided by their
     * number, hold PR / (p r) once too often, which is left in: the interval is a little too wide rather than too narrow.
     */
    private static Contribution drawn(double[][] pairs, double[] replications, double confidence) {
        double[] pairMeans = new double[pairs.length];
        for (int pair = 0; pair < pairs.length; pair++) {
            pairMeans[pair] = Moments.mean(pairs[pair]);
        }
        double ofPairs = Moments.variance(pairMeans) / pairs.length;
        double ofWorlds = Moments.variance(replications) / replications.length;
        double error = Math.sqrt(ofPairs + ofWorlds);
        double mean = Moments.mean(replications);
        double halfWidth = error == 0
                ? 0
                : error
                        * Moments.student(
                                degreesOfFreedom(ofPairs, pairs.length, ofWorlds, replications.length), confidence);
        return new Contribution(new ConfidenceInterval(mean, mean - halfWidth, mean + halfWidth), Math.sqrt(ofPairs));
    }

    /** By Welch (1938) and Satterthwaite (1946). */
    private static double degreesOfFreedom(double ofPairs, int pairs, double ofWorlds, int worlds) {
        double both = ofPairs + ofWorlds;
        return both * both / (ofPairs * ofPairs / (pairs - 1) + ofWorlds * ofWorlds / (worlds - 1));
    }
}
