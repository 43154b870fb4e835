/**
 * The commands; the only package that ends the program. It imports everything but the model's inside. Open {@code
 * Main} first.
 */
package dev.handoff.cli;
