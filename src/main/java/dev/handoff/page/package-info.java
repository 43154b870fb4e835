/**
 * The page report.html and the workbook results.xlsx, made from the other files of a finished folder alone. It imports the scenario package, for what settings
 * mean, and the names of metrics. Open {@code ReportPage} first, then {@code ResultsWorkbook}.
 */
package dev.handoff.page;
