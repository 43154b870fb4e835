package dev.handoff.model;

import dev.handoff.model.mechanism.Satisfaction.Cause;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Every state of a world by dotted name, such as {@code contacts.0.habit}. */
final class WorldState {

    private WorldState() {}

    static Map<String, Double> of(World world) {
        Map<String, Double> state = new LinkedHashMap<>();
        for (int contact = 0; contact < world.contacts.count(); contact++) {
            contact(state, "contacts." + contact + ".", world, contact);
        }
        for (int delegate = 0; delegate < world.delegates.count(); delegate++) {
            String prefix = "delegates." + delegate + ".";
            state.put(prefix + "skill", world.skill.of(delegate));
            state.put(prefix + "confidence", world.confidence.of(delegate));
            state.put(prefix + "ownership", world.ownership.of(delegate));
            state.put(prefix + "morale", world.morale.of(delegate, world.now()));
            state.put(prefix + "employed", world.delegates.isEmployed(delegate) ? 1.0 : 0.0);
            state.put(prefix + "occupant", (double) world.delegates.occupant(delegate));
            state.put(prefix + "interval", world.touches.interval(delegate));
            state.put(prefix + "trust", world.trust.of(delegate));
            state.put(prefix + "waiting", (double)
                    world.delegates.server(delegate).waiting());
            state.put(prefix + "busy", world.delegates.server(delegate).isIdle() ? 0.0 : 1.0);
        }
        for (int executive = 0; executive < world.executives.count(); executive++) {
            String prefix = "executives." + executive + ".";
            state.put(prefix + "propensity", world.intervention.propensity(executive));
            state.put(prefix + "weekly_hours", world.fatigue.weeklyHours(executive));
            state.put(prefix + "strain", world.burnout.strain(executive));
            state.put(prefix + "burnt_out", world.burnout.isBurntOut(executive) ? 1.0 : 0.0);
            state.put(prefix + "waiting", (double)
                    world.executives.server(executive).waiting());
            state.put(prefix + "busy", world.executives.server(executive).isIdle() ? 0.0 : 1.0);
        }
        ledger(state, world.ledger());
        return state;
    }

    private static void contact(Map<String, Double> state, String prefix, World world, int contact) {
        state.put(prefix + "habit", world.habit.of(contact));
        state.put(prefix + "belief", world.belief.of(contact));
        state.put(prefix + "expected", world.expectation.overall(contact));
        state.put(prefix + "expected_from_executive", world.expectation.fromExecutive(contact));
        state.put(prefix + "expected_from_delegate", world.expectation.fromDelegate(contact));
        state.put(prefix + "satisfaction", world.satisfaction.of(contact));
        for (Cause cause : Cause.values()) {
            state.put(prefix + "deficit_" + id(cause), world.satisfaction.deficit(contact, cause));
        }
        state.put(prefix + "missing_from_start", world.satisfaction.missingFromStart(contact));
        state.put(prefix + "appeal", world.appeal.of(contact));
        state.put(prefix + "stage", (double) world.handoff.stage(contact));
        state.put(prefix + "value", world.contacts.value(contact));
        state.put(prefix + "context", world.skill.context(contact));
        state.put(prefix + "left", world.contacts.isPresent(contact) ? 0.0 : 1.0);
    }

    private static void ledger(Map<String, Double> state, Ledger ledger) {
        state.put("ledger.freed", ledger.freedHours());
        state.put("ledger.baseline", ledger.baselineHours());
        for (Activity activity : Activity.values()) {
            state.put("ledger.hours." + id(activity), ledger.hours(activity));
        }
        state.put("ledger.undone_duty_hours", ledger.undoneDutyHours());
        state.put("ledger.interruptions_avoided", ledger.interruptionsAvoided());
    }

    private static String id(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
