package dev.handoff.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A variant or twin as summary.json tells of it.
 *
 * @param name as in files
 * @param label for people
 * @param added whether it is a twin that the user did not ask for
 * @param horizon in weeks
 * @param twin place of the twin without delegation among all arms; -1 if there is none
 */
record Arm(String name, String label, boolean added, int horizon, int twin, Node summary) {

    /** All of them, in their order. */
    static List<Arm> of(Node summary) {
        List<Node> variants = summary.list("variants");
        List<String> names =
                variants.stream().map(variant -> variant.text("variant")).toList();
        List<Arm> arms = new ArrayList<>();
        for (Node variant : variants) {
            arms.add(new Arm(
                    variant.text("variant"),
                    variant.text("label"),
                    variant.flag("added_for_comparison"),
                    (int) variant.number("horizon_weeks"),
                    names.indexOf(variant.text("twin")),
                    variant));
        }
        return List.copyOf(arms);
    }

    boolean hasTwin() {
        return twin >= 0;
    }

    Node metric(String id) {
        return summary.at("metrics").at(id);
    }

    Node difference(String id) {
        return summary.at("difference_to_twin").at(id);
    }
}
