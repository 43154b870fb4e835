/**
 * Statistical procedures on numbers: how many replications are enough, which alternative is best, what an outcome depends on, where
 * it crosses a value. It knows no scenario; what is measured is handed in as numbers or as a function of a point.
 */
package dev.handoff.statistics;
