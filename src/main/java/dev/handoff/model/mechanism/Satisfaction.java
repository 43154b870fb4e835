package dev.handoff.model.mechanism;

import dev.handoff.kernel.Fast;
import java.util.Arrays;

/**
 * Each contact's satisfaction, a level from 0 to 1, and what took it away. Good answers close a share of the gap to 1; losses
 * take away more. Whatever is missing to 1 is attributed to causes, so that the deficits and the part that was missing from
 * the start always add up to the whole gap (M6; Oliver 1980; Mittal, Ross and Baldasare 1998).
 */
public final class Satisfaction {

    /** What a loss of satisfaction comes from. */
    public enum Cause {
        WAIT,
        ERROR,
        FORCED,
        CONFLICT,
        BALL
    }

    /** The {@code satisfaction} section of a scenario. */
    public record Settings(
            boolean active,
            double initial,
            double gain,
            double loss,
            double tolerance,
            double shortestExpectationWeeks,
            double urgentLimitWeeks,
            double lateLoss,
            double impatienceLoss,
            double urgentLoss,
            double errorLoss,
            double conflictLoss,
            double abandonmentLoss,
            double warningFactor) {}

    /** Losses of one answer beyond this do not count. */
    private static final double LARGEST_LOSS = 2;

    private static final int CAUSES = Cause.values().length;

    private Settings settings;
    private double logKept; // logarithm of what a loss of 1 leaves
    private final double[] level; // by contact
    private final double[] missingFromStart; // by contact
    private final double[] deficit; // by contact, then cause

    public Satisfaction(Settings settings, int contacts) {
        adopt(settings);
        level = new double[contacts];
        Arrays.fill(level, settings.initial());
        missingFromStart = new double[contacts];
        Arrays.fill(missingFromStart, 1 - settings.initial());
        deficit = new double[contacts * CAUSES];
    }

    public void adopt(Settings changed) {
        settings = changed;
        // StrictMath.pow allocates, and the event loop must not.
        logKept = StrictMath.log1p(-changed.loss());
    }

    /** Level from 0 to 1. */
    public double of(int contact) {
        return level[contact];
    }

    /** The part of the gap to 1 that this cause opened and that no good answer has closed since, 0 to 1. */
    public double deficit(int contact, Cause cause) {
        return deficit[contact * CAUSES + cause.ordinal()];
    }

    /** The part of the gap to 1 that is left from the start, 0 to 1. */
    public double missingFromStart(int contact) {
        return missingFromStart[contact];
    }

    /**
     * The last answer to a request.
     *
     * @param waited weeks from call to answer, deliberate delay included
     * @param expected weeks expected before this answer
     * @param patience weeks
     * @param felt size of the loss of waiting that was felt before
     */
    public void onAnswer(
            int contact,
            double waited,
            double expected,
            double patience,
            boolean urgent,
            boolean error,
            boolean refused,
            double felt) {
        double waiting = Math.max(0, settings.warningFactor() * waitLoss(waited, expected, patience, urgent) - felt);
        double failing = error ? settings.warningFactor() * settings.errorLoss() : 0;
        double conflict = refused ? settings.conflictLoss() : 0;
        lose(contact, waiting, failing, conflict, felt);
    }

    /**
     * A request that is still open when the contact's patience ends.
     *
     * @return size of the loss of waiting that is felt now and not again at the answer, 0 to 2
     */
    public double onOutOfPatience(int contact, double expected, double patience, boolean urgent) {
        double size = settings.warningFactor() * waitLoss(patience, expected, Math.nextDown(patience), urgent);
        if (size > 0) {
            lose(contact, size, 0, 0, 0);
        }
        return Math.min(LARGEST_LOSS, size);
    }

    /**
     * A request that was given up unanswered.
     *
     * @param felt size of the loss of waiting that was felt before
     */
    public void onGivenUp(int contact, double felt) {
        if (settings.abandonmentLoss() > felt) {
            lose(contact, settings.abandonmentLoss() - felt, 0, 0, felt);
        }
    }

    /** @param size of the loss because a right answer came in another way than expected, 0 to 2 */
    public void onMismatch(int contact, double size) {
        if (size > 0) {
            lose(contact, 0, size, 0, 0);
        }
    }

    /** @param share of the satisfaction that the forced change takes, 0 to 1 */
    public void onForced(int contact, double share) {
        if (settings.active()) {
            double before = level[contact];
            level[contact] = Level.lowered(before, share);
            deficit[contact * CAUSES + Cause.FORCED.ordinal()] += before - level[contact];
        }
    }

    /**
     * The contact finds what was dropped.
     *
     * @param size of the loss, 0 to 2
     * @return what it took away, 0 to 1
     */
    public double onDropped(int contact, double size) {
        if (!settings.active()) {
            return 0;
        }
        double before = level[contact];
        level[contact] = before * Fast.exp(logKept * Math.min(LARGEST_LOSS, size));
        deficit[contact * CAUSES + Cause.BALL.ordinal()] += before - level[contact];
        return before - level[contact];
    }

    /** @param restored what an apology gives back of it; never more than is still missing for that reason */
    public void onRecovered(int contact, double restored) {
        if (settings.active()) {
            int ball = contact * CAUSES + Cause.BALL.ordinal();
            double back = Math.min(restored, deficit[ball]);
            level[contact] += back;
            deficit[ball] -= back;
        }
    }

    /** Size of the loss from a wait, 0 or more. */
    double waitLoss(double waited, double expected, double patience, boolean urgent) {
        double tolerated = (1 + settings.tolerance()) * Math.max(expected, settings.shortestExpectationWeeks());
        double limit = urgent ? Math.min(tolerated, settings.urgentLimitWeeks()) : tolerated;
        double loss = settings.lateLoss() * Math.min(1, Math.max(0, waited - limit) / limit);
        if (waited > patience) {
            loss += settings.impatienceLoss();
        }
        if (urgent && waited > settings.urgentLimitWeeks()) {
            loss += settings.urgentLoss();
        }
        return loss;
    }

    /* Together with what was felt before no more than the largest loss; an answer whose wait was felt is no good one. */
    private void lose(int contact, double waiting, double failing, double conflict, double felt) {
        if (!settings.active()) {
            return;
        }
        double sum = waiting + failing + conflict;
        if (sum == 0) {
            if (felt == 0) {
                gain(contact);
            }
            return;
        }
        double before = level[contact];
        level[contact] = before * Fast.exp(logKept * Math.min(LARGEST_LOSS - felt, sum));
        double lost = (before - level[contact]) / sum;
        int first = contact * CAUSES;
        deficit[first + Cause.WAIT.ordinal()] += lost * waiting;
        deficit[first + Cause.ERROR.ordinal()] += lost * failing;
        deficit[first + Cause.CONFLICT.ordinal()] += lost * conflict;
    }

    private void gain(int contact) {
        double share = settings.gain();
        level[contact] = Level.raised(level[contact], share);
        missingFromStart[contact] = Level.lowered(missingFromStart[contact], share);
        for (int cause = contact * CAUSES; cause < (contact + 1) * CAUSES; cause++) {
            deficit[cause] = Level.lowered(deficit[cause], share);
        }
    }
}
