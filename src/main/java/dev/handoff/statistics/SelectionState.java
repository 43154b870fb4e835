package dev.handoff.statistics;

/**
 * How far a selection is.
 *
 * @param leader the alternative that is or would be selected; -1 before anything is known
 * @param isSelected whether the guarantee holds for the leader already; what is still wanted then tells who is tied with it
 * @param standings by alternative
 * @param leftAt by alternative: the replications after which it was no longer needed for the selection; 0 while it is
 * @param leftTo by alternative: the one that was better by then; -1 while it is needed
 * @param wanted by alternative: how many replications it must have in all before anything can change; 0 if none can
 * @param seen replications at the last look of the selection
 */
public record SelectionState(
        Verdict verdict,
        int leader,
        boolean isSelected,
        Standing[] standings,
        int[] leftAt,
        int[] leftTo,
        int[] wanted,
        int seen) {

    /** The answer as a whole. */
    public enum Verdict {
        /** Replications are wanted. */
        RUNNING,
        /** The leader is selected with the confidence asked for. */
        SELECTED,
        /** It is, and others are shown to be worse by less than the indifference. */
        PRACTICALLY_TIED,
        /** The budget ended before the selection. */
        UNDECIDED
    }

    /** The place of one alternative. */
    public enum Standing {
        LEADER,
        /** Not yet told apart from the leader. */
        IN_PLAY,
        /** Left the selection; whether it is worse by less than the indifference is being found out. */
        CLOSE,
        /** Worse than the leader by less than the indifference. */
        TIED,
        /** Left the selection, at the latest by being behind when no difference of the size of the indifference could be missed. */
        ELIMINATED
    }
}
