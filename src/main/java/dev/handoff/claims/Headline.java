package dev.handoff.claims;

import java.util.List;

/**
 * The one effect that stands for a claim.
 *
 * @param contrast what it is the mean of
 */
public record Headline(int part, int context, Contrast contrast, Finding finding) {

    /** Null if nothing was simulated. */
    static Headline of(Result result, Verdict verdict) {
        if (result.cells().isEmpty()) {
            return null;
        }
        int part = 0;
        int context = 0;
        for (int other = 0; other < result.cells().size(); other++) {
            for (int where = 0; where < result.cells().get(other).size(); where++) {
                if (decides(result, verdict, other, where) > decides(result, verdict, part, context)) {
                    part = other;
                    context = where;
                }
            }
        }
        return of(result, part, context, verdict);
    }

    /** What is refuted turns on what speaks against it most, everything else on what is shown least. */
    private static double decides(Result result, Verdict verdict, int part, int context) {
        return verdict == Verdict.REFUTED ? -result.againstIt(part, context) : result.forIt(part, context);
    }

    /** The contrast of a part in a context on which its verdict turns. */
    public static Headline of(Result result, int part, int context, Verdict verdict) {
        List<Contrast> contrasts =
                result.claim().parts().get(part).proposition().contrasts();
        List<Finding> findings = result.cells().get(part).get(context).findings();
        int chosen = verdict == Verdict.REFUTED
                ? strongestAgainst(findings)
                : best(result.claim().parts().get(part).proposition(), findings);
        return new Headline(part, context, contrasts.get(chosen), findings.get(chosen));
    }

    private static int strongestAgainst(List<Finding> findings) {
        int chosen = 0;
        for (int finding = 1; finding < findings.size(); finding++) {
            if (findings.get(finding).againstIt() < findings.get(chosen).againstIt()) {
                chosen = finding;
            }
        }
        return chosen;
    }

    /** The weakest contrast of the alternative that is shown best. */
    private static int best(Proposition proposition, List<Finding> findings) {
        int best = -1;
        int next = 0;
        for (List<Contrast> together : proposition.alternatives()) {
            int weakest = next;
            for (int contrast = 0; contrast < together.size(); contrast++, next++) {
                if (findings.get(next).forIt() > findings.get(weakest).forIt()) {
                    weakest = next;
                }
            }
            if (best < 0 || findings.get(weakest).forIt() < findings.get(best).forIt()) {
                best = weakest;
            }
        }
        return best;
    }
}
