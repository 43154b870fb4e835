/**
 * The program as a library, for Java programs and notebooks: scenarios, results, tables and pictures as immutable values. It imports
 * scenarios, experiments and reports. Open {@code Handoff} first.
 */
package dev.handoff.api;
