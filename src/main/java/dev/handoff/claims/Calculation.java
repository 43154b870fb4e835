package dev.handoff.claims;

/**
 * A number that can be worked out, and what is claimed of it.
 *
 * @param formula in decimal numbers, + - * / ^ and parentheses
 * @param value what the formula gives
 */
public record Calculation(String formula, double value, double claimed, double within) {

    public boolean holds() {
        return Math.abs(value - claimed) <= within;
    }
}
