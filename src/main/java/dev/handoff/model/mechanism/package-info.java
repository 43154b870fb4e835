/**
 * Why people act as they do: one file a mechanism with its settings, state and equation. It imports the kernel. Open
 * {@link dev.handoff.model.mechanism.Habit} first.
 */
package dev.handoff.model.mechanism;
