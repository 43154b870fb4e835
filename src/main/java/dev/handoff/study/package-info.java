/**
 * Studies of several scenarios: which is best and why, where a decision turns, what an outcome depends on. All of them simulate through
 * {@code Simulations}, which keeps what is known in a journal. Open that first.
 */
package dev.handoff.study;
