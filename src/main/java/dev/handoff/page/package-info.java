/**
 * The page report.html, made from the other files of a finished folder alone. It imports the scenario package, for what settings
 * mean, and the names of metrics. Open {@code ReportPage} first.
 */
package dev.handoff.page;
