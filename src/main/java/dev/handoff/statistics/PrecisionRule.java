package dev.handoff.statistics;

import dev.handoff.kernel.Check;

/**
 * When replications are looked at, and when they are enough: after the first ones and then after each batch, or each twentieth part of what
 * there is if that is more. All targets must be met at one look and at every further one until a look-ahead has passed: 5
 * replications up to 100, 5 % beyond (Hoad, Robinson and Davies 2010).
 *
 * @param confidence with which all intervals hold together, between 0 and 1
 * @param first replications before the first look, 2 or more
 * @param batch fewest replications between two looks, 1 or more
 * @param budget most replications, at least the first ones
 */
public record PrecisionRule(double confidence, int first, int batch, int budget) {
    /** Measured by {@code SequentialPrecisionTest}: with fewer, means of skewed values are covered too seldom. */
    public static final int FIRST = 60;

    public static final int BATCH = 20;

    private static final int AHEAD_SHARE = 20;
    private static final int FEWEST_AHEAD = 5;

    public PrecisionRule {
        Check.that(confidence > 0 && confidence < 1, "confidence (%s) must be between 0 and 1", confidence);
        Check.that(first >= 2, "first (%s) must be 2 or more", first);
        Check.that(batch >= 1, "batch (%s) must be 1 or more", batch);
        Check.that(budget >= first, "budget (%s) must be at least the first replications (%s)", budget, first);
    }

    public static PrecisionRule of(double confidence, int budget) {
        return new PrecisionRule(confidence, Math.min(FIRST, budget), BATCH, budget);
    }

    /** Replications at the look after the one with the given number; 0 asks for the first. The budget is the last. */
    public int lookAfter(int replications) {
        if (replications < first) {
            return first;
        }
        long batches = Math.max(1, replications / AHEAD_SHARE / batch);
        return (int) Math.min(budget, replications + batches * batch);
    }

    int lookAhead(int replications) {
        return Math.max(FEWEST_AHEAD, (replications + AHEAD_SHARE - 1) / AHEAD_SHARE);
    }
}
