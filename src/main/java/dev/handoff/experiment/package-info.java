/**
 * Replications, estimates with intervals, comparisons with the twin. It imports the kernel, the model and the
 * metrics. Open {@code Experiment} first.
 */
package dev.handoff.experiment;
