package dev.handoff.model;

/**
 * How a contact is at a moment.
 *
 * @param stage of the handover, 0 to 5
 * @param habit of turning to the executive, 0 to 1
 * @param satisfaction 0 to 1
 * @param belief in the delegate, 0 to 1
 * @param accepted whether it has accepted the delegate
 */
public record ContactState(int stage, double habit, double satisfaction, double belief, boolean accepted) {}
