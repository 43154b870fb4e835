package dev.handoff.model.mechanism;

import dev.handoff.kernel.Fast;

/** Arithmetic of levels from 0 to 1 that cannot leave that range. */
final class Level {

    private Level() {}

    /** Closes the given share, 0 to 1, of the gap to 1. */
    static double raised(double level, double share) {
        return level + share * (1 - level);
    }

    /** Takes away the given share, 0 to 1. */
    static double lowered(double level, double share) {
        return level * (1 - share);
    }

    /** The inverse of the logistic function; infinite at 0 and 1. */
    static double logOdds(double probability) {
        return StrictMath.log(probability / (1 - probability));
    }

    /** The logistic function, its argument kept within 30 of 0. */
    static double logistic(double logOdds) {
        return 1 / (1 + Fast.exp(-Math.max(-30, Math.min(30, logOdds))));
    }
}
