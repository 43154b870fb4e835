/**
 * Benchmarks: how fast the kernel and the model are, beside other ways of doing the same work. Never part of the program. Open
 * {@link dev.handoff.bench.Benchmarks} first; docs/performance.md says how to run them and what they measure.
 */
package dev.handoff.bench;
