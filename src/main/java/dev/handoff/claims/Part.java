package dev.handoff.claims;

/**
 * One of the things that a claim says.
 *
 * @param says in words; empty where the claim has one part
 * @param smallestEffect that matters, in the unit of what is measured
 * @param value to compare with; NaN for none
 */
public record Part(String says, Design design, Measured measured, Shape shape, double smallestEffect, double value) {

    /** What must be shown in each context. */
    public Proposition proposition() {
        return shape.proposition(design, smallestEffect, value);
    }
}
