/**
 * From scenario files to {@link dev.handoff.model.Scenario} values, with errors that a modeller understands. It
 * imports the kernel and the model. Open {@code ScenarioReader} first.
 */
package dev.handoff.scenario;
