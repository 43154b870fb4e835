package dev.handoff.claims;

/**
 * What a claim is judged by: a number of each replication.
 *
 * @param less taken away from it; null for nothing
 */
public record Measured(Window window, Window less) {

    public String unit() {
        return window.unit();
    }

    public String text() {
        return less == null ? window.text() : window.text() + " less " + less.text();
    }
}
