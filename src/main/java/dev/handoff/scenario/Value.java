package dev.handoff.scenario;

/**
 * A checked setting.
 *
 * @param place where it was written
 * @param written as the user wrote it, for messages
 * @param bound what the record component receives
 * @param text the canonical form: YAML that is read to an equal value
 */
record Value(Place place, String written, Object bound, String text) {}
