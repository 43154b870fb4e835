package dev.handoff.scenario;

import dev.handoff.model.Scenario;

/**
 * One of the worlds that a scenario file asks for.
 *
 * @param name {@code base} where the file names no variants
 * @param settings the same as the scenario, as text
 */
public record Variant(String name, Scenario scenario, ResolvedSettings settings) {}
