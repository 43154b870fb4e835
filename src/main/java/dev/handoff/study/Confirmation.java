package dev.handoff.study;

import dev.handoff.statistics.Comparisons;
import dev.handoff.statistics.ConfidenceInterval;
import dev.handoff.statistics.ConfidenceIntervals;
import dev.handoff.statistics.PairedDifference;
import dev.handoff.statistics.ParetoFront;
import dev.handoff.study.Confirmed.Checked;
import dev.handoff.study.Confirmed.Finalist;
import dev.handoff.study.Confirmed.Standing;
import dev.handoff.study.Examination.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges a few candidates, and the scenario as it is, by replications whose numbers follow those of the search. With one objective the first of
 * these only pick the best, and those behind them tell how good it is, so that this is not too good again. Errors are shared equally by all that is
 * judged together (Bonferroni).
 */
final class Confirmation {
    private static final double CONFIDENCE = 0.95;
    private static final ConfidenceInterval UNKNOWN = new ConfidenceInterval(Double.NaN, Double.NaN, Double.NaN);

    private final Optimisation.Question question;
    private final Optimisation.Worlds worlds;
    private final List<Candidate> candidates;
    private final List<List<String>> judged = new ArrayList<>(); // the scenario as it is last, where it is
    private final boolean hasPresent;
    private final int first; // of the replications that pick; the search has seen those before
    private final int picking; // replications
    private final double[] picks; // costs by candidate, where the best is picked

    Confirmation(
            Optimisation.Question question,
            Optimisation.Budget budget,
            Optimisation.Worlds worlds,
            List<Candidate> candidates,
            boolean hasPresent) {
        this.question = question;
        first = budget.replications();
        picking = budget.pick(question.objectives().size());
        this.worlds = worlds;
        this.candidates = candidates;
        this.hasPresent = hasPresent;
        candidates.forEach(candidate -> judged.add(candidate.values()));
        if (hasPresent) {
            judged.add(Optimisation.PRESENT);
        }
        picks = new double[candidates.size()];
    }

    /** Whether there is anything to judge. */
    boolean isPossible() {
        return !candidates.isEmpty();
    }

    /**
     * Prepares the choice of the best by replications that nothing else is taken from.
     *
     * @throws Stopped if it was asked to stop
     */
    void pick() {
        worlds.require(judged, first + picking);
        Objective objective = question.objectives().get(0);
        double[][] outcomes = outcomes(objective, first, picking);
        for (int place = 0; place < picks.length; place++) {
            double mean = Arrays.stream(known(outcomes[place])).average().orElse(Double.NaN);
            picks[place] = Double.isNaN(mean) ? Double.POSITIVE_INFINITY : objective.cost(mean);
        }
    }

    /**
     * Simulates what tells how good they are.
     *
     * @param fresh replications behind those that pick
     * @throws Stopped if it was asked to stop
     */
    void require(int fresh) {
        worlds.require(judged, first + picking + fresh);
    }

    /** By place, then replication. */
    private double[][] outcomes(Objective objective, int seen, int fresh) {
        double[][] outcomes = new double[judged.size()][];
        for (int place = 0; place < outcomes.length; place++) {
            double[] all = worlds.values(judged.get(place), objective.estimand().measure(), seen + fresh);
            outcomes[place] = objective.outcomes(Arrays.copyOfRange(all, seen, seen + fresh));
        }
        return outcomes;
    }

    /** What replications say that were {@linkplain #require required}. */
    Confirmed after(int fresh) {
        int seen = first + picking;
        double[][][] outcomes = question.objectives().stream()
                .map(objective -> outcomes(objective, seen, fresh))
                .toArray(double[][][]::new);
        Judgement judgement = new Judgement(outcomes, checked(seen, fresh));
        return new Confirmed(fresh, judgement.finalists(), judgement.present());
    }

    /** By candidate, then constraint. */
    private List<List<Checked>> checked(int seen, int fresh) {
        int together = Math.max(1, candidates.size() * question.constraints().size());
        List<List<Checked>> checked = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<Checked> own = new ArrayList<>();
            for (Expectation constraint : question.constraints()) {
                double[] all =
                        worlds.values(candidate.values(), constraint.estimand().measure(), seen + fresh);
                double[] known = known(Arrays.copyOfRange(all, seen, seen + fresh));
                double error = (1 - constraint.confidence()) / together;
                ConfidenceInterval interval = Examination.interval(constraint.estimand(), known, 1 - 2 * error);
                own.add(new Checked(
                        constraint, known.length, interval, Examination.decision(constraint, interval, known.length)));
            }
            checked.add(own);
        }
        return checked;
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    private static Decision all(List<Checked> constraints) {
        List<Decision> decisions = constraints.stream().map(Checked::decision).toList();
        return decisions.contains(Decision.FAIL)
                ? Decision.FAIL
                : decisions.contains(Decision.UNDECIDED) ? Decision.UNDECIDED : Decision.PASS;
    }

    /** What follows from the outcomes. */
    private final class Judgement {
        private final List<List<ConfidenceInterval>> means = new ArrayList<>(); // by place, then objective
        private final List<List<PairedDifference>> pairs = new ArrayList<>(); // by objective
        private final int[] known; // by place
        private final List<List<Checked>> constraints;
        private final List<Decision> decisions;
        private final int[] eligible; // those that do best on the constraints
        private final int best; // the nearest where all fail; -1 on a front

        Judgement(double[][][] outcomes, List<List<Checked>> constraints) {
            this.constraints = constraints;
            decisions = constraints.stream().map(Confirmation::all).toList();
            known = new int[judged.size()];
            double confidence = 1 - (1 - CONFIDENCE) / (judged.size() * outcomes.length);
            for (int place = 0; place < judged.size(); place++) {
                List<ConfidenceInterval> own = new ArrayList<>();
                known[place] = Integer.MAX_VALUE;
                for (double[][] objective : outcomes) {
                    double[] values = Confirmation.known(objective[place]);
                    own.add(mean(values, confidence));
                    known[place] = Math.min(known[place], values.length);
                }
                means.add(own);
            }
            Decision reached = decisions.stream()
                    .min(Comparator.comparing(Confirmation::rank))
                    .orElse(Decision.PASS);
            eligible = IntStream.range(0, candidates.size())
                    .filter(place -> decisions.get(place) == reached)
                    .toArray();
            best = outcomes.length > 1 && reached != Decision.FAIL ? -1 : leader(reached);
            for (double[][] objective : outcomes) {
                pairs.add(pairs(objective, 1 - (1 - CONFIDENCE) / outcomes.length));
            }
        }

        /** Exact for what happens or does not. */
        private static ConfidenceInterval mean(double[] values, double confidence) {
            boolean binary = values.length > 0 && Arrays.stream(values).allMatch(value -> value == 0 || value == 1);
            return binary
                    ? ConfidenceIntervals.ofProbabilityExactly(
                            (int) Arrays.stream(values).sum(), values.length, confidence)
                    : ConfidenceIntervals.ofMean(values, confidence);
        }

        /** Of all from the best, which was picked before; without a best of every two. */
        private List<PairedDifference> pairs(double[][] outcomes, double confidence) {
            long usable = outcomes.length < 2
                    ? 0
                    : IntStream.range(0, outcomes[0].length)
                            .filter(at -> Arrays.stream(outcomes).noneMatch(row -> Double.isNaN(row[at])))
                            .count();
            if (usable < 2) {
                return List.of();
            }
            Comparisons comparisons = new Comparisons(outcomes, confidence);
            return best < 0 ? comparisons.ofAllPairs() : comparisons.against(best);
        }

        private int leader(Decision reached) {
            Comparator<Integer> better =
                    Comparator.comparingDouble(place -> reached == Decision.FAIL ? missed(place) : picks[place]);
            return Arrays.stream(eligible).boxed().min(better).orElse(-1);
        }

        private double cost(int place, int objective) {
            double mean = means.get(place).get(objective).estimate();
            return Double.isNaN(mean)
                    ? Double.POSITIVE_INFINITY
                    : question.objectives().get(objective).cost(mean);
        }

        private double[] costs(int place) {
            return IntStream.range(0, question.objectives().size())
                    .mapToDouble(objective -> cost(place, objective))
                    .toArray();
        }

        /** How far the estimates are beyond the limits, as the search counts it. */
        private double missed(int place) {
            return constraints.get(place).stream()
                    .mapToDouble(each -> CandidateSearch.missed(
                            each.constraint(), each.interval().estimate(), 0))
                    .sum();
        }

        List<ConfidenceInterval> present() {
            return hasPresent ? means.get(judged.size() - 1) : List.of();
        }

        List<Finalist> finalists() {
            Comparator<Finalist> order = Comparator.comparingInt((Finalist each) -> rank(each.decision()))
                    .thenComparing(each -> each.standing() != Standing.BEST)
                    .thenComparingDouble(each -> question.objectives()
                            .get(0)
                            .cost(each.means().get(0).estimate()));
            return IntStream.range(0, candidates.size())
                    .mapToObj(this::finalist)
                    .sorted(order)
                    .toList();
        }

        private Finalist finalist(int place) {
            int objectives = question.objectives().size();
            List<ConfidenceInterval> fromPresent = IntStream.range(0, objectives)
                    .mapToObj(objective -> hasPresent ? difference(objective, place, judged.size() - 1) : UNKNOWN)
                    .toList();
            List<ConfidenceInterval> fromBest = IntStream.range(0, objectives)
                    .mapToObj(objective -> best < 0 ? UNKNOWN : difference(objective, place, best))
                    .toList();
            return new Finalist(
                    candidates.get(place),
                    known[place],
                    means.get(place),
                    fromPresent,
                    fromBest,
                    constraints.get(place),
                    decisions.get(place),
                    standing(place));
        }

        private ConfidenceInterval difference(int objective, int one, int other) {
            for (PairedDifference pair : pairs.get(objective)) {
                if (pair.first() == one && pair.second() == other) {
                    return pair.difference();
                }
                if (pair.first() == other && pair.second() == one) {
                    ConfidenceInterval difference = pair.difference();
                    return new ConfidenceInterval(
                            0 - difference.estimate(), 0 - difference.high(), 0 - difference.low());
                }
            }
            return UNKNOWN;
        }

        private Standing standing(int place) {
            if (Arrays.stream(eligible).noneMatch(each -> each == place)) {
                return Standing.OUT;
            }
            if (place == best) {
                return Standing.BEST;
            }
            if (decisions.get(place) == Decision.FAIL) {
                return Standing.OUT;
            }
            if (best >= 0) {
                return against(difference(0, place, best));
            }
            double[] own = costs(place);
            if (Arrays.stream(eligible).noneMatch(other -> ParetoFront.dominates(costs(other), own))) {
                return Standing.FRONT;
            }
            return Arrays.stream(eligible).anyMatch(other -> surelyDominates(other, place))
                    ? Standing.DOMINATED
                    : Standing.MAYBE;
        }

        private Standing against(ConfidenceInterval difference) {
            Objective objective = question.objectives().get(0);
            double least = Math.min(objective.cost(difference.low()), objective.cost(difference.high()));
            double most = Math.max(objective.cost(difference.low()), objective.cost(difference.high()));
            return most <= objective.difference()
                    ? Standing.TIED
                    : least > objective.difference() ? Standing.WORSE : Standing.OPEN;
        }

        private boolean surelyDominates(int one, int other) {
            if (one == other) {
                return false;
            }
            return IntStream.range(0, question.objectives().size()).allMatch(objective -> {
                Objective each = question.objectives().get(objective);
                ConfidenceInterval difference = difference(objective, one, other);
                return Math.max(each.cost(difference.low()), each.cost(difference.high())) < 0;
            });
        }
    }

    private static int rank(Decision decision) {
        return switch (decision) {
            case PASS -> 0;
            case UNDECIDED -> 1;
            case FAIL -> 2;
        };
    }
}
