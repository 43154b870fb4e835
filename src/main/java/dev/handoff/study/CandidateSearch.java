package dev.handoff.study;

import dev.handoff.kernel.RandomStreams;
import dev.handoff.metric.Metric;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ConfidenceIntervals;
import dev.handoff.statistics.CovarianceSearch;
import dev.handoff.statistics.LatinHypercube;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks at candidates: at all combinations if the budget allows for that; else at a Latin hypercube sample, and then, from the best of it, where the
 * evolution strategy with an adapted covariance matrix leads. Candidates that keep the constraints are better than those that do not, and
 * among these the one that misses least (Deb 2000). Several objectives are sought one after the other as weighted maxima (Bowman 1976; augmented
 * Chebyshev), each with its share of the budget; what was seen counts for all.
 */
final class CandidateSearch {
    private static final double CONFIDENCE = 0.95;
    private static final int SAMPLED_SHARE = 4; // one of so many candidates is of the sample
    private static final int LEAST_SAMPLE = 4;
    private static final double FIRST_STEP = 0.2;
    private static final int RUNS = 5; // for each weighting, as long as the budget lasts
    private static final int REPEATS = 10; // a candidate may be proposed again, without cost
    private static final int WEIGHTS = 4; // parts into which the weight of two objectives is divided
    private static final double AUGMENTATION = 0.05;
    private static final int TOP = 3;
    private static final int FINALISTS = 8;
    private static final int FRONT = 10;
    private static final double UNKNOWN =
            3; // costs from 2 on are of those that miss a constraint, below 1 of all others

    private final Optimisation.Question question;
    private final Optimisation.Budget budget;
    private final Optimisation.Worlds worlds;
    private final long seed;
    private final Map<List<String>, Candidate> candidates = new LinkedHashMap<>();
    private int limit; // of candidates, for the present part of the search

    /** The present part of the search has used up its share. */
    private static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Spent() {
            super("spent", null, false, false);
        }
    }

    CandidateSearch(Optimisation.Question question, Optimisation.Budget budget, Optimisation.Worlds worlds, long seed) {
        this.question = question;
        this.budget = budget;
        this.worlds = worlds;
        this.seed = seed;
    }

    List<Candidate> candidates() {
        return List.copyOf(candidates.values());
    }

    /** The scenario as it is, with the number 0. */
    Candidate present() {
        return looked(0, Optimisation.PRESENT);
    }

    /** Those that are known, by falling merit, all objectives counting equally. */
    List<Candidate> ranked() {
        double[] equal = new double[question.objectives().size()];
        Arrays.fill(equal, 1.0 / equal.length);
        return ranked(new ScalarCost(question, equal, candidates())).stream()
                .filter(Candidate::isKnown)
                .toList();
    }

    /** @throws Stopped if it was asked to stop; what was looked at until then stays */
    void run(Optional<List<String>> present) {
        limit = budget.candidates();
        Decisions decisions = question.decisions();
        if (decisions.combinations() <= limit) {
            look(decisions.all());
            return;
        }
        List<List<String>> sample = new ArrayList<>();
        present.ifPresent(sample::add);
        int points = Math.min(limit, Math.max(LEAST_SAMPLE, limit / SAMPLED_SHARE)) - sample.size();
        if (points > 0) {
            int settings = decisions.axes().size();
            Arrays.stream(LatinHypercube.points(points, settings, seed))
                    .map(decisions::at)
                    .forEach(sample::add);
        }
        look(sample);
        List<double[]> weightings = weightings(question.objectives().size());
        for (int number = 0; number < weightings.size(); number++) {
            limit = candidates.size() + (budget.candidates() - candidates.size()) / (weightings.size() - number);
            search(weightings.get(number), number);
        }
    }

    /** Side by side. */
    private void look(List<List<String>> all) {
        List<List<String>> possible = all.stream()
                .distinct()
                .filter(values -> worlds.refusal(values).isEmpty())
                .toList();
        worlds.require(possible, budget.replications());
        all.forEach(this::candidate);
    }

    private Candidate candidate(List<String> values) {
        Candidate known = candidates.get(values);
        if (known != null) {
            return known;
        }
        if (candidates.size() >= limit) {
            throw new Spent();
        }
        Candidate candidate = looked(candidates.size() + 1, values);
        candidates.put(values, candidate);
        return candidate;
    }

    private Candidate looked(int number, List<String> values) {
        String refusal = worlds.refusal(values);
        if (!refusal.isEmpty()) {
            return new Candidate(number, values, refusal, List.of(), List.of(), Double.POSITIVE_INFINITY);
        }
        worlds.require(List.of(values), budget.replications());
        List<ConfidenceInterval> objectives = question.objectives().stream()
                .map(objective -> ConfidenceIntervals.ofMean(known(outcomes(values, objective)), CONFIDENCE))
                .toList();
        List<ConfidenceInterval> constraints = new ArrayList<>();
        double shortfall = 0;
        for (Expectation constraint : question.constraints()) {
            double[] seen = known(worlds.values(values, constraint.estimand().measure(), budget.replications()));
            ConfidenceInterval interval =
                    Examination.interval(constraint.estimand(), seen, 2 * constraint.confidence() - 1);
            constraints.add(interval);
            shortfall += shortfall(constraint, interval);
        }
        boolean missing = objectives.stream().anyMatch(each -> Double.isNaN(each.estimate()))
                || constraints.stream().anyMatch(each -> Double.isNaN(each.estimate()));
        String message = missing ? "no replication has a value" : "";
        return new Candidate(number, values, message, objectives, constraints, shortfall);
    }

    private double[] outcomes(List<String> values, Objective objective) {
        return objective.outcomes(worlds.values(values, objective.estimand().measure(), budget.replications()));
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /* At the very limit a confirmation cannot tell on which side a candidate lies; so far away from it that it can, is close enough. */
    private double shortfall(Expectation constraint, ConfidenceInterval seen) {
        double narrower = Math.min(1, Math.sqrt(budget.replications() / (double) budget.confirmation()));
        boolean atMost = constraint.relation() == Estimand.Relation.AT_MOST;
        double margin = narrower * (atMost ? seen.high() - seen.estimate() : seen.estimate() - seen.low());
        return missed(constraint, seen.estimate(), Double.isFinite(margin) ? margin : 0);
    }

    /** By how much a constraint is missed, relative to its limit, or in points for shares; 0 where it is kept with a margin. */
    static double missed(Expectation constraint, double estimate, double margin) {
        boolean atMost = constraint.relation() == Estimand.Relation.AT_MOST;
        double beyond = atMost ? estimate - constraint.limit() : constraint.limit() - estimate;
        boolean share = Metric.isShare(constraint.estimand().unit());
        double scale = share || constraint.limit() == 0 ? 1 : Math.abs(constraint.limit());
        return Math.max(0, (beyond + margin) / scale);
    }

    /** Weights that add up to 1, by weighting, then objective. */
    private static List<double[]> weightings(int objectives) {
        List<double[]> weightings = new ArrayList<>();
        int parts = objectives == 1 ? 1 : objectives == 2 ? WEIGHTS : 2;
        divide(new double[objectives], 0, parts, parts, weightings);
        return weightings;
    }

    private static void divide(double[] weights, int place, int left, int parts, List<double[]> all) {
        if (place == weights.length - 1) {
            weights[place] = left / (double) parts;
            all.add(weights.clone());
            return;
        }
        for (int share = left; share >= 0; share--) {
            weights[place] = share / (double) parts;
            divide(weights, place + 1, left - share, parts, all);
        }
    }

    private void search(double[] weights, int weighting) {
        ScalarCost scale = new ScalarCost(question, weights, candidates());
        for (int run = 0; run < RUNS; run++) {
            int number = weighting * RUNS + run;
            double[] start =
                    run == 0 ? question.decisions().place(ranked(scale).get(0).values()) : anywhere(number);
            try {
                CovarianceSearch.minimise(
                        place -> scale.of(candidate(question.decisions().at(place))),
                        start,
                        FIRST_STEP,
                        REPEATS * budget.candidates(),
                        seed,
                        number);
            } catch (Spent spent) {
                return;
            }
        }
    }

    private double[] anywhere(int number) {
        RandomStreams random = new RandomStreams(seed, number).at(1 << 21, 0, 0);
        return IntStream.range(0, question.decisions().axes().size())
                .mapToDouble(setting -> random.uniform())
                .toArray();
    }

    private List<Candidate> ranked(ScalarCost scale) {
        return candidates.values().stream()
                .sorted(Comparator.comparingDouble(scale::of))
                .toList();
    }
}
