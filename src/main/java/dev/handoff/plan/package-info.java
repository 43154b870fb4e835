/**
 * The handover of a scenario as a calendar, as far as its settings fix it before any run: who begins when, what is said in each stage, what
 * to watch and when to stop. Open {@code Plan} first.
 */
package dev.handoff.plan;
