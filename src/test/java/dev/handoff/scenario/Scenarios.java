package dev.handoff.scenario;

import dev.handoff.model.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Scenarios for tests: the defaults with a few settings changed, through the real reader. */
public final class Scenarios {

    private final List<String> overrides;

    private Scenarios(List<String> overrides) {
        this.overrides = List.copyOf(overrides);
    }

    /** The defaults. */
    public static Scenarios base() {
        return new Scenarios(List.of());
    }

    /** The defaults where nobody drops, follows up or quits and morale stands still. */
    public static Scenarios steady() {
        return base().with("drops.active", false)
                .with("follow-up.touches.active", false)
                .with("morale.active", false)
                .with("turnover.active", false);
    }

    /** @param value as YAML, such as {@code 3 weeks} or {@code {exponential: {mean: 1 h}}} */
    public Scenarios with(String path, Object value) {
        List<String> more = new ArrayList<>(overrides);
        more.add(path + "=" + value);
        return new Scenarios(more);
    }

    public Scenario build() {
        return variant().scenario();
    }

    public Variant variant() {
        return ScenarioReader.parse("test.yaml", "format: 1", overrides)
                .variants()
                .get(0);
    }
}
