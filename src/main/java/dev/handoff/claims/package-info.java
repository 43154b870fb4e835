/**
 * The book of claims: experiments whose rule of decision is fixed before they are run, and their verdicts. It imports
 * the model, the metrics, the reading of settings and the experiment. Open {@code Trial} first.
 */
package dev.handoff.claims;
