package dev.handoff.cli;

import dev.handoff.experiment.Measure;
import dev.handoff.experiment.SingleReplication;
import dev.handoff.scenario.Problems;
import dev.handoff.scenario.ScenarioFile;
import dev.handoff.scenario.Variant;
import dev.handoff.study.Expectation;
import java.util.ArrayList;
import java.util.List;

/** Reads the expectations of scenario files, with the places of mistakes. */
final class Expectations {

    private Expectations() {}

    /** What the file expects of one of its variants; mistakes go to the problems. */
    static List<Expectation> of(ScenarioFile file, Variant variant, Problems problems) {
        List<Measure> known = SingleReplication.measures(variant.scenario());
        List<Expectation> expectations = new ArrayList<>();
        for (ScenarioFile.Expected expected : file.expectations()) {
            try {
                expectations.add(Expectation.parse(expected.text(), known));
            } catch (Expectation.Refused refused) {
                problems.add(expected.place() + " expect " + refused.getMessage());
            }
        }
        return expectations;
    }

    /** Refuses what cannot be understood in any variant. */
    static void check(ScenarioFile file) {
        Problems problems = new Problems();
        file.variants().forEach(variant -> of(file, variant, problems));
        problems.refuse();
    }
}
