/**
 * Tables, files and pictures from stored outcomes. It imports experiments, metrics and scenarios. Open {@code
 * Report} first.
 */
package dev.handoff.report;
