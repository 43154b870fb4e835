/** Executes the notebooks, which {@code mvn -Pnotebooks test} does. Open {@code NotebooksTest} first. */
package dev.handoff.notebooks;
