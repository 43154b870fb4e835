/**
 * One replication of the organization: what happens at each event and in which order. It imports the kernel and its
 * own people and mechanisms. Open {@link dev.handoff.model.World} first.
 */
package dev.handoff.model;
