package dev.handoff.study;

import dev.handoff.statistics.ConfidenceIntervals;
import dev.handoff.statistics.FarthestFirst;
import dev.handoff.statistics.ParetoFront;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which candidates are worth a confirmation: with one objective the best, and of all that may be as good as far as the search can tell some that are
 * far from one another; with several the front, or some points of it that are, and where it has few also what lies behind it, since chance
 * may have put it there. If no candidate keeps the constraints, those that miss least.
 */
final class Shortlist {
    private static final double CONFIDENCE = 0.95;
    private static final int TOP = 3;
    private static final int FINALISTS = 8;
    private static final int FRONT = 10;

    private final Optimisation.Question question;
    private final Optimisation.Worlds worlds;
    private final int replications;

    /** @param replications that the search has seen */
    Shortlist(Optimisation.Question question, Optimisation.Worlds worlds, int replications) {
        this.question = question;
        this.worlds = worlds;
        this.replications = replications;
    }

    /** @param ranked candidates with values, the best first */
    List<Candidate> of(List<Candidate> ranked) {
        List<Candidate> feasible = ranked.stream().filter(Candidate::isFeasible).toList();
        if (feasible.isEmpty()) {
            return ranked.subList(0, Math.min(FINALISTS, ranked.size()));
        }
        return question.objectives().size() == 1 ? nearTies(feasible) : front(feasible);
    }

    private List<Candidate> nearTies(List<Candidate> ranked) {
        Candidate leader = ranked.get(0);
        List<Candidate> near = ranked.stream()
                .filter(candidate -> candidate == leader || mayBeAsGood(candidate, leader))
                .toList();
        double[][] places = near.stream()
                .map(candidate -> question.decisions().place(candidate.values()))
                .toArray(double[][]::new);
        List<Integer> top =
                IntStream.range(0, Math.min(TOP, near.size())).boxed().toList();
        return FarthestFirst.choose(places, top, FINALISTS).stream()
                .map(near::get)
                .toList();
    }

    private boolean mayBeAsGood(Candidate candidate, Candidate leader) {
        Objective objective = question.objectives().get(0);
        double[] own = outcomes(candidate, objective);
        double[] best = outcomes(leader, objective);
        double[] worse = IntStream.range(0, own.length)
                .mapToDouble(replication -> objective.cost(own[replication] - best[replication]))
                .filter(difference -> !Double.isNaN(difference))
                .toArray();
        return ConfidenceIntervals.ofMean(worse, CONFIDENCE).low() <= objective.difference();
    }

    private double[] outcomes(Candidate candidate, Objective objective) {
        return objective.outcomes(
                worlds.values(candidate.values(), objective.estimand().measure(), replications));
    }

    private List<Candidate> front(List<Candidate> feasible) {
        double[][] costs = scaled(feasible.stream()
                .map(candidate -> ScalarCost.costs(question, candidate))
                .toArray(double[][]::new));
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, costs.length).boxed().toList());
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < FRONT && !left.isEmpty()) {
            List<Integer> layer = layer(costs, left);
            left.removeAll(layer);
            chosen = spread(costs, chosen, layer);
        }
        return chosen.stream().map(feasible::get).toList();
    }

    /** Those that none of the others that are left dominates. */
    private static List<Integer> layer(double[][] costs, List<Integer> left) {
        double[][] own = left.stream().map(number -> costs[number]).toArray(double[][]::new);
        return Arrays.stream(ParetoFront.of(own)).mapToObj(left::get).toList();
    }

    /** What was chosen before, and of a layer those that are farthest from it and each other; of the first layer its ends in any case. */
    private List<Integer> spread(double[][] costs, List<Integer> before, List<Integer> layer) {
        List<Integer> numbers = new ArrayList<>(before);
        numbers.addAll(layer);
        List<Integer> first = before.isEmpty()
                ? IntStream.range(0, question.objectives().size())
                        .mapToObj(objective -> layer.stream()
                                .min(Comparator.comparingDouble(number -> costs[number][objective]))
                                .orElseThrow())
                        .distinct()
                        .map(numbers::indexOf)
                        .toList()
                : IntStream.range(0, before.size()).boxed().toList();
        double[][] places = numbers.stream().map(number -> costs[number]).toArray(double[][]::new);
        return FarthestFirst.choose(places, first, FRONT).stream()
                .map(numbers::get)
                .toList();
    }

    /** Each objective from 0 to 1. */
    private static double[][] scaled(double[][] costs) {
        double[][] scaled = new double[costs.length][costs[0].length];
        for (int objective = 0; objective < costs[0].length; objective++) {
            int place = objective;
            var range = Arrays.stream(costs).mapToDouble(each -> each[place]).summaryStatistics();
            double width = range.getMax() > range.getMin() ? range.getMax() - range.getMin() : 1;
            for (int point = 0; point < costs.length; point++) {
                scaled[point][objective] = (costs[point][objective] - range.getMin()) / width;
            }
        }
        return scaled;
    }
}
