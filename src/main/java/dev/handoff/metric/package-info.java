/**
 * What is measured of a world. It imports the model. Open {@link dev.handoff.metric.Metric} first.
 */
package dev.handoff.metric;
