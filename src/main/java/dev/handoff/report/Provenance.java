package dev.handoff.report;

import java.time.Instant;

/**
 * By what and how a run was made.
 *
 * @param command the command line as typed
 */
public record Provenance(String version, String commit, String command, Instant started) {}
