package dev.handoff.report;

/**
 * What the screen can show.
 *
 * @param unicode whether block characters come through
 * @param bold whether headings may be set in bold
 * @param columns width in characters
 */
public record Terminal(boolean unicode, boolean bold, int columns) {}
