/**
 * The page report.html and the workbook results.xlsx, made from the other files of a finished folder alone. It imports the scenario package, for what settings
 * mean, the names of metrics, and what a timeline marks. Open {@code ReportPage} first, then {@code ResultsWorkbook}.
 */
package dev.handoff.page;
