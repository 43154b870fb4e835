package dev.handoff.study;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One number for a candidate, less being better: below 1 the weighted maximum of its objectives, each counted from the best to the worst that was
 * seen (augmented Chebyshev); from 2 on by how much it misses constraints; and last where it has no value.
 */
final class ScalarCost {
    private static final double AUGMENTATION = 0.05;
    private static final double MISSING = 2;
    private static final double UNKNOWN = 3;

    private final Optimisation.Question question;
    private final double[] weights;
    private final double[] least; // by objective
    private final double[] width; // by objective

    /**
     * @param weights by objective, which add up to 1
     * @param seen candidates from which the range of each objective is taken
     */
    ScalarCost(Optimisation.Question question, double[] weights, List<Candidate> seen) {
        this.question = question;
        this.weights = weights;
        least = new double[weights.length];
        width = new double[weights.length];
        List<double[]> known = seen.stream()
                .filter(Candidate::isKnown)
                .map(candidate -> costs(question, candidate))
                .toList();
        for (int objective = 0; objective < weights.length; objective++) {
            int place = objective;
            var range = known.stream().mapToDouble(costs -> costs[place]).summaryStatistics();
            least[objective] = known.isEmpty() ? 0 : range.getMin();
            width[objective] = range.getMax() > range.getMin() ? range.getMax() - range.getMin() : 1;
        }
    }

    /** What the search saw of each objective, less being better. */
    static double[] costs(Optimisation.Question question, Candidate candidate) {
        return IntStream.range(0, question.objectives().size())
                .mapToDouble(objective -> question.objectives()
                        .get(objective)
                        .cost(candidate.objectives().get(objective).estimate()))
                .toArray();
    }

    double of(Candidate candidate) {
        if (!candidate.isKnown()) {
            return UNKNOWN;
        }
        if (!candidate.isFeasible()) {
            return MISSING + squashed(candidate.shortfall());
        }
        double[] costs = costs(question, candidate);
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (int objective = 0; objective < weights.length; objective++) {
            double weighted = weights[objective] * (costs[objective] - least[objective]) / width[objective];
            most = Math.max(most, weighted);
            sum += weighted;
        }
        return squashed(most + AUGMENTATION * sum);
    }

    /** From -1 to 1 without changing the order. */
    private static double squashed(double value) {
        return value / (1 + Math.abs(value));
    }
}
