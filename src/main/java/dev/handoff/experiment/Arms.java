package dev.handoff.experiment;

import dev.handoff.model.Scenario;
import dev.handoff.model.mechanism.Handoff;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variants, followed by those twins without delegation that are not among them; equal twins are simulated once. */
final class Arms {
    static final String TWIN_NAME = "no delegation";

    private final List<Variant> variants;
    private final List<String> names = new ArrayList<>();
    private final List<Scenario> scenarios = new ArrayList<>();

    private Arms(List<Variant> variants) {
        this.variants = variants;
    }

    static List<Arm> of(List<Variant> variants, boolean twins) {
        return new Arms(variants).plan(twins);
    }

    private List<Arm> plan(boolean twins) {
        for (Variant variant : variants) {
            names.add(variant.name());
            scenarios.add(variant.scenario());
        }
        int[] twin = new int[variants.size()];
        for (int arm = 0; arm < twin.length; arm++) {
            twin[arm] = twins && delegates(scenarios.get(arm)) ? twinOf(arm) : arm;
        }
        nameTwins(twin);
        List<Arm> arms = new ArrayList<>();
        for (int arm = 0; arm < scenarios.size(); arm++) {
            boolean added = arm >= twin.length;
            arms.add(new Arm(arm, names.get(arm), scenarios.get(arm), added ? arm : twin[arm], added));
        }
        return List.copyOf(arms);
    }

    private int twinOf(int arm) {
        Scenario without = scenarios.get(arm).withoutDelegation();
        int known = scenarios.indexOf(without);
        if (known >= 0) {
            return known;
        }
        scenarios.add(without);
        return scenarios.size() - 1;
    }

    private void nameTwins(int[] twin) {
        boolean several = scenarios.size() > twin.length + 1;
        Set<String> taken = new HashSet<>(names);
        for (int arm = twin.length; arm < scenarios.size(); arm++) {
            String name = several ? TWIN_NAME + " (" + names.get(firstWith(twin, arm)) + ")" : TWIN_NAME;
            while (!taken.add(name)) {
                name += " (twin)";
            }
            names.add(name);
        }
    }

    private static int firstWith(int[] twin, int wanted) {
        int arm = 0;
        while (twin[arm] != wanted) {
            arm++;
        }
        return arm;
    }

    /** Whether anybody is handed over at any time. */
    static boolean delegates(Scenario scenario) {
        return scenario.handoff().mode() != Handoff.Mode.NONE
                || scenario.changes().stream()
                        .anyMatch(change -> change.settings().handoff().mode() != Handoff.Mode.NONE);
    }
}
