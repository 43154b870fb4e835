package dev.handoff.claims;

import dev.handoff.statistics.Looks;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides a claim: looks at its outcomes after more and more replications, until the verdict is clear enough to stand among all claims of
 * the book, or the replications are used up. If effects are to be known more precisely it goes on after that, which changes no verdict.
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
    private final Precision precision;

    /** @param tests how many claims the book decides by simulation */
    public Trial(Looks looks, int tests) {
        this(looks, tests, Precision.ANY);
    }

    /** @param precision until which it goes on after the verdict */
    public Trial(Looks looks, int tests, Precision precision) {
        this.looks = looks;
        this.precision = precision;
        level = Looks.LEVEL / Math.max(1, tests);
    }

    public Result of(Claim claim, Source source) {
        if (!claim.isSimulated()) {
            return Result.without(claim);
        }
        Result result = look(claim, source, 0);
        boolean decided = isClear(result);
        for (int look = 1; look < looks.count() && !(decided && precision.isEnough(result)); look++) {
            Result next = look(claim, source, look);
            result = decided ? next.decidedBy(result.decision()) : next;
            decided = decided || isClear(next);
        }
        Turning turning = claim.turning();
        return turning == null ? result : result.turningAt(turning.answer(source, result.replications()));
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
