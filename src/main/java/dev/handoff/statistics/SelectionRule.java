package dev.handoff.statistics;

import dev.handoff.kernel.Check;

/**
 * What is promised of a selection, and when replications are looked at.
 *
 * @param indifference the smallest difference of means that is worth detecting, in the unit of the values, above 0
 * @param confidence least probability that the selected alternative is less than the indifference worse than the best, between 0 and 1
 * @param first usable replications of each alternative before the first decision, 5 or more
 * @param batch fewest replications between two looks, 1 or more
 * @param budget most replications of an alternative, at least the first ones
 */
public record SelectionRule(
        Direction direction, double indifference, double confidence, int first, int batch, int budget) {
    public static final int FIRST = 20;
    public static final int BATCH = 5;

    private static final int BATCH_SHARE = 20;

    public SelectionRule {
        Check.that(
                indifference > 0 && indifference < Double.POSITIVE_INFINITY,
                "indifference (%s) must be above 0",
                indifference);
        Check.that(confidence > 0 && confidence < 1, "confidence (%s) must be between 0 and 1", confidence);
        Check.that(first >= 5, "first (%s) must be 5 or more", first);
        Check.that(batch >= 1, "batch (%s) must be 1 or more", batch);
        Check.that(budget >= first, "budget (%s) must be at least the first replications (%s)", budget, first);
    }

    public static SelectionRule of(Direction direction, double indifference, double confidence, int budget) {
        return new SelectionRule(direction, indifference, confidence, Math.min(FIRST, budget), BATCH, budget);
    }

    /** Replications at the look after the one with the given number; 0 asks for the first. The budget is the last. */
    int lookAfter(int replications) {
        if (replications == 0) {
            return first;
        }
        long batches = Math.max(1, replications / BATCH_SHARE / batch);
        return (int) Math.min(budget, replications + batches * batch);
    }
}
