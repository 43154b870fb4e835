package dev.handoff.claims;

import dev.handoff.statistics.Looks;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdict on a claim by itself and among all claims of its book.
 *
 * @param adjusted probability under which it is given, corrected for the number of claims; NaN if nothing was simulated
 * @param precision that was asked for
 */
public record Judgement(Result result, Verdict alone, Verdict inBook, double adjusted, Precision precision) {

    public Claim claim() {
        return result.claim();
    }

    /**
     * Judges claims together.
     *
     * @param tests how many claims the book decides by simulation
     */
    public static List<Judgement> of(List<Result> results, int tests) {
        return of(results, tests, Precision.ANY);
    }

    /** Judges claims together that were known to this precision where there were replications enough. */
    public static List<Judgement> of(List<Result> results, int tests, Precision precision) {
        List<Result> simulated =
                results.stream().filter(result -> result.claim().isSimulated()).toList();
        double[] adjusted = Holm.adjusted(
                simulated.stream().mapToDouble(Judgement::probability).toArray(), tests);
        List<Judgement> judgements = new ArrayList<>();
        int next = 0;
        for (Result result : results) {
            Verdict alone = result.verdict(Looks.LEVEL);
            boolean chance = result.claim().isSimulated();
            double probability = chance ? adjusted[next++] : Double.NaN;
            boolean stands = !chance || probability <= Looks.LEVEL;
            judgements.add(new Judgement(result, alone, stands ? alone : Verdict.UNDECIDED, probability, precision));
        }
        return judgements;
    }

    private static double probability(Result result) {
        return result.probability(result.verdict(Looks.LEVEL));
    }

    /** The contrast on which the verdict turns, to be shown with its interval; null if nothing was simulated. */
    public Headline headline() {
        return Headline.of(result, alone);
    }
}
