/**
 * Time and chance: pending events, random streams, distributions. It knows no calls and no people and imports only
 * the random library and Commons Math. Open {@link dev.handoff.kernel.RandomStreams} first.
 */
package dev.handoff.kernel;
