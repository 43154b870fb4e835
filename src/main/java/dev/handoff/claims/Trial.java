package dev.handoff.claims;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides a claim: looks at its outcomes after more and more replications, until the verdict is clear enough to stand among all claims of
 * the book, or the replications are used up.
 */
public final class Trial {

    /** Where the outcomes of replications come from; the same replication has the same chance events in every arm. */
    @FunctionalInterface
    public interface Source {
        /**
         * @return by arm of the context, then replication; NaN where there is no value
         * @throws Stopped if it was asked to stop
         */
        double[][] outcomes(Part part, int context, int replications);
    }

    /** The trial was ended from outside before it was decided. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private final Looks looks;
    private final double level;

    /** @param tests how many claims the book decides by simulation */
    public Trial(Looks looks, int tests) {
        this.looks = looks;
        level = Looks.LEVEL / Math.max(1, tests);
    }

    public Result of(Claim claim, Source source) {
        if (!claim.isSimulated()) {
            return Result.without(claim);
        }
        Result result = null;
        for (int look = 0; look < looks.count(); look++) {
            result = look(claim, source, look);
            if (isClear(result)) {
                return result;
            }
        }
        return result;
    }

    private boolean isClear(Result result) {
        Verdict alone = result.verdict(Looks.LEVEL);
        return alone != Verdict.UNDECIDED && alone == result.verdict(level);
    }

    private Result look(Claim claim, Source source, int look) {
        List<List<Cell>> cells = new ArrayList<>();
        for (Part part : claim.parts()) {
            Proposition proposition = part.proposition();
            List<Cell> ofPart = new ArrayList<>();
            for (int context = 0; context < claim.contexts().size(); context++) {
                double[][] outcomes = source.outcomes(part, context, looks.replications(look));
                ofPart.add(new Examination(looks, look, outcomes).cell(proposition));
            }
            cells.add(List.copyOf(ofPart));
        }
        return new Result(claim, looks.replications(look), cells);
    }
}
