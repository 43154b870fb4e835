package dev.handoff.claims;

/**
 * What a verdict rests on: the probabilities at the look that was the last one for it.
 *
 * @param replications that each arm had then
 * @param supported probability under which that is the verdict; the others likewise
 */
public record Decision(int replications, double supported, double refuted, double depends) {

    double probability(Verdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> supported;
            case REFUTED -> refuted;
            case DEPENDS -> depends;
            default -> 1;
        };
    }
}
