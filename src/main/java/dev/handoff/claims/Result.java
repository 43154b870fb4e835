package dev.handoff.claims;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found about a claim.
 *
 * @param replications that each arm was simulated
 * @param cells by part, then context; empty if nothing was simulated
 * @param decision on which the verdict rests: that of an earlier look where a claim went on for narrower intervals
 * @param turn where its first effect changes its sign; null unless that was asked
 */
public record Result(Claim claim, int replications, List<List<Cell>> cells, Decision decision, Turn turn) {

    public Result {
        cells = List.copyOf(cells);
    }

    /** Decided by what it shows itself. */
    public Result(Claim claim, int replications, List<List<Cell>> cells) {
        this(claim, replications, cells, decision(claim, replications, cells), null);
    }

    Result(Claim claim, int replications, List<List<Cell>> cells, Decision decision) {
        this(claim, replications, cells, decision, null);
    }

    private static Decision decision(Claim claim, int replications, List<List<Cell>> cells) {
        Result open = new Result(claim, replications, cells, null);
        return new Decision(replications, open.contexts(1, true), open.contexts(1, false), open.depends());
    }

    Result decidedBy(Decision earlier) {
        return new Result(claim, replications, cells, earlier, turn);
    }

    Result turningAt(Turn found) {
        return new Result(claim, replications, cells, decision, found);
    }

    /** Whether it went on after the verdict. */
    public boolean wentOn() {
        return decision.replications() < replications;
    }

    /** Every contrast in every context. */
    List<Headline> headlines() {
        List<Headline> headlines = new ArrayList<>();
        for (int part = 0; part < cells.size(); part++) {
            List<Contrast> contrasts = claim.parts().get(part).proposition().contrasts();
            for (int context = 0; context < cells.get(part).size(); context++) {
                List<Finding> findings = cells.get(part).get(context).findings();
                for (int number = 0; number < contrasts.size(); number++) {
                    headlines.add(new Headline(part, context, contrasts.get(number), findings.get(number)));
                }
            }
        }
        return headlines;
    }

    /** Of a claim that needs no simulation. */
    static Result without(Claim claim) {
        return new Result(claim, 0, List.of());
    }

    /** The verdict at a level: the probability that chance alone decides. */
    public Verdict verdict(double level) {
        return switch (claim.kind()) {
            case OUT_OF_SCOPE -> Verdict.OUT_OF_SCOPE;
            case ARITHMETIC ->
                claim.calculations().stream().allMatch(Calculation::holds) ? Verdict.ARITHMETIC : Verdict.REFUTED;
            case SIMULATED -> simulated(level);
        };
    }

    private Verdict simulated(double level) {
        for (Verdict verdict : List.of(Verdict.DEPENDS, Verdict.REFUTED, Verdict.SUPPORTED)) {
            if (probability(verdict) <= level) {
                return verdict;
            }
        }
        return Verdict.UNDECIDED;
    }

    /** Probability under which a verdict is given; 1 for those that nothing speaks for. */
    public double probability(Verdict verdict) {
        return decision.probability(verdict);
    }

    private double depends() {
        return contextCount() == 1
                ? 1
                : Math.min(1, contextCount() * Math.max(contexts(-1, true), contexts(-1, false)));
    }

    private int contextCount() {
        return claim.contexts().size();
    }

    /** @param end 1 for the context in which it is least clear, -1 for that in which it is clearest */
    private double contexts(int end, boolean forIt) {
        double extreme = end > 0 ? 0 : 1;
        for (int context = 0; context < contextCount(); context++) {
            double probability = forIt ? forIt(context) : againstIt(context);
            extreme = end > 0 ? Math.max(extreme, probability) : Math.min(extreme, probability);
        }
        return cells.isEmpty() ? 1 : extreme;
    }

    /** Probability under which everything that is claimed counts as shown in a context. */
    public double forIt(int context) {
        double weakest = 0;
        for (int part = 0; part < cells.size(); part++) {
            weakest = Math.max(weakest, forIt(part, context));
        }
        return weakest;
    }

    /** Probability under which something that is claimed counts as refuted in a context. */
    public double againstIt(int context) {
        double strongest = 1;
        for (int part = 0; part < cells.size(); part++) {
            strongest = Math.min(strongest, cells.size() * againstIt(part, context));
        }
        return strongest;
    }

    public double forIt(int part, int context) {
        return cells.get(part).get(context).forIt(claim.parts().get(part).proposition());
    }

    public double againstIt(int part, int context) {
        return cells.get(part).get(context).againstIt(claim.parts().get(part).proposition());
    }

    /** The verdict on one part in one context, by itself. */
    public Verdict verdict(int part, int context, double level) {
        if (againstIt(part, context) <= level) {
            return Verdict.REFUTED;
        }
        return forIt(part, context) <= level ? Verdict.SUPPORTED : Verdict.UNDECIDED;
    }

    /** Names of the contexts with a verdict. */
    public List<String> contexts(Verdict verdict, double level) {
        List<String> names = new ArrayList<>();
        for (int context = 0; context < contextCount(); context++) {
            boolean refuted = againstIt(context) <= level;
            Verdict there = refuted ? Verdict.REFUTED : forIt(context) <= level ? Verdict.SUPPORTED : Verdict.UNDECIDED;
            if (there == verdict) {
                names.add(claim.contexts().get(context));
            }
        }
        return names;
    }

    /** Most replications in which some arm of a part had no value. */
    public int leftOut() {
        return cells.stream()
                .flatMap(List::stream)
                .mapToInt(Cell::leftOut)
                .max()
                .orElse(0);
    }
}
