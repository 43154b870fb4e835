/**
 * What happened in one replication, in sentences: from a log of all events, and from nothing else. {@code EventLog} makes the log,
 * {@code Teller} the sentences, {@code Telling} chooses what is told. Open {@code Teller} first.
 */
package dev.handoff.story;
